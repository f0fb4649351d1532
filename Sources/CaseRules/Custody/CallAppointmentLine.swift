/// A time agreed with somebody who rang the helpline from custody (CUS-015).
///
/// Without permission nobody is named: it stands under the number of the call.
package struct CallAppointmentLine: Equatable, Sendable {
  package var ref: RecordRef
  /// The detention the call came from, while it is on the board.
  package var entry: RecordRef?
  package var suite: String?
  package var starts: Moment
  package var minutes: Int
  package var place: String
  package var worker: String
  package var name: String?
  package var person: RecordRef?
  /// Where it stands in the diary; nil while nobody is named.
  package var state: AppointmentState?

  package init(
    ref: RecordRef, entry: RecordRef? = nil, suite: String? = nil, starts: Moment, minutes: Int,
    place: String, worker: String, name: String? = nil, person: RecordRef? = nil,
    state: AppointmentState? = nil
  ) {
    self.ref = ref
    self.entry = entry
    self.suite = suite
    self.starts = starts
    self.minutes = minutes
    self.place = place
    self.worker = worker
    self.name = name
    self.person = person
    self.state = state
  }
}
