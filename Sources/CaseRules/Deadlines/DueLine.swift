/// One deadline as the work lists, `due` and the exports tell it: all from the same row (GEN-008).
package struct DueLine: Equatable, Sendable {
  /// The record that opens on Enter.
  package var ref: RecordRef
  package var person: RecordRef?
  /// nil where the rules keep the name back (no permission, CUS-012).
  package var personName: String?
  /// Where somebody comes from who is not on file: "Call L-0012".
  package var origin: String?
  package var name: String
  package var rule: String
  package var owner: String
  package var ownerID: WorkerID?
  /// What started the clock, in words with its date: "arrived Fri 05/10/2007 21:00".
  package var startFact: String
  package var due: CalendarDate?
  /// For deadlines counted in minutes.
  package var dueAt: Moment?
  package var status: DeadlineStatus
  /// How the date was worked out, day by day.
  package var working: String
  /// The form that meets it, when one key can open it.
  package var metByForm: FormID?

  package init(
    ref: RecordRef, person: RecordRef? = nil, personName: String? = nil, name: String, rule: String,
    owner: String, ownerID: WorkerID? = nil, startFact: String, due: CalendarDate? = nil,
    dueAt: Moment? = nil, status: DeadlineStatus, working: String, metByForm: FormID? = nil
  ) {
    self.ref = ref
    self.person = person
    self.personName = personName
    self.name = name
    self.rule = rule
    self.owner = owner
    self.ownerID = ownerID
    self.startFact = startFact
    self.due = due
    self.dueAt = dueAt
    self.status = status
    self.working = working
    self.metByForm = metByForm
  }
}
