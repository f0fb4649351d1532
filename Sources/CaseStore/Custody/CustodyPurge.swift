package import CaseRules
package import SQLite

/// CUS-011: entries without permission turn into counts when their hours are over.
package enum CustodyPurge {
  /// How many entries are due now; a cheap question to ask before `run`.
  package static func isDue(in records: Connection, _ context: RuleContext) throws -> Bool {
    try records.exists(dueOne, limit(context))
  }

  static let dueOne = """
    SELECT 1 FROM custody_entry WHERE purge_from IS NOT NULL AND purge_from <= ? LIMIT 1
    """

  /// So many entries share a transaction.
  package static let atOnce = 500

  /// Nothing was due any more: a colleague's program had been there first, and nothing is written.
  package struct NothingIsDue: Error {}

  /// Turns what is due into counts, at most so many at a time; answers with how many.
  ///
  /// Run at opening and once an hour; run again while it answers with the full number.
  @discardableResult
  package static func run(
    in transaction: WriteTransaction, _ context: RuleContext, atMost: Int = atOnce
  ) throws -> Int {
    let due: [EntryID] = try transaction.connection.query(
      """
      SELECT id FROM custody_entry WHERE purge_from IS NOT NULL AND purge_from <= ?
      ORDER BY purge_from, id LIMIT ?
      """, limit(context), atMost
    ) { try $0.get(0) }
    if due.isEmpty { throw NothingIsDue() }
    for entry in due { try purge(entry, in: transaction) }
    return due.count
  }

  /// The setting's hours before now.
  private static func limit(_ context: RuleContext) -> Moment {
    context.now.adding(minutes: -60 * context.settings.boardPurgeHours)
  }

  private static func purge(_ id: EntryID, in transaction: WriteTransaction) throws {
    try count(id, in: transaction)
    try DeadlineRecords.setAside(
      about: id.ref, because: "turned into counts (CUS-011)", in: transaction)
    let connection = transaction.connection
    try connection.execute("UPDATE dir SET entry = NULL WHERE entry = ?", id)
    try connection.execute("UPDATE helpline_call SET entry = NULL WHERE entry = ?", id)
    try discardDrafts(about: id, connection)
    for statement in factDeletes { try connection.execute(statement, id) }
    try connection.execute("DELETE FROM custody_fact WHERE entry = ?", id)
    try connection.execute("DELETE FROM custody_alert WHERE entry = ?", id)
    try connection.execute("DELETE FROM custody_entry WHERE id = ?", id)
    try transaction.audit(
      AuditEvent(
        .entriesCounted, record: AuditedRecord(id.ref), facts: [.init("entries", 1)],
        rule: "CUS-011"))
  }

  /// Adds the entry to the counts of its month, suite and kind.
  private static func count(_ id: EntryID, in transaction: WriteTransaction) throws {
    let arrived = try transaction.connection.first(
      "SELECT arrived_at FROM custody_entry WHERE id = ?", id
    ) { try $0.get(0, as: Moment.self) }
    guard let arrived else { throw StoreError.notFound }
    try transaction.connection.execute(
      """
      INSERT INTO custody_count (month, suite, is_trigger, arrived, offered, accepted, seen,
                                 offer_flags)
      SELECT ?, suite, is_trigger, 1, was_offered, was_accepted, was_seen,
             offer_flags NOT IN ('', 'CUS-004')
      FROM custody_entry WHERE id = ?
      ON CONFLICT (month, suite, is_trigger) DO UPDATE
      SET arrived = arrived + 1, offered = offered + excluded.offered,
          accepted = accepted + excluded.accepted, seen = seen + excluded.seen,
          offer_flags = offer_flags + excluded.offer_flags
      """, arrived.date.firstOfMonth, id)
  }

  /// A half-typed form about the detention, or about one of its facts, must not outlive it.
  private static func discardDrafts(about id: EntryID, _ connection: Connection) throws {
    let facts: [CustodyFactID] = try connection.query(
      "SELECT id FROM custody_fact WHERE entry = ?", id
    ) { try $0.get(0) }
    for ref in [id.ref] + facts.map(\.ref) {
      try connection.execute(
        "DELETE FROM draft_entry WHERE draft IN (SELECT id FROM draft WHERE about = ?)", ref)
      try connection.execute("DELETE FROM draft WHERE about = ?", ref)
    }
  }

  private static let factDeletes = [
    "DELETE FROM custody_offer WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
    "DELETE FROM custody_approach WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
    "DELETE FROM custody_permission WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
    "DELETE FROM custody_departure WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
    "DELETE FROM court_attendance WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
    "DELETE FROM arrest_test WHERE fact IN (SELECT id FROM custody_fact WHERE entry = ?)",
  ]
}

extension StoreFile {
  /// CUS-011: turns what is due into counts, a few hundred entries a save; answers with how many.
  ///
  /// Costs one question when nothing is due. The makings of each save's attribution are asked for
  /// anew, because every save needs an id of its own.
  @discardableResult
  package func purgeBoard(
    in context: RuleContext, by attribution: () throws -> Attribution
  ) throws -> Int {
    var counted = 0
    while try read({ try CustodyPurge.isDue(in: $0, context) }) {
      do {
        counted += try write(try attribution()) { try CustodyPurge.run(in: $0, context) }
      } catch is CustodyPurge.NothingIsDue {
        break
      }
    }
    return counted
  }
}

extension AuditKind {
  /// Entries without permission became counts (CUS-011).
  package static let entriesCounted = AuditKind("custody.counted")
}
