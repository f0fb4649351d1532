package import CaseRules
package import SQLite

extension SourceNumber: SQLBindable, SQLDecodable {
  package var sqlValue: SQLValue { .integer(rawValue) }

  package static func decode(_ row: Row, _ column: Int) throws -> SourceNumber {
    SourceNumber(try row.int64(column))
  }
}

extension SourceKind: StoredWord {}

extension Migration {
  /// The sealed side of the sterile corridor.
  ///
  /// No other table points here and this one points nowhere, so that it can move to a file of its own.
  static let sealedSources = Migration("sealed-sources") {
    try $0.executeScript(
      """
      CREATE TABLE intelligence_source (
        id                INTEGER PRIMARY KEY,
        salt              BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        number            INTEGER NOT NULL UNIQUE, -- random; all that other records hold of it
        kind              TEXT NOT NULL CHECK (kind IN ('informant', 'treatment_service')
                            OR kind IN ('family_or_friend', 'prison')
                            OR kind IN ('probation', 'community')), -- INT-001
        identity          TEXT NOT NULL, -- '': not known
        how_known         TEXT NOT NULL,
        contact           TEXT NOT NULL,
        disclosing_client INTEGER, -- P-number, kept without a reference
        kept_by           INTEGER NOT NULL, -- W-number, kept without a reference
        kept_at           TEXT NOT NULL CHECK (kept_at GLOB '????-??-??T??:??:??Z'),
        CHECK (kind <> 'treatment_service' OR disclosing_client IS NOT NULL)
      ) STRICT;
      """)
  }

  /// INT-005, INT-007: added by the step of the intelligence room.
  static let protectedNames = """
    ALTER TABLE intelligence_source ADD COLUMN family_name TEXT NOT NULL DEFAULT '';
      -- of the source, as far as it is known: no text may have it (INT-005)
    ALTER TABLE intelligence_source ADD COLUMN client_family TEXT NOT NULL DEFAULT '';
      -- of the disclosing client, for the same
    ALTER TABLE intelligence_source ADD COLUMN disclosure TEXT NOT NULL DEFAULT '';
      -- INT-007: reference of the disclosure record; that there is one tells of the kind
    """
}

extension Migration {
  /// INT-005: a wrong entry is struck through, and another one of the same number stands.
  static let correctedSources = Migration("corrected-sources") {
    try $0.executeScript(
      """
      ALTER TABLE intelligence_source RENAME TO intelligence_source_before;
      CREATE TABLE intelligence_source (
        id                INTEGER PRIMARY KEY,
        salt              BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        number            INTEGER NOT NULL, -- random; all that other records hold of it
        kind              TEXT NOT NULL CHECK (kind IN ('informant', 'treatment_service')
                            OR kind IN ('family_or_friend', 'prison')
                            OR kind IN ('probation', 'community')), -- INT-001
        family_name       TEXT NOT NULL, -- as far as it is known: no text may have it (INT-005)
        identity          TEXT NOT NULL, -- '': not known
        how_known         TEXT NOT NULL,
        contact           TEXT NOT NULL,
        disclosing_client INTEGER, -- P-number, kept without a reference
        client_family     TEXT NOT NULL, -- of the disclosing client: no text may have it
        disclosure        TEXT NOT NULL, -- INT-007: reference; that there is one tells of the kind
        kept_by           INTEGER NOT NULL, -- W-number, kept without a reference
        kept_at           TEXT NOT NULL CHECK (kept_at GLOB '????-??-??T??:??:??Z'),
        struck_by         INTEGER, -- W-number, kept without a reference; GEN-004
        struck_at         TEXT CHECK (struck_at GLOB '????-??-??T??:??:??Z'),
        struck_reason     TEXT,
        CHECK (kind <> 'treatment_service' OR disclosing_client IS NOT NULL),
        CHECK ((struck_at IS NULL) = (struck_by IS NULL)),
        CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
      ) STRICT;
      INSERT INTO intelligence_source (id, salt, number, kind, family_name, identity, how_known,
                                       contact, disclosing_client, client_family, disclosure,
                                       kept_by, kept_at)
        SELECT id, salt, number, kind, family_name, identity, how_known, contact,
               disclosing_client, client_family, disclosure, kept_by, kept_at
        FROM intelligence_source_before;
      DROP TABLE intelligence_source_before;
      -- one entry stands for each number
      CREATE UNIQUE INDEX intelligence_source_standing ON intelligence_source (number)
        WHERE struck_at IS NULL;
      CREATE INDEX intelligence_source_by_number ON intelligence_source (number);
      CREATE TRIGGER intelligence_source_struck_once BEFORE UPDATE ON intelligence_source
        WHEN OLD.struck_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'GEN-004: what is struck through stays so'); END;
      CREATE TRIGGER intelligence_source_stays BEFORE DELETE ON intelligence_source
      BEGIN SELECT RAISE(ABORT, 'GEN-004: a source is struck through, never removed'); END;
      """)
  }
}

extension AuditKind {
  /// INT-005: a source was entered; the entry has its random number, and nothing that was entered.
  package static let sourceKept = AuditKind("source.kept")
  /// INT-005: a wrong entry was struck through and another made; nothing of either is told.
  package static let sourceCorrected = AuditKind("source.corrected")
  /// INT-005: somebody was shown a source, and why.
  package static let sourceViewed = AuditKind("source.view")
}

/// INT-005: the one way to who a source is, and to what texts are held against.
///
/// Nothing else in the program reads the table, so that the sealed rows can be kept in another file
/// one day.
package enum SealedSources {
  /// Keeps a source, before the intelligence that came from it; answers with what stands for it.
  static func keep(
    _ source: IntelligenceSource, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> SourceNumber {
    try check(source, context)
    let number = SourceNumber(try RandomBytes.make(8).reduce(0) { $0 << 8 | Int64($1) })
    try add(source, as: number, in: transaction)
    try transaction.audit(
      AuditEvent(.sourceKept, facts: [.init("source", number.text)], rule: "INT-005"))
    return number
  }

  /// GEN-004: strikes the entry that stands through, and seals another in its place.
  ///
  /// All that points at the source goes on pointing at it.
  static func replace(
    _ number: SourceNumber, with source: IntelligenceSource, because reason: Reason,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    try check(source, context)
    let standing = try transaction.connection.first(
      "SELECT id FROM intelligence_source WHERE number = ? AND struck_at IS NULL", number
    ) { try $0.int64(0) }
    guard let standing else { throw StoreError.notFound }
    try transaction.strike(table: "intelligence_source", id: standing, because: reason)
    try add(source, as: number, in: transaction)
    try transaction.audit(
      AuditEvent(
        .sourceCorrected, facts: [.init("source", number.text)], rule: "INT-005",
        reason: reason.text))
  }

  private static func check(_ source: IntelligenceSource, _ context: RuleContext) throws {
    let refusals =
      [AccessMatrix.refusal(toEdit: .intelligenceSource, by: context.worker)]
      .compactMap(\.self) + SourceRules.findings(on: source)
    guard refusals.isEmpty else { throw StoreError.refused(refusals) }
  }

  private static func add(
    _ source: IntelligenceSource, as number: SourceNumber, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_source (number, kind, family_name, identity, how_known, contact,
                                       disclosing_client, client_family, disclosure, kept_by,
                                       kept_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, number, source.kind, source.familyName, source.identity, source.howKnown,
      source.contact, source.disclosingClient, source.clientFamilyName, source.disclosure,
      transaction.attribution.worker, transaction.attribution.at)
  }

  /// Shows a source to somebody whose role may know it, who has just typed their password; the look
  /// is on the trail before anything is shown.
  static func view(
    _ number: SourceNumber, because reason: Reason?, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> IntelligenceSource {
    if let refusal = whyNot(context, reason, transaction.attribution) {
      throw StoreError.refused([refusal])
    }
    let source = try transaction.connection.first(
      """
      SELECT kind, family_name, identity, how_known, contact, disclosing_client, client_family,
             disclosure
      FROM intelligence_source WHERE number = ? AND struck_at IS NULL
      """, number
    ) { row in
      IntelligenceSource(
        kind: try row.get(0), familyName: try row.text(1), identity: try row.text(2),
        howKnown: try row.text(3), contact: try row.text(4), disclosingClient: try row.get(5),
        clientFamilyName: try row.text(6), disclosure: try row.text(7))
    }
    guard let source else { throw StoreError.notFound }
    try transaction.audit(
      AuditEvent(
        .sourceViewed, facts: [.init("source", number.text)], rule: "INT-005",
        reason: reason?.text))
    return source
  }

  /// When and why earlier entries were struck through, the newest first; who they were stays sealed.
  static func struck(
    _ number: SourceNumber, in records: Connection
  ) throws -> [(at: Moment, reason: String)] {
    try records.query(
      """
      SELECT struck_at, struck_reason FROM intelligence_source
      WHERE number = ? AND struck_at IS NOT NULL ORDER BY id DESC
      """, number
    ) { (at: try $0.get(0), reason: try $0.text(1)) }
  }

  private static func whyNot(
    _ context: RuleContext, _ reason: Reason?, _ attribution: Attribution
  ) -> Finding? {
    if let refusal = SourceRules.whyNotRead(context.worker, because: reason) { return refusal }
    let isConfirmed =
      attribution.confirmation?.isGood(for: context.worker.id, at: attribution.at) == true
    return isConfirmed
      ? nil : Finding("GEN-006", .blocks, "Looking at a source needs your password once more")
  }

  /// The names that no text of a report may have, to be compared with and never shown.
  static func protectedNames(
    of number: SourceNumber, in records: Connection
  ) throws -> ProtectedNames {
    try records.first(
      """
      SELECT family_name, client_family FROM intelligence_source
      WHERE number = ? AND struck_at IS NULL
      """, number
    ) { row in
      ProtectedNames(source: try row.text(0), client: try row.text(1))
    } ?? ProtectedNames()
  }
}
