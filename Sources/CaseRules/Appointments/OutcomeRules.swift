/// What must be so before the outcome of an appointment is recorded.
package enum OutcomeRules {
  /// The guard of each event: nothing is recorded as having happened before it could happen.
  package static func findings(
    _ event: AppointmentEvent, of appointment: Appointment, now: Moment
  ) -> [Finding] {
    guard AppointmentMachine.next(appointment.state, event) != nil else {
      return [
        Finding(
          "PPL-022", .blocks, "This appointment is \(appointment.state.title.lowercased()) already")
      ]
    }
    return tooEarly(event, starting: appointment.starts, now: now)
  }

  /// GEN-007: clients come at the start or later; whoever is not there at the start may still come.
  static func tooEarly(
    _ event: AppointmentEvent, starting starts: Moment, now: Moment
  ) -> [Finding] {
    let isEarly =
      switch event {
      case .came, .cameLate: now < starts
      case .didNotCome: now <= starts
      case .cancelled, .rebooked, .struck: false
      }
    guard isEarly else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: "outcome",
        "It starts on \(starts.uk). Record the outcome after that, or cancel it")
    ]
  }

  /// A cancellation comes before the start; after it, the appointment was missed.
  package static func cancellation(at moment: Moment?, of appointment: Appointment) -> Finding? {
    cancellation(at: moment, starting: appointment.starts)
  }

  static func cancellation(at moment: Moment?, starting starts: Moment) -> Finding? {
    guard let moment, moment >= starts else { return nil }
    return Finding(
      "GEN-007", .blocks, field: "cancelled-at",
      "It started on \(starts.uk); only before that it could be cancelled. "
        + "Record it as missed, with the reason")
  }
}
