/// Which entries can be struck through, and why the rest cannot (GEN-004).
package enum StrikeActions {
  /// For one entry; one that is struck through already stays so.
  package static func offered(
    for ref: RecordRef, struckBecause reason: String?, in context: RuleContext
  ) -> OfferedForm {
    OfferedForm(
      StrikeEntryForm.id, about: ref, title: "Strike this entry through",
      whyNot: whyNot(ref.kind, context.worker)
        ?? reason.map { "GEN-004: It is struck through: \($0)" })
  }

  /// Who may not change an entry may not strike it through either; nil when this worker may.
  package static func whyNot(_ kind: RecordRef.Kind, _ worker: Worker) -> String? {
    AccessMatrix.whyNotEdit(worker, .personAndCaseload)
      ?? (kind == .helplineCall ? AccessMatrix.whyNotEdit(worker, .custodyBoardAndDIR) : nil)
  }

  /// For a line of what happened with a person; nothing for records that are not struck from there.
  package static func offered(
    for event: PersonEvent, in context: RuleContext
  ) -> [OfferedForm] {
    guard let ref = event.ref, ref.kind == .contact else { return [] }
    return [offered(for: ref, struckBecause: event.struckBecause, in: context)]
  }
}
