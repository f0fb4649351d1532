/// Where an appointment stands.
package enum AppointmentState: String, CaseIterable, Sendable {
  case booked, attended, attendedLate, missed, cancelled, rebooked
  /// GEN-004: booked by mistake; it never was.
  case struck
}
