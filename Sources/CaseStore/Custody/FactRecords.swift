import CaseRules
import SQLite

/// Writes the facts of a detention, each with its particulars and its entry in the trail.
enum FactRecords {
  /// What every fact has.
  struct Head {
    let entry: EntryID
    let person: PersonID?
    let at: Moment

    init(_ row: EntryRow, at: Moment) throws {
      let id = try needed(EntryID(row.entry.ref))
      entry = id
      person = row.entry.details?.person.flatMap { PersonID($0) }
      self.at = at
    }
  }

  static func add(
    _ outcome: OfferOutcome, officer: OfficerID?, positively: Bool?, independence: Bool?,
    _ head: Head, in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("offer", head, in: transaction)
    try transaction.connection.execute(
      """
      INSERT INTO custody_offer (fact, result, reason, officer, positively, independence)
      VALUES (?, ?, ?, ?, ?, ?)
      """, fact, outcome.result, outcome.reasonCode, officer, positively, independence)
    try audit(
      fact, head,
      [
        FieldChange("result", to: outcome.result), FieldChange("reason", to: outcome.reasonCode),
        FieldChange("officer", to: officer), FieldChange("positively", to: positively),
        FieldChange("independence", to: independence),
      ], in: transaction)
    return fact
  }

  /// Corrects an offer; the trail keeps what it was, and why it was wrong (GEN-003).
  static func correct(
    _ fact: StoredFact, from old: Offer, to outcome: OfferOutcome, officer: OfficerID?,
    positively: Bool?, independence: Bool?, because reason: Reason, _ head: Head,
    in transaction: WriteTransaction
  ) throws {
    try revise(
      fact, at: head.at,
      [
        FieldChange("at", from: old.at, to: head.at),
        FieldChange("result", from: old.result, to: outcome.result),
        FieldChange("reason", from: old.outcome.reasonCode, to: outcome.reasonCode),
        FieldChange("officer", from: old.officer.flatMap { OfficerID($0.ref) }, to: officer),
        FieldChange("positively", from: old.madePositively, to: positively),
        FieldChange("independence", from: old.independenceExplained, to: independence),
      ], because: reason.text, head, in: transaction)
    try transaction.connection.execute(
      """
      UPDATE custody_offer SET result = ?, reason = ?, officer = ?, positively = ?, independence = ?
      WHERE fact = ?
      """, outcome.result, outcome.reasonCode, officer, positively, independence, fact.ref.number)
  }

  /// What every correction of a fact does: its next revision, its time, and the entry on the trail.
  private static func revise(
    _ fact: StoredFact, at moment: Moment, _ changes: [FieldChange],
    because reason: String? = nil, _ head: Head, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      fact.ref, of: head.person, table: "custody_fact", at: fact.revision,
      changes: changes, facts: [.init("entry", head.entry.ref)], reason: reason
    ) {
      try $0.execute(
        "UPDATE custody_fact SET at = ? WHERE id = ?", moment, fact.ref.number)
    }
  }

  static func add(
    _ outcome: ApproachOutcome, atRiskAssessment: Bool?, lookedAtRecord: Bool, _ head: Head,
    in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("approach", head, in: transaction)
    try transaction.connection.execute(
      """
      INSERT INTO custody_approach (fact, result, reason, at_risk_assessment, looked_at_record)
      VALUES (?, ?, ?, ?, ?)
      """, fact, outcome.result, outcome.reasonCode, atRiskAssessment, lookedAtRecord)
    try audit(
      fact, head,
      [
        FieldChange("result", to: outcome.result), FieldChange("reason", to: outcome.reasonCode),
        FieldChange("at_risk_assessment", to: atRiskAssessment),
        FieldChange("looked_at_record", to: lookedAtRecord),
      ], in: transaction)
    return fact
  }

  static func add(
    permission given: Bool, _ head: Head, in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("permission", head, in: transaction)
    try transaction.connection.execute(
      "INSERT INTO custody_permission (fact, given) VALUES (?, ?)", fact, given)
    try audit(fact, head, [FieldChange("given", to: given)], in: transaction)
    return fact
  }

  static func add(
    _ departure: Departure, _ head: Head, in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("departure", head, in: transaction)
    try transaction.connection.execute(
      "INSERT INTO custody_departure (fact, how, next_place, next_at) VALUES (?, ?, ?, ?)", fact,
      departure.kind, departure.next?.place, departure.next?.at)
    try audit(fact, head, changes(from: nil, to: departure), in: transaction)
    return fact
  }

  /// Corrects a departure; the trail keeps what it was.
  static func correct(
    _ fact: StoredFact, from old: Departure, to new: Departure, _ head: Head,
    in transaction: WriteTransaction
  ) throws {
    try revise(fact, at: new.at, changes(from: old, to: new), head, in: transaction)
    try transaction.connection.execute(
      "UPDATE custody_departure SET how = ?, next_place = ?, next_at = ? WHERE fact = ?", new.kind,
      new.next?.place, new.next?.at, fact.ref.number)
  }

  private static func changes(from old: Departure?, to new: Departure) -> [FieldChange] {
    [
      FieldChange("at", from: old?.at, to: new.at),
      FieldChange("how", from: old?.kind, to: new.kind),
      FieldChange("next_place", from: old?.next?.place, to: new.next?.place),
      FieldChange("next_at", from: old?.next?.at, to: new.next?.at),
    ]
  }

  static func add(
    attended: Bool, missedBecause reason: Reason?, _ head: Head,
    in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("court", head, in: transaction)
    try transaction.connection.execute(
      "INSERT INTO court_attendance (fact, attended, missed_reason) VALUES (?, ?, ?)", fact,
      attended, reason?.text)
    try audit(
      fact, head,
      [FieldChange("attended", to: attended), FieldChange("missed_reason", to: reason?.text)],
      in: transaction)
    return fact
  }

  static func add(
    _ outcome: ArrestTest.Outcome, _ head: Head, in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    let fact = try insert("test", head, in: transaction)
    try transaction.connection.execute(
      "INSERT INTO arrest_test (fact, outcome) VALUES (?, ?)", fact, outcome)
    try audit(fact, head, [FieldChange("outcome", to: outcome)], in: transaction)
    return fact
  }

  /// GEN-004: strikes a fact through; it stays to be seen.
  static func strike(
    _ fact: StoredFact, because reason: Reason, _ head: Head, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      fact.ref, of: head.person, table: "custody_fact", at: fact.revision,
      facts: [.init("entry", head.entry.ref)], because: reason)
  }

  static func fact(_ ref: RecordRef?, in records: Connection) throws -> StoredFact {
    guard let ref, ref.kind == .custodyFact,
      let fact = try records.first(
        StoredFact.columns + " WHERE f.id = ?", ref.number, row: StoredFact.init(row:))
    else { throw StoreError.notFound }
    return fact
  }

  /// The detention a fact belongs to, struck through or not; nil when there is no such fact.
  static func entry(of ref: RecordRef, in records: Connection) throws -> EntryID? {
    try records.first("SELECT entry FROM custody_fact WHERE id = ?", ref.number) { try $0.get(0) }
  }

  private static func insert(
    _ kind: String, _ head: Head, in transaction: WriteTransaction
  ) throws -> CustodyFactID {
    try transaction.connection.execute(
      "INSERT INTO custody_fact (entry, kind, at, worker, recorded_at) VALUES (?, ?, ?, ?, ?)",
      head.entry, kind, head.at, transaction.attribution.worker, transaction.attribution.at)
    return CustodyFactID(transaction.connection.lastInsertRowID)
  }

  private static func audit(
    _ fact: CustodyFactID, _ head: Head, _ changes: [FieldChange],
    in transaction: WriteTransaction
  ) throws {
    try transaction.audit(
      AuditEvent(
        .created, person: head.person, record: AuditedRecord(fact.ref), to: 1,
        changes: [FieldChange("at", to: head.at)] + changes,
        facts: [.init("entry", head.entry.ref)]))
  }
}
