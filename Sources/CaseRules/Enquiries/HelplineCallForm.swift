/// A call to the round-the-clock helpline, from anybody at any hour (PPL-051, CUS-014).
package enum HelplineCallForm {
  package static let id: FormID = "helpline-call"
  package static let started: FieldCode = "started"
  package static let ended: FieldCode = "ended"
  package static let taker: FieldCode = "taker"
  package static let caller: FieldCode = "caller"
  package static let emergency: FieldCode = "emergency"
  package static let advice: FieldCode = "advice"
  package static let ambulance: FieldCode = "ambulance"
  package static let fromCustody: FieldCode = "from-custody"
  package static let suite: FieldCode = "suite"
  package static let person: FieldCode = "person"
  package static let clientName: FieldCode = "client-name"
  package static let clientPhone: FieldCode = "client-phone"
  package static let purposes: FieldCode = "purposes"
  package static let services: FieldCode = "services"
  package static let service: FieldCode = "service"
  package static let followUp: FieldCode = "follow-up"

  package static let definition = FormDefinition(
    id, title: "Helpline call",
    purpose: "Logs a call; a wish for a referral goes into the queue by itself",
    about: [.custodyEntry], standsAlone: true, function: .custodyBoardAndDIR,
    keptIn: .helplineCall, requiredBy: "PPL-051", action: .behind(.custody, "h"),
    sections: [FormSection("Call", callFields + helpFields)],
    rules: [
      times, trained, LinkRules.known(taker, rule: "PPL-051"),
      LinkRules.known(person, rule: "PPL-051"), servicesAreKnown, withoutPermission,
      appointmentOwed, referralFollows, uncheckedServices, goesOn, emergencyGoesOn,
    ]
  ).doing("log helpline calls").aided(by: .overdoseCard).leading { reading, _, context in
    let wanted = reading.choices(purposes, as: HelplineCall.Purpose.self).contains(.appointment)
    return wanted || owed(reading, in: context) != nil ? NextDayAppointmentForm.id : nil
  }

  /// PPL-052: what was done about an overdose, asked here and, where the call went on, at its end.
  static func adviceField(required: @escaping @Sendable (FormReading) -> Bool) -> FormField {
    FormField(
      advice, "Advice given",
      .choices(HelplineCall.Advice.list("overdose-advice", title: "Advice", rule: "PPL-052"))
    ).required(when: required).needed(by: "PPL-052").applying(when: isEmergency)
  }

  static func ambulanceField(required: @escaping @Sendable (FormReading) -> Bool) -> FormField {
    FormField(ambulance, "Ambulance called", .yesNo(notKnown: false, refused: false))
      .required(when: required).needed(by: "PPL-052").applying(when: isEmergency)
  }

  static let isEmergency: @Sendable (FormReading) -> Bool = { $0.isYes(emergency) }
  /// PPL-052: what was advised is owed before the call is closed; nobody waits for it while it goes on.
  private static let isEmergencyOver: @Sendable (FormReading) -> Bool = {
    $0.isYes(emergency) && $0.isAnswered(ended)
  }
  private static let isFromCustody: @Sendable (FormReading) -> Bool = { $0.isYes(fromCustody) }

  private static let callFields = [
    FormField(started, "Started", .dateTime(direction: .past)).required()
      .help("When the call came in; at night it decides the day of the appointment"),
    FormField(taker, "Call taker", .link(kinds: [.worker])).required().askingRecords()
      .help("Who spoke with the caller (PPL-056)"),
    FormField(
      caller, "Caller",
      .choice(HelplineCall.Caller.list("caller", title: "Caller", rule: "PPL-051"))
    ).required().help(
      "Client: rings for themselves, from custody too. Professional: an agency, an officer, a nurse. "
        + "Anonymous: gives no name, and is welcome"),
    FormField(emergency, "Overdose emergency", .yesNo(notKnown: false, refused: false))
      .required().help("Yes: the overdose card says what to say and do"),
    adviceField(required: isEmergencyOver), ambulanceField(required: isEmergencyOver),
    FormField(fromCustody, "From custody", .yesNo(notKnown: false, refused: false))
      .required().askingRecords().help("The caller is held in a custody suite"),
    FormField(suite, "Suite", .code(.suites))
      .required(when: isFromCustody).needed(by: "CUS-014").applying(when: isFromCustody)
      .askingRecords(),
    FormField(person, "Person", .link(kinds: [.person])).askingRecords()
      .help("Who it is about, if they are on file"),
    FormField(clientName, "Name, if not on file", .text(max: 80))
      .applying { $0.link(person) == nil && !$0.isYes(fromCustody) }
      .help("Only if given. It becomes a person later without being typed again"),
    FormField(clientPhone, "Phone to ring back", .phone)
      .applying { !$0.isYes(fromCustody) },
  ]

  private static let helpFields = [
    FormField(
      purposes, "Purposes",
      .choices(HelplineCall.Purpose.list("call-purpose", title: "Purposes", rule: "PPL-051"))
    ).required().help("Space ticks; several are possible"),
    FormField(
      services, "Services given out",
      .rows(
        [
          FormField(service, "Service", .link(kinds: [.agency])).required()
            .help("Type a name, a type or a place; phone and hours are shown")
        ], most: 8)
    ),
    FormField(followUp, "Follow-up", .text(max: 200))
      .help("What was promised or is still to be done"),
    FormField(ended, "Ended", .dateTime(direction: .past))
      .help("When the receiver went down: now, or 2240; empty while the call goes on"),
  ]

  private static let times = FormRule { reading, facts, context in
    let (start, end) = (reading.moment(started), reading.moment(ended))
    return FactRules.notInFuture(start, field: started, now: context.now)
      + FactRules.notInFuture(end, field: ended, now: context.now)
      + FactRules.notBefore(start, "the start of the call", end, field: ended)
      + FactRules.notBefore(facts.custody?.entry?.arrived, "the arrival", start, field: started)
  }

  /// PPL-056.
  private static let trained = FormRule { reading, facts, context in
    guard let taker = facts.enquiry?.taker else { return [] }
    let day = reading.moment(started)?.date ?? context.today
    return taker.finding(on: day).map { [$0.on(field: HelplineCallForm.taker.text)] } ?? []
  }

  private static let servicesAreKnown = FormRule { reading, facts, _ in
    (reading.rows[services] ?? []).compactMap { row in
      guard let ref = row.link(service), facts.names[ref] == nil else { return nil }
      return Finding(
        "PPL-054", .blocks, field: FieldPlace(services, row: row.id, column: service).path,
        "There is no directory entry \(ref.text). Choose the right one from the list")
    }
  }

  /// PPL-054: what was given out may be out of date.
  private static let uncheckedServices = FormRule { reading, facts, _ in
    (reading.rows[services] ?? []).compactMap { row in
      guard let ref = row.link(service), facts.enquiry?.unchecked.contains(ref) == true else {
        return nil
      }
      return Finding(
        "PPL-054", .shows, field: FieldPlace(services, row: row.id, column: service).path,
        "Nobody has made sure of this entry for over \(Service.monthsUnchecked) months")
    }
  }

  /// CUS-010, CUS-011: of a detainee nothing is typed or linked before permission.
  private static let withoutPermission = FormRule { reading, facts, context in
    guard reading.isYes(fromCustody) else { return [] }
    let permission = facts.custody?.entry?.permission ?? .notAsked
    var findings: [Finding] = []
    if reading.link(person) != nil {
      findings += PermissionRules.findings(permission, now: context.now)
        .map { $0.on(field: person.text) }
    }
    return findings
      + PermissionRules.findings(
        onFreeText: reading.text(followUp), field: followUp.text, permission, now: context.now)
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

  /// PPL-053: says what comes of the wish, and that a name would help.
  private static let referralFollows = FormRule { reading, _, _ in
    guard wantsReferral(reading) else { return [] }
    let isNamed = reading.link(person) != nil || reading.text(clientName) != nil
    let name = isNamed || reading.isYes(fromCustody) ? "" : ". Without a name it waits for one"
    return [
      Finding(
        "PPL-053", .shows, field: purposes.text,
        "A referral goes into the CJIT queue by itself\(name)"
      )
    ]
  }

  /// PPL-051, GEN-001: a call is kept while it goes on, and marked until its end is recorded.
  private static let goesOn = FormRule { reading, _, _ in
    guard reading.isAnswered(started), !reading.isAnswered(ended) else { return [] }
    return [
      Finding(
        "PPL-051", .flags, field: ended.text,
        "The call goes on: record its end on the page of the call")
    ]
  }

  /// PPL-052: what an emergency that goes on still owes.
  private static let emergencyGoesOn = FormRule { reading, _, _ in
    guard reading.isYes(emergency), !reading.isAnswered(ended) else { return [] }
    return [advice, ambulance].filter { !reading.isAnswered($0) }.map { field in
      Finding(
        "PPL-052", .flags, field: field.text, "To be answered before the call is closed")
    }
  }

  package static func wantsReferral(_ reading: FormReading) -> Bool {
    reading.choices(purposes, as: HelplineCall.Purpose.self).contains(.referral)
  }

  /// CUS-015: the day an appointment is owed for; nil unless somebody rang from custody at night.
  package static func owed(_ reading: FormReading, in context: RuleContext) -> CalendarDate? {
    guard reading.isYes(fromCustody), let start = reading.moment(started) else { return nil }
    return NextDayAppointment.due(
      after: start, hours: context.settings.spocHours, in: context.calendar)
  }
}

/// A call that nobody answered (PPL-055).
package enum UnansweredCallForm {
  package static let id: FormID = "unanswered-call"
  package static let rang: FieldCode = "rang"

  package static let definition = FormDefinition(
    id, title: "Unanswered call",
    purpose: "Counts a call that nobody answered, as of now; its time can be put right afterwards",
    about: [.helplineCall], standsAlone: true, function: .custodyBoardAndDIR,
    requiredBy: "PPL-055", action: .behind(.enquiries, "u"),
    sections: [
      FormSection("Call", [FormField(rang, "Rang at", .dateTime(direction: .past)).required()])
    ],
    rules: [
      FormRule { reading, facts, context in
        FactRules.notInFuture(reading.moment(rang), field: rang, now: context.now)
          + wasAnswered(facts)
          + CallRules.stands(struckBecause: facts.enquiry?.call?.call.struckBecause)
      }
    ]
  ).savedAtOnce()

  private static func wasAnswered(_ facts: FormFacts) -> [Finding] {
    facts.enquiry?.call?.call.wasAnswered == true
      ? [Finding("PPL-055", .blocks, "This call was answered")] : []
  }
}
