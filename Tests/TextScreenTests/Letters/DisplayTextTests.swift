import Testing
import TextScreen

@Suite("Cutting, filling and wrapping")
struct DisplayTextTests {
  @Test(
    "a text is cut on the edge of a letter, with an ellipsis",
    arguments: [
      ("Pentonville", 11, "Pentonville"), ("Pentonville", 10, "Pentonvil…"), ("Siân", 3, "Si…"),
      ("作業中", 5, "作業…"), ("作業中", 4, "作…"), ("abc", 1, "…"), ("abc", 0, ""),
      ("Sia\u{302}n", 4, "Sia\u{302}n"),
    ])
  func truncate(text: String, width: Int, cut: String) {
    #expect(truncated(text, to: width) == cut)
  }

  @Test("three dots where there is no ellipsis")
  func dots() {
    #expect(truncated("Pentonville", to: 8, ellipsis: "...") == "Pento...")
    #expect(truncated("Pentonville", to: 2, ellipsis: "...") == "..")
  }

  @Test("a text is filled up to its width on either side")
  func pad() {
    #expect(padded("7", to: 3, align: .right) == "  7")
    #expect(padded("作", to: 4) == "作  ")
    #expect(padded("ab", to: 5, align: .centre) == " ab  ")
    #expect(padded("abcdef", to: 3) == "ab…")
  }

  @Test(
    "lines are cut at blanks, and in long words where they must be",
    arguments: [
      ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\nb", 9, ["a", "b"]), ("a\n", 9, ["a", ""]),
      ("a\r\n\r\nb", 9, ["a", "", "b"]), ("作業作業", 5, ["作業", "作業"]), ("x", 0, ["x"]),
      ("ab  cd", 3, ["ab ", "cd"]), ("one two three", 8, ["one two", "three"]),
    ])
  func wrap(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, to: width).map(\.text) == lines)
  }

  @Test("each line knows which letters of the text it shows", arguments: [1, 3, 7, 20])
  func positions(width: Int) {
    let text = "Using daily since\nrelease  in August.\n\nWants averyverylongword on 作業 a script. "
    let letters = Array(text)
    var next = 0
    for line in wrapped(text, to: width) {
      #expect(line.start >= next && line.start <= next + 1)
      #expect(line.text == String(letters[line.start..<line.end]))
      next = line.end
    }
    #expect(letters.count - next <= 1)
  }

  @Test("a letter and its marks become one scalar where there is one")
  func compose() {
    let typed = composed("Sia\u{302}n Nguye\u{302}\u{303}n и\u{306}")
    #expect(typed.unicodeScalars.map(\.value).contains(0x302) == false)
    #expect(typed == "Siân Nguyễn й")
    #expect(composed("x\u{302}").unicodeScalars.count == 2)
  }

  @Test(
    "a display without Unicode shows the plainest letter, never none",
    arguments: [
      ("Siân", "Sian"), ("Łukasz Ørsted", "Lukasz Orsted"), ("NGUYỄN", "NGUYEN"),
      ("O’Connor “x” – 5 €", "O'Connor \"x\" - 5 E"), ("Иванов", "Ivanov"), ("作", "?"),
      ("Sia\u{302}n", "Sian"), ("Þór Æsa", "Tor Asa"),
    ])
  func simplify(text: String, plain: String) {
    let shown = text.compactMap(\.unicodeScalars.first).map(plainLetter)
    #expect(String(String.UnicodeScalarView(shown)) == plain)
  }

  @Test("every Latin letter has a plain one")
  func allLatin() {
    for value in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(plainLetter(scalar) != "?", "U+\(String(value, radix: 16))")
    }
  }
}
