package import CaseRules
package import SQLite

extension StoreFile {
  /// Copies the file as it is now to a new place, and looks at the whole copy.
  ///
  /// Those who save are not held up. The copy stays even where it is found broken: then the file
  /// itself is.
  package func backUp(to path: String) throws -> Verification {
    try lane(.long).perform { try Backup.copy($0, to: path) }
    return try StoreFile.look(atCopy: path)
  }

  /// Looks at a whole copy that nobody has open; leaves nothing beside it.
  package static func look(atCopy path: String) throws -> Verification {
    let copy = try Connection(path: path, for: .lookingAtCopy, placement: .anywhere)
    return try Verifier().run(in: copy)
  }

  /// Puts a copy in the place of a data file; what was there is kept under the name `aside`.
  package static func replace(
    _ path: String, by copy: String, keeping aside: String, as label: String
  ) throws {
    try Replacement.put(copy, inPlaceOf: path, keeping: aside, as: label)
  }
}

extension WriteTransaction {
  /// GEN-003: a copy of everything left the file.
  package func noteBackup(_ manifest: BackupManifest, named name: String, isGood: Bool) throws {
    try audit(
      AuditEvent(
        .backedUp,
        facts: [
          .init("file", name), .init("sha256", manifest.digest.hex),
          .init("entries", manifest.entries), .init("head", manifest.head?.text),
          .init("good", isGood ? 1 : 0),
        ]))
  }

  /// GEN-003: the records were put back as they were at an earlier time, and why.
  ///
  /// `lost` is where the trail of the file that was replaced ended, where it could be read; `second`
  /// who answers for it besides.
  package func noteRestore(
    named name: String, digest: Digest, lost: TrailHead?, second: RecordRef?,
    because reason: String
  ) throws {
    try audit(
      AuditEvent(
        .restored,
        facts: [
          .init("file", name), .init("sha256", digest.hex), .init("replaced_head", lost?.text),
          .init("second", second),
        ], reason: reason))
  }
}

extension AuditKind {
  package static let backedUp = AuditKind("backup")
  package static let restored = AuditKind("restore")
}

extension Connection {
  /// When the last good backup was made; nil when none is on the trail.
  ///
  /// The kind is written out, not bound, so that the small index of backups answers.
  package func lastBackup() throws -> Moment? {
    try first(Self.lastBackupSQL) { try $0.get(0) }
  }

  static let lastBackupSQL = """
    SELECT at FROM audit
    WHERE kind = 'backup' AND json_extract(detail, '$.facts.good') = 1
    ORDER BY seq DESC LIMIT 1
    """

  /// When the newest entry of the trail was made; nil in a file nobody has written to.
  package func lastEntry() throws -> Moment? {
    try first("SELECT at FROM audit ORDER BY seq DESC LIMIT 1") { try $0.get(0) }
  }
}

extension Migration {
  /// Finds the last backups without reading the whole trail.
  static let backups = Migration(
    "backups", sql: "CREATE INDEX audit_of_backups ON audit (seq) WHERE kind = 'backup';")
}
