import CaseRules
import SQLite

/// Which detentions have a DIR that is being typed: the fact that one was begun, for the board.
///
/// A draft is read by its author alone; that there is one, since when and by whom is all that is
/// asked of it here.
enum DIRsInHand {
  /// As many rows as there are DIRs begun and not saved in the whole office.
  private static let begun = """
    SELECT d.about, d.worker, w.name, d.started_at
    FROM draft AS d JOIN worker AS w ON w.id = d.worker
    WHERE d.form = ? AND d.about IS NOT NULL ORDER BY d.started_at DESC, d.id DESC
    """

  /// By detention, the newest first.
  static func all(in records: Connection) throws -> [RecordRef: [DIRInHand]] {
    var found: [RecordRef: [DIRInHand]] = [:]
    try records.forEach(begun, DIRForm.id.text) { row in
      guard let about = try entry(of: row.get(0, as: RecordRef?.self), in: records) else { return }
      found[about, default: []].append(
        DIRInHand(
          by: try row.get(1), initials: Worker.initials(of: try row.text(2)),
          since: try row.get(3)))
    }
    return found
  }

  /// A DIR begun from a person's page is one of the detention it will be saved with.
  private static func entry(of about: RecordRef?, in records: Connection) throws -> RecordRef? {
    guard let about else { return nil }
    if let person = PersonID(about) {
      return try DIRScope.detention(of: person, in: records)?.ref
    }
    return about.kind == .custodyEntry ? about : nil
  }

  static func of(_ entry: RecordRef, in records: Connection) throws -> [DIRInHand] {
    try all(in: records)[entry] ?? []
  }
}
