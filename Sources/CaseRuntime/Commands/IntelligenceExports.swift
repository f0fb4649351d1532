import CaseRules
import CaseStore

/// `export reports`.
enum IntelligenceExports {
  static let all = [reports]

  private static let options =
    [OutputFormat.option(ExportCommand.formats)] + LargeExports.options

  // MARK: Reports

  private static let reports = Command(
    "export reports", "list the intelligence reports",
    description: """
      Every report with its grades, state, subjects and sanitised text, for those who read \
      intelligence. Neither who said it, nor what kind of source it was, nor whose confidence it was \
      told in is in it (INT-005, INT-006). Conditions of handling go along: keep to them (INT-009).

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file], options: options
  ) { invocation, console in
    try ExportCommand.run(.reports, reportColumns, invocation, console) {
      records, context, cells, add in
      try Pages.forEach(from: IntelligenceReportID?.none, in: records.store) {
        try IntelligenceExport.reports(after: $1, in: $0, context).map { $0 }
      } _: {
        try add(row($0, cells), $0.subjects.map(\.id.ref))
      }
    }
  }

  private static let reportColumns =
    ExportCommand.columns(
      "reference received relates_to state grades subjects subject_names drugs")
    + [RowOutput.Column("spend_pence", "spend_pence", isNumber: true)]
    + ExportCommand.columns(
      "place offence offence_words text conditions recipients review_on deemed not_valid_because "
        + "recorded_by struck")

  private static func row(_ report: IntelligenceReport, _ cells: Cells) -> [String?] {
    [
      report.id.ref.text, cells.moment(report.received), cells.date(report.relatesTo),
      report.state.words, report.grading?.grades.text,
      report.subjects.map(\.id.ref.text).joined(separator: " "),
      report.subjects.map(\.display).joined(separator: "; "),
      report.drugs.joined(separator: " "), report.spendPence.map { String($0) },
      given(report.place), report.offence, given(report.offenceWords), report.text,
      report.grading.flatMap { given($0.conditions) },
      report.grading.flatMap { given($0.recipients) }, cells.date(report.grading?.reviewOn),
      report.judgement?.deemed, report.judgement.flatMap { given($0.note) }, report.recordedBy,
      report.struckBecause,
    ]
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }
}
