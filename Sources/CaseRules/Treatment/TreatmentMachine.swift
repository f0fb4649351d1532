/// Where a treatment stands; always worked out from its dates, never kept.
package enum TreatmentState: String, CaseIterable, Hashable, Sendable {
  case referred, planned, inTreatment, ended, notTakenUp, struck

  package var title: String {
    switch self {
    case .referred: "Referred"
    case .planned: "Start planned"
    case .inTreatment: "In treatment"
    case .ended: "Ended"
    case .notTakenUp: "Not taken up"
    case .struck: "Struck through"
    }
  }
}

/// What can become of a treatment.
package enum TreatmentEvent: CaseIterable, Hashable, Sendable {
  /// A day is set, or another one.
  case startPlanned
  case started
  /// It ends; before the start that means it was not taken up.
  case ended
  /// GEN-004.
  case struck
}

/// The states of a treatment and the events between them; guards are asked elsewhere.
package enum TreatmentMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  package static func next(_ state: TreatmentState, _ event: TreatmentEvent) -> TreatmentState? {
    switch (event, state) {
    case (.startPlanned, .referred), (.startPlanned, .planned): .planned
    case (.started, .referred), (.started, .planned): .inTreatment
    case (.ended, .inTreatment): .ended
    case (.ended, .referred), (.ended, .planned): .notTakenUp
    case (.struck, .struck): nil
    case (.struck, _): .struck
    case (.startPlanned, _), (.started, _), (.ended, _): nil
    }
  }

  /// Why an event cannot happen now; nil when it can.
  package static func refusal(
    _ event: TreatmentEvent, of episode: ModalityEpisode
  ) -> Finding? {
    guard next(episode.state, event) == nil else { return nil }
    return Finding(
      event == .struck ? "GEN-004" : "PPL-030", .blocks,
      "This treatment is \(episode.state.title.lowercased()). \(wayOn(event))")
  }

  private static func wayOn(_ event: TreatmentEvent) -> String {
    switch event {
    case .startPlanned, .started: "Record a new referral from the client's record"
    case .ended: "There is nothing left to end"
    case .struck: "It stays so, to be seen"
    }
  }
}
