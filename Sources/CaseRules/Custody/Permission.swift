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
    let asRecorded = permissions.sorted { $0.ref < $1.ref }
    self = asRecorded.reduce(.notAsked) { $0.answered($1.given, at: $1.at) }
  }

  /// Where it stands once one more answer is written down.
  ///
  /// One of an earlier time changes nothing; of two at the same minute the one recorded later counts.
  package func answered(_ given: Bool, at moment: Moment) -> PermissionState {
    switch self {
    case .refused(let at) where at > moment, .given(let at) where at > moment: self
    case .notAsked, .refused, .given: given ? .given(at: moment) : .refused(at: moment)
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
