/// What can be done with a report or a subject now, the next step first, and why the rest cannot.
package enum IntelligenceActions {
  /// `shares`: what of it was sent to whom.
  package static func offered(
    for report: IntelligenceReport, shares: [IntelligenceShare] = [], in context: RuleContext
  ) -> [OfferedForm] {
    let ref = report.id.ref
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .intelligence)
    func refusal(_ event: ReportEvent) -> String? {
      noEdit ?? ReportMachine.refusal(event, in: report.state)?.display
    }
    let struck = noEdit ?? report.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    let ungraded = report.grading == nil ? ShareReportForm.ungraded.display : nil
    let grade = OfferedForm(
      GradeReportForm.id, about: ref, title: report.grading == nil ? "Grade it" : "Grade it anew",
      whyNot: refusal(.graded))
    let judge = OfferedForm(
      JudgeReportForm.id, about: ref, title: "Judge whether it is valid",
      whyNot: refusal(.judgedValid))
    return (report.state == .received ? [grade, judge] : [judge, grade]) + [
      OfferedForm(
        ShareReportForm.id, about: ref, title: "Share it with an agency",
        whyNot: struck ?? ungraded),
      OfferedForm(
        ReleaseReportForm.id, about: ref, title: "Share it with the programme",
        whyNot: struck ?? ungraded ?? ReleaseReportForm.mayNotGo(report)?.display),
      OfferedForm(CorrectReportForm.id, about: ref, title: "Put it right", whyNot: struck),
      OfferedForm(
        SourceLookForm.id, about: ref, title: "See who the source is",
        whyNot: AccessMatrix.refusal(toRead: .intelligenceSource, by: context.worker)?.display),
      OfferedForm(
        CorrectSourceForm.id, about: ref, title: "Enter the source anew",
        whyNot: noSource(context) ?? struck),
      OfferedForm(
        StrikeShareForm.id, about: ref, title: "Strike through what was shared",
        whyNot: struck
          ?? (shares.contains { $0.struckBecause == nil }
            ? nil : "GEN-004: Nothing was shared of it")),
      OfferedForm(
        StrikeReportForm.id, about: ref, title: "Strike it through", whyNot: refusal(.struck)),
    ]
  }

  static func noSource(_ context: RuleContext) -> String? {
    AccessMatrix.whyNotEdit(context.worker, .intelligenceSource)
  }

  package static func offered(
    for subject: IntelligenceSubject, in context: RuleContext
  ) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .intelligence)
    let actions = [
      OfferedForm(
        SameSubjectForm.id, about: subject.id.ref, title: "Same as another subject?",
        whyNot: noEdit),
      OfferedForm(
        IntelligenceSubjectForm.id, about: subject.id.ref, title: "Change the subject",
        whyNot: noEdit),
    ]
    // To others not even that there is such a question: it would say that somebody is on file.
    guard AccessMatrix.whyNotEdit(context.worker, .intelligenceLink) == nil else { return actions }
    return actions + [
      OfferedForm(LinkSubjectForm.id, about: subject.id.ref, title: "Is the subject on file?")
    ]
  }
}
