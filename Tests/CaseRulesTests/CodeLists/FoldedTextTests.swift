import Testing

@testable import CaseRules

@Suite("Texts as they are compared and kept")
struct FoldedTextTests {
  @Test(
    "case, accents, apostrophes and hyphens do not matter when searching",
    arguments: [
      ("Siân", "sian"), ("Sia\u{302}n", "sian"), ("NGUYỄN", "nguyen"), ("O'CONNOR", "oconnor"),
      ("O’Connor", "oconnor"), ("Łukasz", "lukasz"), ("Søren", "soren"), ("Strauß", "strauss"),
      ("STRAUẞ", "strauss"), ("Guðrún", "gudrun"), ("Þór", "thor"), ("Æthelred", "aethelred"),
      ("Smith-Jones", "smithjones"), ("  de   la\tCruz ", "de la cruz"), ("Œuvre", "oeuvre"),
      ("İbrahim", "ibrahim"), ("Dvořák", "dvorak"), ("Ångström", "angstrom"), ("", ""),
      ("Ζωή", "ζωή"), ("ЮРИЙ", "юрий"), ("李", "李"), ("Ǆ", "dz"), ("a\u{301}\u{327}", "a"),
    ])
  func folded(text: String, expected: String) {
    #expect(text.foldedForSearch == expected)
    #expect(expected.foldedForSearch == expected)
  }

  @Test("precomposed and combined letters fold alike, for every Latin letter with an accent")
  func composed() {
    let pairs = [
      ("é", "e\u{301}"), ("ñ", "n\u{303}"), ("ü", "u\u{308}"), ("ç", "c\u{327}"),
      ("ş", "s\u{327}"), ("ő", "o\u{30B}"), ("ż", "z\u{307}"), ("ǎ", "a\u{30C}"),
      ("ệ", "e\u{323}\u{302}"), ("ř", "r\u{30C}"), ("ů", "u\u{30A}"), ("ą", "a\u{328}"),
    ]
    for (one, other) in pairs { #expect(one.foldedForSearch == other.foldedForSearch) }
  }

  @Test(
    "words for searching: hyphenated names are found by each part and joined",
    arguments: [
      ("Smith-Jones, Ann", ["smith", "jones", "smithjones", "ann"]),
      ("O'Neill", ["oneill"]), ("", []), ("-", []), ("a/b", ["a", "b"]),
    ])
  func words(text: String, expected: [String]) {
    #expect(text.searchWords == expected)
  }

  @Test(
    "control, direction and zero-width characters are taken out and counted",
    arguments: [
      ("ab\u{1B}[31mc", "ab[31mc", 1), ("a\u{202E}b\u{202C}", "ab", 2), ("a\u{200B}b", "ab", 1),
      ("\u{FEFF}Ann", "Ann", 1), ("a\u{0}\u{7F}\u{9B}b", "ab", 3), ("a\tb\r\nc", "a b c", 0),
      ("  a   b  ", "a b", 0), ("Siân", "Siân", 0), ("a\u{E0041}b", "ab", 1),
      ("\u{2066}\u{2069}", "", 2), ("\u{61C}x", "x", 1),
      ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष", 0),
    ])
  func cleaned(raw: String, text: String, removed: Int) {
    let cleaned = CleanedText(line: raw)
    #expect(Array(cleaned.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(cleaned.removed == removed)
    #expect((cleaned.note == nil) == (removed == 0))
    #expect(CleanedText(line: cleaned.text) == CleanedText(line: text))
  }

  @Test("long text keeps its lines, with one kind of line end")
  func lines() {
    let cleaned = CleanedText(lines: " one\r\ntwo\rthree\u{2028}four\n\n\u{200B}")
    #expect(cleaned.text == "one\ntwo\nthree\nfour")
    #expect(cleaned.removed == 1)
  }

  @Test("limits count characters, and bytes for heaped accents")
  func limits() {
    #expect(TextLimit.problem("abc", max: 3) == nil)
    #expect(
      TextLimit.problem("abcd", max: 3) == "This is 4 characters long; 3 fit. Shorten it by 1")
    #expect(TextLimit.problem("作作作", max: 3) == nil)
    let heap = "a" + String(repeating: "\u{301}", count: 50)
    #expect(TextLimit.problem(heap, max: 3)?.contains("accents") == true)
    #expect(TextLimit.problem(heap, max: .max) == nil)
  }

  @Test(
    "names of all kinds are names",
    arguments: [
      "Unknown", "X", "O'Neill-Żółkowska", "Ní Dhuibhne", "D’Arcy", "St. John", "李", "ابن سینا",
      "Nguyễn Thị", "Catal·là",
    ])
  func names(name: String) {
    #expect(NameText.problem(name) == nil)
  }

  @Test(
    "what cannot be a name is told",
    arguments: [
      "", "-", "A1", "Smith;", "<b>", "a@b", "👤", "...", String(repeating: "a", count: 101),
    ])
  func notNames(name: String) {
    #expect(NameText.problem(name) != nil)
  }
}
