/// What came of an appointment; due on its day.
package enum AppointmentOutcomeForm {
  package static let id: FormID = "appointment-outcome"
  package static let outcome: FieldCode = "outcome"
  package static let minutesLate: FieldCode = "minutes-late"
  package static let cancelledBy: FieldCode = "cancelled-by"
  package static let cancelledAt: FieldCode = "cancelled-at"
  package static let accepted: FieldCode = "accepted"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Appointment outcome",
    purpose: "Records whether the client came, came late, missed it, or who cancelled it",
    about: [.appointment], function: .personAndCaseload, keptIn: .appointment,
    requiredBy: "PPL-022",
    action: .near(.contact, "o"),
    sections: [
      FormSection(
        "Outcome",
        [
          FormField(
            outcome, "Outcome",
            .choice(
              AppointmentOutcome.list("appointment-outcome", title: "Outcome", rule: "PPL-022"))
          ).required(),
          FormField(minutesLate, "Minutes late", .number(1...480, unit: "min"))
            .required { isSaid(.late, $0) }.applying { isSaid(.late, $0) },
          FormField(
            cancelledBy, "Cancelled by",
            .choice(
              Appointment.Canceller.list("cancelled-by", title: "Cancelled by", rule: "PPL-022"))
          ).required { isSaid(.cancelled, $0) }.applying { isSaid(.cancelled, $0) },
          FormField(cancelledAt, "Cancelled at", .dateTime(direction: .past))
            .required { isSaid(.cancelled, $0) }.applying { isSaid(.cancelled, $0) },
          FormField(accepted, "Reason accepted", .yesNo(notKnown: false, refused: false))
            .applying { isSaid(.missed, $0) }
            .help("y when the client had a good reason not to come"),
          FormField(reason, "Reason", .text(max: 200))
            .required { isSaid(.cancelled, $0) || isSaid(.missed, $0) && $0.isYes(accepted) },
        ])
    ],
    rules: [guards, cancellation]
  ).closedWhenSaved()

  private static func isSaid(_ wanted: AppointmentOutcome, _ reading: FormReading) -> Bool {
    reading.choice(outcome, as: AppointmentOutcome.self) == wanted
  }

  /// The event the answers stand for; nil while the outcome is missing.
  package static func event(_ reading: FormReading) -> AppointmentEvent? {
    reading.choice(outcome, as: AppointmentOutcome.self)?
      .event(minutesLate: reading.number(minutesLate) ?? 0)
  }

  private static let guards = FormRule { reading, facts, context in
    guard let appointment = facts.appointment?.appointment else {
      return [Finding("PPL-022", .blocks, "There is no such appointment")]
    }
    guard let event = event(reading) else { return [] }
    return OutcomeRules.findings(event, of: appointment, now: context.now)
  }

  private static let cancellation = FormRule { reading, facts, context in
    guard isSaid(.cancelled, reading), let appointment = facts.appointment?.appointment
    else { return [] }
    let at = reading.moment(cancelledAt)
    return FactRules.notInFuture(at, field: cancelledAt, now: context.now)
      + (OutcomeRules.cancellation(at: at, of: appointment).map { [$0] } ?? [])
  }
}
