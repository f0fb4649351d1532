import SQLite

/// The row of one entry and the hash that links it to the one before.
enum ChainedEntry {
  /// What is hashed, in this order; a change of it needs another name in front of the hash.
  static let fields = """
    seq, at, boot_ms, step, worker, role, session, terminal, remote, kind, person, record_kind,
    record_id, revision_before, revision_after, rule, reason, purpose, detail, save_id, seals
    """
  static let fieldCount = 21

  static let insert = """
    INSERT INTO audit (\(fields), prev, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func hash(of values: [SQLValue], after previous: Digest) -> Digest {
    var bytes = FieldBytes("TC-AUDIT-1")
    for value in values { bytes.add(value) }
    bytes.add(previous)
    return bytes.digest
  }

  /// The same for a row that begins with the fields.
  static func hash(of row: Row, after previous: Digest) -> Digest {
    var bytes = FieldBytes("TC-AUDIT-1")
    for column in 0..<fieldCount { row.withStored(column) { bytes.add($0) } }
    bytes.add(previous)
    return bytes.digest
  }
}
