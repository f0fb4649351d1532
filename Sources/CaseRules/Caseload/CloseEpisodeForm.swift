/// An episode ends, with the reason.
package enum CloseEpisodeForm {
  package static let id: FormID = "close-episode"
  package static let reason: FieldCode = "reason"
  package static let note: FieldCode = "note"
  package static let closed: FieldCode = "closed"

  package static let definition = FormDefinition(
    id, title: "Close the episode",
    purpose: "Ends somebody's time with the team, with the reason",
    about: [.episode], function: .personAndCaseload, keptIn: .episode, requiredBy: "PPL-012",
    action: .behind(.caseload, "x"),
    sections: [
      FormSection(
        "Closing",
        [
          FormField(
            reason, "Reason",
            .choice(
              ClosureReason.list("closure-reason", title: "Closure reason", rule: "PPL-012"))
          ).required(),
          FormField(note, "Note", .longText(max: 500))
            .required { $0.choice(reason, as: ClosureReason.self) == .other }
            .help("Advice only, for example; needed for other"),
          FormField(closed, "Closed on", .date(direction: .past)).required(),
        ])
    ],
    rules: [
      EpisodeGuards.noHandoverPending, EpisodeGuards.day(closed), byState,
    ])

  /// The event that closing is in a state; nil when there is nothing to close.
  package static func event(in state: EpisodeState) -> EpisodeEvent? {
    switch state {
    case .contact, .assessed: .adviceOnlyOrDeclines
    case .activeCommunity, .activeCustody: .ends
    case .dropOutReview: .agreedLost
    case .transferred, .closed: nil
    }
  }

  private static let byState = FormRule { reading, facts, context in
    guard let episode = facts.episode?.episode, let event = event(in: episode.state) else {
      return [Finding("PPL-012", .blocks, "There is no open episode to close")]
    }
    guard let reason: ClosureReason = reading.choice(reason) else { return [] }
    if event == .agreedLost { return agreedLost(episode, reason, context) }
    return CaseloadRules.closing(
      reason, attempts: episode.failedAttempts, settings: context.settings)
  }

  /// PPL-026: a drop-out review ends with the client lost, and the team leader says so.
  private static func agreedLost(
    _ episode: Episode, _ reason: ClosureReason, _ context: RuleContext
  ) -> [Finding] {
    var findings: [Finding] = []
    if let refusal = CaseloadRules.isForTeamLeader(context.worker.role) { findings.append(refusal) }
    if reason != .lostContact, reason != .deceased {
      findings.append(
        Finding(
          "PPL-026", .blocks, field: self.reason.text,
          "A drop-out review ends with lost contact. Was the client reached? Record that instead")
      )
    }
    if reason == .lostContact,
      let refusal = CaseloadRules.triedEnough(
        attempts: episode.failedAttempts, settings: context.settings)
    {
      findings.append(refusal)
    }
    return findings
  }
}
