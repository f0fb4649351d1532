import CaseRules
import SQLite

@testable import CaseStore

/// Somebody with another tool: SQLite itself, none of the program's guards, and time.
struct Tampering {
  let path: String

  /// Changes the file as its owner can, and leaves the schema as it was.
  func change(_ body: (Connection) throws -> Void) throws {
    let writer = try DataFile.open(path, as: "outside", migrator: Schema.migrator).writer
    try writer.write { connection in
      let guards = try connection.query(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      ) { (name: try $0.text(0), sql: try $0.text(1)) }
      try connection.executeScript("PRAGMA defer_foreign_keys = ON")
      for trigger in guards { try connection.executeScript("DROP TRIGGER " + trigger.name) }
      try body(connection)
      for trigger in guards { try connection.executeScript(trigger.sql) }
    }
  }

  func execute(_ statements: String...) throws {
    try change { connection in
      for statement in statements { try connection.executeScript(statement) }
    }
  }

  /// Writes the chain anew from an entry on, as somebody would who knows how it is made.
  func relink(_ connection: Connection, from first: Int64) throws {
    let last = try connection.first("SELECT max(seq) FROM audit") { try $0.int64(0) } ?? 0
    guard first <= last else { return }
    for number in first...last {
      let previous =
        try connection.first("SELECT hash FROM audit WHERE seq = ?", number - 1) {
          try $0.get(0, as: Digest.self)
        } ?? .none
      let hash = try connection.first(
        "SELECT \(ChainedEntry.fields) FROM audit WHERE seq = ?", number
      ) { ChainedEntry.hash(of: $0, after: previous) }
      try connection.execute(
        "UPDATE audit SET prev = ?, hash = ? WHERE seq = ?", previous, hash, number)
    }
  }
}

extension TemporaryStore {
  var tampering: Tampering { Tampering(path: path) }

  func verify(anchors: [TrailHead] = [], since: TrailHead? = nil) throws -> Verification {
    let verifier = Verifier(anchors: anchors, since: since)
    return try store.read { try verifier.run(in: $0) }
  }

  func head() throws -> TrailHead? { try store.read { try $0.trailHead() } }

  /// Some people, a change, a strike and a setting: twelve entries or so of several kinds.
  static func withHistory() throws -> TemporaryStore {
    let file = try TemporaryStore()
    let id = try file.add(
      .example(family: "O’Neil", given: "Siân", aliases: ["Milo"], phones: ["01983 555012"]))
    _ = try file.add(.example(family: "王", given: "小明"))
    _ = try file.add(.example())
    try file.store.write(try file.attribution(at: 1_795_338_060)) { transaction in
      guard var person = try PersonRecords.one(id, in: transaction.connection) else { return }
      person.home.address = "9 \"New\" Street\n\u{1}ends"
      try PersonRecords.change(person, in: transaction)
    }
    try file.store.write(try file.attribution(at: 1_795_338_120)) {
      try $0.changeSetting(.contactAttempts, to: "4")
    }
    try file.worker("Ben Cole", .cjit)
    try file.store.write(try file.attribution(at: 1_795_338_180)) {
      try $0.noteListing(of: "people", rows: 3)
    }
    return file
  }
}
