/// What the records say that the forms of appointments need.
package struct AppointmentFacts: Equatable, Sendable {
  /// The appointment the form is about.
  package var appointment: Appointment?
  /// PPL-020: booked appointments of the client or the worker around the time in the form.
  package var standing: [BookingRules.Standing]
  package var namedWorker: Worker?
  /// Unsuccessful attempts since the last contact (PPL-023).
  package var failedAttempts: Int

  package init(
    appointment: Appointment? = nil, standing: [BookingRules.Standing] = [],
    namedWorker: Worker? = nil, failedAttempts: Int = 0
  ) {
    self.appointment = appointment
    self.standing = standing
    self.namedWorker = namedWorker
    self.failedAttempts = failedAttempts
  }
}
