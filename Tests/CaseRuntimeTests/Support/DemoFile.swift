import CaseRules
import CaseStore
import Glibc

@testable import CaseRuntime
import StoreTestSupport
import Synchronization
import TestSupport
import Testing

/// A small demonstration in a folder of its own, and commands run on it.
struct DemoFile {
  let folder: TemporaryFolder
  let path: String
  /// Tue 14/04/2026: the commands' clock says so, at the real time of day.
  static let day = "2026-04-14"

  init(people: Int = 60) throws {
    folder = try TemporaryFolder()
    path = folder.file("demo.db")
    try DemoFile.mould(people: people).cast(to: path)
  }

  struct NotMade: Error { let words: String }

  private static let moulds = Mutex<[Int: Mould<Void>]>([:])

  /// One of each size; whoever wants one that is being made waits for it.
  private static func mould(people: Int) throws -> Mould<Void> {
    try moulds.withLock { moulds in
      if let mould = moulds[people] { return mould }
      let folder = try TemporaryFolder()
      let path = folder.file("demo.db")
      let made = try Run(
        "demo", "--people", String(people), "--today", day, "--make-only", "--data", path,
        in: folder)
      guard made.code == .done else { throw NotMade(words: made.errors) }
      let mould = try Mould(of: path, ())
      moulds[people] = mould
      return mould
    }
  }

  func run(as role: Role, _ words: [String], input: String = "") throws -> Run {
    try Run(
      words + ["--data", path, "--today", Self.day, "--as", role.code], input: Array(input.utf8),
      in: folder, password: DemoPassword.words)
  }

  /// How many people one worker takes out alone here.
  func allowAlone(people: Int) throws {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    let who = try store.read { try SignedIn.inDemonstration(as: .adm, in: $0) }
    guard let who else { throw StoreError.notSignedIn }
    let day = try #require(CalendarDate(iso: Self.day))
    try store.write(try Attribution(by: who, at: Moment(local: day, .midnight))) {
      try $0.changeSetting(.largeExportPeople, to: String(people))
    }
  }

  /// The service manager confirms what somebody has proposed.
  func confirm(_ proposal: RecordRef) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let line = Array((DemoPassword.words + "\n").utf8)
    try #require(write(ends[1], line, line.count) == line.count)
    close(ends[1])
    let answer = try run(
      as: .sm,
      ["submit", "confirm-proposal", "--about", proposal.text, "--password-fd", "\(ends[0])"],
      input: #"{"read": true}"#)
    #expect(answer.code == .done, "\(answer.output)\(answer.errors)")
  }

  /// What the trail says of the newest doings of a role's first worker, newest first.
  func trail(of role: Role) throws -> [AuditEntry] {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try store.read { records in
      let worker = try records.workers().map(\.worker).filter { $0.role == role }
        .min { $0.id < $1.id }
      return try worker.map { try records.auditEntries(by: $0.id) } ?? []
    }
  }
}

extension Run {
  /// The lines of CSV output, each with its values; good for values without line ends.
  var table: [[String]] {
    var reader = CSVReader()
    reader.append(Array(output.utf8))
    reader.finish()
    var rows: [[String]] = []
    while let record = reader.next() {
      if case .fields(let values) = record.content { rows.append(values) }
    }
    return rows
  }
}
