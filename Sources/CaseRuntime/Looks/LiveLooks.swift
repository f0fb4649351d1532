package import CaseApp
package import TextScreen

/// The keymap and theme to begin with: asked for, chosen before, the worker's own, or shipped.
package struct ChosenLooks: Sendable {
  fileprivate let files: LookFiles
  fileprivate let folder: String
  fileprivate let choices: LookChoices
  fileprivate let theme: (theme: Theme, name: String, problem: String?)
  fileprivate let keymap: (keymap: Keymap, name: String, problem: String?)

  /// Asked for on the command line, else chosen before, else the worker's own file, else shipped.
  package init(files: LookFiles, folder: String, asked: LookChoices) {
    self.files = files
    self.folder = folder
    choices = LookChoices.read(from: folder)
    let ownTheme = files.themeNames.first { $0 == LookFiles.own }
    let ownKeys = files.keymapNames.first { $0 == LookFiles.own }
    theme = files.theme(asked.theme ?? choices.theme ?? ownTheme ?? ShippedFiles.firstTheme)
    keymap = files.keymap(asked.keymap ?? choices.keymap ?? ownKeys ?? ShippedFiles.firstKeymap)
  }
}

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

  package convenience init(files: LookFiles, folder: String, asked: LookChoices) {
    self.init(ChosenLooks(files: files, folder: folder, asked: asked))
  }

  package init(_ chosen: ChosenLooks) {
    files = chosen.files
    folder = chosen.folder
    choices = chosen.choices
    (theme, themeName) = (chosen.theme.theme, chosen.theme.name)
    (keymap, keymapName) = (chosen.keymap.keymap, chosen.keymap.name)
    firstNotice = chosen.keymap.problem ?? chosen.theme.problem
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
