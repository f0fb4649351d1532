import Testing
import TextScreen

@Suite("Keys and how they are written")
struct KeyTests {
  @Test(
    "a key is printed as it is written in keymap files",
    arguments: [
      ("a", Key.character("a")), ("A", .character("A")), ("Space", .character(" ")),
      ("Comma", .character(",")), ("Hash", .character("#")), ("Ctrl+W", .control("W")),
      ("Ctrl+_", .control("_")), ("F1", .function(1)), ("F10", .function(10)), ("Enter", .enter),
      ("Esc", .escape), ("Tab", .tab), ("Shift+Tab", .shiftTab), ("Backspace", .backspace),
      ("Delete", .delete), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
      ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Ctrl+Left", .wordLeft),
      ("Ctrl+Right", .wordRight), ("~", .character("~")), ("+", .character("+")),
      ("é", .character("é")), ("Insert", .insert), ("Shift+F1", .other("Shift+F1")),
    ])
  func spelling(text: String, key: Key) {
    #expect(Key(spelling: text) == key)
    #expect(key.spelling == text)
  }

  @Test(
    "other ways to write a key are understood",
    arguments: [
      ("ctrl+w", Key.control("W")), ("CTRL+x", .control("X")), ("pgdn", .pageDown),
      ("PageDown", .pageDown), ("escape", .escape), ("Return", .enter), ("del", .delete),
      ("f5", .function(5)), ("Ctrl+I", .tab), ("Ctrl+M", .enter), ("Ctrl+H", .backspace),
      ("Ctrl+[", .escape), ("Ctrl+Space", .control("@")),
    ])
  func alternatives(text: String, key: Key) {
    #expect(Key(spelling: text) == key)
  }

  @Test(
    "what is no key is not taken for one",
    arguments: ["", "F0", "F99", "Ctrl+", "Ctrl+Wx", "Foo", "C-w", "<F1>", "Ctrl+é"])
  func nonsense(text: String) {
    #expect(Key(spelling: text) == nil)
  }

  @Test("a sequence is written with blanks")
  func sequence() {
    let sequence = KeySequence(spelling: "Ctrl+G  f")
    #expect(sequence == KeySequence([.control("G"), .character("f")]))
    #expect(sequence?.spelling == "Ctrl+G f")
    #expect(KeySequence(spelling: "") == nil)
    #expect(KeySequence(spelling: "Ctrl+G Foo") == nil)
    #expect(KeySequence(.control("G")).isStart(of: KeySequence([.control("G"), .tab])))
    #expect(!KeySequence(.tab).isStart(of: KeySequence(.tab)))
  }
}
