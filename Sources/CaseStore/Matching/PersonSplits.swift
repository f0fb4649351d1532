import CaseRules
import SQLite

/// Undoing a merge: each of the two has again what it had (GEN-004).
enum PersonSplits {
  /// What was added to the record since the merge, oldest first.
  static func added(
    since merge: PersonMergeRecord, in records: Connection
  ) throws -> [RecordRef] {
    let created = try records.query(
      """
      SELECT DISTINCT record_kind, record_id FROM audit
      WHERE person = ? AND kind = 'record.create' AND record_kind IS NOT NULL
        AND seq > (SELECT trail FROM person_merge WHERE id = ?)
      ORDER BY seq LIMIT 400
      """, merge.kept.id, merge.ref.number
    ) { row -> RecordRef? in
      let number = try row.int64(1)
      return RecordRef.Kind(rawValue: try row.text(0)).map { RecordRef($0, number) }
    }
    return try created.compactMap { ref -> RecordRef? in
      guard let ref, UnmergeForm.kinds.contains(ref.kind),
        let table = PersonTables.moved.first(where: { $0.kind == ref.kind }),
        try table.isRow(ref.number, of: merge.kept.id, in: records)
      else { return nil }
      return ref
    }
  }

  /// Why the merge cannot be undone now.
  static func obstacles(
    to merge: PersonMergeRecord, sending along: [RecordRef] = [], in records: Connection
  ) throws -> [Finding] {
    guard merge.split == nil else { return [] }
    let standing = try PersonPointers.standing(merge.kept.id, in: records)
    if standing != merge.kept.id {
      return [
        Finding(
          "GEN-004", .blocks,
          "\(merge.kept.id.ref.text) was merged into \(standing.ref.text) itself. Undo that merge first"
        )
      ]
    }
    return try sameNumber(merge, in: records) + openEpisodes(merge, along, in: records)
  }

  /// PPL-004: a number that was typed into the record since would stand on both.
  private static func sameNumber(
    _ merge: PersonMergeRecord, in records: Connection
  ) throws -> [Finding] {
    let numbers = try records.query(
      """
      SELECT 'PNC ID', gone.pnc FROM person AS kept JOIN person AS gone ON gone.pnc = kept.pnc
       WHERE kept.id = ? AND gone.id = ?
         AND NOT EXISTS (SELECT 1 FROM person_merge_value
                         WHERE merge = ? AND table_name = 'person' AND column_name = 'pnc')
      UNION ALL
      SELECT 'CRO number', gone.cro FROM person AS kept JOIN person AS gone ON gone.cro = kept.cro
       WHERE kept.id = ? AND gone.id = ?
         AND NOT EXISTS (SELECT 1 FROM person_merge_value
                         WHERE merge = ? AND table_name = 'person' AND column_name = 'cro')
      """, merge.kept.id, merge.gone.id, merge.ref.number, merge.kept.id, merge.gone.id,
      merge.ref.number
    ) { (what: try $0.text(0), number: try $0.text(1)) }
    return numbers.map {
      Finding(
        "PPL-004", .blocks,
        "Both would have the \($0.what) \($0.number). Take it out of \(merge.kept.id.ref.text) first"
      )
    }
  }

  /// PPL-009: an open episode goes back, and another that was opened since is to go along.
  private static func openEpisodes(
    _ merge: PersonMergeRecord, _ along: [RecordRef], in records: Connection
  ) throws -> [Finding] {
    let back = try records.query(
      """
      SELECT id FROM episode WHERE person = ? AND closed IS NULL
        AND id IN (SELECT row_id FROM person_move
                   WHERE merge = ? AND table_name = 'episode' AND at_split = 0)
      """, merge.kept.id, merge.ref.number
    ) { RecordRef(.episode, try $0.int64(0)) }
    let sent = try along.filter { $0.kind == .episode }.filter {
      try records.exists("SELECT 1 FROM episode WHERE id = ? AND closed IS NULL", $0.number)
    }
    guard let one = back.first, let other = sent.first(where: { $0 != one }) else { return [] }
    return [
      Finding(
        "PPL-009", .blocks,
        "\(one.text) goes back and is open; \(other.text) cannot go along. Close one of them first")
    ]
  }

  /// "appointments 3, consents 1"; what came with the merge.
  static func goesBack(_ merge: PersonMergeRecord, in records: Connection) throws -> String {
    let counts = try records.query(
      """
      SELECT table_name, count(*) FROM person_move
      WHERE merge = ? AND column_name = 'person' AND at_split = 0 GROUP BY table_name
      """, merge.ref.number
    ) { (table: try $0.text(0), count: try $0.int(1)) }
    let words = PersonTables.moved.compactMap { table in
      counts.first {
        table.isTold && $0.table == table.name.description && table.only.utf8CodeUnitCount == 0
      }
      .map { "\(table.title) \($0.count)" }
    }
    return words.isEmpty ? "nothing but its own details" : words.joined(separator: ", ")
  }

  // MARK: Undoing

  /// Takes the two apart; answers with what is worth telling.
  static func undo(
    _ merge: PersonMergeRecord, sending along: [RecordRef], because reason: String,
    in transaction: WriteTransaction
  ) throws -> [String] {
    let records = transaction.connection
    let (kept, gone, id) = (merge.kept.id, merge.gone.id, MergeID(merge.ref.number))
    let before = try PersonRecords.one(kept, in: records).orNotFound()
    try close(merge, reason, in: transaction)
    for table in PersonTables.moved {
      try table.moveBack(to: gone, from: kept, of: id, in: records)
    }
    try send(along, to: gone, from: kept, of: id, in: records)
    let left = try MergedValues.restore(id, in: records)
    try takeOut(of: id, in: records)
    try standAlone(gone, of: id, in: transaction)
    try told(before, in: transaction)
    try sortEpisodes(of: [kept, gone], in: records)
    try reopen(merge, because: reason, in: transaction)
    try PersonMerges.audit(.personSplit, id, kept, gone, because: reason, in: transaction)
    return notes(merge, along, left: left)
  }

  private static func close(
    _ merge: PersonMergeRecord, _ reason: String, in transaction: WriteTransaction
  ) throws {
    _ = try transaction.nextRevision(
      table: "person_merge", id: merge.ref.number, expected: merge.revision,
      of: AuditedRecord(merge.ref))
    try transaction.connection.execute(
      "UPDATE person_merge SET split_at = ?, split_by = ?, split_reason = ? WHERE id = ?",
      transaction.attribution.at, transaction.attribution.worker, reason, merge.ref.number)
  }

  /// What was added since goes where the worker says, and with it whatever hangs on what has gone.
  private static func send(
    _ along: [RecordRef], to gone: PersonID, from kept: PersonID, of merge: MergeID,
    in records: Connection
  ) throws {
    for ref in along {
      try PersonTables.moved.first { $0.kind == ref.kind }?
        .send(ref.number, to: gone, from: kept, of: merge, in: records)
    }
    var isMoving = true
    while isMoving {
      isMoving = false
      for table in PersonTables.moved {
        for parent in table.follows {
          for row in try table.strays(of: parent, from: kept, to: gone, in: records) {
            try table.send(row, to: gone, from: kept, of: merge, in: records)
            isMoving = true
          }
        }
      }
    }
    guard let deadlines = PersonTables.moved.first(where: { $0.title == "deadlines" }) else {
      return
    }
    for table in PersonTables.moved {
      for row in try table.strayDeadlines(from: kept, to: gone, in: records) {
        try deadlines.send(row, to: gone, from: kept, of: merge, in: records)
      }
    }
  }

  /// Names and phones that came with the merge and nobody has changed since.
  private static func takeOut(of merge: MergeID, in records: Connection) throws {
    try records.execute(
      """
      DELETE FROM person_alias WHERE (id, name) IN (
        SELECT row_id, value FROM person_merge_added
        WHERE merge = ? AND table_name = 'person_alias')
      """, merge)
    try records.execute(
      """
      DELETE FROM person_phone WHERE (id, number) IN (
        SELECT row_id, value FROM person_merge_added
        WHERE merge = ? AND table_name = 'person_phone')
      """, merge)
  }

  private static func standAlone(
    _ gone: PersonID, of merge: MergeID, in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let person = try PersonRecords.one(gone, in: records).orNotFound()
    try transaction.revise(
      gone.ref, of: gone, table: "person", at: person.revision,
      changes: [FieldChange("stands-alone", to: true)], facts: [.init("merge", merge.ref)]
    ) {
      try $0.execute("UPDATE person SET merged_into = NULL WHERE id = ?", gone)
    }
  }

  /// The record that stays is at its next version, and is found by what it has again.
  private static func told(_ before: Person, in transaction: WriteTransaction) throws {
    let records = transaction.connection
    let after = try PersonRecords.one(before.id, in: records).orNotFound()
    let record = AuditedRecord(before.id.ref)
    let next = try transaction.nextRevision(
      table: "person", id: before.id.rawValue, expected: before.revision, of: record)
    try PersonSearchIndex.replace(before, by: after, in: records)
    let day = transaction.today
    try transaction.audit(
      AuditEvent(
        .changed, person: before.id, record: record, from: before.revision, to: next,
        changes: PersonForm.draft(of: before, on: day)
          .changes(to: PersonForm.draft(of: after, on: day))))
  }

  private static func sortEpisodes(of people: [PersonID], in records: Connection) throws {
    for id in people {
      guard let person = try PersonRecords.one(id, in: records) else { continue }
      try PersonRecords.sortEpisodes(of: person, records)
    }
  }

  private static func reopen(
    _ merge: PersonMergeRecord, because reason: String, in transaction: WriteTransaction
  ) throws {
    let pair = try transaction.connection.first(
      "SELECT pair FROM person_merge WHERE id = ?", merge.ref.number
    ) { RecordRef(.possibleRecord, try $0.int64(0)) }
    // That the merge was wrong says that they are two people.
    let found = try PossibleRecords.found(pair, in: transaction.connection)
    try PossibleRecords.decide(found, .rejected, because: reason, in: transaction)
  }

  private static func notes(
    _ merge: PersonMergeRecord, _ along: [RecordRef], left: Int
  ) -> [String] {
    let (kept, gone) = (merge.kept.id.ref.text, merge.gone.id.ref.text)
    var notes = ["\(gone) and \(kept) stand alone again, and are not offered as one any more"]
    if !along.isEmpty {
      notes.append("Went along to \(gone): \(along.map(\.text).joined(separator: ", "))")
    }
    if left > 0 {
      notes.append(
        "\(Digits.counted(left, "answer")) of \(kept) changed since: kept as they are")
    }
    return notes
  }
}

extension PersonTables.Table {
  fileprivate func isRow(
    _ row: Int64, of person: PersonID, in records: Connection
  ) throws -> Bool {
    try records.exists(
      "SELECT 1 FROM " + name.description + " WHERE id = ? AND " + column.description + " = ?",
      row, person)
  }
}
