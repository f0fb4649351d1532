package import CaseRules
package import SQLite

/// Where a window of the trail stands; the newest entries come first.
package enum TrailPlace: Equatable, Sendable {
  case newest, oldest
  /// Entries older than one, or newer.
  case olderThan(Int64)
  case newerThan(Int64)
}

/// A window of the trail, newest first.
package struct TrailPage: Equatable, Sendable {
  package var lines: [HistoryLine]
  package var hasNewer: Bool
  package var hasOlder: Bool
  /// How many entries fit, counted no further than `TrailRecords.countsTo`.
  package var total: Int
}

/// The trail as people read it: by person, record, worker, kind and day.
package enum TrailRecords {
  package static let countsTo = 1_000

  /// A window of the entries that fit.
  ///
  /// Throws `StoreError.refused` unless the worker may see them: everybody who may read a record
  /// sees its history; the whole trail is for team leaders and auditors.
  package static func page(
    of filter: TrailFilter, _ place: TrailPlace, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> TrailPage {
    try check(filter, context)
    let found = try rows(of: filter, place, limit + 1, records).map { row in
      try line(row, context.worker, records)
    }
    let isMore = found.count > limit
    var lines = Array(found.prefix(limit))
    let total = try count(filter, records)
    switch place {
    case .newest: return TrailPage(lines: lines, hasNewer: false, hasOlder: isMore, total: total)
    case .olderThan:
      return TrailPage(lines: lines, hasNewer: true, hasOlder: isMore, total: total)
    case .oldest, .newerThan:
      lines.reverse()
      return TrailPage(
        lines: lines, hasNewer: isMore, hasOlder: place != .oldest, total: total)
    }
  }

  /// Entries that fit, newest first, for lists that leave the program: at most so many, older than
  /// the one given.
  package static func lines(
    of filter: TrailFilter, olderThan last: Int64?, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> [HistoryLine] {
    try check(filter, context)
    let place = last.map { TrailPlace.olderThan($0) } ?? .newest
    return try rows(of: filter, place, limit, records).map { try line($0, context.worker, records) }
  }

  /// GEN-003: that somebody looked at what others did is on the trail as well.
  package static func note(
    _ filter: TrailFilter, in transaction: WriteTransaction, rows: Int? = nil
  ) throws {
    var facts: [AuditEvent.Fact] = []
    if let workers = filter.workers {
      facts.append(.init("workers", workers.map(\.ref.text).joined(separator: " ")))
    }
    if let kinds = filter.kinds {
      facts.append(.init("kinds", kinds.isEmpty ? "none" : kinds.joined(separator: " ")))
    }
    if let related = filter.related { facts.append(.init("related", related)) }
    if let from = filter.from { facts.append(.init("from", from)) }
    if let to = filter.to { facts.append(.init("to", to)) }
    if let rows { facts.append(.init("rows", rows)) }
    try transaction.audit(
      AuditEvent(
        .historyViewed, person: try person(of: filter, transaction.connection),
        record: (filter.record ?? filter.person?.ref).map { AuditedRecord($0) }, facts: facts))
  }

  /// GEN-003: that what was done was written to a file.
  package static func noteExport(
    _ filter: TrailFilter, rows: Int, to name: String, in transaction: WriteTransaction
  ) throws {
    try transaction.audit(
      AuditEvent(
        .exported, person: try person(of: filter, transaction.connection),
        record: (filter.record ?? filter.person?.ref).map { AuditedRecord($0) },
        facts: [.init("what", "trail"), .init("rows", rows), .init("to", name)]))
  }

  private static func person(
    of filter: TrailFilter, _ records: Connection
  ) throws -> PersonID? {
    if let person = filter.person { return person }
    return try filter.record.flatMap { try RecordNames.person(of: $0, in: records) }
  }
}

// MARK: - Who may see what

extension TrailRecords {
  package static func check(_ filter: TrailFilter, _ context: RuleContext) throws {
    let record = filter.person?.ref ?? filter.record
    if let why = TrailRights.whyNot(context.worker, record) {
      throw StoreError.refused([Finding("GEN-003", .blocks, why)])
    }
  }
}

// MARK: - Reading

extension TrailRecords {
  private struct Stored {
    var line: HistoryLine
    let detail: String?
  }

  private static let columns = """
    SELECT a.seq, a.at, a.worker, w.name, a.role, a.kind, a.person, p.family_name, p.given_names,
           a.record_kind, a.record_id, a.revision_before, a.revision_after, a.rule, a.reason,
           a.purpose, a.session, a.terminal, a.remote, a.detail
    FROM audit AS a
    LEFT JOIN worker AS w ON w.id = a.worker
    LEFT JOIN person AS p ON p.id = a.person
    """

  private static func rows(
    of filter: TrailFilter, _ place: TrailPlace, _ limit: Int, _ records: Connection
  ) throws -> [Stored] {
    var wanted = Conditions(filter)
    switch place {
    case .newest, .oldest: break
    case .olderThan(let number): wanted.add("a.seq < ?", number)
    case .newerThan(let number): wanted.add("a.seq > ?", number)
    }
    let order =
      switch place {
      case .newest, .olderThan: " ORDER BY a.seq DESC LIMIT ?"
      case .oldest, .newerThan: " ORDER BY a.seq LIMIT ?"
      }
    return try records.query(
      columns + wanted.text + order, values: wanted.values + [limit], row: stored)
  }

  private static func count(_ filter: TrailFilter, _ records: Connection) throws -> Int {
    let wanted = Conditions(filter)
    return try records.first(
      "SELECT count(*) FROM (SELECT 1 FROM audit AS a" + wanted.text + " LIMIT ?)",
      values: wanted.values + [countsTo + 1]
    ) { try $0.int(0) } ?? 0
  }

  /// What has to be true of an entry, each part a constant with its bound values.
  private struct Conditions {
    private var parts: [String] = []
    private(set) var values: [(any SQLBindable)?] = []

    init(_ filter: TrailFilter) {
      if let person = filter.person { add("a.person = ?", person) }
      if let record = filter.record {
        add("a.record_kind = ?", record.kind.code)
        add("a.record_id = ?", record.number)
      }
      if let workers = filter.workers {
        if workers.count == 1 {
          add("a.worker = ?", workers[0])
        } else {
          let numbers = workers.map { String($0.rawValue) }.joined(separator: ",")
          add("a.worker IN (SELECT value FROM json_each(?))", "[\(numbers)]")
        }
      }
      if let kinds = filter.kinds {
        let names = kinds.map { "\"\($0)\"" }.joined(separator: ",")
        add("a.kind IN (SELECT value FROM json_each(?))", "[\(names)]")
      }
      if let related = filter.related {
        let wanted = ClientRelation.allCases.filter { $0.isRelated == related }
        let names = wanted.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        add("a.kind = ?", AuditKind.personViewed.code)
        add("a.detail ->> '$.facts.as' IN (SELECT value FROM json_each(?))", "[\(names)]")
      }
      if let from = filter.from { add("a.at >= ?", Moment(local: from, .midnight)) }
      if let to = filter.to { add("a.at < ?", Moment(local: to.adding(days: 1), .midnight)) }
    }

    mutating func add(_ condition: StaticString, _ value: any SQLBindable) {
      parts.append("\(condition)")
      values.append(value)
    }

    var text: String { parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ") }
  }

  private static func stored(_ row: Row) throws -> Stored {
    let worker = try row.get(2, as: WorkerID.self)
    var line = HistoryLine(
      number: try row.int64(0), at: try row.get(1), worker: worker,
      workerName: try row.get(3, as: String?.self) ?? worker.ref.text, role: try row.get(4),
      kind: try row.text(5))
    line.person = try row.get(6)
    if let family = try row.get(7, as: String?.self) {
      line.personName = PersonName(family: family, given: try row.text(8)).display
    }
    if let kind = try row.get(9, as: String?.self) {
      let number = try row.int64(10)
      line.ref = RecordRef.Kind(rawValue: kind).map { RecordRef($0, number) }
      line.record = line.ref?.text ?? "\(kind) \(number)"
    }
    line.revisionBefore = try row.get(11)
    line.revisionAfter = try row.get(12)
    line.rule = try row.get(13)
    line.reason = try row.get(14)
    line.purpose = try row.get(15)
    line.session = try row.get(16)
    line.terminal = try row.get(17)
    line.remote = try row.get(18)
    return Stored(line: line, detail: try row.get(19))
  }

  private static func line(
    _ stored: Stored, _ reader: Worker, _ records: Connection
  ) throws -> HistoryLine {
    var line = stored.line
    if TrailRights.withholds(line, from: reader) {
      line.isWithheld = true
      line.personName = nil
      line.reason = nil
      line.purpose = nil
      return line
    }
    if let detail = stored.detail { try fill(&line, from: detail, records) }
    return TrailRights.depersonalises(for: reader) ? Depersonalising.line(line) : line
  }

  private static func fill(
    _ line: inout HistoryLine, from detail: String, _ records: Connection
  ) throws {
    line.changes = try records.query(
      """
      SELECT value ->> 'field', value ->> 'from', value ->> 'to' FROM json_each(?, '$.fields')
      """, detail
    ) { row in
      HistoryLine.Change(
        try row.text(0), from: try row.value(1).words, to: try row.value(2).words)
    }
    line.facts = try records.query("SELECT key, value FROM json_each(?, '$.facts')", detail) {
      HistoryLine.Fact(try $0.text(0), try $0.value(1).words ?? "")
    }
  }
}

extension SQLValue {
  /// As it is written out; nil for nothing.
  fileprivate var words: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "(\(bytes.count) bytes)"
    }
  }
}

extension AuditKind {
  /// Somebody looked at what was done, by whom and why.
  package static let historyViewed = AuditKind("history.view")
}

extension Connection {
  /// Everybody's name, those who have left too.
  package func workerNames() throws -> [WorkerID: String] {
    Dictionary(
      try workers().map { ($0.worker.id, $0.worker.name) }, uniquingKeysWith: { one, _ in one })
  }
}
