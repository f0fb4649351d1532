/// What came of a worker's approach, with the reason where one is owed (CUS-008, CUS-009).
package enum ApproachOutcome: Hashable, Sendable {
  case seen
  /// Stored without a reason: the detainee owes none (CUS-009).
  case refused
  case notAvailable(UnavailableReason)

  /// The outcome without its reason.
  package var result: ApproachResult {
    switch self {
    case .seen: .seen
    case .refused: .refused
    case .notAvailable: .notAvailable
    }
  }

  /// The stored name of the reason, for the one result that has one.
  package var reasonCode: String? {
    switch self {
    case .seen, .refused: nil
    case .notAvailable(let reason): reason.rawValue
    }
  }

  /// "Not available: solicitor".
  package var words: String {
    switch self {
    case .seen, .refused: result.words
    case .notAvailable(let reason): result.words + ": " + reason.words
    }
  }

  /// The outcome its stored names stand for; nil when they do not fit together.
  package init?(_ result: ApproachResult, reason: String?) {
    switch (result, reason) {
    case (.seen, nil): self = .seen
    case (.refused, nil): self = .refused
    case (.notAvailable, let reason?):
      guard let known = UnavailableReason(rawValue: reason) else { return nil }
      self = .notAvailable(known)
    case (.seen, _), (.refused, _), (.notAvailable, nil): return nil
    }
  }
}

/// Why a detainee could not be seen.
package enum UnavailableReason: String, CaseIterable, Hashable, Sendable {
  case solicitor
  case interview
  case doctor
  case unfit
  case restPeriod = "rest_period"
  case safety
  case released

  package var words: String {
    switch self {
    case .solicitor: "solicitor"
    case .interview: "interview"
    case .doctor: "doctor"
    case .unfit: "unfit"
    case .restPeriod: "rest period"
    case .safety: "safety"
    case .released: "released"
    }
  }
}
