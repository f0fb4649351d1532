/// What can be done with somebody's time with the team now, and why the rest cannot.
package enum EpisodeActions {
  package static func offered(
    for episode: Episode, pendingHandover: Handover?, in context: RuleContext
  ) -> [OfferedForm] {
    let ref = episode.id.ref
    let mayAsk = HandoverRules.mayAsk(episode, context.worker)?.display
    let noHandover = CaseloadRules.noHandoverPending(pendingHandover)?.display
    let leader = CaseloadRules.isForTeamLeader(context.worker.role)?.display
    let moves = [
      OfferedForm(
        HandoverForm.id, about: ref, title: "Hand over",
        whyNot: mayAsk ?? noHandover),
      OfferedForm(
        TransferOutForm.id, about: ref, title: "Transfer out",
        whyNot: refusal(.transferAccepted, episode) ?? mayAsk ?? noHandover),
      OfferedForm(
        EnterPrisonForm.id, about: ref, title: "Enters prison",
        whyNot: refusal(.entersPrison, episode)),
      OfferedForm(
        ReleaseForm.id, about: ref, title: "Released",
        whyNot: refusal(.released, episode)),
      OfferedForm(
        LostContactForm.id, about: ref, title: "Lost contact: decide",
        whyNot: refusal(.losesContact, episode) ?? leader),
      OfferedForm(
        ContactRegainedForm.id, about: ref, title: "Contact regained",
        whyNot: refusal(.contactRegained(.community), episode) ?? leader),
      OfferedForm(
        CloseEpisodeForm.id, about: ref, title: "Close the episode",
        whyNot: closing(episode) ?? noHandover),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return (moves + answers(pendingHandover, context)).map { $0.refused(noEdit) }
  }

  /// PPL-012: the answers to a handover that waits.
  private static func answers(_ pending: Handover?, _ context: RuleContext) -> [OfferedForm] {
    guard let pending else { return [] }
    return [
      OfferedForm(
        AcceptHandoverForm.id, about: pending.id.ref,
        title: pending.kind == .agency ? "Transfer is accepted" : "Accept the handover",
        whyNot: HandoverRules.mayAccept(pending, context.worker)?.display),
      OfferedForm(
        DeclineHandoverForm.id, about: pending.id.ref, title: "Decline or take back",
        whyNot: HandoverRules.mayDecline(pending, context.worker)?.display),
    ]
  }

  private static func refusal(_ event: EpisodeEvent, _ episode: Episode) -> String? {
    EpisodeMachine.next(episode.state, event) == nil
      ? "The state is \(episode.state.title); this does not follow from it" : nil
  }

  private static func closing(_ episode: Episode) -> String? {
    CloseEpisodeForm.event(in: episode.state) == nil
      ? "The episode is \(episode.state.title.lowercased()) already" : nil
  }
}
