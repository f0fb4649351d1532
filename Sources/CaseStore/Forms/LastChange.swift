import CaseRules
import SQLite

/// Who made the version of a record that stands now.
enum LastChange {
  static func of(_ ref: RecordRef, in records: Connection) throws -> OpenedForm.Change? {
    try records.first(
      """
      SELECT w.name, a.at FROM audit AS a JOIN worker AS w ON w.id = a.worker
      WHERE a.record_kind = ? AND a.record_id = ? AND a.revision_after IS NOT NULL
      ORDER BY a.seq DESC LIMIT 1
      """, ref.kind.code, ref.number
    ) { row in
      OpenedForm.Change(by: Worker.initials(of: try row.text(0)), at: try row.get(1))
    }
  }
}
