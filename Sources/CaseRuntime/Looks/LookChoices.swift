import TextScreen

/// Which keymap and theme the worker has chosen, kept between sessions in a small file.
package struct LookChoices: Equatable, Sendable {
  package var theme: String?
  package var keymap: String?

  package init(theme: String? = nil, keymap: String? = nil) {
    self.theme = theme
    self.keymap = keymap
  }

  private static let longest = 4_096

  private static func path(in folder: String) -> String { folder + "/choices" }

  /// What was chosen; a missing or unreadable file is no choice.
  package static func read(from folder: String) -> LookChoices {
    var choices = LookChoices()
    guard PrivateFolder.exists(path(in: folder)) else { return choices }
    do {
      let bytes = try FileHandle(reading: path(in: folder)).readAll(limit: longest)
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1).map { word($0) }
        guard parts.count == 2 else { continue }
        switch parts[0] {
        case "theme": choices.theme = parts[1]
        case "keymap": choices.keymap = parts[1]
        default: continue
        }
      }
    } catch {
      return LookChoices()
    }
    return choices
  }

  private static func word(_ text: Substring) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  /// Keeps the choice for the next time.
  ///
  /// - Throws: `SystemError`
  package func write(to folder: String) throws {
    try PrivateFolder.makeAll(folder)
    let lines = [theme.map { "theme = \($0)\n" }, keymap.map { "keymap = \($0)\n" }]
    try FileHandle.replace(
      Self.path(in: folder), with: lines.compactMap(\.self).joined())
  }
}
