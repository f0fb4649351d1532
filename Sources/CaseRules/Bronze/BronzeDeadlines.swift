/// The deadlines of a bronze action, each made from its start fact.
package enum BronzeDeadlines {
  package static let authorisationName = "Authorisation"
  package static let serviceName = "Service"
  package static let responseName = "Response"
  package static let riskName = "Risk assessment"

  /// INT-026: so many working days, then what is pending is marked.
  package static let authorisationWD = 5

  package static func authorisation(submitted: CalendarDate) -> Deadline {
    Deadline(
      name: authorisationName, ruleID: "INT-026", startFact: "submitted",
      start: .day(submitted), length: .workingDays(authorisationWD), owner: "superintendent",
      metBy: "a decision")
  }

  package static func service(granted: CalendarDate) -> Deadline {
    Deadline(
      name: serviceName, ruleID: "INT-032", startFact: "granted", start: .day(granted),
      length: .calendarDays(BronzeRules.serviceDays), owner: "intelligence officer",
      metBy: "the letter served")
  }

  /// INT-033: owed by the person who was written to; the team leader is told when it runs out.
  package static func response(served: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: responseName, ruleID: "INT-033", startFact: "letter served", start: .day(served),
      length: .calendarDays(settings.count(.bronzeResponseDays)), owner: "subject",
      metBy: "a response")
  }

  private static func monitoringName(_ number: Int) -> String { "Monitoring \(number)" }

  /// INT-034: on every monthly anniversary of the acceptance, by month ends (TIME-005).
  package static func monitoring(
    _ number: Int, accepted: CalendarDate, settings: Settings
  ) -> Deadline {
    Deadline(
      name: monitoringName(number), ruleID: "INT-034", startFact: "accepted",
      start: .day(accepted), length: .months(number * settings.count(.bronzeMonitorMonths)),
      owner: "intelligence officer, with the agency", metBy: "a monitoring entry")
  }

  /// INT-034: the first anniversary after a day; what lies before it is not asked for any more.
  package static func nextMonitoring(
    after day: CalendarDate, accepted: CalendarDate, settings: Settings
  ) -> Int {
    var number = 1
    while BronzeRules.monitoringDue(number, accepted: accepted, settings: settings) <= day {
      number += 1
    }
    return number
  }

  package static func risk(dropOut: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: riskName, ruleID: "INT-038", startFact: "drop-out recorded", start: .day(dropOut),
      length: .workingDays(settings.count(.bronzeRiskWD)),
      owner: "intelligence officer, with partners", metBy: "the four headings saved")
  }
}
