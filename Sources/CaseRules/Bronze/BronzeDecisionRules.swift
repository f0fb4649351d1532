/// INT-024, INT-025: who decides on a bronze action, and what a decision says.
package enum BronzeDecisionRules {
  /// A decision as it is being taken.
  package struct Taken: Equatable, Sendable {
    package var kind: BronzeDecisionKind?
    /// Whether somebody keys what an absent superintendent has decided.
    package var isKeyed: Bool
    package var name: String?
    package var rank: PoliceRank?
    package var on: CalendarDate?
    package var reference: String?
    package var reason: String?
    /// INT-023: what is done instead, where it is refused.
    package var options: [FurtherOption]

    package init(
      kind: BronzeDecisionKind?, isKeyed: Bool = false, name: String? = nil,
      rank: PoliceRank? = nil, on: CalendarDate? = nil, reference: String? = nil,
      reason: String? = nil, options: [FurtherOption] = []
    ) {
      self.kind = kind
      self.isKeyed = isKeyed
      self.name = name
      self.rank = rank
      self.on = on
      self.reference = reference
      self.reason = reason
      self.options = options
    }
  }

  /// Everything that stands against a decision.
  package static func findings(
    _ taken: Taken, by worker: Worker, on submission: BronzeSubmission, context: RuleContext
  ) -> [Finding] {
    guard let kind = taken.kind else { return [] }
    switch kind {
    case .returned:
      return mayReturn(worker) + reason(taken, context)
    case .granted, .refused:
      let own =
        taken.isKeyed
        ? keyed(taken, by: worker, submission)
        : SeparationOfDuties.findings(deciding: .bronze, by: worker, after: submission.hands)
      return own + rank(taken) + (kind == .refused ? reason(taken, context) : [])
    }
  }

  /// A team leader and a superintendent send a case back (INT-024).
  private static func mayReturn(_ worker: Worker) -> [Finding] {
    BronzeMachine.refusal(.returned, by: worker).map { [$0] } ?? []
  }

  /// INT-024: only a superintendent or above decides.
  private static func rank(_ taken: Taken) -> [Finding] {
    guard let rank = taken.rank, !rank.mayDecide else { return [] }
    return [
      Finding(
        "INT-024", .blocks, field: DecideBronzeForm.rank.text,
        "An officer below superintendent does not decide. Recommend it, or put it before a "
          + "superintendent")
    ]
  }

  /// INT-024: a team leader keys an absent superintendent's decision, with where it is written.
  private static func keyed(
    _ taken: Taken, by worker: Worker, _ submission: BronzeSubmission
  ) -> [Finding] {
    var findings: [Finding] = []
    if worker.role != .sup {
      findings.append(
        Finding(
          "INT-024", .blocks, field: DecideBronzeForm.keyed.text,
          "A team leader keys an absent superintendent's decision, not a "
            + worker.role.titleInSentence))
    }
    findings += submission.hands.filter { $0.worker.id == worker.id }.prefix(1).map { hand in
      Finding("INT-024", .blocks, "You \(hand.part.words) yourself. Somebody else has to key it")
    }
    if let name = taken.name {
      findings += decider(name, by: worker, submission)
    }
    return findings
      + FactRules.notBefore(
        submission.at.date, "the submission", taken.on, field: DecideBronzeForm.on)
  }

  /// INT-024: neither who keys it nor who had a hand in it, in whatever order the name is written.
  private static func decider(
    _ name: String, by worker: Worker, _ submission: BronzeSubmission
  ) -> [Finding] {
    if SeparationOfDuties.isSameName(name, worker.name) {
      return [
        Finding(
          "INT-024", .blocks, field: DecideBronzeForm.name.text,
          "That is your own name. Only a superintendent or above decides; you key what they decided"
        )
      ]
    }
    return submission.hands.filter { SeparationOfDuties.isSameName($0.worker.name, name) }
      .prefix(1).map {
        Finding(
          "INT-024", .blocks, field: DecideBronzeForm.name.text,
          "\($0.worker.name) \($0.part.words). Somebody else has to decide")
      }
  }

  /// INT-025.
  private static func reason(_ taken: Taken, _ context: RuleContext) -> [Finding] {
    guard let text = taken.reason, !text.isEmpty else {
      return [
        Finding(
          "INT-025", .blocks, field: DecideBronzeForm.reason.text,
          "A refusal or a return says why")
      ]
    }
    guard let problem = Reason.problem(text, minimum: context.settings.overrideReasonMin) else {
      return []
    }
    return [Finding("INT-025", .blocks, field: DecideBronzeForm.reason.text, problem)]
  }
}
