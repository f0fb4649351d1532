/// A call to the round-the-clock helpline (CUS-014).
package enum HelplineCallForm {
  package static let id: FormID = "helpline-call"
  package static let started: FieldCode = "started"
  package static let ended: FieldCode = "ended"
  package static let caller: FieldCode = "caller"
  package static let fromCustody: FieldCode = "from-custody"
  package static let suite: FieldCode = "suite"
  package static let purposes: FieldCode = "purposes"
  package static let emergency: FieldCode = "emergency"
  package static let advice: FieldCode = "advice"
  package static let ambulance: FieldCode = "ambulance"

  package static let definition = FormDefinition(
    id, title: "Helpline call",
    purpose: "Logs a call to the helpline; from custody it is linked to the detention",
    about: [.custodyEntry], standsAlone: true, function: .custodyBoardAndDIR,
    requiredBy: "CUS-014",
    sections: [
      FormSection(
        "Call",
        [
          FormField(started, "Started", .dateTime(direction: .past)).required()
            .help("When the call came in; at night it decides the day of the appointment"),
          FormField(ended, "Ended", .dateTime(direction: .past)),
          FormField(
            caller, "Caller",
            .choice(HelplineCall.Caller.list("caller", title: "Caller", rule: "CUS-014"))
          ).required().help("Anonymous callers are welcome"),
          FormField(fromCustody, "From custody", .yesNo(notKnown: false, refused: false))
            .required().help("The caller is held in a custody suite"),
          FormField(suite, "Suite", .code(.suites))
            .required { $0.isYes(fromCustody) }.applying { $0.isYes(fromCustody) },
          FormField(
            purposes, "Purposes",
            .choices(HelplineCall.Purpose.list("call-purpose", title: "Purposes", rule: "CUS-014"))
          ).required().help("Space ticks; several are possible"),
          FormField(emergency, "Overdose emergency", .yesNo(notKnown: false, refused: false))
            .required(),
          FormField(
            advice, "Advice given",
            .choices(HelplineCall.Advice.list("overdose-advice", title: "Advice", rule: "PPL-052"))
          ).required { $0.isYes(emergency) }.applying { $0.isYes(emergency) },
          FormField(ambulance, "Ambulance called", .yesNo(notKnown: false, refused: false))
            .required { $0.isYes(emergency) }.applying { $0.isYes(emergency) },
        ])
    ],
    rules: [times, appointmentOwed])

  private static let times = FormRule { reading, facts, context in
    let (start, end) = (reading.moment(started), reading.moment(ended))
    return FactTime.notInFuture(start, field: started, now: context.now)
      + FactTime.notInFuture(end, field: ended, now: context.now)
      + FactTime.notBefore(start, "the start of the call", end, field: ended)
      + FactTime.notBefore(facts.custody?.entry?.arrived, "the arrival", start, field: started)
  }

  /// CUS-015: says at once which day's appointment the caller is owed.
  private static let appointmentOwed = FormRule { reading, _, context in
    guard let due = owed(reading, in: context) else { return [] }
    return [
      Finding(
        "CUS-015", .shows, field: started.text,
        "Outside staffed hours: offer an appointment for \(due.ukWithWeekday)")
    ]
  }

  /// CUS-015: the day an appointment is owed for; nil unless somebody rang from custody at night.
  package static func owed(_ reading: FormReading, in context: RuleContext) -> CalendarDate? {
    guard reading.isYes(fromCustody), let start = reading.moment(started) else { return nil }
    return NextDayAppointment.due(
      after: start, hours: context.settings.spocHours, in: context.calendar)
  }
}
