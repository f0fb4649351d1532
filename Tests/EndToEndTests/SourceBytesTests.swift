import SQLite
import TestSupport
import Testing

/// INT-005: what goes to the terminal, byte by byte.
@Suite("The bytes an officer's and a team leader's terminal get")
struct SourceBytesTests {
  private static let words = [
    "zebulonquist", "yttriumcousin", "wolframkitchen", "xanthopsia", "vermiculite", "quokka7",
  ]

  /// A demonstration whose sources all have words that nothing else has.
  private static func planted(_ program: BuiltProgram) throws -> String {
    let path = program.home.path + "/planted.db"
    let made = try program.run("demo", "--people", "12", "--make-only", "--data", path)
    #expect(made.code == 0)
    let records = try Connection(path: path, for: .writing)
    try records.execute(
      """
      UPDATE intelligence_source
      SET family_name = 'Zebulonquist', identity = 'Yttriumcousin', how_known = 'Wolframkitchen',
          contact = 'Xanthopsia', client_family = 'Vermiculite', disclosure = 'QUOKKA7'
      WHERE struck_at IS NULL
      """)
    return path
  }

  /// Queue, all reports, a report, its actions and history, bronze actions and one of them.
  private static func walk(
    _ program: BuiltProgram, _ path: String, as role: String
  ) throws -> String {
    let desk = try Desk(program, ["demo", "--data", path, "--as", role], columns: 140, rows: 45)
    try desk.wait(for: "What to try first")
    try desk.press(Desk.esc, untilWithout: "What to try first")
    let (control, kill) = ("\u{07}", "\u{0B}")
    for keys in [control + "i", "\r", "\u{1B}[6~", "\u{1B}[20~", Desk.esc, "<", Desk.esc, Desk.esc]
    {
      desk.type(keys)
      desk.settle()
    }
    for keys in [control + "b", "\r", "\u{1B}[6~", Desk.esc, control + "ve", "\r", Desk.esc] {
      desk.type(keys)
      desk.settle()
    }
    for keys in [kill, "source", Desk.esc, Desk.esc] {
      desk.type(keys)
      desk.settle()
    }
    #expect(desk.bytes.count > 10_000)
    desk.signal(15)
    _ = try desk.end()
    return String(decoding: desk.bytes, as: UTF8.self).lowercased()
  }

  @Test("no byte of a source comes by", arguments: ["dio", "sup"])
  func bytes(role: String) throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let path = try Self.planted(program)
    let seen = try Self.walk(program, path, as: role)
    for word in Self.words { #expect(!seen.contains(word), "\(role)") }
  }

  @Test("with a seal that is broken it comes by, and is found")
  func control() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let path = try Self.planted(program)
    let records = try Connection(path: path, for: .writing)
    try records.execute("UPDATE intelligence_report SET text = 'Zebulonquist said it'")
    #expect(try Self.walk(program, path, as: "dio").contains("zebulonquist"))
  }
}
