/// Everything a superintendent needs to decide, as one text that is read from its top to its end.
package enum BronzeCase {
  /// The last line of every text that has to be read: nobody has to guess whether there is more.
  package static let end = "(the end)"

  package static func text(
    _ record: BronzeRecord, others: [BronzeSummary], signed: BronzeLetter.Signature,
    _ context: RuleContext
  ) -> String {
    let action = record.action
    var lines = submission(record) + returns(record)
    lines += record.reports.flatMap { report($0, context.codes) }
    lines += research(record) + test(action.test)
    lines += ["", "EARLIER BRONZE ACTIONS"]
    lines += others.isEmpty ? ["None on record."] : others.map(\.words)
    if let pending = record.pending {
      if pending.parts.kind == .offence {
        lines += ["", "EARLIER CONVICTIONS FOR A LIKE OFFENCE", pending.parts.second]
      }
      lines += [
        "", "THE LETTER AS IT WILL PRINT", "Letter \(pending.parts.kind.words)", "",
      ]
      lines += FrozenText.plainLines(
        of: BronzeLetter.text(of: pending.parts, to: action, signed: signed))
    }
    return (lines + ["", end]).joined(separator: "\n")
  }

  /// A letter or a notice as it is shown, with its end.
  package static func shown(_ letter: String) -> String {
    (FrozenText.plainLines(of: letter) + ["", end]).joined(separator: "\n")
  }

  private static func submission(_ record: BronzeRecord) -> [String] {
    guard let pending = record.pending else { return [] }
    var lines = [
      "\(record.action.ref.text), \(record.action.subjectName). Submitted by "
        + "\(pending.submitter.name) on \(pending.at.ukWithWeekday), letter drafted by "
        + "\(pending.drafter.name)."
    ]
    if let advice = pending.recommendation {
      lines.append("\(advice.by) recommends (\(advice.at.ukWithWeekday)): \(advice.words)")
    }
    if let day = pending.yotOn {
      lines.append("Young person. Youth offending team, \(day.uk): \(pending.yot)")
    }
    return lines
  }

  /// INT-025: what was asked before, so that whoever decides sees whether it is answered.
  private static func returns(_ record: BronzeRecord) -> [String] {
    record.submissions.compactMap { earlier in
      guard let decision = earlier.decision, decision.kind == .returned else { return nil }
      return "Submission \(earlier.number) was returned by \(decision.name) on "
        + "\(decision.on.ukWithWeekday): \(decision.reason)"
    }
  }

  private static func report(_ report: IntelligenceReport, _ codes: CodeBook) -> [String] {
    var lines = ["", "INTELLIGENCE \(report.id.ref.text)"]
    if let grading = report.grading {
      lines += [
        "Source       \(grading.grades.source.rawValue)  \(grading.sourceWords)",
        "Information  \(grading.grades.information.rawValue)  \(grading.informationWords)",
        "Handling     \(grading.grades.handling.rawValue)  \(grading.handlingWords)",
      ]
      if !grading.conditions.isEmpty { lines.append("Conditions: \(grading.conditions)") }
    }
    if let deemed = report.judgement?.deemed {
      lines.append("Deemed valid in spite of its grades: \(deemed)")
    }
    if report.state != .valid { lines.append("! Now \(report.state.words.lowercased())") }
    lines += report.details(in: codes).map { "\($0.label): \($0.words)" }
    return lines + ["Relates to \(report.relatesTo.ukWithWeekday)", "", report.text]
  }

  private static func research(_ record: BronzeRecord) -> [String] {
    ["", "RESEARCH"]
      + (record.research.isEmpty ? ["Nobody was asked."] : record.research.map(\.words))
      + record.findings.map { "Completed on \($0.at.date.uk) by \($0.by): \($0.words)" }
  }

  private static func test(_ test: HumanRightsTest?) -> [String] {
    guard let test else { return ["", "HUMAN-RIGHTS TEST", "Not recorded."] }
    return ["", "HUMAN-RIGHTS TEST"]
      + HumanRight.allCases.compactMap { right in
        test.answers[right].map { "\(right.title): \($0.holds ? "Yes" : "No"). \($0.reason)" }
      } + ["Drug link: \(test.drugLink ? "Yes" : "No")"]
  }
}

extension ResearchRequest {
  /// "2  Housing, Castlemere Homes, asked 01/10/2007: Known (03/10/2007)", and what they said.
  package var words: String {
    let day = replied.map { " (\($0.uk))" } ?? ""
    let said = facts.isEmpty ? "" : ". \(facts)"
    return "\(number)  \(name), asked \(asked.uk): \(reply.words)\(day)\(said)"
  }
}
