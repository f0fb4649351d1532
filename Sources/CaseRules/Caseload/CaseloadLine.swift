/// One client as the caseload lists them.
package struct CaseloadLine: Equatable, Sendable {
  package var ref: RecordRef
  package var person: RecordRef
  package var familyName: String
  package var givenNames: String
  package var born: CalendarDate?
  package var worker: String
  package var state: EpisodeState
  package var joined: CalendarDate?
  package var lastContact: CalendarDate?
  /// PPL-024: no successful contact for longer than `contact_gap_days`.
  package var atRisk: Bool
  package var nextAppointment: Moment?
  /// The earliest appointment that is still booked: what came of it is recorded from the row.
  package var bookedAppointment: RecordRef?
  package var due: DueLine?
  package var flags: [String]

  package init(
    ref: RecordRef, person: RecordRef, familyName: String, givenNames: String,
    born: CalendarDate? = nil, worker: String, state: EpisodeState, joined: CalendarDate? = nil,
    lastContact: CalendarDate? = nil, atRisk: Bool, nextAppointment: Moment? = nil,
    bookedAppointment: RecordRef? = nil, due: DueLine? = nil, flags: [String]
  ) {
    self.ref = ref
    self.person = person
    self.familyName = familyName
    self.givenNames = givenNames
    self.born = born
    self.worker = worker
    self.state = state
    self.joined = joined
    self.lastContact = lastContact
    self.atRisk = atRisk
    self.nextAppointment = nextAppointment
    self.bookedAppointment = bookedAppointment
    self.due = due
    self.flags = flags
  }
}
