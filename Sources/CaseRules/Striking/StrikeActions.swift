/// Which entries can be struck through, and why the rest cannot (GEN-004).
package enum StrikeActions {
  /// For one entry; one that is struck through already stays so.
  package static func offered(
    for ref: RecordRef, struckBecause reason: String?, in context: RuleContext
  ) -> OfferedForm {
    OfferedForm(
      StrikeEntryForm.id, about: ref, title: "Strike this entry through",
      whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
        ?? reason.map { "GEN-004: It is struck through: \($0)" })
  }

  /// For a line of what happened with a person; nothing for records that are not struck from there.
  package static func offered(
    for event: PersonEvent, in context: RuleContext
  ) -> [OfferedForm] {
    guard let ref = event.ref, ref.kind == .contact else { return [] }
    return [offered(for: ref, struckBecause: event.struckBecause, in: context)]
  }
}
