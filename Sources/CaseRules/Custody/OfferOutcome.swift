/// What became of the offer, with the reason where one is owed (CUS-001).
package enum OfferOutcome: Hashable, Sendable {
  case accepted
  case refused
  /// Not possible yet; the offer has to be made again.
  case deferred(DeferralReason)
  /// Never made: kept and flagged, because the offer is not discretionary.
  case notOffered(NotOfferedReason)

  /// The outcome without its reason.
  package var result: OfferResult {
    switch self {
    case .accepted: .accepted
    case .refused: .refused
    case .deferred: .deferred
    case .notOffered: .notOffered
    }
  }

  /// The stored name of the reason, for the two results that have one.
  package var reasonCode: String? {
    switch self {
    case .accepted, .refused: nil
    case .deferred(let reason): reason.rawValue
    case .notOffered(let reason): reason.rawValue
    }
  }

  /// "Not offered: shift change".
  package var words: String {
    switch self {
    case .accepted, .refused: result.words
    case .deferred(let reason): result.words + ": " + reason.words
    case .notOffered(let reason): result.words + ": " + reason.words
    }
  }

  /// The outcome its stored names stand for; nil when they do not fit together.
  package init?(_ result: OfferResult, reason: String?) {
    switch (result, reason) {
    case (.accepted, nil): self = .accepted
    case (.refused, nil): self = .refused
    case (.deferred, let reason?):
      guard let known = DeferralReason(rawValue: reason) else { return nil }
      self = .deferred(known)
    case (.notOffered, let reason?):
      guard let known = NotOfferedReason(rawValue: reason) else { return nil }
      self = .notOffered(known)
    case (.accepted, _), (.refused, _), (.deferred, nil), (.notOffered, nil): return nil
    }
  }
}

/// Why an offer has to wait.
package enum DeferralReason: String, CaseIterable, Hashable, Sendable {
  case unfit
  case asleep
  case violent
  case interpreter

  package var words: String {
    switch self {
    case .unfit: "unfit"
    case .asleep: "asleep"
    case .violent: "violent"
    case .interpreter: "interpreter needed"
    }
  }
}

/// Why no offer was made.
///
/// A list and not a text: before permission nothing may be typed freely (CUS-011).
package enum NotOfferedReason: String, CaseIterable, Hashable, Sendable {
  case shiftChange = "shift_change"
  case suiteBusy = "suite_busy"
  case overlooked
  case leftAtOnce = "left_at_once"
  case officerUntrained = "officer_untrained"
  case other

  package var words: String {
    switch self {
    case .shiftChange: "shift change"
    case .suiteBusy: "suite too busy"
    case .overlooked: "overlooked"
    case .leftAtOnce: "left the suite at once"
    case .officerUntrained: "officer not trained to offer"
    case .other: "another reason"
    }
  }
}
