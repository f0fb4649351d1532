/// INT-002: the three grades of a report; given again, the old ones are kept.
package enum GradeReportForm {
  package static let id: FormID = "grade-report"
  package static let reason: FieldCode = "regrade-reason"

  package static let definition = FormDefinition(
    id, title: "Grade a report",
    purpose: "Sets the three grades of a report; with others than before, the old are kept and it "
      + "is judged anew",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-002", action: .near(.intelligence, "f"),
    sections: [FormSection("Grades", GradeFields.fields.map(needed) + [reasonField])],
    rules: [
      mayGrade, GradeFields.comesTo, GradeFields.reviewIsAhead, SanitisedText.rule(texts),
      whyAgain, ReasonRules.said(reason, rule: "INT-002"), isOther,
    ]
  ).leading { _, _, _ in JudgeReportForm.id }

  private static let texts = [GradeFields.conditions, GradeFields.recipients, reason]

  private static func needed(_ field: FormField) -> FormField {
    GradeFields.codes.contains(field.code) ? field.required() : field
  }

  private static let reasonField = FormField(reason, "Why other grades", .text(max: 300))
    .help("Only where it was graded before: what has come to light")

  private static let mayGrade = FormRule { _, facts, _ in
    guard let state = facts.intelligence?.report?.state else { return [] }
    return ReportMachine.refusal(.graded, in: state).map { [$0] } ?? []
  }

  private static let whyAgain = FormRule { reading, facts, _ in
    guard let report = facts.intelligence?.report, report.grading != nil,
      reading.text(reason) == nil
    else { return [] }
    let again =
      report.judgement == nil
      ? "" : ". It is judged anew: what was said of it (\(report.state.words.lowercased())) is kept"
    return [
      Finding(
        "INT-002", .blocks, field: reason.text, "Say why it gets other grades than before\(again)")
    ]
  }

  /// The same grades again would undo what was said of them for nothing.
  private static let isOther = FormRule { reading, facts, _ in
    guard let old = facts.intelligence?.report?.grading,
      let grades = GradeFields.grades(from: reading), grades == old.grades,
      (reading.text(GradeFields.conditions) ?? "") == old.conditions,
      (reading.text(GradeFields.recipients) ?? "") == old.recipients,
      reading.date(GradeFields.reviewOn) == old.reviewOn
    else { return [] }
    return [
      Finding(
        "INT-002", .blocks, field: GradeFields.source.text, "These are the grades it has already")
    ]
  }
}
