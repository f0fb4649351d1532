package import CaseRules
package import SQLite

/// A version of a care plan as its page shows it.
package enum CarePlanFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> CarePlanFile {
    guard let id = CarePlanID(ref), let plan = try CarePlanRecords.one(id, in: records) else {
      throw StoreError.notFound
    }
    return CarePlanFile(
      file: try PersonFiles.load(plan.person, in: records, context), plan: plan,
      previous: try CarePlanRecords.before(plan, in: records))
  }

  /// Opens a version for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> CarePlanFile {
    var file = try load(ref, in: transaction.connection, context)
    file.file.damage = try transaction.damage(
      to: file.plan.person,
      and: [
        .init("care_plan", "id", ref.number), .init("care_plan_need", "plan", ref.number),
        .init("care_plan_goal", "plan", ref.number),
        .init("care_plan_treatment", "plan", ref.number),
      ], shownAs: ref)
    try transaction.audit(
      AuditEvent(.personViewed, person: file.plan.person, record: AuditedRecord(ref)))
    return file
  }
}
