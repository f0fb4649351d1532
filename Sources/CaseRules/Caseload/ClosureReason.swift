/// Why an episode has ended.
package enum ClosureReason: String, CaseIterable, Hashable, Sendable {
  case carePlanCompleted = "care-plan-completed"
  case declined
  case lostContact = "lost-contact"
  case transferred
  case movedAway = "moved-away"
  case deceased
  case sentencedElsewhere = "sentenced-elsewhere"
  case other

  package var title: String {
    switch self {
    case .carePlanCompleted: "Care plan completed"
    case .declined: "Declined further help"
    case .lostContact: "Lost contact"
    case .transferred: "Transferred"
    case .movedAway: "Moved away"
    case .deceased: "Deceased"
    case .sentencedElsewhere: "Sentenced elsewhere"
    case .other: "Other"
    }
  }
}
