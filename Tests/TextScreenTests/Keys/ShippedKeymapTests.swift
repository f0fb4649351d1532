import Testing
import TextScreen

@Suite("The shipped keymaps")
struct ShippedKeymapTests {
  static let names = ["default", "vim", "emacs"]

  static func load(_ name: String) throws -> KeymapLoad {
    let text = try ShippedFiles.text("keymaps/\(name).keys")
    let base = try ShippedFiles.text("keymaps/default.keys")
    return Keymap.load(text, actions: exampleActions) { $0 == "default" ? base : nil }
  }

  @Test("pass the loader's own check", arguments: names)
  func pass(name: String) throws {
    let load = try Self.load(name)
    #expect(load.problems.map(\.description) == [])
    #expect(load.keymap != nil)
  }

  static func lookup(_ map: String, _ keys: String, _ places: [Place]) throws -> Keymap.Meaning {
    let keymap = try #require(try load(map).keymap)
    return keymap.lookup(try #require(KeySequence(spelling: keys)), places: places)
  }

  @Test(
    "mean in each place what their table says",
    arguments: [
      ("default", "F1", Place.list, "help"),
      ("default", "F2", .form, "save"), ("default", "Ctrl+W", .form, "save"),
      ("default", "Ctrl+X", .form, "back"), ("default", "Esc", .dialog, "back"),
      ("default", "?", .list, "help"), ("default", "/", .list, "filter"),
      ("default", "Space", .list, "tick"), ("default", "Tab", .list, "next-pane"),
      ("default", "Tab", .form, "next-field"), ("default", "Enter", .form, "next-field"),
      ("default", "Enter", .text, "new-line"), ("default", "Ctrl+G f", .form, "go-to-field"),
      ("default", "Ctrl+G d", .list, "deadlines"), ("default", "[", .list, "earlier"),
      ("default", "Ctrl+G k", .list, "custody"), ("default", "Ctrl+G t y", .list, "bail-returns"),
      ("default", "Ctrl+G g g", .list, "settings"), ("default", "Ctrl+N k", .list, "new-arrival"),
      ("default", "F7 z", .list, "zoom"), ("default", "F10 b", .form, "back"),
      ("default", "Ctrl+E q", .form, "quit"), ("default", "F9 x", .form, "discard-draft"),
      ("vim", "j", .list, "down"), ("vim", "g g", .list, "top"), ("vim", "G", .list, "bottom"),
      ("vim", "g c", .list, "caseload"), ("vim", "Ctrl+G g g", .list, "settings"),
      ("vim", "u", .normal, "undo"), ("vim", "Ctrl+R", .normal, "redo"),
      ("vim", "Z Z", .normal, "save-and-close"), ("vim", "Ctrl+W j", .normal, "pane-2"),
      ("vim", "Ctrl+W", .insert, "delete-word"), ("vim", "] e", .normal, "next-error"),
      ("vim", "q", .normal, "back"), ("vim", "Esc", .insert, "stop-typing"),
      ("vim", "o k", .normal, "new-arrival"), ("vim", "i", .form, "edit"),
      ("emacs", "Ctrl+X s", .form, "save"), ("emacs", "Ctrl+N", .list, "down"),
      ("emacs", "Ctrl+N", .form, "next-field"), ("emacs", "Esc x", .list, "commands"),
      ("emacs", "Ctrl+X b f", .form, "go-to-field"), ("emacs", "Ctrl+X b g b", .list, "holidays"),
      ("emacs", "Ctrl+X b 3", .list, "pane-3"), ("emacs", "Ctrl+_", .form, "undo"),
      ("emacs", "Ctrl+G", .list, "back"), ("emacs", "Esc Esc", .list, "back"),
      ("emacs", "Esc <", .list, "top"), ("emacs", "Ctrl+K", .form, "cut-to-end"),
      ("emacs", "Ctrl+K", .list, "none"),
    ])
  func meanings(map: String, keys: String, place: Place, action: String) throws {
    let expected: Keymap.Meaning = action == "none" ? .none : .action(action)
    if map == "vim", place != .insert {
      #expect(try Self.lookup(map, keys, [place, .normal]) == expected)
    } else {
      #expect(try Self.lookup(map, keys, [place]) == expected)
    }
  }
}
