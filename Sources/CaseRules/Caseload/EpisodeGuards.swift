/// The guards that several forms of the caseload share, each as a rule of a form.
enum EpisodeGuards {
  /// Refuses an event that the state of the episode does not know.
  static func allows(_ event: EpisodeEvent, rule: String, to action: String) -> FormRule {
    FormRule { _, facts, _ in
      refusal(of: event, rule: rule, to: action, facts.episode).map { [$0] } ?? []
    }
  }

  static func refusal(
    of event: EpisodeEvent, rule: String, to action: String, _ facts: EpisodeFacts?
  ) -> Finding? {
    guard let episode = facts?.episode else {
      return Finding(rule, .blocks, "There is no open episode. Record the contact first")
    }
    guard EpisodeMachine.next(episode.state, event) == nil else { return nil }
    return Finding(
      rule, .blocks, "The state is \(episode.state.title); from there you cannot \(action)")
  }

  /// GEN-007: not in the future, and not before the episode opened.
  static func day(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, context in
      let day = reading.date(field)
      return FactRules.notInFuture(day, field: field, today: context.today)
        + FactRules.notBefore(
          facts.episode?.episode?.opened, "the first contact", day, field: field)
    }
  }

  /// PPL-012: who may start a handover.
  static let mayHandOver = FormRule { _, facts, context in
    HandoverRules.mayAsk(facts.episode?.episode, context.worker).map { [$0] } ?? []
  }

  /// PPL-012.
  static let noHandoverPending = FormRule { _, facts, _ in
    CaseloadRules.noHandoverPending(facts.episode?.pendingHandover).map { [$0] } ?? []
  }

  static let isForTeamLeader = FormRule { _, _, context in
    CaseloadRules.isForTeamLeader(context.worker.role).map { [$0] } ?? []
  }

  /// PPL-007, PPL-009: whoever is named must be able to take the client; nobody named is fine here.
  static func namedWorker(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, _ in
      guard reading.link(field) != nil, let worker = facts.episode?.namedWorker else { return [] }
      return CaseloadRules.canTake(worker).map { [$0.on(field: field.text)] } ?? []
    }
  }
}
