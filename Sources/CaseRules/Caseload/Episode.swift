/// One stretch of somebody's time with the team, from first contact to the close.
package struct Episode: Equatable, Sendable {
  package var id: EpisodeID
  package var person: PersonID
  package var state: EpisodeState
  package var entryPoint: EntryPoint
  package var opened: CalendarDate
  /// PPL-009: never without one once joined; before that, whoever made the contact.
  package var worker: WorkerID
  package var workerName: String
  /// What the worker is; nil where it was not read.
  package var workerRole: Role?
  /// The day the client joined the caseload.
  package var joined: CalendarDate?
  package var closed: CalendarDate?
  package var closureReason: ClosureReason?
  package var closureNote: String
  /// Where, while the client is in custody.
  package var prison: String
  /// PPL-005: both statements were explained.
  package var voluntaryExplained: Bool
  package var noAlternativeExplained: Bool
  /// The last successful contact of any kind (PPL-024).
  package var lastContact: CalendarDate?
  /// Unsuccessful attempts since the last successful contact (PPL-023, PPL-026).
  package var failedAttempts: Int
  /// The episode before this one, when the client has come back.
  package var previous: EpisodeID?
  package var revision: Int

  package init(
    id: EpisodeID, person: PersonID, state: EpisodeState, entryPoint: EntryPoint,
    opened: CalendarDate, worker: WorkerID, workerName: String = "", joined: CalendarDate? = nil,
    closed: CalendarDate? = nil, closureReason: ClosureReason? = nil, closureNote: String = "",
    voluntaryExplained: Bool = false, noAlternativeExplained: Bool = false,
    lastContact: CalendarDate? = nil, failedAttempts: Int = 0, previous: EpisodeID? = nil,
    revision: Int = 1, prison: String = "", workerRole: Role? = nil
  ) {
    self.workerRole = workerRole
    self.prison = prison
    self.id = id
    self.person = person
    self.state = state
    self.entryPoint = entryPoint
    self.opened = opened
    self.worker = worker
    self.workerName = workerName
    self.joined = joined
    self.closed = closed
    self.closureReason = closureReason
    self.closureNote = closureNote
    self.voluntaryExplained = voluntaryExplained
    self.noAlternativeExplained = noAlternativeExplained
    self.lastContact = lastContact
    self.failedAttempts = failedAttempts
    self.previous = previous
    self.revision = revision
  }

  /// The day from which silence is counted: the last contact, or the start when there was none.
  package var silentSince: CalendarDate { lastContact ?? joined ?? opened }
}
