import Testing

@testable import CaseRules

@Suite("Deadlines of the caseload")
struct CaseloadDeadlineTests {
  private static let calendar = WorkingCalendar.englandAndWales

  @Test(
    "Worked examples 1 and 2, PPL-022: a missed appointment is followed up the next working day",
    arguments: [("2007-10-05", "2007-10-08"), ("2008-03-20", "2008-03-25")])
  func followUp(missed: String, due: String) {
    let deadline = CaseloadDeadlines.missedFollowUp(
      missed: .example(missed), settings: Settings())
    #expect(deadline.due(in: Self.calendar) == .example(due))
  }

  @Test("Worked example 1, PPL-022: an unanswered call on the day meets it")
  func met() {
    let deadline = CaseloadDeadlines.missedFollowUp(
      missed: .example("2007-10-05"), settings: Settings())
    let call = Moment.example("2007-10-08 10:00")
    let status = deadline.status(on: call, met: .moment(call), in: Self.calendar)
    #expect(status == .met)
    let next = Moment.example("2007-10-09 10:00")
    #expect(deadline.status(on: next, met: .moment(next), in: Self.calendar) == .metLate)
    #expect(deadline.status(on: next, met: nil, in: Self.calendar) == .overdue)
  }

  @Test("Worked example 3, PPL-014: the care plan is due 10 working days after joining")
  func carePlan() {
    let deadline = CaseloadDeadlines.firstCarePlan(
      joined: .example("2007-12-17"), settings: Settings())
    #expect(deadline.due(in: Self.calendar) == .example("2008-01-03"))
    #expect(deadline.ruleID == "PPL-014")
  }

  @Test("The outcome is due on the day; a booked appointment past midnight is overdue")
  func outcome() {
    let deadline = CaseloadDeadlines.outcome(of: .example("2007-10-05 10:00"))
    #expect(deadline.due(in: Self.calendar) == .example("2007-10-05"))
    let evening = deadline.status(
      on: .example("2007-10-05 23:59"), met: nil, in: Self.calendar)
    #expect(evening == .dueSoon)
    let midnight = deadline.status(
      on: .example("2007-10-06 00:00"), met: nil, in: Self.calendar)
    #expect(midnight == .overdue)
  }

  @Test("PPL-023: repeated attempts and the proposed review are due the next working day")
  func chain() {
    let friday = CalendarDate.example("2007-10-05")
    let again = CaseloadDeadlines.repeatedFollowUp(
      after: friday, attempt: 2, settings: Settings())
    #expect(again.due(in: Self.calendar) == .example("2007-10-08"))
    #expect(again.name == "Contact attempt 2 of 3")
    let review = CaseloadDeadlines.dropOutReview(proposed: friday, settings: Settings())
    #expect(review.due(in: Self.calendar) == .example("2007-10-08"))
  }

  @Test("The figures of the settings count")
  func settings() {
    var settings = Settings()
    #expect(settings.set(.carePlanFirstWD, to: "5") == nil)
    #expect(settings.set(.missedFollowupWD, to: "2") == nil)
    let joined = CalendarDate.example("2007-12-17")
    let plan = CaseloadDeadlines.firstCarePlan(joined: joined, settings: settings)
    #expect(plan.due(in: Self.calendar) == .example("2007-12-24"))
    let followUp = CaseloadDeadlines.missedFollowUp(missed: joined, settings: settings)
    #expect(followUp.due(in: Self.calendar) == .example("2007-12-19"))
  }
}
