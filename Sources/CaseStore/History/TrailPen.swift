import CaseRules
import SQLite

/// Writes the entries of one transaction: each linked to the one before it by a hash, and sealing
/// the records that were changed.
///
/// The last entry waits until the next one or the end, so that it also seals what is changed after
/// it was made.
final class TrailPen {
  private let connection: Connection
  private let desk: TrailDesk?
  private var head: TrailHead?
  private var waiting: (event: AuditEvent, by: Attribution)?
  private var clocks: Workplace.Clocks?
  private var step = 0
  /// Made before there was an entry to take them.
  private var carried: [RecordSeal] = []

  /// An entry holds no more seals than this, so that no value grows without end.
  static let mostSeals = 20_000

  init(_ connection: Connection, at desk: TrailDesk?) {
    self.connection = connection
    self.desk = desk
  }

  func append(_ event: AuditEvent, by attribution: Attribution) throws {
    if head == nil { try begin(attribution) }
    try writeWaiting()
    waiting = (event, attribution)
  }

  /// At the end of the transaction: nothing that was changed stays without a seal.
  func finish(by attribution: Attribution) throws {
    if waiting == nil, connection.hasChanges {
      try append(AuditEvent(.sealed), by: attribution)
    }
    try writeWaiting()
  }

  private func writeWaiting() throws {
    guard let (event, by) = waiting else { return }
    waiting = nil
    let seals = try connection.takeChanges().sorted().map {
      try RecordSeal.of($0, in: connection)
    }
    defer { carried = [] }
    try write(event, by, sealing: carried + seals)
  }

  private func write(
    _ event: AuditEvent, _ by: Attribution, sealing seals: [RecordSeal]
  ) throws {
    var rest = seals[...]
    while rest.count > TrailPen.mostSeals {
      try insert(AuditEvent(.sealed), by, rest.prefix(TrailPen.mostSeals))
      rest = rest.dropFirst(TrailPen.mostSeals)
    }
    try insert(event, by, rest)
  }

  private func insert(
    _ event: AuditEvent, _ by: Attribution, _ seals: ArraySlice<RecordSeal>
  ) throws {
    let before = head ?? .start
    let number = before.number + 1
    var values: [SQLValue] = []
    values.reserveCapacity(ChainedEntry.fieldCount + 2)
    values += [
      .of(number), .of(by.at), .of(clocks?.sinceBoot), .of(step), .of(by.worker), .of(by.role),
      .of(desk?.workplace.session), .of(desk?.workplace.terminal), .of(desk?.workplace.remote),
      .of(event.kind.code), .of(event.person), .of(event.record?.kind), .of(event.record?.id),
      .of(event.revisionBefore), .of(event.revisionAfter), .of(event.rule), .of(event.reason),
      .of(by.purpose), .of(EventDetail.json(of: event)), .of(by.saveID),
      seals.isEmpty ? .null : .blob(TrailPen.bytes(of: seals)),
    ]
    let hash = ChainedEntry.hash(of: values, after: before.hash)
    values += [before.hash.sqlValue, hash.sqlValue]
    try connection.execute(ChainedEntry.insert, storing: values)
    head = TrailHead(number: number, hash: hash)
  }

  private static func bytes(of seals: ArraySlice<RecordSeal>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(seals.count * RecordSeal.length)
    for seal in seals { seal.append(to: &bytes) }
    return bytes
  }
}

// MARK: - The first entry of a transaction

extension TrailPen {
  private func begin(_ by: Attribution) throws {
    let last = try connection.first(
      "SELECT seq, hash, at, step FROM audit ORDER BY seq DESC LIMIT 1"
    ) { row in
      (
        head: TrailHead(number: try row.int64(0), hash: try row.get(1)),
        at: try row.get(2, as: Moment.self), step: try row.int(3)
      )
    }
    step = try connection.first("PRAGMA user_version") { try $0.int(0) } ?? 0
    head = last?.head ?? .start
    try lookAtClock(newest: last?.at, by)
    guard let last else {
      // The first entry of a file seals what the file was made with.
      carried = try everySeal()
      return
    }
    if last.step == step { return }
    let upgrade = AuditEvent(.upgraded, changes: [FieldChange("step", from: last.step, to: step)])
    try write(upgrade, by, sealing: try everySeal())
  }

  /// In a new file, and after the schema has changed, nothing has a seal that fits.
  private func everySeal() throws -> [RecordSeal] {
    let changed = connection.takeChanges()
    var seals: [RecordSeal] = []
    for (place, table) in SealedTable.all.enumerated() {
      try connection.forEach(table.everyRow) { row in
        let id = try row.int64(row.count - 1)
        if changed.contains(RowChange(table: place, row: id)) { return }
        let hash = RecordSeal.hash(of: row, columns: row.count - 1, table, id)
        seals.append(RecordSeal(table: table.number, row: id, hash: hash))
      }
    }
    return seals + (try changed.sorted().map { try RecordSeal.of($0, in: connection) })
  }

  private func lookAtClock(newest: Moment?, _ by: Attribution) throws {
    guard let desk else { return }
    let (now, jump) = desk.watch.look(newest: newest)
    clocks = now
    // The time of a demonstration is invented.
    guard let jump, try connection.demoMark() == nil else { return }
    try insert(
      AuditEvent(
        .clockJumped, facts: [.init("expected", jump.expected), .init("found", jump.found)]),
      by, [])
  }
}

/// What the entries of one open file have in common.
final class TrailDesk {
  let workplace: Workplace
  var watch: ClockWatch

  init(at workplace: Workplace) {
    self.workplace = workplace
    watch = ClockWatch(at: workplace)
  }
}

extension AuditKind {
  /// The schema was brought up to date, and every record sealed as it stood then.
  package static let upgraded = AuditKind("migration")
  /// Seals that did not fit into the entry they belong to.
  package static let sealed = AuditKind("records.sealed")
}
