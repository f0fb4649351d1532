package import CaseRules
package import SQLite

/// Pairs of records that may be of one person: found while somebody is saved, answered by a worker.
package enum PossibleRecords {
  package static func one(
    _ id: PossibleRecordID, in records: Connection
  ) throws -> PossibleRecord? {
    try records.first(columns + " WHERE pair.id = ?", id, row: pair(row:))
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> PossibleRecord {
    try ref.flatMap { PossibleRecordID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  /// Those of a person that are still to be worked on, the oldest first.
  package static func waiting(
    for person: PersonID, in records: Connection
  ) throws -> [PossibleRecord] {
    try records.query(
      columns + " WHERE pair.older = ? AND " + stands, person, row: pair(row:))
      + records.query(columns + " WHERE pair.newer = ? AND " + stands, person, row: pair(row:))
  }

  /// How many of them there are.
  package static func count(
    of person: PersonID, in records: Connection
  ) throws -> Int { try waiting(for: person, in: records).count }

  /// What was answered about the same two before, newest first.
  static func earlier(
    than pair: PossibleRecord, in records: Connection
  ) throws -> [PossibleRecord] {
    try records.query(
      columns + " WHERE pair.older = ? AND pair.newer = ? AND pair.id <> ? ORDER BY pair.id DESC",
      pair.older.id, pair.newer.id, pair.ref.number, row: self.pair(row:))
  }

  // MARK: Work lists

  /// Of a worker: pairs they came upon, and pairs with a client of theirs.
  ///
  /// A team leader has all; whoever may not read people has none.
  package static func lines(
    of worker: WorkerID?, limit: Int = 500, in records: Connection, _ context: RuleContext
  ) throws -> [PossibleRecordLine] {
    try context.mustRead(.personAndCaseload)
    guard let worker else {
      return try records.query(
        lineColumns + " WHERE " + stands + " ORDER BY pair.found_at, pair.id LIMIT ?", limit,
        row: line(row:))
    }
    return try records.query(
      lineColumns + " WHERE pair.id IN (" + mine + ") AND " + stands
        + " ORDER BY pair.found_at, pair.id LIMIT ?", worker, worker, worker, limit,
      row: line(row:))
  }

  /// Found by the worker, or of a client of theirs.
  static let mine = """
    SELECT id FROM possible_record WHERE found_by = ? AND state IN ('pending', 'confirmed')
    UNION SELECT possible_record.id FROM episode
      JOIN possible_record ON possible_record.older = episode.person
     WHERE episode.worker = ? AND episode.closed IS NULL
       AND possible_record.state IN ('pending', 'confirmed')
    UNION SELECT possible_record.id FROM episode
      JOIN possible_record ON possible_record.newer = episode.person
     WHERE episode.worker = ? AND episode.closed IS NULL
       AND possible_record.state IN ('pending', 'confirmed')
    """

  /// A pair waits while both records stand for themselves.
  static let stands = """
    pair.state IN ('pending', 'confirmed')
      AND older.merged_into IS NULL AND newer.merged_into IS NULL
    """

  static let columns = """
    SELECT pair.id, pair.because, pair.source, pair.found_at, finder.name, pair.state,
           decider.name, pair.decided_at, pair.reason, pair.revision,
           older.id, older.family_name, older.given_names, older.born, older.estimated_age,
           older.estimated_on, newer.id, newer.family_name, newer.given_names, newer.born,
           newer.estimated_age, newer.estimated_on
    FROM possible_record AS pair
    JOIN person AS older ON older.id = pair.older
    JOIN person AS newer ON newer.id = pair.newer
    JOIN worker AS finder ON finder.id = pair.found_by
    LEFT JOIN worker AS decider ON decider.id = pair.decided_by
    """

  private static let lineColumns = """
    SELECT pair.id, pair.because, pair.source, pair.found_at, finder.name, pair.state,
           decider.name, pair.decided_at, pair.reason, pair.revision,
           older.id, older.family_name, older.given_names, older.born, older.estimated_age,
           older.estimated_on, newer.id, newer.family_name, newer.given_names, newer.born,
           newer.estimated_age, newer.estimated_on,
           (SELECT worker.name FROM episode JOIN worker ON worker.id = episode.worker
            WHERE episode.person = pair.older AND episode.closed IS NULL),
           (SELECT worker.name FROM episode JOIN worker ON worker.id = episode.worker
            WHERE episode.person = pair.newer AND episode.closed IS NULL)
    FROM possible_record AS pair
    JOIN person AS older ON older.id = pair.older
    JOIN person AS newer ON newer.id = pair.newer
    JOIN worker AS finder ON finder.id = pair.found_by
    LEFT JOIN worker AS decider ON decider.id = pair.decided_by
    """

  private static func line(row: Row) throws -> PossibleRecordLine {
    PossibleRecordLine(
      try pair(row: row), olderWorker: try row.get(22), newerWorker: try row.get(23))
  }

  static func pair(row: Row) throws -> PossibleRecord {
    var decision: PossibleRecord.Decision?
    if let at: Moment = try row.get(7) {
      decision = PossibleRecord.Decision(
        by: Worker.initials(of: try row.text(6)), at: at, reason: try row.text(8))
    }
    return PossibleRecord(
      ref: RecordRef(.possibleRecord, try row.int64(0)), older: try identity(row, 10),
      newer: try identity(row, 16), because: try row.text(1), source: try row.get(2),
      found: try row.get(3), foundBy: Worker.initials(of: try row.text(4)), state: try row.get(5),
      decision: decision, revision: try row.int(9))
  }

  /// Six columns from the number on.
  static func identity(_ row: Row, _ first: Int) throws -> PersonIdentity {
    PersonIdentity(
      id: try row.get(first),
      name: PersonName(family: try row.text(first + 1), given: try row.text(first + 2)),
      birth: try PersonRecords.birth(row, born: first + 3, age: first + 4, noted: first + 5))
  }
}

extension PossibleRecord.Source: StoredWord {}
extension PossibleRecord.State: StoredWord {}

// MARK: - Finding them

extension PossibleRecords {
  /// Somebody else who may be this person.
  struct Likeness {
    let id: PersonID
    let because: String
  }

  /// Who may be the same person as this one, and why; the search costs the same however many are on
  /// file.
  static func likenesses(
    to person: Person, in records: Connection, on today: CalendarDate
  ) throws -> [Likeness] {
    var found = try byNumber(person, in: records)
    found += try PersonRecords.possible(
      person.name, birth: person.birth, in: records, on: today
    ).map { Likeness(id: $0.id, because: $0.because) }
    var seen: Set<PersonID> = []
    if person.id.rawValue > 0 {
      seen.insert(try PersonPointers.standing(person.id, in: records))
    }
    var others: [Likeness] = []
    for likeness in found {
      let standing = try PersonPointers.standing(likeness.id, in: records)
      guard seen.insert(standing).inserted else { continue }
      others.append(Likeness(id: standing, because: likeness.because))
    }
    return Array(others.prefix(PossibleRecordRules.most))
  }

  /// Numbers that are one person's, but for slips: unlike a PNC, two records may have them.
  private static func byNumber(
    _ person: Person, in records: Connection
  ) throws -> [Likeness] {
    var found: [Likeness] = []
    if let prison = person.numbers.prison {
      found += try records.query(
        "SELECT id FROM person WHERE prison_number = ? LIMIT 10", prison
      ) { Likeness(id: try $0.get(0), because: "prison number \(prison)") }
    }
    for reference in [person.numbers.lrn, person.numbers.oasys].compactMap(\.self) {
      let key = PersonKey.reference(reference)
      found += try records.query(
        "SELECT person FROM person_key WHERE kind = ? AND key = ? LIMIT 10", key.kind.rawValue,
        key.key
      ) { Likeness(id: try $0.get(0), because: "reference \(reference)") }
    }
    return found
  }

  /// What a pair rests on, of one of the two: other names, another date or number may make other
  /// people of them.
  static func basis(of person: PersonID, in records: Connection) throws -> String {
    var print = Fingerprint()
    let facts = try records.first(
      """
      SELECT family_key, given_key, born, estimated_age, prison_number, lrn, oasys_ref
      FROM person WHERE id = ?
      """, person
    ) { row in
      try (0..<7).map { column -> String in
        switch try row.get(column, as: SQLValue.self) {
        case .null: "-"
        case .integer(let number): String(number)
        case .text(let text): text
        case .real, .blob: "?"
        }
      }
    }
    for fact in facts ?? [] { print.add(fact) }
    let aliases = try records.query(
      "SELECT name FROM person_alias WHERE person = ?", person
    ) { NameFolding.key(try $0.text(0)) }
    for alias in aliases.sorted() { print.add(alias) }
    return print.text
  }

  // MARK: Keeping them

  /// Keeps those who may be the same as somebody that was just saved; answers with the new pairs.
  ///
  /// Two who wait already, or were found to be different people and have not changed since, are
  /// passed over.
  @discardableResult
  static func note(
    _ likenesses: [Likeness], of person: PersonID, _ source: PossibleRecord.Source,
    in transaction: WriteTransaction
  ) throws -> [PossibleRecord] {
    try likenesses.compactMap { likeness in
      guard try !isAnswered(person, likeness.id, in: transaction.connection) else { return nil }
      return try add(likeness, of: person, source, in: transaction)
    }
  }

  static func add(
    _ likeness: Likeness, of person: PersonID, _ source: PossibleRecord.Source,
    in transaction: WriteTransaction
  ) throws -> PossibleRecord {
    let records = transaction.connection
    let (older, newer) = (min(person, likeness.id), max(person, likeness.id))
    try records.execute(
      """
      INSERT INTO possible_record (older, newer, because, older_basis, newer_basis, source,
                                   found_at, found_by, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')
      """, older, newer, likeness.because, try basis(of: older, in: records),
      try basis(of: newer, in: records), source, transaction.attribution.at,
      transaction.attribution.worker)
    let id = PossibleRecordID(records.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: person, record: AuditedRecord(id.ref), to: 1,
        facts: [
          .init("other", likeness.id.ref), .init("because", likeness.because),
          .init("source", source),
        ], rule: "PPL-004"))
    return try found(id.ref, in: records)
  }

  /// Whether the two wait already, or somebody has said that they are different people and neither
  /// has changed since; an answer holds for every number that leads to either.
  static func isAnswered(
    _ one: PersonID, _ other: PersonID, in records: Connection
  ) throws -> Bool {
    for first in try PersonPointers.all(leadingTo: one, in: records) {
      for second in try PersonPointers.all(leadingTo: other, in: records) {
        let answer = try answer(older: min(first, second), newer: max(first, second), in: records)
        switch answer {
        case .rejected: return true
        // A pair with a record that points elsewhere is in no work list.
        case .waits: if (first, second) == (one, other) { return true }
        case nil: break
        }
      }
    }
    return false
  }

  private enum Answer { case waits, rejected }

  private static func answer(
    older: PersonID, newer: PersonID, in records: Connection
  ) throws -> Answer? {
    let answers = try records.query(
      """
      SELECT state, older_basis, newer_basis FROM possible_record
      WHERE older = ? AND newer = ? AND state <> 'merged'
      """, older, newer
    ) { row in
      (
        state: try row.get(0, as: PossibleRecord.State.self), older: try row.text(1),
        newer: try row.text(2)
      )
    }
    if answers.isEmpty { return nil }
    if answers.contains(where: \.state.waits) { return .waits }
    let now = (try basis(of: older, in: records), try basis(of: newer, in: records))
    return answers.contains { ($0.older, $0.newer) == now } ? .rejected : nil
  }

  // MARK: Answering

  /// Writes what somebody says of the two, with who, when and why.
  ///
  /// A rejection rests on both as they stand now.
  static func decide(
    _ pair: PossibleRecord, _ state: PossibleRecord.State, because reason: String,
    in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let record = AuditedRecord(pair.ref)
    let next = try transaction.nextRevision(
      table: "possible_record", id: pair.ref.number, expected: pair.revision, of: record)
    try records.execute(
      """
      UPDATE possible_record
      SET state = ?, decided_at = ?, decided_by = ?, reason = ?, older_basis = ?, newer_basis = ?
      WHERE id = ?
      """, state, transaction.attribution.at, transaction.attribution.worker, reason,
      try basis(of: pair.older.id, in: records), try basis(of: pair.newer.id, in: records),
      pair.ref.number)
    // Both histories tell of it.
    for person in [pair.newer.id, pair.older.id] {
      try transaction.audit(
        AuditEvent(
          .changed, person: person, record: record, from: pair.revision, to: next,
          changes: [FieldChange("state", from: pair.state, to: state)], rule: "PPL-004",
          reason: reason))
    }
  }
}
