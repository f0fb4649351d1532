/// How a detainee left the suite.
package enum DepartureKind: String, CaseIterable, Hashable, Sendable {
  case chargedBailed = "charged_bailed"
  case chargedCustody = "charged_custody"
  case bailedToReturn = "bailed_to_return"
  case noFurtherAction = "nfa"
  case otherDisposal = "other_disposal"
  case transferred

  package var words: String {
    switch self {
    case .chargedBailed: "Charged and bailed to court"
    case .chargedCustody: "Charged and kept in custody for court"
    case .bailedToReturn: "Bailed to return to the station"
    case .noFurtherAction: "No further action"
    case .otherDisposal: "Caution or other disposal"
    case .transferred: "Transferred elsewhere"
    }
  }

  /// A court date follows.
  package var isCharged: Bool {
    switch self {
    case .chargedBailed, .chargedCustody: true
    case .bailedToReturn, .noFurtherAction, .otherDisposal, .transferred: false
    }
  }
}

extension DepartureKind {
  /// A court date or a return to the station follows.
  package var hasNext: Bool { isCharged || self == .bailedToReturn }
}

/// How and when a detainee left, and where to next.
package struct Departure: Equatable, Sendable {
  /// A place and time the detainee has to go to.
  package struct NextPlace: Equatable, Sendable {
    /// The court, or the police station of the return.
    package var place: String
    package var at: Moment

    package init(place: String, at: Moment) {
      self.place = place
      self.at = at
    }
  }

  package var kind: DepartureKind
  package var at: Moment
  /// The court hearing of a charged detainee, or the return of a bailed one.
  package var next: NextPlace?

  package init(kind: DepartureKind, at: Moment, next: NextPlace? = nil) {
    self.kind = kind
    self.at = at
    self.next = next
  }

  /// The return to the police station, for a detainee bailed to return.
  package var bailReturn: NextPlace? { kind == .bailedToReturn ? next : nil }

  /// The hearing, for a charged detainee.
  package var hearing: NextPlace? { kind.isCharged ? next : nil }
}
