/// The detainee's answer to whether details may be taken from the custody record (CUS-010).
package struct Permission: Equatable, Sendable {
  package var ref: RecordRef
  package var given: Bool
  package var at: Moment
  package var worker: WorkerID
  package var workerInitials: String

  package init(ref: RecordRef, given: Bool, at: Moment, worker: WorkerID, workerInitials: String) {
    self.ref = ref
    self.given = given
    self.at = at
    self.worker = worker
    self.workerInitials = workerInitials
  }
}

/// Where an entry stands on permission: the newest answer counts.
package enum PermissionState: Hashable, Sendable {
  case notAsked
  case refused(at: Moment)
  case given(at: Moment)

  package init(_ permissions: [Permission]) {
    // Of two answers at the same minute the one recorded later counts.
    let newest = permissions.max { ($0.at, $0.ref) < ($1.at, $1.ref) }
    switch newest {
    case nil: self = .notAsked
    case let answer? where answer.given: self = .given(at: answer.at)
    case let answer?: self = .refused(at: answer.at)
    }
  }

  /// CUS-010: details may be held now.
  package func isGiven(at now: Moment) -> Bool {
    switch self {
    case .notAsked, .refused: false
    case .given(let since): since <= now
    }
  }

  /// "Given Fri 05/10/2007 10:10".
  package var words: String {
    switch self {
    case .notAsked: "Not asked"
    case .refused(let at): "Refused " + at.ukWithWeekday
    case .given(let at): "Given " + at.ukWithWeekday
    }
  }
}
