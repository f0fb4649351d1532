import Testing
import TextScreen

@Suite("Reading a keymap file")
struct KeymapFileTests {
  static let base = """
    name = Base
    [anywhere]
    help = F1, Ctrl+P
    find = F3, Ctrl+F
    refresh = F5, Ctrl+R
    go-to = Ctrl+G
    [list]
    open = Enter
    down = Down
    [go-to]
    caseload = c
    """

  static func load(_ text: String) -> KeymapLoad {
    Keymap.load(text, actions: exampleActions) { $0 == "base" ? base : nil }
  }

  @Test(
    "a mistake is said with its line and in words",
    arguments: [
      ("[anywhere]\nsaev = F2", "line 2: no action 'saev'. Did you mean 'save'?"),
      ("[anywhere]\nxyzzy = F2", "line 2: no action 'xyzzy'."),
      ("[lst]", "line 1: there is no place [lst]. Did you mean [list]?"),
      ("[list", "line 1: '[list' needs a closing ]"),
      ("[list]\nopen Enter", "line 2: 'open Enter' is not of the form name = value"),
      ("[anywhere]\nfind = F99", "line 2: no key is called 'F99'."),
      ("[anywhere]\nfind = PgDwn", "Did you mean 'PgDn'?"),
      ("[anywhere]\nfind = C-w", "Keys are written like 'Ctrl+W'."),
      ("[anywhere]\nfind = F3,, F4", "line 2: a key is missing between two commas"),
      (
        "[anywhere]\nfind = F3\nfind = F4", "line 3: 'find' already has its keys in line 2"
      ),
      (
        "[anywhere]\nfind = F4\nchoices = F4",
        "line 3: F4 is bound twice in [anywhere]: 'find' (line 2) and 'choices' (line 3)"
      ),
      ("[anywhere]\nfind = F3, F3", "F3 is bound twice in [anywhere]"),
      (
        "[anywhere]\nfind = Ctrl+P\nzoom = Ctrl+P x",
        "line 3: Ctrl+P is 'find' (line 2) and cannot also start Ctrl+P x, 'zoom' (line 3)"
      ),
      (
        "[anywhere]\nfind = Ctrl+P x\n[list]\nopen = Enter, Ctrl+P",
        "Ctrl+P"
      ),
      ("[form]\nopen = Enter", "line 2: 'open' has no meaning in [form]; it belongs in [list]"),
      ("[anywhere]\nfind = f", "line 2: f is for typing in [anywhere]"),
      ("[list]\nopen = o", "line 2: o is for typing in [list]"),
      ("[form]\nsend = F4", "line 2: 'send' cannot be on a single key"),
      ("based-on = nothing", "line 1: there is no keymap 'nothing' to base this on"),
      ("letters = both", "line 1: letters is 'type' or 'command', not 'both'"),
      ("colour = red", "line 1: 'colour' stands before the first [place]"),
      ("[anywhere]\nfind = Ctrl+A", "line 2: Ctrl+A cannot be the only key for 'find'"),
      ("[anywhere]\nfind = Esc\nback = F4", "Esc"),
    ])
  func mistakes(text: String, message: String) {
    let load = Self.load(text)
    let said = load.problems.map(\.description).joined(separator: "\n")
    if message == "Ctrl+P" {
      // A place may give a key of its own to what elsewhere starts a sequence.
      #expect(load.problems.isEmpty, "\(said)")
    } else if message == "Esc" {
      #expect(load.problems.isEmpty, "\(said)")
    } else {
      #expect(said.contains(message), "\(said)")
      #expect(load.keymap == nil)
    }
  }

  @Test(
    "keys that harm somewhere are refused with the reason",
    arguments: [
      "Ctrl+S", "Ctrl+Q", "Ctrl+Z", "Ctrl+C", "Ctrl+\\", "Ctrl+V", "Ctrl+J", "Ctrl+]", "Ctrl+^",
      "Ctrl+@", "Ctrl+Space", "~", "Insert", "F11", "F12", "Shift+F1", "Ctrl+F5", "Alt+x",
      "Shift+PgUp", "Ctrl+PgDn", "Ctrl+Enter", "Shift+Enter", "Ctrl+Tab", "Ctrl+Shift+A",
      "Ctrl+X Ctrl+S",
    ])
  func forbidden(key: String) throws {
    let load = Self.load("[anywhere]\nfind = F3, \(key)")
    let problem = try #require(load.problems.first)
    #expect(problem.line == 2)
    #expect(problem.words.contains("cannot be used: "))
  }

  @Test("a personal file needs only the differences")
  func based() throws {
    let load = Self.load(
      "name = Mine\nbased-on = base\n[anywhere]\nrefresh = none\nfind = F3, Ctrl+R # taken")
    let keymap = try #require(load.keymap)
    #expect(keymap.name == "Mine")
    #expect(keymap.lookup(.control("R"), places: [.list]) == .action("find"))
    #expect(keymap.lookup(.control("F"), places: [.list]) == .none)
    #expect(keymap.lookup(.function(5), places: [.list]) == .none)
    #expect(keymap.lookup(.down, places: [.list]) == .action("down"))
    #expect(keymap.keys(for: "refresh") == [])
  }

  @Test("a key that a personal file gives away is taken from the base")
  func taken() throws {
    let keymap = try #require(
      Self.load("based-on = base\n[anywhere]\nfind = Ctrl+P, F3").keymap)
    #expect(keymap.lookup(.control("P"), places: []) == .action("find"))
    #expect(keymap.keys(for: "help").map(\.spelling) == ["F1"])
  }

  @Test("mistakes of the base are not blamed on lines of the file")
  func brokenBase() {
    let load = Keymap.load("based-on = bad\n", actions: exampleActions) { _ in "[list]\nxx = F4" }
    #expect(
      load.problems.map(\.description) == ["line 1: the keymap 'bad' has mistakes of its own"])
    let loop = Keymap.load("based-on = self", actions: exampleActions) { _ in "based-on = self" }
    #expect(loop.keymap == nil)
  }

  @Test(
    "no file can lock a user out", arguments: ["help", "back", "save", "commands", "leave-menu"])
  func kept(action: String) throws {
    let keymap = try #require(Self.load("[anywhere]\n\(action) = none").keymap)
    #expect(!keymap.keys(for: action).isEmpty)
  }

  @Test("a place cannot hide a needed action")
  func shadowed() {
    let load = Self.load("[dialog]\npress = Esc, Ctrl+X")
    #expect(
      load.problems.map(\.words) == ["'back' has no key left in [dialog]; it always needs one"])
  }

  @Test("signs that mean something in the file can be bound by name")
  func signs() throws {
    let keymap = try #require(
      Self.load("[list]\nopen = Comma, Hash, =  # a comment\ndown = Down").keymap)
    #expect(
      keymap.keys(for: "open", in: .list).map(\.spelling) == ["Comma", "Hash", "="])
  }

  @Test("words after a colon run actions from the box of commands")
  func words() throws {
    let keymap = try #require(Self.load("letters = command\n[anywhere]\nsave = F2, :w").keymap)
    #expect(keymap.words == ["w": "save"])
    #expect(keymap.letters == .command)
  }

  @Test("hostile and odd files are refused in words, and never stop the program")
  func odd() {
    for text in [
      "\u{0}\u{1B}[2J = x", String(repeating: "[", count: 5000), "=", "= =", "[]", "\r\r",
    ] {
      for problem in Self.load(text).problems {
        #expect(!problem.description.unicodeScalars.contains("\u{1B}"))
        #expect(problem.description.count < 200)
      }
    }
  }

  @Test("the few built-in keys work without any file")
  func lastResort() {
    let keymap = Keymap.lastResort(actions: exampleActions)
    #expect(keymap.lookup(.function(2), places: [.form]) == .action("save"))
    #expect(keymap.lookup(.escape, places: [.list]) == .action("back"))
    #expect(keymap.lookup(.function(10), places: [.list]) == .menu(.leave, action: "leave-menu"))
  }
}
