/// A referral that reaches the single point of contact by phone or fax (PPL-050).
package enum ReferralForm {
  package static let id: FormID = "spoc-referral"
  package static let received: FieldCode = "received"
  package static let route: FieldCode = "route"
  package static let referrer: FieldCode = "referrer"
  package static let agency: FieldCode = "agency"
  package static let person: FieldCode = "person"
  package static let clientName: FieldCode = "client-name"
  package static let clientPhone: FieldCode = "client-phone"
  package static let consent: FieldCode = "consent"
  package static let documents: FieldCode = "documents"
  package static let reason: FieldCode = "reason"
  package static let worker: FieldCode = "worker"
  package static let action: FieldCode = "action"
  package static let actedAt: FieldCode = "acted-at"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "SPOC referral",
    purpose: "Takes in a referral by phone or fax; its action is due the same day, or the next "
      + "working day out of hours",
    about: [.incomingReferral], standsAlone: true, function: .personAndCaseload,
    keptIn: .incomingReferral, requiredBy: "PPL-050", action: .behind(.enquiries, "s"),
    sections: [FormSection("Referral", fields)],
    rules: [
      times, LinkRules.known(person, rule: "PPL-050"), LinkRules.known(worker, rule: "PPL-050"),
      EnquiryClientRules.renamed(person), EnquiryClientRules.nobodyElse(person),
      whoIsReferred, withoutPermission, withoutConsent, dueDay, mayAct,
      ReferralActionForm.noteSaysWhy(action, note),
    ])

  private static let fields = [
    FormField(received, "Received", .dateTime(direction: .past)).required()
      .help("When the phone rang or the fax came in; it decides the day the action is due"),
    FormField(
      route, "Route",
      .choice(Referral.Route.list("referral-route", title: "Route", rule: "PPL-050"))
    ).required().carried(),
    FormField(
      agency, "Agency",
      .choice(Referral.Agency.list("referral-agency", title: "Agency", rule: "PPL-050"))
    ).required().carried(),
    FormField(referrer, "Referrer", .text(max: 100)).required().carried()
      .help("Who refers: the name, and how to reach them"),
    FormField(person, "Client", .link(kinds: [.person])).askingRecords()
      .help("Find the client by name, number or birth date; leave empty if not on file"),
    FormField(clientName, "Name, if not on file", .text(max: 80))
      .applying { $0.link(person) == nil }
      .help("As given. It becomes a person later without being typed again"),
    FormField(clientPhone, "Client's phone", .phone).applying { $0.link(person) == nil },
    FormField(consent, "Consent", .yesNo(notKnown: false, refused: false)).required()
      .help("Whether the client agrees to being referred"),
    FormField(
      documents, "Documents",
      .choices(Referral.Document.list("referral-document", title: "Documents", rule: "PPL-050"))
    ).help("What came with it. Space ticks; several are possible"),
    FormField(reason, "Reason", .longText(max: 500))
      .help("Why the client is referred, as far as it was said"),
    FormField(worker, "Worker", .link(kinds: [.worker])).required().askingRecords()
      .help("Who acts on it; the action stands in their work list"),
    FormField(
      action, "Action taken",
      .choice(ReferralAction.list("referral-action", title: "Action", rule: "PPL-050"))
    ).help("Empty while nothing was done yet; it can be recorded later"),
    FormField(actedAt, "Action at", .dateTime(direction: .past))
      .required { $0.isAnswered(action) }.applying { $0.isAnswered(action) },
    FormField(note, "Note", .text(max: 200)).applying { $0.isAnswered(action) },
  ]

  private static let times = FormRule { reading, _, context in
    let (received, acted) = (reading.moment(received), reading.moment(actedAt))
    return FactRules.notInFuture(received, field: ReferralForm.received, now: context.now)
      + FactRules.notInFuture(acted, field: actedAt, now: context.now)
      + FactRules.notBefore(received, "the referral", acted, field: actedAt)
  }

  /// A referral from a call may wait for a name; one that an agency sends has one.
  private static let whoIsReferred = FormRule { reading, facts, _ in
    guard facts.enquiry?.referral?.call == nil, reading.link(person) == nil,
      reading.text(clientName) == nil
    else { return [] }
    return [
      Finding(
        "PPL-050", .blocks, field: person.text,
        "Say who is referred: find the client, or type the name as given")
    ]
  }

  /// CUS-010: a detainee's name comes from the board, with permission.
  private static let withoutPermission = FormRule { reading, facts, _ in
    guard facts.enquiry?.client?.isWithoutPermission == true else { return [] }
    let typed = [person, clientName, clientPhone, reason, note].filter { reading.isAnswered($0) }
    return typed.map { field in
      Finding(
        "CUS-010", .blocks, field: field.text,
        "This came from a detainee who has not given permission. Leave it empty")
    }
  }

  private static let withoutConsent = FormRule { reading, _, _ in
    guard reading.yesNo(consent) == .no else { return [] }
    return [
      Finding(
        "PPL-050", .shows, field: consent.text,
        "Without consent: tell the referrer, and pass nothing on until the client agrees")
    ]
  }

  /// PPL-050: says at once by when something has to be done.
  private static let dueDay = FormRule { reading, _, context in
    guard let received = reading.moment(received), received <= context.now else { return [] }
    return [dueFinding(received, context)]
  }

  private static func dueFinding(_ received: Moment, _ context: RuleContext) -> Finding {
    let hours = context.settings.spocHours
    let deadline = EnquiryDeadlines.spocAction(
      received: received, hours: hours, in: context.calendar)
    let due = deadline.due(in: context.calendar)?.ukWithWeekday ?? "-"
    let words =
      hours.isStaffed(at: received, in: context.calendar)
      ? "In hours: the action is due the same day, \(due)"
      : "Out of hours (\(hours.text)): the action is due the next working day, \(due)"
    return Finding("PPL-050", .shows, field: ReferralForm.received.text, words)
  }

  private static let mayAct = FormRule { reading, facts, _ in
    guard let referral = facts.enquiry?.referral,
      let action: ReferralAction = reading.choice(action),
      let refusal = ReferralMachine.refusal(referral, action.event)
    else { return [] }
    return [refusal.on(field: ReferralForm.action.text)]
  }

  package static func draft(of referral: Referral) -> FormDraft {
    var draft = FormDraft()
    draft[received] = Answer.dateTime(referral.received).raw
    draft[route] = referral.route.code
    draft[agency] = referral.agency.code
    draft[referrer] = referral.referrer
    draft[person] = referral.person?.ref.text ?? ""
    // Who is taken off again leaves the name behind that was given.
    draft[clientName] = referral.person == nil ? referral.clientName : referral.cameAs
    draft[clientPhone] = referral.clientPhone
    draft[consent] = referral.consent.map { ($0 ? YesNo.yes : .no).rawValue } ?? ""
    draft[documents] = referral.documents.map(\.code).joined(separator: ", ")
    draft[reason] = referral.reason
    draft[worker] = referral.worker?.ref.text ?? ""
    return draft
  }
}
