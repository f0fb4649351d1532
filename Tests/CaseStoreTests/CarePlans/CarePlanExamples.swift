import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// Tests that make care plans.
protocol MakesCarePlans {}

extension MakesCarePlans {
  static func goals(_ status: String = "UW") -> [FieldCode: [FormDraft.Row]] {
    [
      CarePlanForm.goals: PlanDomain.allCases.enumerated().map { number, domain in
        FormDraft.Row(
          id: number + 1,
          texts: [
            CarePlanForm.GoalColumn.domain: domain.code,
            CarePlanForm.GoalColumn.goal: "Goal \(number + 1)",
            CarePlanForm.GoalColumn.action: "Weekly meetings",
            CarePlanForm.GoalColumn.lead: "CJIT", CarePlanForm.GoalColumn.target: "31/03/2008",
            CarePlanForm.GoalColumn.status: status,
          ])
      }
    ]
  }

  static func agreed(_ day: String, made: String? = nil) -> [FieldCode: String] {
    [CarePlanForm.made: made ?? day, CarePlanForm.agreed: "yes", CarePlanForm.agreedOn: day]
  }

  static func plan(
    _ client: RecordRef, _ answers: [FieldCode: String] = agreed("03/10/2007"),
    _ now: String = "2007-10-03 12:00", in office: CaseloadOffice, as worker: Worker? = nil
  ) throws -> SavedForm {
    try office.save(
      CarePlanForm.id, about: client, answers, rows: goals(), now, as: worker)
  }

  static func stored(_ ref: RecordRef, in office: CaseloadOffice) throws -> CarePlan {
    let found = try office.file.read { try CarePlanRecords.one(CarePlanID(ref.number), in: $0) }
    return try #require(found)
  }
}
