import Testing

@testable import CaseRules

@Suite("Names of every kind")
struct NameTests {
  @Test(
    "Every kind of name is read as it is typed",
    arguments: [
      "Smith", "O'Connor", "O’Connor", "Smith-Jones", "Ó Briain", "Nguyễn", "王小明", "X",
      "Unknown", "van der Berg", "D.J.", "Wolfeschlegelsteinhausenbergerdorff-Cholmondeley",
    ])
  func kinds(name: String) {
    let context = ReadingContext(now: .example("2026-11-22 09:00"))
    #expect(FieldReader.read(" \(name) ", as: .name, in: context).answer == .text(name))
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
