import CaseRules
import SQLite

/// A new version is made, or the client agrees to one.
extension CarePlanRecords {
  /// Writes a version; its number and who wrote it down are given here.
  static func add(_ draft: CarePlan, in transaction: WriteTransaction) throws -> CarePlan {
    var plan = draft
    plan.worker = transaction.attribution.worker
    plan.recorded = transaction.attribution.at
    try transaction.connection.execute(
      """
      INSERT INTO care_plan (person, episode, version, made_on, agreed_on, not_agreed, uncovered,
                             uncovered_why, threats, threat_reason, terms, terms_agreed_on, note,
                             worker, recorded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, plan.person, plan.episode, plan.version, plan.made, plan.agreement.agreedOn,
      plan.agreement.reason, plan.uncovered.map(\.rawValue).joined(separator: ","),
      plan.uncoveredWhy, plan.threats.map(\.rawValue).joined(separator: ","), plan.threatReason,
      plan.terms, plan.termsAgreed, plan.note, plan.worker, plan.recorded)
    plan.id = CarePlanID(transaction.connection.lastInsertRowID)
    try addParts(of: plan, transaction.connection)
    let before = try before(plan, in: transaction.connection).map(CarePlanForm.draft) ?? FormDraft()
    try transaction.audit(
      AuditEvent(
        .created, person: plan.person, record: AuditedRecord(plan.id.ref), to: 1,
        changes: before.changes(to: CarePlanForm.draft(of: plan)),
        facts: [.init("version", plan.version)], rule: "PPL-016"))
    return plan
  }

  private static func addParts(of plan: CarePlan, _ records: Connection) throws {
    for need in PlanNeed.allCases {
      guard let words = plan.needs[need] else { continue }
      try records.execute(
        "INSERT INTO care_plan_need (plan, need, words) VALUES (?, ?, ?)", plan.id, need, words)
    }
    for goal in plan.goals {
      try records.execute(
        """
        INSERT INTO care_plan_goal (plan, line, domain, goal, action, lead_agency, target, status,
                                    tackles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, plan.id, goal.id, goal.domain, goal.goal, goal.action, goal.leadAgency, goal.target,
        goal.status, goal.tackles)
    }
    for treatment in plan.treatments {
      try records.execute(
        """
        INSERT INTO care_plan_treatment (plan, line, modality, provider, service)
        VALUES (?, ?, ?, ?, ?)
        """, plan.id, treatment.id, treatment.modality, treatment.provider, treatment.service)
    }
  }

  /// PPL-014: the client's answer to a version that was not agreed when it was made.
  static func answer(
    _ plan: CarePlan, _ agreement: PlanAgreement, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      plan.id.ref, of: plan.person, table: "care_plan", at: plan.revision,
      changes: [
        FieldChange("agreed-on", from: plan.agreement.agreedOn, to: agreement.agreedOn),
        FieldChange("not-agreed", from: plan.agreement.reason, to: agreement.reason),
      ], rule: "PPL-014"
    ) {
      try $0.execute(
        "UPDATE care_plan SET agreed_on = ?, not_agreed = ? WHERE id = ?", agreement.agreedOn,
        agreement.reason, plan.id)
    }
  }
}

extension PlanAgreement {
  fileprivate var reason: String {
    switch self {
    case .agreed: ""
    case .notAgreed(let reason): reason
    }
  }
}
