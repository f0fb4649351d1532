/// The states of a caseload episode and the events between them; guards are asked elsewhere.
package enum EpisodeMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  package static func next(_ state: EpisodeState, _ event: EpisodeEvent) -> EpisodeState? {
    switch (event, state) {
    case (.assessmentDone, .contact): .assessed
    case (.adviceOnlyOrDeclines, .contact), (.adviceOnlyOrDeclines, .assessed): .closed
    case (.joins(let place), .assessed): place.active
    case (.entersPrison, .activeCommunity): .activeCustody
    case (.released, .activeCustody): .activeCommunity
    case (.transferAccepted, .activeCommunity), (.transferAccepted, .activeCustody): .transferred
    case (.losesContact, .activeCommunity), (.losesContact, .activeCustody): .dropOutReview
    case (.contactRegained(let place), .dropOutReview): place.active
    case (.agreedLost, .dropOutReview): .closed
    case (.ends, .activeCommunity), (.ends, .activeCustody): .closed
    case (.returns, .closed), (.returns, .transferred): .contact
    case (.assessmentDone, _), (.adviceOnlyOrDeclines, _), (.joins, _), (.entersPrison, _),
      (.released, _), (.transferAccepted, _), (.losesContact, _), (.contactRegained, _),
      (.agreedLost, _), (.ends, _), (.returns, _):
      nil
    }
  }
}

extension EpisodeState {
  /// "Active in the community".
  package var title: String {
    switch self {
    case .contact: "Contact"
    case .assessed: "Assessed"
    case .activeCommunity: "Active in the community"
    case .activeCustody: "Active in custody"
    case .dropOutReview: "Drop-out review"
    case .transferred: "Transferred"
    case .closed: "Closed"
    }
  }

  /// A word for a narrow column.
  package var short: String {
    switch self {
    case .contact: "Contact"
    case .assessed: "Assessed"
    case .activeCommunity: "Community"
    case .activeCustody: "In prison"
    case .dropOutReview: "Drop-out?"
    case .transferred: "Transferred"
    case .closed: "Closed"
    }
  }

  /// On the caseload with a named worker.
  package var isActive: Bool {
    switch self {
    case .activeCommunity, .activeCustody: true
    case .contact, .assessed, .dropOutReview, .transferred, .closed: false
    }
  }

  /// Still somebody's business.
  package var isOpen: Bool {
    switch self {
    case .contact, .assessed, .activeCommunity, .activeCustody, .dropOutReview: true
    case .transferred, .closed: false
    }
  }
}
