import CaseRules
import Testing

/// Every branch of telling what was typed.
@Suite("What was typed into a search")
struct FindQueryTests {
  private static let today = CalendarDate.example("2026-11-23")

  private static func guesses(_ typed: String) -> [NumberGuess] {
    FindQuery(typed, on: today).numbers
  }

  @Test(
    "COD-006: a PNC number, however it is written",
    arguments: [
      ("2004/1234567F", NumberGuess.pnc("2004/1234567F")), ("04/1234567f", .pnc("2004/1234567F")),
      ("20041234567F", .pnc("2004/1234567F")), ("041234567F", .pnc("2004/1234567F")),
      (" 2004 / 1234567 F ", .pnc("2004/1234567F")), ("pnc 04/1234567F", .pnc("2004/1234567F")),
      // The letter is wrong or not typed yet: the digits still find it.
      ("2004/1234567G", .pncMiswritten("2004/1234567", letter: "G")),
      ("04/1234567", .pncStart("2004/1234567")),
      ("04/1234", .pncStart("2004/0001234")), ("79/163001", .pncStart("1979/0163001")),
    ])
  func pnc(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test(
    "COD-006: a CRO number, of either file",
    arguments: [
      ("265416/21G", NumberGuess.cro("265416/21G")), ("265416/21g", .cro("265416/21G")),
      ("265416/21H", .croMiswritten("265416/21", letter: "H")), ("265416/2", .croStart("265416/2")),
      ("SF05/482703J", .cro("SF05/482703J")), ("sf05/4827", .croStart("SF05/4827")),
      ("cro 265416/21G", .cro("265416/21G")),
    ])
  func cro(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test(
    "COD-006: a prison number, also with O for 0 and I for 1",
    arguments: [
      ("a1234bc", NumberGuess.prison("A1234BC")), ("A 1234 BC", .prison("A1234BC")),
      ("AB1234", .prison("AB1234")), ("A1O34BC", .prison("A1034BC")),
      ("AI234BC", .prison("A1234BC")), ("A12", .prisonStart("A12")),
      ("A1234B", .prisonStart("A1234B")),
    ])
  func prison(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test(
    "COD-007: a postcode, whole, in part, or with O for 0",
    arguments: [
      ("po33 2zz", NumberGuess.postcode("PO33 2ZZ")), ("PO332ZZ", .postcode("PO33 2ZZ")),
      ("P033 2ZZ", .postcode("PO33 2ZZ")), ("PO33", .postcodeStart("PO33")),
      ("PO332", .postcodeStart("PO33 2")), ("m1", .postcodeStart("M1")),
      ("postcode SW1A 1AA", .postcode("SW1A 1AA")),
    ])
  func postcode(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test(
    "A phone number: whole, from abroad, or its last digits",
    arguments: [
      ("07700 900123", NumberGuess.phone("07700900123")),
      ("+44 7700 900123", .phone("07700900123")), ("0044 7700 900123", .phone("07700900123")),
      ("447700900123", .phone("07700900123")), ("+44 (0)7700 900123", .phone("07700900123")),
      ("07700-900-123", .phone("07700900123")), ("(01632) 960123", .phone("01632960123")),
      ("123", .phone("123")), ("phone ends 123", .phone("123")), ("tel 900123", .phone("900123")),
    ])
  func phone(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test(
    "The person's own number",
    arguments: [
      ("P-1042", NumberGuess.person(1042)), ("p1042", .person(1042)), ("1042", .person(1042)),
      ("P-0003", .person(3)), ("smith 1042", .person(1042)),
    ])
  func person(typed: String, guess: NumberGuess) {
    #expect(Self.guesses(typed).contains(guess), "\(Self.guesses(typed))")
  }

  @Test("A reference of another system is any text with a digit in it")
  func reference() {
    #expect(Self.guesses("lrn-00/71x").contains(.reference("LRN00/71X")))
    #expect(Self.guesses("ab").isEmpty)
    #expect(Self.guesses("smith").isEmpty)
    #expect(!Self.guesses("12").contains { if case .phone = $0 { true } else { false } })
    #expect(!Self.guesses("0x12").contains { if case .phone = $0 { true } else { false } })
  }

  @Test(
    "A date of birth, typed in any way",
    arguments: [
      "3/4/85", "03/04/1985", "3-4-85", "3.4.1985", "3 4 1985", "030485", "03041985", "19850403",
      "1985-04-03", "1985/04/03", "3 apr 85", "3rd April 1985", "3 of april 1985",
      "April 3rd, 1985", "apr 3 1985", "3apr85", "dob 3/4/85", "born 3/4/1985",
    ])
  func birth(typed: String) {
    let query = FindQuery(typed, on: Self.today)
    #expect(query.birth == TypedBirth(day: 3, month: 4, year: 1985), "\(query)")
    #expect(query.names.isEmpty)
  }

  @Test(
    "Part of a date, and one that no calendar has",
    arguments: [
      ("3/4", TypedBirth(day: 3, month: 4)), ("3 apr", TypedBirth(day: 3, month: 4)),
      ("apr 85", TypedBirth(month: 4, year: 1985)), ("4/1985", TypedBirth(month: 4, year: 1985)),
      ("apr 3", TypedBirth(day: 3, month: 4)), ("1985", TypedBirth(year: 1985)),
      ("1985-04", TypedBirth(month: 4, year: 1985)),
      ("4/13/85", TypedBirth(day: 4, month: 13, year: 1985)),
      ("31/4/85", TypedBirth(day: 31, month: 4, year: 1985)),
      ("30/2/1985", TypedBirth(day: 30, month: 2, year: 1985)),
      ("3/4/15", TypedBirth(day: 3, month: 4, year: 2015)),
      ("3/4/17", TypedBirth(day: 3, month: 4, year: 1917)),
    ])
  func partialBirth(typed: String, birth: TypedBirth) {
    #expect(FindQuery(typed, on: Self.today).birth == birth)
  }

  @Test(
    "What is no date of birth",
    arguments: [
      "smith", "32/1/85", "13/13/85", "0/4/85", "3/4/1066", "1066", "85", "3/4/5", "monday 3",
      "1/2/3/4", "p-1042", "07700900123",
    ])
  func noBirth(typed: String) {
    #expect(FindQuery(typed, on: Self.today).birth == nil)
  }

  @Test(
    "Names with a date or a number beside them",
    arguments: [
      ("smith 3/4/85", ["smith"]), ("3/4/85 smith", ["smith"]),
      ("John Smith 3 apr 1985", ["John", "Smith"]),
      ("smith, john 03041985", ["smith", "john"]), ("J.S. 3/4/85", ["J", "S"]),
      ("o'brien 3 4 85", ["o'brien"]), ("smith born 3/4/85", ["smith"]),
    ])
  func combined(typed: String, names: [String]) {
    let query = FindQuery(typed, on: Self.today)
    #expect(query.names == names)
    #expect(query.birth == TypedBirth(day: 3, month: 4, year: 1985))
  }

  @Test("Initials and a year")
  func initials() {
    let query = FindQuery("J S 1985", on: Self.today)
    #expect(query.names == ["J", "S"])
    #expect(query.birth == TypedBirth(year: 1985))
  }

  @Test("A name and a postcode or a number")
  func nameAndNumber() {
    let postcode = FindQuery("smith po33 2zz", on: Self.today)
    #expect(postcode.names == ["smith"])
    #expect(postcode.numbers.contains(.postcode("PO33 2ZZ")))
    let pnc = FindQuery("04/1234567F smith", on: Self.today)
    #expect(pnc.names == ["smith"])
    #expect(pnc.numbers.contains(.pnc("2004/1234567F")))
  }

  @Test("A month that is also a name is read both ways, and no other text is")
  func months() {
    let readings = FindQuery.readings("kowalski jan 1985", on: Self.today)
    #expect(readings.map(\.names) == [["kowalski"], ["kowalski", "jan"]])
    #expect(
      readings.map(\.birth) == [TypedBirth(month: 1, year: 1985), TypedBirth(year: 1985)])
    for typed in ["smith", "3 jan 1985", "jan kowalski", "1985", ""] {
      #expect(FindQuery.readings(typed, on: Self.today).count == 1, "\(typed)")
    }
  }

  @Test("Nothing, signs and very long texts are read without harm")
  func odd() {
    #expect(FindQuery("", on: Self.today).isEmpty)
    #expect(FindQuery(" \u{7} ", on: Self.today).isEmpty)
    let long = String(repeating: "1/", count: 4000)
    #expect(FindQuery(long, on: Self.today).birth == nil)
    _ = FindQuery("½ ²/³ ١٢٣ 🙂", on: Self.today)
  }
}
