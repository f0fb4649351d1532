import FoundationEssentials
import Glibc
import TestSupport

/// A demonstration of a few invented people, made once for all tests and copied for each.
enum DemoFile {
  private static let made = Result { try make() }

  private static func make() throws -> Data {
    let program = BuiltProgram(home: try TemporaryFolder())
    let path = program.home.path + "/demo.db"
    let result = try program.run("demo", "--people", "12", "--make-only", "--data", path)
    guard result.code == 0 else { throw Desk.NoTerminal(step: result.errors) }
    return try Data(contentsOf: URL(filePath: path))
  }

  /// A file of its own in the program's home; answers with its path.
  static func copy(for program: BuiltProgram) throws -> String {
    let path = program.home.path + "/records.db"
    try made.get().write(to: URL(filePath: path))
    chmod(path, 0o600)
    return path
  }
}

extension Desk {
  /// A name that stands on the first list of every demonstration of this size.
  static let name = "GROVES"
  static let esc = "\u{1B}"

  /// At work on a demonstration, with Today on show.
  static func atWork(
    _ program: BuiltProgram, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], keymap: String = "default", shows: String = "",
    through script: String? = nil
  ) throws -> Desk {
    let path = program.home.path + "/records.db"
    if access(path, F_OK) != 0 { _ = try DemoFile.copy(for: program) }
    let desk = try Desk(
      program, ["--data", path, "--keymap", keymap], columns: columns, rows: rows,
      environment: environment, shows: shows, through: script)
    try desk.wait(for: "What to try first")
    try desk.press(esc, until: "unfinished form")
    try desk.press(esc, untilWithout: "unfinished form")
    try desk.wait(for: "In custody now")
    return desk
  }

  /// Presses the key, again if nobody listened yet, until the words are there.
  func press(_ keys: String, until words: String) throws {
    try press(keys, for: "\"\(words)\"") { $0.glass.text.contains(words) }
  }

  func press(_ keys: String, untilWithout words: String) throws {
    try press(keys, for: "the end of \"\(words)\"") { !$0.glass.text.contains(words) }
  }

  private func press(_ keys: String, for wanted: String, until holds: (Desk) -> Bool) throws {
    for _ in 0..<40 where !holds(self) {
      type(keys)
      do {
        try wait(milliseconds: 500, for: wanted, until: holds)
      } catch is NotSeen {
        // A question does not hear keys that were typed before it could be read.
        continue
      }
    }
    guard holds(self) else { throw NotSeen(wanted: wanted, screen: glass.text) }
  }

  /// Opens the form for an arrival and types into its second field.
  func beginArrival(cell: String) throws {
    type("\u{0E}")
    try wait(for: "Arrival in custody")
    type("k")
    try wait(for: "1  * Suite")
    for letter in cell { type(String(letter)) }
    try wait(for: "[\(cell)")
  }
}
