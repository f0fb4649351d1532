/// An appointment in the diary, of somebody on file or of a caller who is not.
package enum BookedAppointment: Equatable, Sendable {
  case onFile(Appointment)
  case caller(CallAppointmentLine)

  /// Whom it names: a person on file, or a caller by the number of the call.
  package var named: RecordRef {
    switch self {
    case .onFile(let appointment): appointment.person.ref
    case .caller(let caller): caller.ref
    }
  }
}
