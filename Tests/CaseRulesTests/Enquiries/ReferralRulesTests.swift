import CaseRules
import Testing

@Suite("Referrals to the single point of contact")
struct ReferralRulesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let received: Moment
    let inHours: Bool
    let due: CalendarDate
  }

  @Test(
    "PPL-050: the day the action is due",
    arguments: [
      Row(
        testDescription: "worked example 11: fax Sat 11:00, out of hours, Monday",
        received: .at(6, 10, 2007, 11, 0), inHours: false, due: .on(8, 10, 2007)),
      Row(
        testDescription: "in hours: the same day", received: .at(5, 10, 2007, 9, 0),
        inHours: true, due: .on(5, 10, 2007)),
      Row(
        testDescription: "the last staffed minute", received: .at(5, 10, 2007, 16, 59),
        inHours: true, due: .on(5, 10, 2007)),
      Row(
        testDescription: "closing time: the next working day", received: .at(5, 10, 2007, 17, 0),
        inHours: false, due: .on(8, 10, 2007)),
      Row(
        testDescription: "before opening", received: .at(4, 10, 2007, 8, 59), inHours: false,
        due: .on(5, 10, 2007)),
      Row(
        testDescription: "a bank holiday at noon", received: .at(25, 12, 2007, 12, 0),
        inHours: false, due: .on(27, 12, 2007)),
    ])
  func due(_ row: Row) {
    let deadline = EnquiryDeadlines.spocAction(
      received: row.received, hours: .office, in: .englandAndWales)
    #expect(deadline.due(in: .englandAndWales) == row.due)
    #expect(deadline.length == (row.inHours ? .sameDay : .nextWorkingDay))
    #expect(deadline.ruleID == "PPL-050")
  }

  @Test("PPL-050: a referral says by when to act, and what a client's no means")
  func saidAtOnce() {
    let now = RuleContext.example(at: .at(5, 10, 2007, 12, 0), role: .cjit)
    func said(_ received: String, consent: String) -> [String] {
      ReferralForm.definition.said(
        [ReferralForm.received: received, ReferralForm.consent: consent], in: now
      ).filter { $0.hasPrefix("PPL-050 shows") }
    }
    #expect(said("05/10/2007 11:00", consent: "y") == ["PPL-050 shows received"])
    #expect(
      said("05/10/2007 11:00", consent: "n") == [
        "PPL-050 shows consent", "PPL-050 shows received",
      ])
    #expect(said("05/10/2007 13:00", consent: "y").isEmpty, "what has not come is due by no day")
  }

  @Test(
    "PPL-050: the state table, allowed and refused",
    arguments: [
      (ReferralState.received, ReferralEvent.taken, ReferralState?.some(.inHand)),
      (.received, .tried, .inHand), (.received, .acted, .actedOn),
      (.inHand, .taken, .inHand), (.inHand, .tried, .inHand), (.inHand, .acted, .actedOn),
      (.actedOn, .taken, nil), (.actedOn, .tried, nil), (.actedOn, .acted, nil),
    ])
  func states(_ state: ReferralState, _ event: ReferralEvent, _ next: ReferralState?) {
    #expect(ReferralMachine.next(state, event) == next)
  }

  @Test("PPL-050: the state comes from the facts: a worker, and an action that ends it")
  func derived() {
    var referral = Referral(
      ref: RecordRef(.incomingReferral, 4), received: .at(6, 10, 2007, 11, 0), isOutOfHours: true,
      route: .fax, referrer: "Helen Baird", agency: .carat)
    #expect(referral.state == .received)
    referral.worker = WorkerID(2)
    referral.actions = [
      ReferralActionTaken(action: .tried, at: .at(8, 10, 2007, 9, 0), by: "C. Doyle")
    ]
    #expect(referral.state == .inHand)
    referral.actions.append(
      ReferralActionTaken(action: .spoke, at: .at(8, 10, 2007, 14, 0), by: "C. Doyle"))
    #expect(referral.state == .actedOn)
    #expect(ReferralMachine.refusal(referral, .acted)?.words.contains("acted on") == true)
  }

  @Test(
    "A name as given becomes family and given names",
    arguments: [
      ("Robin Marsh", "Marsh", "Robin"), ("MARSH Robin Lee", "MARSH", "Robin Lee"),
      ("Marsh, Robin", "Marsh", "Robin"), ("Robin", "Robin", ""), ("", "", ""),
      ("Anna Maria Lind", "Lind", "Anna Maria"),
    ])
  func names(_ typed: String, _ family: String, _ given: String) {
    let names = ReferredPersonForm.names(in: typed)
    #expect(names.family == family)
    #expect(names.given == given)
  }
}

@Suite("The helpline's own rules")
struct HelplineRulesTests {
  @Test("PPL-056: each subject without a date, or with a later one, is named")
  func training() {
    var taker = CallTaker(worker: RecordRef(.worker, 2), name: "Ben Cole", role: .arw)
    let day = CalendarDate.on(1, 10, 2007)
    #expect(taker.lacking(on: day) == CallTaker.Subject.allCases)
    for subject in CallTaker.Subject.allCases { taker.trained[subject] = .on(1, 2, 2007) }
    #expect(taker.finding(on: day) == nil)
    taker.trained[.overdose] = .on(2, 10, 2007)
    taker.trained[.link] = nil
    let finding = taker.finding(on: day)
    #expect(finding?.rule == "PPL-056")
    #expect(finding?.force == .warns)
    #expect(finding?.words.contains("emergency overdose advice and the link to the CJIT") == true)
  }

  @Test(
    "PPL-054: an entry is marked once nobody has made sure for over six months",
    arguments: [
      (CalendarDate?.some(.on(1, 4, 2007)), CalendarDate.on(1, 10, 2007), false),
      (.on(1, 4, 2007), .on(2, 10, 2007), true), (.on(31, 8, 2007), .on(29, 2, 2008), false),
      (.on(31, 8, 2007), .on(1, 3, 2008), true), (nil, .on(1, 10, 2007), true),
    ])
  func unchecked(_ checked: CalendarDate?, _ today: CalendarDate, _ isMarked: Bool) {
    var service = Service(id: AgencyID(4), name: "Ferry House", type: .tierTwo)
    service.lastChecked = checked
    #expect(service.isUnchecked(on: today) == isMarked)
    #expect(service.callWords(on: today).hasPrefix("! ") == isMarked)
  }

  private func call(
    _ hour: Int, _ outcome: CallOutcome, _ purposes: [HelplineCall.Purpose] = [],
    owed: Bool = false, booked: Bool = false, kept: Bool? = nil
  ) -> ServiceReview.Call {
    ServiceReview.Call(
      started: .at(1, 10, 2007, hour, 15), purposes: purposes, outcome: outcome, isOwed: owed,
      isBooked: booked, wasKept: kept)
  }

  @Test("PPL-055: calls by hour, purpose and outcome, unanswered, next-day appointments kept")
  func review() {
    let review = ServiceReview(
      of: .on(1, 10, 2007),
      calls: [
        call(22, .appointment, [.appointment], owed: true, booked: true, kept: true),
        call(22, .appointment, [.appointment, .referral], booked: true, kept: false),
        call(10, .referral, [.referral]), call(2, .emergency, [.harmReduction], owed: true),
        call(3, .unanswered),
      ], hours: .office, in: .englandAndWales)
    func count(_ part: ServiceReview.Part, _ label: String) -> Int? {
      review.lines.first { $0.part == part && $0.label == label }?.count
    }
    #expect(count(.calls, "All") == 5)
    #expect(count(.calls, "Answered") == 4)
    #expect(count(.calls, "Unanswered") == 1)
    #expect(count(.calls, "Out of hours") == 4)
    #expect(count(.hour, "22:00 to 22:59") == 2)
    #expect(count(.hour, "11:00 to 11:59") == nil)
    #expect(count(.purpose, "Referral to the CJIT") == 2)
    #expect(count(.outcome, "Overdose advice") == 1)
    #expect(count(.outcome, "Services given out") == 0)
    #expect(count(.nextDay, "Owed (CUS-015)") == 2)
    #expect(count(.nextDay, "Owed and booked") == 1)
    #expect(count(.nextDay, "Kept") == 1)
    #expect(count(.nextDay, "Not kept") == 1)
    #expect(count(.nextDay, "Not known yet") == 0)
  }

  @Test("A night caller who is owed nothing is first offered a working day")
  func suggested() {
    func day(_ call: Moment) -> CalendarDate? {
      NextDayAppointment.suggested(after: call, hours: .office, in: .englandAndWales)
    }
    #expect(day(.at(1, 10, 2007, 22, 30)) == .on(2, 10, 2007))
    #expect(day(.at(5, 10, 2007, 21, 0)) == .on(8, 10, 2007))
    #expect(day(.at(2, 10, 2007, 10, 0)) == nil)
  }

  @Test("The overdose card says the things that keep somebody alive")
  func card() {
    let text = OverdoseCard.parts.flatMap { [$0.heading] + $0.lines }.joined(separator: " ")
    for words in ["999", "recovery position", "naloxone", "not leave them alone", "ambulance"] {
      #expect(text.lowercased().contains(words), "\(words)")
    }
  }
}
