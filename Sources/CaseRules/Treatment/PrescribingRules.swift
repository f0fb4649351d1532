/// What has to be sure before the first dose, and when the best dose may be found.
package enum PrescribingRules {
  /// PPL-040: everything that is missing for a first dose.
  ///
  /// A planned dose is refused by it; one that was given is kept and flagged (GEN-001).
  package static func missing(
    for record: PrescribingRecord, force: Finding.Force
  ) -> [Finding] {
    let episode = record.episode
    return [
      episode.dependence.isDone
        ? nil
        : "Opiate dependence is not confirmed. Have it confirmed, and record who did and when",
      episode.risk.isDone
        ? nil : "The risk is not assessed. Have it assessed, and record who did and when",
      result(record),
    ].compactMap { $0.map { Finding("PPL-040", force, $0) } }
  }

  private static func result(_ record: PrescribingRecord) -> String? {
    if record.tellingTest != nil { return nil }
    if let waiting = record.waitingTests.last {
      return
        "The result of the sample of \(waiting.taken.date.ukWithWeekday) is not recorded. Wait "
        + "for it, or test on site"
    }
    if record.tests.contains(where: { $0.result == .invalid && $0.struckBecause == nil }) {
      return "The sample was invalid and says nothing. Take another one"
    }
    return "There is no urine or oral-fluid result. Take a sample and record its result"
  }

  /// PPL-040: an opioid-negative result puts the decision on the prescriber, by name.
  package static func negative(
    _ record: PrescribingRecord, prescriber: String?, reason: String?
  ) -> [Finding] {
    guard record.tellingTest?.result == .negative else { return [] }
    return [
      prescriber == nil
        ? Finding(
          "PPL-040", .blocks, field: FirstDoseForm.prescriber.text,
          "The result is opioid negative. Only the prescriber can decide now: type their name")
        : nil,
      reason == nil
        ? Finding(
          "PPL-040", .blocks, field: FirstDoseForm.reason.text,
          "The result is opioid negative. Type the prescriber's reason to go on")
        : nil,
    ].compactMap(\.self)
  }

  /// PPL-042: an optimal dose that is found too soon was hardly tried.
  package static func optimal(
    reached day: CalendarDate?, after first: CalendarDate?, settings: Settings
  ) -> Finding? {
    guard let day, let first else { return nil }
    let days = day.days(since: first)
    guard days >= 0, days < settings.rapidOptimalMinDays else { return nil }
    return Finding(
      "PPL-042", .warns, field: OptimalDoseForm.reached.text,
      "That is day \(days) after the first dose (\(first.ukWithWeekday)); before day "
        + "\(settings.rapidOptimalMinDays) a dose is hardly settled. Check the day, and type why")
  }

  /// PPL-044: the alert is the team leader's to answer.
  package static func mayAcknowledge(_ worker: Worker) -> Finding? {
    worker.role.leadsTeam
      ? nil : Finding("PPL-044", .blocks, "Only the team leader acknowledges a safety alert")
  }

  /// Two referrals that run at once would hide doses from each other.
  package static func onlyOne(_ open: RecordRef?) -> Finding? {
    open.map {
      Finding(
        "PPL-041", .blocks,
        "\($0.text) is open already, and its clock runs. Go on with that one, or end it first")
    }
  }
}

/// The clocks of rapid prescribing, each made from its start fact.
package enum PrescribingDeadlines {
  package static let accessName = "Prescribing access"
  package static let optimalName = "Optimal dose"
  package static let alertName = "Red safety alert"

  /// PPL-041: the first prescriber appointment within fewer than 7 days of the referral.
  package static func access(referred: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: accessName, ruleID: "PPL-041", startFact: "referral", start: .day(referred),
      length: .calendarDays(settings.rapidAccessMaxDays), owner: "CJIT",
      metBy: "first prescriber appointment attended")
  }

  /// PPL-042: the optimal dose, counted from the first one.
  package static func optimal(firstDose: CalendarDate, settings: Settings) -> Deadline {
    Deadline(
      name: optimalName, ruleID: "PPL-042", startFact: "first dose", start: .day(firstDose),
      length: .calendarDays(settings.rapidOptimalMaxDays), owner: "prescriber/CJIT",
      metBy: "the date the optimal dose was reached")
  }

  /// PPL-046: a laboratory that has not answered is rung up.
  package static func chase(_ test: OpiateTest) -> Deadline {
    Deadline(
      name: chaseName(test.number), ruleID: "PPL-046", startFact: "sample taken",
      start: .day(test.taken.date), length: .calendarDays(OpiateTestRules.chaseAfter),
      owner: "CJIT", metBy: "the result recorded")
  }

  private static func chaseName(_ number: Int) -> String { "Chase laboratory, sample \(number)" }

  /// PPL-044: the team leader is told at once.
  package static func alert(raised: Moment, settings: Settings) -> Deadline {
    Deadline(
      name: alertName, ruleID: "PPL-044", startFact: "dangerous first dose recorded",
      start: .moment(raised), length: .immediately(withinMinutes: settings.immediateMinutes),
      owner: "team leader", metBy: "the alert acknowledged with a note")
  }
}

extension Settings {
  /// PPL-041.
  package var rapidAccessMaxDays: Int { count(.rapidAccessMaxDays) }
  /// PPL-042.
  fileprivate var rapidOptimalMinDays: Int { count(.rapidOptimalMinDays) }
  /// PPL-042.
  fileprivate var rapidOptimalMaxDays: Int { count(.rapidOptimalMaxDays) }
  /// PPL-045.
  package var methadoneFirstWarnMg: Int { count(.methadoneFirstWarnMg) }
  /// PPL-044.
  package var methadoneFirstBlockMg: Int { count(.methadoneFirstBlockMg) }
}
