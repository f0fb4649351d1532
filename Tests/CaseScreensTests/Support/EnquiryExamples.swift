import CaseApp
import CaseRules

/// Calls, referrals and services of the invented practice.
enum EnquiryExamples {
  static let referral = Referral(
    ref: RecordRef(.incomingReferral, 4), received: Examples.moment(4, 10, 2007, 18, 20),
    isOutOfHours: true, route: .fax, referrer: "Helen Baird", agency: .carat,
    clientName: "Robin Marsh", clientPhone: "01273 555 123", consent: true,
    documents: [.dir, .carePlan], worker: Examples.worker.id, workerName: "A.BEGUM")

  static let fromCall = Referral(
    ref: RecordRef(.incomingReferral, 5), call: RecordRef(.helplineCall, 12),
    received: Examples.at(9, 40), isOutOfHours: false, route: .phone,
    referrer: "Client, by the helpline", agency: .other, person: PersonID(1042),
    personName: "O'CONNOR Siân")

  static let actedOn = Referral(
    ref: RecordRef(.incomingReferral, 2), received: Examples.moment(1, 10, 2007, 10, 5),
    isOutOfHours: false, route: .phone, referrer: "Tom Osei", agency: .probation,
    person: PersonID(987), personName: "PATEL Ravi", consent: true,
    worker: Examples.worker.id, workerName: "A.BEGUM",
    actions: [
      ReferralActionTaken(
        action: .spoke, at: Examples.moment(1, 10, 2007, 15, 0), by: "A.BEGUM")
    ])

  static func due(_ ref: RecordRef, _ status: DeadlineStatus) -> DueLine {
    Examples.due(
      ref, nil, nil, EnquiryDeadlines.spocActionName, "PPL-050", on: Examples.today, status)
  }

  static let referrals = [
    ReferralLine(referral: fromCall, due: due(fromCall.ref, .dueSoon)),
    ReferralLine(referral: referral, due: due(referral.ref, .dueSoon)),
    ReferralLine(referral: actedOn, due: due(actedOn.ref, .met)),
  ]

  static let referralFile = ReferralFile(
    referral: referral, deadlines: [due(referral.ref, .dueSoon)])

  static let calls = [
    CallLine(
      ref: RecordRef(.helplineCall, 14), started: Examples.at(13, 5), minutes: 0,
      who: "Anonymous", caller: .anonymous, taker: "A.BEGUM", outcome: .unanswered),
    CallLine(
      ref: RecordRef(.helplineCall, 13), started: Examples.at(2, 10), minutes: 24,
      who: "Family or friend", caller: .family, taker: "A.BEGUM",
      purposes: [.harmReduction, .localServices], outcome: .emergency),
    CallLine(
      ref: RecordRef(.helplineCall, 12), started: Examples.moment(4, 10, 2007, 22, 30),
      minutes: 14, who: "O'CONNOR Siân", person: RecordRef(.person, 1042), caller: .client,
      taker: "A.BEGUM", suite: "Newhaven", purposes: [.referral, .appointment],
      outcome: .referral, owesAppointment: true),
  ]

  static let call = CallFile(
    call: HelplineCall(
      ref: RecordRef(.helplineCall, 13), started: Examples.at(2, 10), ended: Examples.at(2, 34),
      caller: .family, takenBy: Examples.worker.id, takenByInitials: "A.BEGUM", isFromCustody: false
    ),
    purposes: [.harmReduction, .localServices], isEmergency: true,
    advice: [.ambulance, .recoveryPosition, .stayWithThem], ambulance: true,
    services: [service], followUp: "Ring the mother back in the morning")

  static let service: Service = {
    var service = Service(id: AgencyID(3), name: "Ferry House", type: .tierTwo)
    service.area = "Harbour and villages"
    service.ageGroup = "18 and over"
    service.phone = "01273 555 200"
    service.isFreeCall = .yes
    service.address = "4 Ferry Lane, Newhaven"
    service.hours = "Mon-Fri 09:00-16:00, Sat 10-1"
    service.referralRoute = "Anybody may ring or walk in"
    service.eligibility = "Adults who use drugs, and their families"
    service.lastChecked = Examples.day(3, 9, 2007)
    return service
  }()

  static let old: Service = {
    var service = Service(id: AgencyID(8), name: "Anchor Housing Project", type: .wraparound)
    service.area = "Newhaven"
    service.ageGroup = "All"
    service.phone = "01273 555 410"
    service.referralRoute = "Form, by fax"
    service.lastChecked = Examples.day(12, 1, 2007)
    return service
  }()

  static let takers = [
    CallTaker(
      worker: RecordRef(.worker, 4), name: "Amina Begum", role: .arw,
      trained: CallTaker.Subject.allCases.reduce(into: [:]) {
        $0[$1] = Examples.day(4, 6, 2007)
      }),
    CallTaker(
      worker: RecordRef(.worker, 6), name: "Tom Osei", role: .cjit,
      trained: [.assessment: Examples.day(1, 2, 2006), .link: Examples.day(1, 2, 2006)]),
  ]

  static let review = ServiceReview(
    of: Examples.day(1, 10, 2007),
    calls: [
      ServiceReview.Call(
        started: Examples.at(2, 10), purposes: [.harmReduction], outcome: .emergency),
      ServiceReview.Call(started: Examples.at(13, 5), outcome: .unanswered),
      ServiceReview.Call(
        started: Examples.moment(4, 10, 2007, 22, 30), purposes: [.referral, .appointment],
        outcome: .appointment, fromCustody: true, isOwed: true, isBooked: true, wasKept: true),
    ], hours: .office, in: .englandAndWales)
}
