/// A row of the log: what is still to be done stands before what was done.
package enum EDIILine: Equatable, Sendable {
  case referral(EDIIReferral)
  case warrant(Warrant)
  case activity(EDIIActivity)

  package var ref: RecordRef {
    switch self {
    case .referral(let referral): referral.ref
    case .warrant(let warrant): warrant.ref
    case .activity(let activity): activity.ref
    }
  }

  package var day: CalendarDate {
    switch self {
    case .referral(let referral): referral.received.date
    case .warrant(let warrant): warrant.executed
    case .activity(let activity): activity.day
    }
  }

  /// Where it was, or whom it is about.
  package var place: String {
    switch self {
    case .referral(let referral): referral.subject
    case .warrant(let warrant): warrant.place
    case .activity(let activity): activity.place
    }
  }
}
