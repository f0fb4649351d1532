import CaseRules
import SQLite

/// Others who are in custody now, so that nobody is put on the board twice.
enum OtherDetentions {
  /// Whoever is in a cell; its mark is the same in capitals and small letters.
  ///
  /// Looked for among the newest only, as nobody is held for longer than those come in: every
  /// arrival asks, and an index for it would be one more page in every save.
  static func inCell(
    _ cell: String, suite: String, but own: RecordRef?, in records: Connection
  ) throws -> [OtherDetention] {
    try records.query(inCell, suite, cell, own?.number ?? 0, row: other(row:))
  }

  /// Where a person is in custody.
  static func of(
    _ person: RecordRef, but own: RecordRef, in records: Connection
  ) throws -> [OtherDetention] {
    try records.query(ofPerson, person.number, own.number, row: other(row:))
  }

  private static let columns = """
    SELECT e.id, s.name, e.cell, e.arrived_at, e.person, p.family_name, p.given_names
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    LEFT JOIN person AS p ON p.id = e.person
    """

  static let inCell =
    columns + """

      WHERE e.id > (SELECT max(id) - 500 FROM custody_entry)
        AND e.suite = (SELECT id FROM custody_suite WHERE code = ?)
        AND e.cell = ? COLLATE NOCASE AND e.departed_at IS NULL AND e.id <> ?
      ORDER BY e.id LIMIT 5
      """

  static let ofPerson =
    columns + """

      WHERE e.person = ? AND e.departed_at IS NULL AND e.id <> ?
      ORDER BY e.arrived_at DESC, e.id DESC LIMIT 5
      """

  private static func other(row: Row) throws -> OtherDetention {
    OtherDetention(
      ref: RecordRef(.custodyEntry, try row.int64(0)),
      name: row.isNull(4)
        ? nil : PersonName(family: try row.text(5), given: try row.text(6)).display,
      suite: try row.text(1), cell: try row.text(2), arrived: try row.get(3))
  }
}
