import Testing

@testable import CaseRules

@Suite("Record numbers")
struct RecordRefTests {
  @Test(
    "a reference is read however it is typed",
    arguments: [
      ("P-1042", "P-1042"), ("p1042", "P-1042"), ("p 1042", "P-1042"), ("P-0001042", "P-1042"),
      (" c-311 ", "C-0311"), ("D7", "D-0007"), ("e-12", "E-0012"), ("a100", "A-0100"),
      ("n3", "N-0003"), ("k44", "K-0044"), ("h2", "H-0002"), ("l5", "L-0005"), ("w1", "W-0001"),
      ("g3", "G-0003"), ("u1", "U-0001"), ("p1000000", "P-1000000"),
    ])
  func read(typed: String, text: String) {
    #expect(RecordRef(typed)?.text == text)
    #expect(RecordRef(text).map { RecordRef($0.text) == $0 } == true)
  }

  @Test(
    "what is no reference is not guessed",
    arguments: [
      "", "P", "P-", "1042", "Y-1", "P-0", "P--", "P-1x", "P-٣", "PP-1", "P-99999999999999999999",
      "ß1",
    ])
  func notRead(typed: String) {
    #expect(RecordRef(typed) == nil)
  }

  @Test("a number knows its kind, and is not taken for another")
  func kinds() {
    let person = PersonID(1042)
    #expect(person.ref.text == "P-1042")
    #expect("\(EntryID(311))" == "C-0311")
    #expect(PersonID(person.ref) == person)
    #expect(EntryID(person.ref) == nil)
    #expect(PersonID(9) < PersonID(10))
    #expect(Set(RecordRef.Kind.allCases.map(\.code)).count == RecordRef.Kind.allCases.count)
    #expect(RecordRef(.person, .min).text.hasPrefix("P--"))
  }
}
