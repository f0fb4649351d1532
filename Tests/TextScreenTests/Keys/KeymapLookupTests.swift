import Testing
import TextScreen

@Suite("Looking keys up")
struct KeymapLookupTests {
  private func keymap(_ name: String = "default") throws -> Keymap {
    try #require(try ShippedKeymapTests.load(name).keymap)
  }

  private func lookup(_ map: Keymap, _ keys: String, _ places: [Place]) throws -> Keymap.Meaning {
    map.lookup(try #require(KeySequence(spelling: keys)), places: places)
  }

  @Test("the nearest place wins, and anywhere comes last")
  func precedence() throws {
    let map = try keymap()
    #expect(try lookup(map, "Tab", [.list]) == .action("next-pane"))
    #expect(try lookup(map, "Tab", [.text, .form]) == .action("next-field"))
    #expect(try lookup(map, "PgDn", [.text, .form]) == .action("text-page-down"))
    #expect(try lookup(map, "F5", [.text, .form]) == .action("refresh"))
    #expect(try lookup(map, "x", [.list]) == .none)
  }

  @Test("a menu opens on its key and takes the next one")
  func menus() throws {
    let map = try keymap()
    #expect(try lookup(map, "Ctrl+G", [.form]) == .menu(.goTo, action: "go-to"))
    #expect(try lookup(map, "Ctrl+G c", [.form]) == .action("caseload"))
    #expect(try lookup(map, "Ctrl+G !", [.form]) == .none)
    #expect(try lookup(map, "Ctrl+X", [.form]) == .action("back"))
    let emacs = try keymap("emacs")
    #expect(try lookup(emacs, "Ctrl+X", [.form]) == .prefix)
    #expect(try lookup(emacs, "Ctrl+X b", [.form]) == .menu(.goTo, action: "go-to"))
    #expect(try lookup(emacs, "Esc", [.list]) == .prefix)
  }

  @Test("in vim g opens a menu where g g is the first row")
  func vim() throws {
    let map = try keymap("vim")
    #expect(try lookup(map, "g", [.list, .normal]) == .menu(.goTo, action: "go-to"))
    #expect(try lookup(map, "g g", [.list, .normal]) == .action("top"))
    #expect(try lookup(map, "g g g", [.form, .normal]) == .action("settings"))
    #expect(
      try lookup(map, "g z", [.list, .normal]) == .menu(.officeLists, action: "office-lists"))
    #expect(try lookup(map, "g z w", [.list, .normal]) == .action("workers"))
    #expect(try lookup(map, "]", [.list, .normal]) == .prefix)
  }

  @Test("a menu shows the letters that work behind the key that opened it")
  func panel() throws {
    let map = try keymap("vim")
    let g = try #require(KeySequence(spelling: "g"))
    let inList = map.menu(.goTo, openedBy: g, places: [.list, .normal]).map(\.keys.spelling)
    #expect(!inList.contains("g") && inList.contains("z") && inList.contains("c"))
    let inForm = map.menu(.goTo, openedBy: g, places: [.form, .normal]).map(\.keys.spelling)
    #expect(inForm.contains("g"))
    #expect(map.bindings(in: .goTo).first?.action == "home")
  }

  @Test("help and key bar read the live map")
  func keysForActions() throws {
    let map = try keymap()
    #expect(map.keys(for: "save").map(\.spelling) == ["F2", "Ctrl+W"])
    #expect(map.keys(for: "tick", in: .list).map(\.spelling) == ["Ctrl+T", "Space"])
    #expect(map.keys(for: "next-pane", in: .list).map(\.spelling) == ["Tab", "F6"])
    #expect(map.shortestKeys(for: "caseload", places: [.list])?.spelling == "Ctrl+G c")
    #expect(map.shortestKeys(for: "workers", places: [.list])?.spelling == "Ctrl+G g w")
    #expect(map.shortestKeys(for: "quit", places: [.list])?.spelling == "F10 q")
    #expect(map.shortestKeys(for: "discard-draft", places: [.list])?.spelling == "F9 x")
    #expect(map.shortestKeys(for: "delete-word", places: [.form]) == nil)
  }

  @Test("the table of a map names every place, action and key")
  func table() throws {
    let text = try keymap().table(actions: exampleActions)
    #expect(text.hasPrefix("Keymap Default (office), letters type\n"))
    #expect(text.contains("\n[go-to]\n  home "))
    #expect(text.contains("save               F2, Ctrl+W") || text.contains("F2, Ctrl+W"))
    let vim = try keymap("vim").table(actions: exampleActions)
    #expect(vim.contains("  :w  save"))
    #expect(
      try keymap().keyCard(actions: exampleActions).split(separator: "\n").allSatisfy {
        $0.count <= 80
      })
  }
}
