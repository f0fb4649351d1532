import CaseRules
import SQLite

/// What is owed around a care plan: the first one agreed, then a review after each version.
struct CarePlanClock {
  let transaction: WriteTransaction
  let context: RuleContext

  /// PPL-016: a version is what the review was owed for, and the next one is counted from it.
  func made(_ plan: CarePlan, in episode: Episode) throws -> [String] {
    let first = try agreed(plan.agreement, in: episode)
    try DeadlineRecords.meet(
      CaseloadDeadlines.carePlanReviewName, about: episode.id.ref, on: .day(plan.made),
      in: transaction)
    let review = try DeadlineRecords.start(
      CaseloadDeadlines.carePlanReview(made: plan.made, settings: context.settings),
      about: episode.id.ref, person: plan.person, owner: .worker(episode.worker),
      metByForm: CarePlanForm.id, in: transaction, calendar: context.calendar)
    return ["Version \(plan.version) is the care plan now"] + first
      + (review.due.map { ["Review due \($0.ukWithWeekday)"] } ?? [])
  }

  /// PPL-014: only the client's agreement meets the first deadline.
  func agreed(_ agreement: PlanAgreement, in episode: Episode) throws -> [String] {
    let open = try DeadlineRecords.open(
      CaseloadDeadlines.firstCarePlanName, about: episode.id.ref, in: transaction.connection)
    guard let owed = open.first else { return [] }
    guard let day = agreement.agreedOn else {
      return ["Not agreed yet: the first care plan stays due " + (owed.due?.ukWithWeekday ?? "")]
    }
    try DeadlineRecords.meet(open, on: .day(day), in: transaction)
    return []
  }
}
