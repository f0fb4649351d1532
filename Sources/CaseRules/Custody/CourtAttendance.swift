/// Whether a worker was at court for a detainee not seen in custody (CUS-013).
package struct CourtAttendance: Equatable, Sendable {
  package var ref: RecordRef
  package var hearing: Moment
  package var attended: Bool
  /// The reason that passed the warning, when nobody attended.
  package var missedReason: String?
  package var worker: WorkerID
  package var workerInitials: String

  package init(
    ref: RecordRef, hearing: Moment, attended: Bool, missedReason: String? = nil,
    worker: WorkerID, workerInitials: String
  ) {
    self.ref = ref
    self.hearing = hearing
    self.attended = attended
    self.missedReason = missedReason
    self.worker = worker
    self.workerInitials = workerInitials
  }
}
