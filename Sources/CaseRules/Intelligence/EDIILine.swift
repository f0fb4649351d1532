/// A row of the log: what is still to be done stands before what was done.
package enum EDIILine: Equatable, Sendable {
  case warrant(Warrant)
  case activity(EDIIActivity)

  package var ref: RecordRef {
    switch self {
    case .warrant(let warrant): warrant.ref
    case .activity(let activity): activity.ref
    }
  }

  package var day: CalendarDate {
    switch self {
    case .warrant(let warrant): warrant.executed
    case .activity(let activity): activity.day
    }
  }

  package var place: String {
    switch self {
    case .warrant(let warrant): warrant.place
    case .activity(let activity): activity.place
    }
  }
}
