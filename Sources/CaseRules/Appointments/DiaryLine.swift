/// One appointment as the diary lists it.
package struct DiaryLine: Equatable, Sendable {
  package var ref: RecordRef
  /// nil for a caller who is not on file.
  package var person: RecordRef?
  /// On file, or as a caller gave it; nil where none was given, or may be kept (CUS-010).
  package var name: String?
  package var starts: Moment
  package var minutes: Int
  package var place: String
  package var worker: String
  package var kind: String
  package var purpose: String
  package var state: AppointmentState
  /// Booked and past midnight without an outcome, or missed and not followed up.
  package var due: DueLine?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, person: RecordRef?, name: String?, starts: Moment, minutes: Int, place: String,
    worker: String, kind: String, purpose: String, state: AppointmentState, due: DueLine? = nil,
    struckBecause: String? = nil
  ) {
    self.ref = ref
    self.person = person
    self.name = name
    self.starts = starts
    self.minutes = minutes
    self.place = place
    self.worker = worker
    self.kind = kind
    self.purpose = purpose
    self.state = state
    self.due = due
    self.struckBecause = struckBecause
  }
}
