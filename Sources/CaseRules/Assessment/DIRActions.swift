/// What can be done with a DIR now, and why the rest cannot.
package enum DIRActions {
  /// Its name in menus, in refusals and on the page of a DIR.
  package static let correction = "Correct the DIR"

  package static func offered(for dir: DIRSummary, in context: RuleContext) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR)
    guard dir.completed != nil else {
      return [
        OfferedForm(
          DIRForm.id, about: dir.ref, title: "Carry on with the DIR", whyNot: noEdit)
      ]
    }
    return [
      OfferedForm(
        DIRCorrectionForm.id, about: dir.ref, title: correction,
        whyNot: noEdit.map { "\($0). \(dir.worker) or another who takes DIRs does it" }),
      // The one answer of a DIR that its correction does not ask.
      OfferedForm(
        ConsentGivenForm.id, about: dir.person, title: "Record a consent",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)),
    ]
  }
}
