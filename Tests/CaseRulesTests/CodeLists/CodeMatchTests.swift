import Testing

@testable import CaseRules

@Suite("Codes by code or by words")
struct CodeMatchTests {
  private func codes(_ typed: String, in list: CodeList = .drugs) -> [String] {
    switch list.match(typed) {
    case .none: []
    case .one(let code): [code.code]
    case .several(let codes): codes.map(\.code)
    case .retired(let code): ["retired " + code.code]
    }
  }

  @Test(
    "an exact code wins, then a whole name or synonym, then words from word starts in any order",
    arguments: [
      ("MET", ["MET"]), ("met", ["MET"]), ("heroin", ["HER"]), ("brown", ["HER"]),
      ("methad", ["MTD", "MTS"]), ("street met", ["MTS"]), ("metha street", ["MTS"]),
      ("cocaine", ["COC", "CRK"]), ("crack", ["CRK"]), ("HÉROÏN", ["HER"]), ("hck", []),
      ("", []), ("   ", []), ("of", []), ("zzz", []), ("methadone prescribed", ["MTD"]),
      ("synthetic", ["NPS"]), ("mt", ["MTD", "MTS"]), ("d-f-118", []), ("df118", ["OPI"]),
    ])
  func order(typed: String, expected: [String]) {
    #expect(codes(typed) == expected)
  }

  @Test("names that begin with the typed words come before names that only hold them")
  func bestFirst() {
    #expect(codes("caution", in: .outcomes) == ["2", "3"])
    #expect(codes("suspect", in: .outcomes).prefix(2) == ["11", "12"])
    #expect(codes("suspect", in: .outcomes).last == "18")
  }

  @Test(
    "a code that is a word is found by its start, as the list of answers shows it",
    arguments: [
      ("share", ["share-with-agency"]), ("share with", ["share-with-agency"]),
      ("sharing", ["share-with-agency"]), ("custody", ["custody-details"]),
      ("agency", ["share-with-agency"]),
    ])
  func startOfCode(typed: String, expected: [String]) {
    let list = ConsentType.list("consent-type", title: "Consent to", rule: "PPL-006")
    #expect(codes(typed, in: list) == expected)
  }

  @Test("a code that begins as typed comes before words that do, whether or not its own do too")
  func codeFirst() {
    let list = CodeList(
      "test", title: "Test", rule: "COD-003",
      codes: [Code("X", "Cat flap"), Code("CAT", "Catalogue"), Code("CAB", "Taxi")])
    #expect(codes("ca", in: list) == ["CAT", "CAB", "X"])
  }

  @Test("retired codes and codes out of their dates are not picked anew")
  func retired() throws {
    let list = CodeList(
      "test", title: "Test", rule: "COD-003",
      codes: [Code("OLD", "Old thing", retired: true), Code("NEW", "New thing")])
    #expect(codes("old", in: list) == ["retired OLD"])
    #expect(codes("thing", in: list) == ["NEW"])
    #expect(list.words(of: "old") == "Old thing")
    #expect(list.words(of: "XYZ") == "XYZ")
    #expect(try list.pickable(on: day("2026-01-01")).map(\.code) == ["NEW"])
  }

  @Test("any text is safe to match")
  func anything() {
    for text in [String(repeating: "a ", count: 500_000), "\u{0}", "👨‍👩‍👧", "ا", "'-.,", "%_*\\"] {
      #expect(codes(text).isEmpty, "\(text.prefix(10))")
    }
  }

  @Test("a changed list takes the place of the shipped one")
  func changedBook() throws {
    let own = CodeList(.routes, title: "Routes", rule: "COD-004", codes: [Code("X", "Own")])
    let book = CodeBook.seeded.replacing(own)
    #expect(book[.routes] == own)
    #expect(book.all.count == CodeBook.seeded.all.count)
    #expect(book.words(of: "HER", in: .drugs) == "Heroin")
    #expect(book.words(of: "HER", in: "nothing") == "HER")
  }

  @Test("no shipped list has two entries with one code")
  func unique() {
    for list in CodeBook.seeded.all {
      #expect(
        Set(list.codes.map { $0.code.foldedForSearch }).count == list.codes.count, "\(list.title)")
      #expect(list.codes.allSatisfy { !$0.words.isEmpty && !$0.code.isEmpty })
    }
  }

  @Test("a last word that is only begun counts, even one that tells nothing once it is whole")
  func begunWord() {
    let results = ContactResult.list("result", title: "Results", rule: "PPL-024")
    #expect(codes("no", in: results).count > 1)
    #expect(codes("no a", in: results) == [ContactResult.noAnswer.code])
    #expect(codes("the heroin") == ["HER"], "where nothing has the word it is left out")
  }

  @Test("what is left of a narrowed list begins with what leaving the field reads")
  func narrowed() throws {
    let lists = CodeBook.seeded.all + [ContactResult.list("result", title: "Results", rule: "")]
    for list in lists {
      for typed in list.codes.flatMap({ [$0.code, $0.words, String($0.words.prefix(4))] }) {
        let left = list.narrowed(by: typed)
        switch list.match(typed) {
        case .one(let code): #expect(left.first == code, "\(typed) in \(list.title)")
        case .several(let codes): #expect(left == codes && codes.count > 1, "\(typed)")
        case .none, .retired: #expect(left.isEmpty, "\(typed) in \(list.title)")
        }
      }
    }
  }
}
