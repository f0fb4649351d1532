/// What can be done with a treatment now, and why the rest cannot.
package enum TreatmentActions {
  package static func offered(
    for episode: ModalityEpisode, in context: RuleContext
  ) -> [OfferedForm] {
    let ref = episode.id.ref
    let all = [
      OfferedForm(
        PlanTreatmentForm.id, about: ref,
        title: episode.plannedStart == nil ? "Plan the start" : "Plan another start",
        whyNot: refusal(.startPlanned, episode)),
      OfferedForm(
        StartTreatmentForm.id, about: ref, title: "Record the start",
        whyNot: refusal(.started, episode)),
      OfferedForm(
        EndTreatmentForm.id, about: ref,
        title: episode.started == nil ? "Not taken up" : "End the treatment",
        whyNot: refusal(.ended, episode)),
      OfferedForm(
        TreatmentForm.id, about: ref, title: "Change the referral",
        whyNot: episode.state == .struck ? "GEN-004: It is struck through" : nil),
      OfferedForm(
        StrikeTreatmentForm.id, about: ref, title: "Strike it through",
        whyNot: refusal(.struck, episode)),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return all.map { $0.refused(noEdit) }
  }

  private static func refusal(_ event: TreatmentEvent, _ episode: ModalityEpisode) -> String? {
    TreatmentMachine.refusal(event, of: episode)?.display
  }
}
