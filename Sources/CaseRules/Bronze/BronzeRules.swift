/// What a bronze action is held to, apart from its letter and its decision.
package enum BronzeRules {
  /// INT-022.
  package static let adultAge = 18
  /// INT-032: so long a granted letter may wait to be served.
  package static let serviceDays = 28

  // MARK: Research

  /// INT-009: what is not for everybody does not go to an agency outside the police.
  package static func mayAsk(
    _ agency: BlueBoxAgency?, about reports: [IntelligenceReport]
  ) -> Finding? {
    guard let agency else { return nil }
    return reports.compactMap(\.grading?.grades.handling).lazy.compactMap {
      HandlingRules.refusal(toTell: agency, under: $0, field: ResearchFields.agency)
    }.first
  }

  /// INT-020: somebody has answered something.
  package static func researchDone(_ requests: [ResearchRequest]) -> Finding? {
    guard !requests.contains(where: { $0.reply != .noneYet }) else { return nil }
    return Finding(
      "INT-020", .blocks,
      requests.isEmpty
        ? "No agency has been asked yet. Ask at least one and record its reply"
        : "No agency has answered yet. Record at least one reply first")
  }

  /// An answer has a day, a missing one has none, and no answer comes before its question.
  package static func reply(
    _ reply: ResearchReply?, asked: CalendarDate?, on day: CalendarDate?, facts: String?
  ) -> [Finding] {
    guard let reply else { return [] }
    var findings: [Finding] = []
    if reply == .known, (facts ?? "").isEmpty {
      findings.append(
        Finding(
          "INT-020", .blocks, field: ResearchFields.facts.text,
          "They know the person. Write down what they said"))
    }
    return findings
      + FactRules.notBefore(asked, "the question", day, field: ResearchFields.replied)
  }

  // MARK: Criteria

  /// INT-021, INT-022: what keeps the criteria from being met.
  ///
  /// The valid intelligence and the research are asked again, whatever was true before.
  package static func unmet(_ test: HumanRightsTest?, of record: BronzeRecord) -> [Finding] {
    var findings: [Finding] = []
    if record.feeding.isEmpty {
      findings.append(
        Finding(
          "INT-022", .blocks,
          "No valid report about \(record.action.subjectName) feeds this bronze action any more"))
    }
    findings += researchDone(record.research).map { [$0] } ?? []
    guard let test, test.isComplete else {
      return findings + [
        Finding("INT-021", .blocks, "The five human-rights tests are not all answered")
      ]
    }
    let failed = test.failed.map { $0.title.lowercased() }
    if !failed.isEmpty {
      findings.append(
        Finding(
          "INT-021", .blocks, field: HumanRightsForm.met.text,
          "The criteria cannot be met: \(failed.joined(separator: ", ")) "
            + (failed.count == 1 ? "is" : "are")
            + " answered No. Answer n here, and record another option"))
    }
    if !test.drugLink {
      findings.append(
        Finding(
          "INT-022", .blocks, field: HumanRightsForm.met.text,
          "The criteria cannot be met: nothing links the person to drugs"))
    }
    return findings
  }

  /// INT-022: nothing is submitted about a young person before the youth offending team was asked.
  package static func yot(
    isYoung: Bool, consulted: String?, on day: CalendarDate?
  ) -> Finding? {
    guard isYoung, (consulted ?? "").isEmpty || day == nil else { return nil }
    return Finding(
      "INT-022", .blocks, field: SubmitBronzeForm.yot.text,
      "A young person: record with whom of the youth offending team it was talked over, and when")
  }

  // MARK: After service

  /// INT-033: the first day on which silence is proposed as declined.
  package static func deemedFrom(served: CalendarDate, settings: Settings) -> CalendarDate {
    served.adding(days: settings.count(.bronzeResponseDays) + 1)
  }

  /// INT-033: no answer before its time has run out.
  package static func silence(
    served: CalendarDate?, today: CalendarDate, settings: Settings
  ) -> Finding? {
    guard let served else { return nil }
    let from = deemedFrom(served: served, settings: settings)
    guard today < from else { return nil }
    return Finding(
      "INT-033", .blocks, field: BronzeResponseForm.response.text,
      "Served on \(served.ukWithWeekday): silence counts as declined from \(from.ukWithWeekday), "
        + "not before")
  }

  /// INT-034: the day on which an entry is due, by month ends.
  package static func monitoringDue(
    _ number: Int, accepted: CalendarDate, settings: Settings
  ) -> CalendarDate {
    accepted.adding(months: number * settings.count(.bronzeMonitorMonths))
  }

  /// INT-036: the last day on which the person is known to have been with the agency.
  ///
  /// To accept treatment counts as being seen, and so does coming back to it.
  package static func lastSeen(
    accepted: CalendarDate?, back: CalendarDate?, attended: [CalendarDate?]
  ) -> CalendarDate? {
    ([accepted, back] + attended).compactMap(\.self).max()
  }

  /// INT-036: so long nobody has seen the person at the centre; nil while that is not too long.
  package static func daysUnseen(
    since last: CalendarDate?, on day: CalendarDate, settings: Settings
  ) -> Int? {
    guard let last else { return nil }
    let days = day.days(since: last)
    return days >= settings.count(.bronzeDropoutDays) ? days : nil
  }

  /// INT-036: what a month came to; who has not been seen for so long is not retained, whatever the
  /// agency says.
  package static func result(
    _ said: MonitoringResult, on day: CalendarDate, lastSeen: CalendarDate?, settings: Settings
  ) -> MonitoringResult {
    switch said {
    case .completed, .notRetained: return said
    case .retained:
      return daysUnseen(since: lastSeen, on: day, settings: settings) == nil
        ? .retained : .notRetained
    }
  }

  // MARK: Further action

  /// INT-040: two subjects may be found to be one person only when each has an action of their own.
  package static func oneAtATime(others: [BronzeSummary]) -> Finding? {
    others.first { $0.state.isOpen }.map { open in
      Finding(
        "INT-040", .blocks,
        "\(open.ref.text) is open for the same person. There is one bronze action at a time")
    }
  }

  /// INT-040: a second bronze is refused while one is open, and asked about after the first.
  package static func second(others: [BronzeSummary]) -> [Finding] {
    if let open = oneAtATime(others: others) {
      return [open.on(field: FurtherActionForm.outcome.text)]
    }
    guard !others.isEmpty else { return [] }
    return [
      Finding(
        "INT-040", .warns, field: FurtherActionForm.outcome.text,
        "There was a bronze action before: " + others.map(\.words).joined(separator: "; "))
    ]
  }
}
