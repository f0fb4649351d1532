/// Where an appointment stands.
package enum AppointmentState: String, CaseIterable, Sendable {
  case booked, attended, attendedLate, missed, cancelled, rebooked
}
