/// What can be done with an appointment now, and why the rest cannot.
package enum AppointmentActions {
  package static func offered(
    for appointment: Appointment, in context: RuleContext
  )
    -> [OfferedForm]
  {
    let ref = appointment.id.ref
    let all = [
      OfferedForm(
        AppointmentOutcomeForm.id, about: ref, title: "Record the outcome",
        whyNot: outcomeRefused(appointment)),
      OfferedForm(
        AppointmentForm.id, about: ref,
        title: appointment.state == .booked ? "Change the appointment" : "Agree a new date",
        whyNot: bookingRefused(appointment)),
      OfferedForm(
        ContactAttemptForm.id, about: ref, title: "Record a contact attempt"),
      StrikeActions.offered(
        for: ref, struckBecause: appointment.struckBecause, in: context),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return all.map { $0.refused(noEdit) }
  }

  private static func outcomeRefused(_ appointment: Appointment) -> String? {
    appointment.state == .booked
      ? nil : "The outcome is recorded: \(appointment.state.title.lowercased())"
  }

  private static func bookingRefused(_ appointment: Appointment) -> String? {
    switch appointment.state {
    case .booked, .missed, .cancelled: nil
    case .attended, .attendedLate, .rebooked, .struck:
      "It is \(appointment.state.title.lowercased()). Book another one from the client's record"
    }
  }
}
