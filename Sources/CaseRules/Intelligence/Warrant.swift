/// A warrant that was executed, and what early intervention owes the place afterwards (INT-053).
package struct Warrant: Equatable, Sendable {
  package var ref: RecordRef
  package var executed: CalendarDate
  package var place: String
  /// The force's own number for it.
  package var reference: String
  /// The drug agency that is to visit.
  package var agency: String
  /// Letters and visits, oldest first; those struck through are not among them.
  package var steps: [EDIIActivity]
  package var recordedBy: String
  package var revision: Int
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, executed: CalendarDate, place: String, reference: String = "",
    agency: String = "", steps: [EDIIActivity] = [], recordedBy: String = "", revision: Int = 1,
    struckBecause: String? = nil
  ) {
    self.ref = ref
    self.executed = executed
    self.place = place
    self.reference = reference
    self.agency = agency
    self.steps = steps
    self.recordedBy = recordedBy
    self.revision = revision
    self.struckBecause = struckBecause
  }

  /// INT-053: what is still to be done; nothing once a letter arrived and a visit was made.
  package var open: [WarrantStep.Kind] {
    guard struckBecause == nil else { return [] }
    return WarrantStep.Kind.allCases.filter { kind in
      !steps.contains { $0.followUp?.kind == kind && $0.followUp?.result.meetsIt == true }
    }
  }

  package var isOpen: Bool { !open.isEmpty }

  /// "letter and visit to do", "visit to do", "followed up".
  package var stateWords: String {
    if struckBecause != nil { return "struck through" }
    guard isOpen else { return "followed up" }
    return open.map(\.words).joined(separator: " and ") + " to do"
  }

  /// "WF-0002  Warrant of Tue 02/10/2007, 4 Ferry Lane".
  package var heading: String { "\(ref.text)  Warrant of \(executed.ukWithWeekday), \(place)" }
}

/// What followed a warrant: a letter, or a visit by a drug agency, and what came of it (INT-053).
package struct WarrantStep: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case letter, visit

    package var words: String {
      switch self {
      case .letter: "letter"
      case .visit: "visit"
      }
    }

    /// INT-050: under which strand the log counts it.
    package var activity: EDIIKind {
      switch self {
      case .letter: .warrantLetter
      case .visit: .warrantVisit
      }
    }
  }

  package enum Result: String, CaseIterable, Hashable, Sendable {
    case delivered
    case cameBack = "came_back"
    case spoke
    case wantsTreatment = "wants_treatment"
    case declined
    case nobodyIn = "nobody_in"

    package var kind: Kind {
      switch self {
      case .delivered, .cameBack: .letter
      case .spoke, .wantsTreatment, .declined, .nobodyIn: .visit
      }
    }

    package var words: String {
      switch self {
      case .delivered: "Sent or handed over"
      case .cameBack: "Came back undelivered"
      case .spoke: "Spoke with somebody, information left"
      case .wantsTreatment: "Somebody wants treatment"
      case .declined: "Did not want to talk"
      case .nobodyIn: "Nobody was in"
      }
    }

    /// A letter that came back and a visit that found nobody leave the task open.
    package var meetsIt: Bool {
      switch self {
      case .delivered, .spoke, .wantsTreatment, .declined: true
      case .cameBack, .nobodyIn: false
      }
    }

    package static func of(_ kind: Kind) -> [Result] { allCases.filter { $0.kind == kind } }
  }

  package var warrant: RecordRef
  package var result: Result

  package init(warrant: RecordRef, result: Result) {
    self.warrant = warrant
    self.result = result
  }

  package var kind: Kind { result.kind }
}

extension WarrantStep.Result: FormChoice {
  package var code: String {
    switch self {
    case .delivered: "DEL"
    case .cameBack: "BACK"
    case .spoke: "SPOKE"
    case .wantsTreatment: "TREAT"
    case .declined: "DEC"
    case .nobodyIn: "NONE"
    }
  }
}
