/// Where a prescribing episode stands; always worked out from its dates, never kept.
package enum PrescribingState: String, CaseIterable, Hashable, Sendable {
  case referred, planned, dosing, optimal, ended, struck

  package var title: String {
    switch self {
    case .referred: "Referred"
    case .planned: "First dose planned"
    case .dosing: "Dose is being found"
    case .optimal: "Optimal dose reached"
    case .ended: "Ended"
    case .struck: "Struck through"
    }
  }

  package var isOpen: Bool {
    switch self {
    case .referred, .planned, .dosing, .optimal: true
    case .ended, .struck: false
    }
  }
}

/// What can become of a prescribing episode.
package enum PrescribingEvent: CaseIterable, Hashable, Sendable {
  case firstDosePlanned, doseGiven, optimalReached, ended, struck
}

/// The states of a prescribing episode and the events between them; guards are asked elsewhere.
package enum PrescribingMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  ///
  /// A dose that was given is a fact in every state (GEN-001), also once the episode has ended.
  package static func next(
    _ state: PrescribingState, _ event: PrescribingEvent
  ) -> PrescribingState? {
    switch (event, state) {
    case (.firstDosePlanned, .referred), (.firstDosePlanned, .planned): .planned
    case (.doseGiven, .referred), (.doseGiven, .planned), (.doseGiven, .dosing): .dosing
    case (.doseGiven, .optimal): .optimal
    case (.optimalReached, .dosing), (.optimalReached, .optimal): .optimal
    case (.doseGiven, .ended), (.optimalReached, .ended): .ended
    case (.ended, .referred), (.ended, .planned), (.ended, .dosing), (.ended, .optimal): .ended
    case (.struck, .struck): nil
    case (.struck, _): .struck
    case (.firstDosePlanned, _), (.doseGiven, _), (.optimalReached, _), (.ended, _): nil
    }
  }

  /// Why an event cannot happen now; nil when it can.
  package static func refusal(
    _ event: PrescribingEvent, of record: PrescribingRecord
  ) -> Finding? {
    guard next(record.state, event) == nil else { return nil }
    return Finding(event.rule, .blocks, words(event, record))
  }

  private static func words(_ event: PrescribingEvent, _ record: PrescribingRecord) -> String {
    switch record.state {
    case .ended, .struck: "This prescribing episode is \(record.state.title.lowercased())"
    case .dosing, .optimal:
      "The first dose was given on \(record.log.firstDay?.ukWithWeekday ?? "-"). "
        + "Record what is given in the dose log"
    case .referred, .planned: "No dose has been given yet. Record the doses first"
    }
  }
}

extension PrescribingEvent {
  /// The rule it stands under.
  var rule: String {
    switch self {
    case .firstDosePlanned, .doseGiven: "PPL-040"
    case .optimalReached: "PPL-042"
    case .ended: "PPL-041"
    case .struck: "GEN-004"
    }
  }
}

/// A prescribing episode with what hangs on it: samples, doses, alerts.
package struct PrescribingRecord: Equatable, Sendable {
  package var episode: PrescribingEpisode
  /// In the order they were recorded, struck through or not.
  package var tests: [OpiateTest]
  package var log: DoseLog
  /// Oldest first.
  package var alerts: [SafetyAlert]

  package init(
    episode: PrescribingEpisode, tests: [OpiateTest] = [], log: DoseLog = DoseLog([]),
    alerts: [SafetyAlert] = []
  ) {
    self.episode = episode
    self.tests = tests
    self.log = log
    self.alerts = alerts
  }

  package var state: PrescribingState {
    if episode.struckBecause != nil { return .struck }
    if episode.ending != nil { return .ended }
    if log.firstDay != nil { return episode.optimalReached == nil ? .dosing : .optimal }
    return episode.plan == nil ? .referred : .planned
  }

  package var openAlerts: [SafetyAlert] { alerts.filter { $0.acknowledged == nil } }

  /// PPL-040: the newest sample that says something about opioids.
  package var tellingTest: OpiateTest? {
    tests.filter { $0.struckBecause == nil && $0.result?.isTelling == true }
      .max { ($0.taken, $0.number) < ($1.taken, $1.number) }
  }

  /// Samples whose result has not come.
  package var waitingTests: [OpiateTest] {
    tests.filter { $0.struckBecause == nil && $0.result == nil }
  }
}

/// What the records say that the forms of rapid prescribing need.
package struct PrescribingFacts: Equatable, Sendable {
  /// The episode the form is about.
  package var record: PrescribingRecord?
  /// Another episode of the person that is still open.
  package var open: RecordRef?

  package init(record: PrescribingRecord? = nil, open: RecordRef? = nil) {
    self.record = record
    self.open = open
  }
}
