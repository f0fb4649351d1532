import CaseRules
import SQLite

/// Compares what a page is about to show with the last seals the trail has of it, so that a record
/// changed behind the program's back is not taken for true.
///
/// A few rows against the entries about one person or record; `verify` does it for everything.
enum OpeningCheck {
  /// The rows of a table that belong to what a page shows.
  struct Rows {
    let table: StaticString
    let column: StaticString
    let value: Int64

    init(_ table: StaticString, _ column: StaticString, _ value: Int64) {
      self.table = table
      self.column = column
      self.value = value
    }
  }

  /// What is wrong with the rows that are a person's, and with those of a record of theirs that has a
  /// page of its own; nil when every seal fits.
  static func damage(
    to person: PersonID, and others: [Rows] = [], in records: Connection
  ) throws -> String? {
    let seals = try newest(
      "SELECT seq, seals FROM audit WHERE person = ? AND seals IS NOT NULL ORDER BY seq DESC",
      [person], records)
    let own = rowsOfPerson.map { Rows($0.name, $0.column, person.rawValue) }
    for rows in others + own {
      let ids = try records.query(
        "SELECT rowid FROM " + rows.table.description + " WHERE " + rows.column.description
          + " = ?", rows.value
      ) { try $0.int64(0) }
      for id in ids {
        if let words = try damage(to: rows.table, id, seals, records) { return words }
      }
    }
    return nil
  }

  /// The same for one record that has a number of its own.
  static func damage(
    to name: StaticString, _ ref: RecordRef, in records: Connection
  ) throws -> String? {
    let seals = try newest(
      """
      SELECT seq, seals FROM audit
      WHERE record_kind = ? AND record_id = ? AND seals IS NOT NULL ORDER BY seq DESC
      """, [ref.kind.code, ref.number], records)
    return try damage(to: name, ref.number, seals, records)
  }

  /// What a person's page shows that is changed by entries about that person alone.
  ///
  /// Deadlines are not: a bank holiday moves those of everybody.
  private static let rowsOfPerson: [(name: StaticString, column: StaticString)] = [
    ("person", "id"), ("person_alias", "person"), ("person_phone", "person"),
    ("consent", "person"), ("episode", "person"), ("appointment", "person"),
    ("contact_attempt", "person"), ("prescribing", "person"), ("modality_episode", "person"),
  ]

  private struct Place: Hashable {
    let table: Int
    let row: Int64
  }

  private struct Seal {
    let entry: Int64
    let hash: Digest
  }

  private static func newest(
    _ sql: String, _ values: [(any SQLBindable)?], _ records: Connection
  ) throws -> [Place: Seal] {
    var found: [Place: Seal] = [:]
    let rows = try records.query(sql, values: values) { row in
      (entry: try row.int64(0), seals: try row.bytes(1))
    }
    for row in rows {
      row.seals.withUnsafeBytes { bytes in
        RecordSeal.forEach(in: bytes) { seal in
          let place = Place(table: seal.table, row: seal.row)
          if found[place] == nil { found[place] = Seal(entry: row.entry, hash: seal.hash) }
        }
      }
    }
    return found
  }

  private static func damage(
    to name: StaticString, _ row: Int64, _ seals: [Place: Seal], _ records: Connection
  ) throws -> String? {
    guard let table = SealedTable.all.first(where: { $0.name == name.description }),
      let seal = seals[Place(table: table.number, row: row)],
      let hash = try records.first(
        table.byRow, row,
        row: { RecordSeal.hash(of: $0, columns: $0.count, table, row) }),
      hash != seal.hash, try !isSealedSince(seal.entry, table, row, hash, records)
    else { return nil }
    return
      "\(table.words.prefix(1).uppercased())\(table.words.dropFirst()) of this record was changed "
      + "outside this program, after entry \(seal.entry) of the trail. Do not rely on what it says; "
      + "tell the administrator, who runs throughcare verify"
  }

  /// Whether a later entry, about somebody or something else, has sealed the row as it stands.
  private static func isSealedSince(
    _ entry: Int64, _ table: SealedTable, _ row: Int64, _ hash: Digest, _ records: Connection
  ) throws -> Bool {
    var wanted: [UInt8] = []
    RecordSeal(table: table.number, row: row, hash: hash).append(to: &wanted)
    return try records.exists(
      "SELECT 1 FROM audit WHERE seq > ? AND seals IS NOT NULL AND instr(seals, ?) > 0", entry,
      SQLValue.blob(wanted))
  }
}

extension WriteTransaction {
  /// Checks what a page of somebody's is about to show; what does not fit its seal is noted where an
  /// auditor finds it, and answered in words for the page.
  func damage(
    to person: PersonID, and others: [OpeningCheck.Rows] = [], shownAs ref: RecordRef
  ) throws -> String? {
    let words = try OpeningCheck.damage(to: person, and: others, in: connection)
    if let words { try noteDamage(words, to: ref, of: person) }
    return words
  }

  /// A record that does not fit its seal is noted where an auditor finds it.
  func noteDamage(_ words: String, to ref: RecordRef, of person: PersonID?) throws {
    try audit(
      AuditEvent(.integrityFailed, person: person, record: AuditedRecord(ref), reason: words))
  }
}
