/// Whether a worker was at court for a detainee not seen in custody (CUS-013).
package struct CourtAttendance: Equatable, Sendable {
  package var ref: RecordRef
  package var hearing: Moment
  package var attended: Bool
  /// Needed when nobody attended.
  package var missedReason: MissedCourtReason?
  package var worker: WorkerID
  package var workerName: String

  package init(
    ref: RecordRef, hearing: Moment, attended: Bool, missedReason: MissedCourtReason? = nil,
    worker: WorkerID, workerName: String
  ) {
    self.ref = ref
    self.hearing = hearing
    self.attended = attended
    self.missedReason = missedReason
    self.worker = worker
    self.workerName = workerName
  }
}

/// Why nobody was at court; a list, so that nothing personal is typed before permission (CUS-011).
package enum MissedCourtReason: String, CaseIterable, Hashable, Sendable {
  case custodyFirst = "custody_first"
  case otherCourt = "other_court"
  case toldTooLate = "told_too_late"
  case listChanged = "list_changed"
  case workerAbsent = "worker_absent"
  case other

  package var words: String {
    switch self {
    case .custodyFirst: "needed in the custody suite"
    case .otherCourt: "at another court"
    case .toldTooLate: "told too late"
    case .listChanged: "the court changed its list"
    case .workerAbsent: "no worker on duty"
    case .other: "another reason"
    }
  }
}
