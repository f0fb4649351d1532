/// INT-003, INT-004: whether a graded report is valid.
package enum JudgeReportForm {
  package static let id: FormID = "judge-report"
  package static let verdict: FieldCode = "verdict"
  package static let note: FieldCode = "note"
  package static let graded: FieldCode = "graded"
  package static let said: FieldCode = "said"

  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case valid
    case notValid = "not_valid"
  }

  package static let definition = FormDefinition(
    id, title: "Judge a report",
    purpose:
      "Says whether a graded report is valid and goes on, or is closed and kept for analysis",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-003", action: .near(.intelligence, "v"),
    sections: [
      FormSection(
        "Valid?",
        [
          FormField(said, "What is said", .longText(max: 8_000)).forReading()
            .help("The sanitised text; nothing is changed here"),
          FormField(graded, "Graded", .longText(max: 600)).forReading()
            .help("The grades and what they mean; nothing is changed here"),
          FormField(
            verdict, "It is", .choice(Verdict.list("verdict", title: "Verdict", rule: "INT-003"))
          ).required().help(
            "Valid by source A to C and information 1 to 3; else say why (INT-003)"),
          FormField(note, "Why not valid", .text(max: 300))
            .applying { $0.choice(verdict, as: Verdict.self) == .notValid }
            .required { $0.choice(verdict, as: Verdict.self) == .notValid }.needed(by: "INT-004")
            .help("It stays on file for analysis and can feed no letter"),
        ])
    ],
    rules: [mayJudge, validity, SanitisedText.rule([note]), asItStands])

  /// The very grades that are judged; nobody types over them.
  package static func words(of grading: IntelligenceGrading) -> String {
    "\(grading.grades.text). Source \(grading.grades.source.rawValue): \(grading.sourceWords). "
      + "Information \(grading.grades.information.rawValue): \(grading.informationWords). "
      + "Handling \(grading.grades.handling.rawValue): \(grading.handlingWords)"
  }

  private static let asItStands = FormRule { reading, facts, _ in
    guard let read = reading.text(graded), let grading = facts.intelligence?.report?.grading,
      read != words(of: grading)
    else { return [] }
    return [
      Finding(
        "INT-002", .blocks, field: graded.text,
        "It is graded \(words(of: grading)). Grade it anew to change that")
    ]
  }

  private static let mayJudge = FormRule { reading, facts, _ in
    guard let state = facts.intelligence?.report?.state else { return [] }
    let event: ReportEvent =
      reading.choice(verdict, as: Verdict.self) == .notValid ? .judgedNotValid : .judgedValid
    return ReportMachine.refusal(event, in: state).map { [$0] } ?? []
  }

  private static let validity = FormRule { reading, facts, context in
    guard let report = facts.intelligence?.report, report.state == .graded,
      let grades = report.grading?.grades
    else { return [] }
    switch reading.choice(verdict, as: Verdict.self) {
    case .valid:
      return ValidityRules.findings(
        judgingValid: grades, in: context.settings, field: verdict)
    case .notValid:
      return [
        Finding(
          "INT-004", .shows, field: verdict.text,
          "Closed and kept for analysis; it cannot feed a letter")
      ]
    case nil: return []
    }
  }
}

extension JudgeReportForm.Verdict: FormChoice {
  package var code: String {
    switch self {
    case .valid: "Y"
    case .notValid: "N"
    }
  }

  package var words: String {
    switch self {
    case .valid: "Valid"
    case .notValid: "Not valid"
    }
  }
}
