package import CaseApp
package import TextScreen

/// The keymap and theme in use, and how they are changed while the program runs.
package final class LiveLooks {
  private let files: LookFiles
  private let folder: String
  private var choices: LookChoices
  package private(set) var theme: Theme
  package private(set) var keymap: Keymap
  private var themeName: String
  private var keymapName: String
  /// What was wrong with the worker's own files at the start.
  private var firstNotice: String?
  /// What the terminal said of its letters.
  var simplifiesLetters = false

  /// Asked for on the command line, else chosen before, else the worker's own file, else shipped.
  package init(files: LookFiles, folder: String, asked: LookChoices) {
    self.files = files
    self.folder = folder
    choices = LookChoices.read(from: folder)
    let ownTheme = files.themeNames.first { $0 == LookFiles.own }
    let ownKeys = files.keymapNames.first { $0 == LookFiles.own }
    let wantedTheme = asked.theme ?? choices.theme ?? ownTheme ?? ShippedFiles.firstTheme
    let wantedKeys = asked.keymap ?? choices.keymap ?? ownKeys ?? ShippedFiles.firstKeymap
    let foundTheme = files.theme(wantedTheme)
    let foundKeys = files.keymap(wantedKeys)
    (theme, themeName) = (foundTheme.theme, foundTheme.name)
    (keymap, keymapName) = (foundKeys.keymap, foundKeys.name)
    firstNotice = foundKeys.problem ?? foundTheme.problem
  }

  /// For the state: names to choose from, and what went wrong, if anything.
  package func looks(notice: String?) -> Looks {
    defer { firstNotice = nil }
    var looks = Looks(
      theme: themeName, themes: files.themeNames, keymap: keymapName, keymaps: files.keymapNames,
      lettersCommand: keymap.letters == .command,
      notice: notice ?? firstNotice)
    looks.simplifiesLetters = simplifiesLetters
    return looks
  }

  func useTheme(_ name: String, keep: Bool) -> Looks {
    let found = files.theme(name)
    (theme, themeName) = (found.theme, found.name)
    var notice = found.problem
    if keep, notice == nil {
      choices.theme = name
      notice = keepChoices()
    }
    return looks(notice: notice)
  }

  func useKeymap(_ name: String) -> Looks {
    let found = files.keymap(name)
    (keymap, keymapName) = (found.keymap, found.name)
    var notice = found.problem
    if notice == nil {
      choices.keymap = name
      notice = keepChoices()
    }
    return looks(notice: notice)
  }

  /// nil when it is kept; otherwise why it will be forgotten.
  private func keepChoices() -> String? {
    do {
      try choices.write(to: folder)
      return nil
    } catch let error as SystemError {
      return "In use now, but not kept: \(error.words)"
    } catch {
      return "In use now, but not kept"
    }
  }
}
