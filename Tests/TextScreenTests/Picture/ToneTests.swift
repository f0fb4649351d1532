import Testing
import TextScreen

@Suite("Tones and symbols")
struct ToneTests {
  /// `listCursorTicked` is written `list.cursor.ticked`.
  private func dotted(_ name: String) -> String {
    var words = ""
    for letter in name { words += letter.isUppercase ? "." + letter.lowercased() : String(letter) }
    return words
  }

  @Test("each role has the name of its case", arguments: Tone.allCases)
  func names(tone: Tone) {
    #expect(tone.name == dotted("\(tone)"))
    #expect(Tone(name: tone.name) == tone)
    #expect(Tone(name: tone.name.uppercased()) == tone)
  }

  @Test("a role knows the names above it, nearest first")
  func ancestors() {
    #expect(Tone.listCursorTicked.ancestors == ["list.cursor", "list"])
    #expect(Tone.text.ancestors == [])
    #expect(Tone(name: "list.cursr") == nil)
  }

  @Test("each symbol has a name and a form of one cell", arguments: Symbol.allCases)
  func symbols(symbol: Symbol) {
    #expect(Symbol(name: symbol.name) == symbol)
    #expect(displayWidth(String(symbol.unicode)) == 1)
    #expect(symbol.ascii.isASCII)
  }
}
