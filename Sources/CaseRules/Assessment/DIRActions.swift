/// What can be done with a DIR now, and why the rest cannot.
package enum DIRActions {
  package static func offered(for dir: DIRSummary, in context: RuleContext) -> [OfferedForm] {
    [
      OfferedForm(
        DIRForm.id, about: dir.ref, title: "Carry on with the DIR",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR)
          ?? (dir.completed == nil ? nil : "This DIR is complete"))
    ]
  }
}
