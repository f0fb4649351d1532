/// One client as the caseload lists them.
package struct CaseloadLine: Equatable, Sendable {
  package var ref: RecordRef
  package var person: RecordRef
  package var familyName: String
  package var givenNames: String
  package var born: CalendarDate?
  package var worker: String
  package var workerID: WorkerID?
  package var team: String
  /// Whose client it is to somebody who looks after a colleague's as well; nil in every other list.
  package var part: CaseloadPart?
  package var state: EpisodeState
  package var joined: CalendarDate?
  package var lastContact: CalendarDate?
  /// PPL-024: no successful contact for longer than `contact_gap_days`.
  package var atRisk: Bool
  package var nextAppointment: Moment?
  /// The first appointment that has begun and has no outcome yet: it is recorded from the row.
  package var bookedAppointment: RecordRef?
  package var due: DueLine?
  package var dueBand: CaseloadDue
  package var flags: [String]
  /// PPL-012: somebody was asked to take the client and has not answered yet.
  package var handoverWaits: Bool

  package init(
    ref: RecordRef, person: RecordRef, familyName: String, givenNames: String,
    born: CalendarDate? = nil, worker: String, workerID: WorkerID? = nil, team: String = "",
    state: EpisodeState, joined: CalendarDate? = nil,
    lastContact: CalendarDate? = nil, atRisk: Bool, nextAppointment: Moment? = nil,
    bookedAppointment: RecordRef? = nil, due: DueLine? = nil, dueBand: CaseloadDue = .nothing,
    flags: [String], handoverWaits: Bool = false
  ) {
    self.ref = ref
    self.person = person
    self.familyName = familyName
    self.givenNames = givenNames
    self.born = born
    self.worker = worker
    self.workerID = workerID
    self.team = team
    self.state = state
    self.joined = joined
    self.lastContact = lastContact
    self.atRisk = atRisk
    self.nextAppointment = nextAppointment
    self.bookedAppointment = bookedAppointment
    self.due = due
    self.dueBand = dueBand
    self.flags = flags
    self.handoverWaits = handoverWaits
  }
}

/// The parts of a worker's caseload while they cover for somebody.
package enum CaseloadPart: Hashable, Sendable {
  case own
  case covered(name: String, until: CalendarDate, order: Int)

  package var order: Int {
    switch self {
    case .own: 0
    case .covered(_, _, let order): order
    }
  }

  /// "For Tom Osei until Fri 12/12/2026".
  package var title: String {
    switch self {
    case .own: "Your own clients"
    case .covered(let name, let until, _): "For \(name) until \(until.ukWithWeekday)"
    }
  }
}
