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

  @Test("No two actions have one name")
  func namesAreUnique() {
    let names = AppCommands.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
