/// The deadlines of the caseload and its appointments, each made from its start fact.
package enum CaseloadDeadlines {
  package static let firstCarePlanName = "First care plan"

  /// PPL-014: a written care plan within so many working days of joining.
  ///
  /// Without a day it has no start date yet.
  package static func firstCarePlan(joined: CalendarDate?, settings: Settings) -> Deadline {
    Deadline(
      name: firstCarePlanName, ruleID: "PPL-014", startFact: "joined the caseload",
      start: joined.map { .day($0) }, length: .workingDays(settings.carePlanFirstWD),
      owner: "worker",
      metBy: "a care plan agreed with the client")
  }

  /// PPL-016: a review after every version, agreed or not.
  package static let carePlanReviewName = "Care-plan review"

  package static func carePlanReview(made: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: carePlanReviewName, ruleID: "PPL-016", startFact: "last version of the care plan",
      start: .day(made), length: .calendarDays(settings.carePlanReviewDays), owner: "worker",
      metBy: "a new version of the care plan")
  }

  /// The outcome of an appointment is recorded on its day.
  package static func outcome(of starts: Moment) -> Deadline {
    Deadline(
      name: "Appointment outcome", ruleID: "PPL-022", startFact: "appointment",
      start: .day(starts.date), length: .sameDay, owner: "worker", metBy: "the outcome recorded")
  }

  package static let missedFollowUpName = "Missed follow-up"
  /// With its number behind it: "Contact attempt 2 of 3".
  package static let contactAttemptName = "Contact attempt"

  /// PPL-022: a missed appointment is followed up by the next working day.
  package static func missedFollowUp(missed: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: missedFollowUpName, ruleID: "PPL-022", startFact: "missed appointment",
      start: .day(missed), length: .workingDays(settings.missedFollowupWD), owner: "worker",
      metBy: "a contact attempt recorded")
  }

  /// PPL-023: another attempt after one that failed.
  package static func repeatedFollowUp(
    after attempt: CalendarDate, attempt number: Int, settings: Settings
  ) -> Deadline {
    let last = settings.contactAttempts
    return Deadline(
      name: "\(contactAttemptName) \(number)" + (number <= last ? " of \(last)" : ""),
      ruleID: "PPL-023",
      startFact: "unsuccessful attempt", start: .day(attempt),
      length: .workingDays(settings.missedFollowupWD), owner: "worker",
      metBy: "a contact attempt recorded")
  }

  /// PPL-023: after the last failed attempt the team leader decides.
  package static func dropOutReview(proposed: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: "Drop-out review proposed", ruleID: "PPL-023",
      startFact: "last unsuccessful attempt", start: .day(proposed),
      length: .workingDays(settings.missedFollowupWD), owner: "team leader",
      metBy: "a drop-out review started, or contact made")
  }

  /// PPL-025: repeated misses in a structured service call for a look at the programme.
  package static func programmeReview(secondMiss: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: "Programme review", ruleID: "PPL-025", startFact: "second missed tier 3 appointment",
      start: .day(secondMiss), length: .workingDays(settings.missedFollowupWD), owner: "worker",
      metBy: "a programme review recorded")
  }
}
