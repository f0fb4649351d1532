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
        whyNot: noEdit.map { "\($0). Whoever takes DIRs does it" }),
      // Consents are records of their own; the correction does not ask them again.
      OfferedForm(
        ConsentGivenForm.id, about: dir.person, title: "Record a consent",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)),
    ]
  }
}
