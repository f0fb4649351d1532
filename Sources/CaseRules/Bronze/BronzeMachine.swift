/// The states of a bronze action and the events between them; guards are asked elsewhere.
package enum BronzeMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  ///
  /// What a further action ends in is the state before it: `before`.
  package static func next(
    _ state: BronzeState, _ event: BronzeEvent, before: BronzeState? = nil
  ) -> BronzeState? {
    guard state == from(event, state) else { return nil }
    return switch event {
    case .researchComplete: .humanRightsTest
    case .notMet: .closedOtherOption
    case .submitted, .notServedAgain: .pending
    case .returned: .research
    case .refused: .closedRefused
    case .granted: .authorised
    case .served: .served
    case .notServedClosed: .closedNotServed
    case .accepted, .retained, .returnedToTreatment: .inTreatment
    case .declined, .riskAssessed: .rmsRetained
    case .completed: .closedCompleted
    case .notRetained: .dropOut
    case .newInformation: .furtherAction
    case .furtherDecided: before
    }
  }

  /// The state an event happens in; new information happens in every settled one.
  private static func from(_ event: BronzeEvent, _ state: BronzeState) -> BronzeState? {
    switch event {
    case .researchComplete: .research
    case .notMet, .submitted: .humanRightsTest
    case .returned, .refused, .granted: .pending
    case .served, .notServedAgain, .notServedClosed: .authorised
    case .accepted, .declined: .served
    case .retained, .completed, .notRetained: .inTreatment
    case .returnedToTreatment, .riskAssessed: .dropOut
    case .newInformation: state.isSettled ? state : nil
    case .furtherDecided: .furtherAction
    }
  }

  /// Whose work an event is, by the state table; nobody's where the program raises it itself.
  private static func actors(_ event: BronzeEvent) -> [Role] {
    switch event {
    case .researchComplete, .notMet, .submitted, .served, .accepted, .retained, .completed,
      .notRetained, .returnedToTreatment, .riskAssessed:
      [.dio]
    case .returned: [.sup, .supt]
    // A team leader only keys what an absent superintendent has decided (INT-024).
    case .refused, .granted: [.supt]
    case .notServedAgain, .notServedClosed: [.supt]
    case .declined: [.dio, .sup]
    case .newInformation: []
    case .furtherDecided: [.dio, .supt]
    }
  }

  /// Why an event cannot happen now, whoever asks; nil when it can.
  package static func refusal(_ event: BronzeEvent, in state: BronzeState) -> Finding? {
    // Where a further action ends is kept beside the state; here it only has to be there.
    guard next(state, event, before: .rmsRetained) == nil else { return nil }
    return Finding(
      event.rule, .blocks,
      "\(wayOn(event)). This one stands at “\(state.title)”")
  }

  /// Why an event is not this worker's to record; nil when it is.
  package static func refusal(_ event: BronzeEvent, by worker: Worker) -> Finding? {
    let actors = actors(event)
    guard !worker.active || !actors.contains(worker.role) else { return nil }
    let who = actors.map { "a " + $0.titleInSentence }.joined(separator: " or ")
    return Finding(
      event.rule, .blocks,
      "“\(event.title)” is recorded by \(who.isEmpty ? "the program itself" : who), not by a "
        + worker.role.titleInSentence)
  }

  private static func wayOn(_ event: BronzeEvent) -> String {
    switch event {
    case .researchComplete: "Only research can be completed"
    case .notMet, .submitted: "Record the human-rights test first"
    case .returned, .refused, .granted: "Only what is pending is decided on"
    case .served, .notServedAgain, .notServedClosed: "Only an authorised letter is served"
    case .accepted, .declined: "An answer follows the service of the letter"
    case .retained, .completed, .notRetained: "Only treatment is monitored"
    case .returnedToTreatment, .riskAssessed: "Only a drop-out goes on from here"
    case .newInformation: "It is looked into as it is"
    case .furtherDecided: "No new information waits for a decision"
    }
  }
}

extension BronzeEvent {
  /// The rule it stands under.
  package var rule: String {
    switch self {
    case .researchComplete: "INT-020"
    case .notMet: "INT-023"
    case .submitted: "INT-022"
    case .returned, .refused: "INT-025"
    case .granted: "INT-024"
    case .served, .notServedAgain, .notServedClosed: "INT-032"
    case .accepted: "INT-034"
    case .declined: "INT-033"
    case .retained, .completed: "INT-035"
    case .notRetained: "INT-036"
    case .returnedToTreatment, .riskAssessed: "INT-038"
    case .newInformation, .furtherDecided: "INT-039"
    }
  }
}
