import Testing

@testable import CaseRules

@Suite("Names of every kind")
struct NameTests {
  @Test(
    "A name is kept as typed, without what cannot be seen",
    arguments: [
      ("  Siân   Ó Briain ", "Siân Ó Briain"),
      ("O\u{2019}Connor", "O'Connor"),
      ("Smith\u{2010}Jones", "Smith-Jones"),
      ("Wang\u{200B}\u{202E}", "Wang"),
      ("Li\u{7}ng\tMei\n", "Ling Mei"),
      ("王小明", "王小明"),
      ("Nguyễn", "Nguyễn"),
      ("", ""),
    ])
  func clean(typed: String, kept: String) {
    #expect(PersonName.clean(typed) == kept)
  }

  @Test(
    "A joined picture loses its joiners without harm",
    arguments: ["👩\u{200D}👧", "e\u{301}\u{200D}", "\u{200D}", "\u{0}"])
  func joiners(text: String) {
    let cleaned = PersonName.clean(text)
    #expect(!cleaned.unicodeScalars.contains { $0.value == 0x200D || $0.value == 0 })
  }

  @Test("A name needs a letter and an end")
  func problems() {
    #expect(PersonName.problem("X") == nil)
    #expect(PersonName.problem("Unknown") == nil)
    #expect(PersonName.problem("王") == nil)
    #expect(PersonName.problem("-") != nil)
    #expect(PersonName.problem("") != nil)
    #expect(PersonName.problem(String(repeating: "a", count: 200)) == nil)
    #expect(PersonName.problem(String(repeating: "a", count: 201)) != nil)
  }

  @Test("The family name stands first in capitals; a single name stands alone")
  func display() {
    #expect(PersonName(family: "Smith", given: "John").display == "SMITH John")
    #expect(PersonName(family: "Suryani", given: "").display == "SURYANI")
    #expect(PersonName(family: "Łuczak", given: "Ewa").display == "ŁUCZAK Ewa")
  }

  @Test(
    "Names sort without accents, case and apostrophes",
    arguments: [
      ("O'Connor", "oconnor"), ("Ó Briain", "o briain"), ("Smith-Jones", "smith jones"),
      ("ŁUCZAK", "luczak"), ("Müßig", "mussig"), ("Nguyễn", "nguyen"), ("Ærø", "aero"),
      ("Zoe\u{308}", "zoe"), ("王", "王"), ("Юлия", "юлия"), ("...", ""), ("", ""),
    ])
  func keys(name: String, key: String) {
    #expect(NameFolding.key(name) == key)
  }

  @Test(
    "A name is found by each of its words",
    arguments: [
      ("O'Brien-Smith", ["obrien", "smith", "brien", "obriensmith"]),
      ("van der Berg", ["van", "der", "berg", "vanderberg"]),
      ("Anne-Marie", ["anne", "marie", "annemarie"]),
      ("D’Arcy", ["darcy", "arcy"]),
      ("Smith", ["smith"]),
    ])
  func words(name: String, words: [String]) {
    #expect(NameFolding.words(name) == words)
  }

  @Test("What is typed into a search is folded the same way")
  func typed() {
    #expect(NameFolding.typedWords(" O'Con  siân ") == ["ocon", "sian"])
    #expect(NameFolding.typedWords("smith smith") == ["smith"])
    #expect(NameFolding.typedWords("--") == [])
  }

  @Test("A title in front of a given name is noticed")
  func titles() {
    #expect(PersonName.title(in: "Mr John") == "Mr")
    #expect(PersonName.title(in: "Dr. Ama") == "Dr")
    #expect(PersonName.title(in: "Mrinal") == nil)
  }
}
