package import TextScreen

/// Keymaps and themes by name: the shipped ones, and the worker's own files over them.
///
/// The worker's own are `keys` and `theme` in `$XDG_CONFIG_HOME/throughcare`. A file that cannot be
/// used never stops the program: what is wrong is said by line, and a shipped one is used instead.
package struct LookFiles: Sendable {
  /// How the worker's own file is called among the names.
  package static let own = "own"
  /// Nobody types longer files by hand.
  private static let longest = 262_144

  private let folder: String
  private let actions: [KnownAction]

  package init(folder: String, actions: [KnownAction]) {
    self.folder = folder
    self.actions = actions
  }

  private var ownKeys: String { folder + "/keys" }
  private var ownTheme: String { folder + "/theme" }

  package var keymapNames: [String] { ShippedFiles.keymaps + own(ownKeys) }
  package var themeNames: [String] { ShippedFiles.themes + own(ownTheme) }

  private func own(_ path: String) -> [String] {
    PrivateFolder.exists(path) ? [LookFiles.own] : []
  }

  /// A keymap that works, and what was wrong on the way to it; nil when all was well.
  package func keymap(_ name: String) -> (keymap: Keymap, name: String, problem: String?) {
    do {
      let text = try text(of: name, own: ownKeys, shipped: ShippedFiles.keymap, kind: "keymap")
      let load = Keymap.load(
        text, actions: actions, base: ShippedFiles.keymap, isProven: name != LookFiles.own)
      if let keymap = load.keymap { return (keymap, name, nil) }
      return fallBack(to: name, Self.words(load.problems, in: place(of: name, ownKeys)))
    } catch {
      return fallBack(to: name, error.words)
    }
  }

  private func fallBack(
    to name: String, _ problem: String
  ) -> (keymap: Keymap, name: String, problem: String?) {
    guard name != ShippedFiles.firstKeymap else {
      return (Keymap.lastResort(actions: actions), name, problem)
    }
    let (keymap, fallback, further) = keymap(ShippedFiles.firstKeymap)
    return (keymap, fallback, further ?? problem)
  }

  /// A theme that works, and what was wrong on the way to it.
  package func theme(_ name: String) -> (theme: Theme, name: String, problem: String?) {
    let problem: String
    do {
      let text = try text(of: name, own: ownTheme, shipped: ShippedFiles.theme, kind: "theme")
      let load = Theme.load(text, base: ShippedFiles.theme)
      if let theme = load.theme { return (theme, name, nil) }
      problem = Self.words(load.problems, in: place(of: name, ownTheme))
    } catch {
      problem = error.words
    }
    guard name != ShippedFiles.firstTheme else { return (Theme.builtIn, name, problem) }
    let (theme, fallback, further) = theme(ShippedFiles.firstTheme)
    return (theme, fallback, further ?? problem)
  }

  private func place(of name: String, _ ownPath: String) -> String {
    name == LookFiles.own ? ownPath : name
  }

  private struct NotReadable: Error {
    let words: String
  }

  private func text(
    of name: String, own path: String, shipped: (String) -> String?, kind: String
  ) throws(NotReadable) -> String {
    if name == LookFiles.own { return try Self.read(path) }
    guard let text = shipped(name) else {
      throw NotReadable(words: "There is no \(kind) \"\(name)\"")
    }
    return text
  }

  private static func read(_ path: String) throws(NotReadable) -> String {
    do {
      return try text(at: path)
    } catch let error as SystemError {
      throw NotReadable(words: error.words)
    } catch {
      throw NotReadable(words: "\(path) cannot be read")
    }
  }

  /// A file of the worker's own as text.
  ///
  /// - Throws: `SystemError`, or `CommandFailure` when it is not UTF-8.
  package static func text(at path: String) throws -> String {
    let bytes = try FileHandle(reading: path).readAll(limit: longest)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(path) is not valid UTF-8")
    }
    return text
  }

  /// The first problem with its line, and how many more there are.
  private static func words(_ problems: [FileProblem], in file: String) -> String {
    let first = problems.first?.description ?? "it cannot be used"
    let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    return "\(file), \(first)\(more)"
  }
}
