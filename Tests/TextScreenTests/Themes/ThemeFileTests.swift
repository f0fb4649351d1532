import Testing
import TextScreen

@Suite("Reading a theme file")
struct ThemeFileTests {
  static func load(_ text: String, base: String? = nil) -> ThemeLoad {
    Theme.load(text) { $0 == "base" ? base : nil }
  }

  @Test(
    "a mistake is said with its line and in words",
    arguments: [
      ("[colours]\nink = grene", "line 2: no colour is called 'grene'. Did you mean 'green'?"),
      ("[colours]\nink = grey ; 300", "line 2: '300' is not a number from 0 to 255"),
      ("[colours]\nink = grey ; 7 ; #12345", "line 2: '#12345' is not a colour of the form"),
      ("[colours]\nred = blue", "line 2: 'red' is one of the sixteen names"),
      ("[colours]\nink = grey;1;#000000;x", "line 2: a colour has three forms"),
      (
        "[roles]\nlist.cursr = red on black",
        "line 2: no role 'list.cursr'. Did you mean 'list.cursor'?"
      ),
      ("[roles]\ntext = ink on black", "line 2: 'text' uses the colour 'ink', which is not given."),
      ("[roles]\ntext = red over black", "line 2: write a role as: colour on colour, bold"),
      ("[roles]\ntext = red on black, blink", "line 2: 'blink' is not bold, underline"),
      ("[roles]\ntext = red\ntext = blue", "line 3: 'text' is already given in line 2"),
      ("[no-colour]\ntext = red", "line 2: 'red' is not bold, underline"),
      ("[lines]\nhorizontal = ✓", "line 2: '✓' is not a line character"),
      ("[lines]\nhorizontal = --", "line 2: '--' is not a line character"),
      ("[lines]\nhorizontl = -", "line 2: no line or mark 'horizontl'. Did you mean 'horizontal'?"),
      ("[lins]", "line 1: there is no part [lins] in a theme. Did you mean [lines]?"),
      ("background = pink", "line 1: background is 'dark' or 'light', not 'pink'"),
      ("ink = red", "line 1: 'ink' stands before the first [part]"),
      ("based-on = other", "line 1: there is no theme 'other'"),
      ("[roles]\nnonsense", "line 2: 'nonsense' is not of the form name = value"),
    ])
  func mistakes(text: String, message: String) {
    let load = Self.load(text)
    let said = load.problems.map(\.description).joined(separator: "\n")
    #expect(said.contains(message), "\(said)")
    #expect(load.theme == nil)
  }

  @Test("a role that is not named looks like the one above it")
  func parents() throws {
    let theme = try #require(
      Self.load(
        """
        [roles]
        text = grey on black
        list.* = cyan on black, underline
        list.cursor = black on cyan
        field = white
        field.focus = bold
        list.cursor.ticked = red
        """
      ).theme)
    let style = { (tone: Tone) in theme.style(of: tone, at: .sixteen) }
    #expect(style(.ok) == style(.text))
    #expect(style(.listRow).foreground == .indexed(6))
    #expect(style(.listRow).attributes == .underline)
    #expect(style(.listCursor) == Style(foreground: .indexed(0), background: .indexed(6)))
    #expect(style(.listCursorTicked) == Style(foreground: .indexed(1), background: .indexed(6)))
    #expect(style(.fieldValue) == Style(foreground: .indexed(15), background: .indexed(0)))
    #expect(style(.fieldFocus).attributes == .bold)
    #expect(style(.fieldFocus).foreground == .indexed(15))
  }

  @Test("a colour is given in three forms, one for each kind of terminal")
  func depths() throws {
    let theme = try #require(
      Self.load(
        """
        [colours]
        ink = b-cyan ; 117 ; #87d7ff  # comment
        [roles]
        text = ink on black
        [no-colour]
        text = bold
        """
      ).theme)
    #expect(theme.style(of: .text, at: .trueColour).foreground == .rgb(RGB(0x87, 0xD7, 0xFF)))
    #expect(theme.style(of: .text, at: .indexed).foreground == .indexed(117))
    #expect(theme.style(of: .text, at: .sixteen).foreground == .indexed(14))
    let eight = theme.style(of: .text, at: .eight)
    #expect(eight.foreground == .indexed(6) && eight.attributes == .bold)
    #expect(theme.style(of: .text, at: .none) == Style(attributes: .bold))
  }

  @Test("with eight colours a bright background is bright letters reversed")
  func brightBackground() throws {
    let theme = try #require(Self.load("[roles]\ntext = black on b-yellow").theme)
    #expect(
      theme.style(of: .text, at: .eight)
        == Style(
          foreground: .indexed(3), background: .indexed(0), attributes: [.reverse, .bold]))
  }

  @Test("a theme changes one colour of the one it is based on")
  func based() throws {
    let base =
      "name = Base\n[colours]\nink = red\n[roles]\ntext = ink on black\n[lines]\nvertical = ║"
    let theme = try #require(Self.load("based-on = base\n[colours]\nink = blue", base: base).theme)
    #expect(theme.name == "Base")
    #expect(theme.style(of: .text, at: .sixteen).foreground == .indexed(4))
    #expect(theme.character(for: .vertical) == "║")
    #expect(theme.character(for: .horizontal) == "─")
    let broken = Self.load("based-on = base", base: "[roles]\ntext = nothing")
    #expect(broken.problems.map(\.line) == [1])
  }

  @Test("found letters are underlined at least")
  func found() throws {
    let styles = Theme.builtIn.styles(at: .none)
    #expect(styles[.listRow, isEmphasised: true].attributes.contains(.underline))
    #expect(!styles[.listRow, isEmphasised: false].attributes.contains(.underline))
  }

  @Test("without a file the focus still shows")
  func builtIn() {
    #expect(ThemeCheck(.builtIn).problems == [])
  }
}
