import CaseRules
import SQLite

/// What is written about a prescribing episode; samples and doses are only ever added.
extension PrescribingRecords {
  /// Keeps a new referral; its number is given here.
  static func add(
    _ episode: PrescribingEpisode, in transaction: WriteTransaction
  ) throws -> PrescribingID {
    try transaction.connection.execute(
      """
      INSERT INTO prescribing (referred, dependence_by, dependence_on, risk_by, risk_on, factors,
                               longer_reason, longer_since, planned_on, planned_medicine,
                               planned_mg, prescriber, negative_reason, optimal_reached, ended,
                               exit_reason, exit_note, person, recorded_by, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values: values(of: episode) + [
        episode.person, transaction.attribution.worker, transaction.attribution.at,
      ])
    let id = PrescribingID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: episode.person, record: AuditedRecord(id.ref), to: 1,
        changes: changes(from: nil, to: episode), rule: "PPL-041"))
    return id
  }

  /// Writes what has become of it, from the version the worker saw.
  static func write(
    _ episode: PrescribingEpisode, was before: PrescribingEpisode, under rule: String,
    facts: [AuditEvent.Fact] = [], in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.id.ref, of: before.person, table: "prescribing", at: before.revision,
      changes: changes(from: before, to: episode), facts: facts, rule: rule
    ) {
      try $0.execute(
        """
        UPDATE prescribing
        SET referred = ?, dependence_by = ?, dependence_on = ?, risk_by = ?, risk_on = ?,
            factors = ?, longer_reason = ?, longer_since = ?, planned_on = ?, planned_medicine = ?,
            planned_mg = ?, prescriber = ?, negative_reason = ?, optimal_reached = ?, ended = ?,
            exit_reason = ?, exit_note = ?
        WHERE id = ?
        """, values: values(of: episode) + [before.id])
    }
  }

  /// GEN-004: the whole episode stays on file, struck through.
  static func strike(
    _ episode: PrescribingEpisode, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      episode.id.ref, of: episode.person, table: "prescribing", at: episode.revision,
      because: reason)
  }

  private static func values(of episode: PrescribingEpisode) -> [(any SQLBindable)?] {
    let (dependence, risk) = (columns(of: episode.dependence), columns(of: episode.risk))
    let (longer, plan) = (episode.longer, episode.plan)
    return [
      episode.referred, dependence.by, dependence.on, risk.by, risk.on,
      longer?.factors.map(\.rawValue).joined(separator: ",") ?? "", longer?.reason, longer?.since,
      plan?.on, plan?.medicine, plan?.mg, plan?.prescriber ?? "", plan?.reason ?? "",
      episode.optimalReached, episode.ending?.on, episode.ending?.reason,
      episode.ending?.note ?? "",
    ]
  }

  private static func columns(of check: PrescribingCheck) -> (by: String?, on: CalendarDate?) {
    switch check {
    case .notYet: (nil, nil)
    case .done(let by, let day): (by, day)
    }
  }

  private static let names = [
    "referred", "dependence-by", "dependence-on", "risk-by", "risk-on", "factors",
    "longer-because", "longer-since", "planned-on", "medicine", "mg", "prescriber",
    "prescriber-reason", "reached", "ended", "exit-reason", "exit-note",
  ]

  private static func changes(
    from before: PrescribingEpisode?, to after: PrescribingEpisode
  ) -> [FieldChange] {
    let old = before.map { values(of: $0) } ?? names.map { _ in nil }
    return zip(names, zip(old, values(of: after))).map { name, values in
      FieldChange(name, from: values.0, to: values.1)
    }
  }

  // MARK: Rows that are only added

  static func add(
    _ test: OpiateTest, to episode: PrescribingEpisode, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      INSERT INTO opiate_test (prescribing, number, fluid, method, taken_at, result, result_on,
                               worker, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, episode.id, test.number, test.fluid, test.method, test.taken, test.result,
      test.resultOn, transaction.attribution.worker, transaction.attribution.at)
    try transaction.audit(
      AuditEvent(
        .created, person: episode.person,
        record: AuditedRecord("opiate test", transaction.connection.lastInsertRowID), to: 1,
        changes: [
          FieldChange("number", to: test.number), FieldChange("test-type", to: test.fluid),
          FieldChange("method", to: test.method), FieldChange("taken", to: test.taken),
          FieldChange("result", to: test.result), FieldChange("result-on", to: test.resultOn),
        ], facts: [.init("prescribing", episode.id.ref)], rule: "PPL-040"))
  }

  static func setResult(
    _ result: OpiateTest.Result, on day: CalendarDate, of test: OpiateTest,
    _ episode: PrescribingEpisode, in transaction: WriteTransaction
  ) throws {
    let id = try row(of: test.number, sampleID, episode, transaction)
    try transaction.connection.execute(
      "UPDATE opiate_test SET result = ?, result_on = ? WHERE id = ?", result, day, id)
    try transaction.audit(
      AuditEvent(
        .changed, person: episode.person, record: AuditedRecord("opiate test", id),
        changes: [FieldChange("result", to: result), FieldChange("result-on", to: day)],
        facts: [.init("prescribing", episode.id.ref)], rule: "PPL-040"))
  }

  static func strike(
    _ test: OpiateTest, of episode: PrescribingEpisode, because reason: Reason,
    in transaction: WriteTransaction
  ) throws {
    let id = try row(of: test.number, sampleID, episode, transaction)
    try transaction.strike(table: "opiate_test", id: id, because: reason)
    try transaction.audit(
      AuditEvent(
        .struck, person: episode.person, record: AuditedRecord("opiate test", id),
        facts: [.init("prescribing", episode.id.ref)], rule: "GEN-004", reason: reason.text))
  }

  static func add(
    _ dose: Dose, flags: [Finding], to episode: PrescribingEpisode,
    in transaction: WriteTransaction
  ) throws {
    let rules = Set(flags.map(\.rule)).sorted().joined(separator: " ")
    try transaction.connection.execute(
      """
      INSERT INTO dose (prescribing, number, given_on, medicine, mg, supervised, flags, worker,
                        recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, episode.id, dose.number, dose.on, dose.medicine, dose.mg, dose.isSupervised, rules,
      transaction.attribution.worker, transaction.attribution.at)
    try transaction.audit(
      AuditEvent(
        .created, person: episode.person,
        record: AuditedRecord("dose", transaction.connection.lastInsertRowID), to: 1,
        changes: [
          FieldChange("number", to: dose.number), FieldChange("given-on", to: dose.on),
          FieldChange("medicine", to: dose.medicine), FieldChange("mg", to: dose.mg),
          FieldChange("supervised", to: dose.isSupervised),
        ], facts: [.init("prescribing", episode.id.ref), .init("flags", rules)], rule: "PPL-045"))
  }

  static func strike(
    _ dose: Dose, of episode: PrescribingEpisode, because reason: Reason,
    in transaction: WriteTransaction
  ) throws {
    let id = try row(of: dose.number, doseID, episode, transaction)
    try transaction.strike(table: "dose", id: id, because: reason)
    try transaction.audit(
      AuditEvent(
        .struck, person: episode.person, record: AuditedRecord("dose", id),
        changes: [FieldChange("mg", from: dose.mg, to: nil)],
        facts: [.init("prescribing", episode.id.ref)], rule: "GEN-004", reason: reason.text))
  }

  private static let sampleID = "SELECT id FROM opiate_test WHERE prescribing = ? AND number = ?"
  private static let doseID = "SELECT id FROM dose WHERE prescribing = ? AND number = ?"

  private static func row(
    of number: Int, _ sql: String, _ episode: PrescribingEpisode, _ transaction: WriteTransaction
  ) throws -> Int64 {
    let id = try transaction.connection.first(sql, episode.id, number) { try $0.int64(0) }
    guard let id else { throw StoreError.notFound }
    return id
  }
}
