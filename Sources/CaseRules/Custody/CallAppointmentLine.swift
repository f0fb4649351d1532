/// A time agreed with somebody who rang the helpline, from custody (CUS-015) or from anywhere.
///
/// Of a detainee without permission no name is kept: it stands under the number of the call.
package struct CallAppointmentLine: Equatable, Sendable {
  package var ref: RecordRef
  /// The detention the call came from, while it is on the board.
  package var entry: RecordRef?
  package var suite: String?
  package var starts: Moment
  package var minutes: Int
  package var place: String
  package var worker: String
  package var workerID: WorkerID?
  /// On file, or as it was given; nil where none was, or may be kept (CUS-010).
  package var name: String?
  package var person: RecordRef?
  package var isFromCustody: Bool
  /// In the diary, once they are on file.
  package var appointment: RecordRef?
  /// Where it stands there, or what was recorded with the call; nil while nothing is.
  package var state: AppointmentState?

  /// The record whose outcome is waited for.
  package var booked: RecordRef? {
    switch state {
    case .booked: appointment
    case nil: ref
    case .attended, .attendedLate, .missed, .cancelled, .rebooked, .struck: nil
    }
  }

  package init(
    ref: RecordRef, entry: RecordRef? = nil, suite: String? = nil, starts: Moment, minutes: Int,
    place: String, worker: String, name: String? = nil, person: RecordRef? = nil,
    isFromCustody: Bool = false, appointment: RecordRef? = nil, state: AppointmentState? = nil
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
    self.isFromCustody = isFromCustody
    self.appointment = appointment
    self.state = state
  }
}
