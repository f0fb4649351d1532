import CaseApp
import CaseScreens
import Testing
import TextScreen

@Suite("Shipped keymaps")
struct KeymapTests {
  @Test("Every action of a shipped keymap exists", arguments: ["default", "vim", "emacs"])
  func actionsExist(name: String) {
    let load = Keymap.load(ScreenScript.text(name) ?? "", actions: AppCommands.all) {
      ScreenScript.text($0)
    }
    #expect(load.problems.map(\.words) == [])
    #expect(load.keymap != nil)
  }

  @Test("In the vim keymap :w saves, and does not run the first command that begins with w")
  func colonWords() throws {
    let keymap = try #require(
      Keymap.load(ScreenScript.text("vim") ?? "", actions: AppCommands.all) {
        ScreenScript.text($0)
      }.keymap)
    var script = ScreenScript(records: ExampleRecords(unfinished: []))
    script.press("Ctrl+K")
    script.type("w")
    func enter() -> AppAction? {
      AppKeys.action(for: .enter, state: script.state, keymap: keymap, size: .design)
    }
    guard case .pressed(.save, _)? = enter() else {
      Issue.record("Enter after :w saves")
      return
    }
    script.type("o")
    guard case .pressed(.take, _)? = enter() else {
      Issue.record("other words take what fits")
      return
    }
  }

  @Test("A key that works everywhere works over a menu too, and its letters are not the menu's")
  func everywhere() {
    var script = ScreenScript(records: ExampleRecords(unfinished: []))
    script.press("Ctrl+G")
    script.press("Ctrl+K")
    script.type("mon")
    guard case .palette(let palette)? = script.state.popup else {
      Issue.record("Ctrl+K opens the commands")
      return
    }
    #expect(palette.query == "mon")
    script.press("Esc")
    script.press("Ctrl+G")
    script.press("Ctrl+N")
    guard case .menu(.new, _)? = script.state.popup else {
      Issue.record("one menu gives way to another")
      return
    }
    script.press("F1")
    guard case .help? = script.state.popup else {
      Issue.record("help opens over a menu")
      return
    }
  }

  @Test("No two actions have one name")
  func namesAreUnique() {
    let names = AppCommands.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
