import CaseRules
import SQLite

/// What waits for each role when it opens the demonstration.
enum DemoEpilogue {
  static func write(with scribe: DemoScribe) throws {
    try turnIntoCounts(scribe)
    try EnquiryStory(scribe).write()
    try IntelligenceStory(scribe).write()
    try takeNightCall(scribe)
    try askForHandovers(scribe)
    try leaveAnAssessment(scribe)
    try leaveAnAttempt(scribe)
    try leaveASetting(scribe)
    try DemoRounds.write(with: scribe)
    try TreatmentStory(scribe).write()
    try MatchStory(scribe).write()
    try BronzeStory(scribe).write()
    try EDIIStory(scribe).write()
    try ReportStory(scribe).write()
    try leaveACuriousLook(scribe)
  }

  /// Late one evening somebody looked at a colleague's client: for an auditor to find.
  private static func leaveACuriousLook(_ scribe: DemoScribe) throws {
    let (owner, curious) = (scribe.cast.first(.cjit), scribe.cast.first(.drrkw))
    let context = scribe.practice.context(at: scribe.now, for: owner)
    let page = try CaseloadPages.page(
      of: .worker(owner.id), narrow: "", .first, limit: 1, in: scribe.connection, context)
    guard let person = page.lines.first?.person else { return }
    let evening = Moment(
      local: scribe.today.adding(days: -9), ClockTime(minutesOfDay: 20 * 60 + 47))
    try scribe.change(by: curious, at: evening) {
      try $0.audit(
        AuditEvent(.personViewed, person: PersonID(person), record: AuditedRecord(person)))
    }
  }

  /// CUS-011: what has no permission and is long gone stands in the demonstration as counts.
  private static func turnIntoCounts(_ scribe: DemoScribe) throws {
    let arw = scribe.cast.first(.arw)
    let context = scribe.practice.context(at: scribe.now, for: arw)
    guard try CustodyPurge.isDue(in: scribe.connection, context) else { return }
    try scribe.change(by: arw, at: scribe.now.adding(minutes: -96)) {
      try CustodyPurge.run(in: $0, context, atMost: 10_000)
    }
  }

  /// CUS-014, CUS-015: a detainee rang the helpline in the night and is owed an appointment.
  private static func takeNightCall(_ scribe: DemoScribe) throws {
    let started = Moment(
      local: scribe.today.adding(days: -1), ClockTime(minutesOfDay: 22 * 60 + 40))
    guard started < scribe.now else { return }
    try call(started, "SQ", scribe)
    // Another one has been given a time already, under the number of the call.
    let second = started.adding(minutes: 30)
    let ref = try call(second, "NF", scribe)
    let next =
      scribe.practice.calendar.isWorkingDay(scribe.today)
      ? scribe.today : scribe.practice.calendar.nextWorkingDay(after: scribe.today)
    try scribe.fill(
      NextDayAppointmentForm.id, about: ref, by: scribe.cast.first(.arw),
      at: second.adding(minutes: 25),
      [
        NextDayAppointmentForm.offered: "yes", NextDayAppointmentForm.date: next.uk,
        NextDayAppointmentForm.time: "17:30", NextDayAppointmentForm.length: "30",
        NextDayAppointmentForm.place: "Quayside office",
        NextDayAppointmentForm.worker: scribe.cast.first(.cjit).id.ref.text,
      ])
  }

  @discardableResult
  private static func call(
    _ started: Moment, _ suite: String, _ scribe: DemoScribe
  ) throws -> RecordRef {
    try scribe.fill(
      HelplineCallForm.id, by: scribe.cast.first(.arw), at: started.adding(minutes: 20),
      [
        HelplineCallForm.started: started.typed,
        HelplineCallForm.ended: started.adding(minutes: 14).typed, HelplineCallForm.caller: "CLI",
        HelplineCallForm.fromCustody: "yes", HelplineCallForm.suite: suite,
        HelplineCallForm.purposes: "INF, APP", HelplineCallForm.emergency: "no",
      ])
  }

  /// PPL-012: one client is offered to the first key worker, one by them to a colleague.
  private static func askForHandovers(_ scribe: DemoScribe) throws {
    let workers = scribe.cast.all(.cjit)
    guard workers.count > 1 else { return }
    for (from, to) in [(workers[1], workers[0]), (workers[0], workers[1])] {
      let context = scribe.practice.context(at: scribe.now, for: from)
      let page = try CaseloadPages.page(
        of: .worker(from.id), narrow: "", .first, limit: 40, in: scribe.connection, context)
      guard let line = page.lines.first(where: { $0.state == .activeCommunity }) else { continue }
      try scribe.fill(
        HandoverForm.id, about: line.ref, by: from, at: scribe.now.adding(minutes: -95),
        [
          HandoverForm.target: "worker", HandoverForm.worker: to.id.ref.text,
          HandoverForm.reason: "Moves to the other side of town; you are nearer",
        ])
    }
  }

  /// The DIR that the arrest referral worker was called away from.
  private static func leaveAnAssessment(_ scribe: DemoScribe) throws {
    let arw = scribe.cast.first(.arw)
    let context = scribe.practice.context(at: scribe.now, for: arw)
    let board = try CustodyBoard.lines(in: scribe.connection, context)
    guard let line = board.first(where: { $0.person != nil && $0.state == .seen }) else { return }
    try scribe.leave(
      DIRForm.id, about: line.ref, by: arw, at: scribe.now.adding(minutes: -12),
      [
        DIRForm.assessedAt: scribe.now.adding(minutes: -31).typed, DIRForm.place: "CUS",
        DIRForm.voluntary: "yes", DIRForm.noAlternative: "yes", DIRForm.caseloadConsent: "yes",
      ], stoppedIn: DIRForm.shareConsent)
  }

  /// The figure the administrator was asked about.
  private static func leaveASetting(_ scribe: DemoScribe) throws {
    try scribe.leave(
      SettingForm.id, about: nil, by: scribe.cast.first(.adm), at: scribe.now.adding(minutes: -70),
      [SettingForm.key: SettingKey.contactGapDays.rawValue], stoppedIn: SettingForm.value)
  }

  /// The call the key worker was going to write down.
  private static func leaveAnAttempt(_ scribe: DemoScribe) throws {
    let key = scribe.cast.first(.cjit)
    let context = scribe.practice.context(at: scribe.now, for: key)
    let risks = try CaseloadPages.atRisk(
      of: .worker(key.id), limit: 1, in: scribe.connection, context)
    guard let line = risks.first else { return }
    try scribe.leave(
      ContactAttemptForm.id, about: line.person, by: key, at: scribe.now.adding(minutes: -35),
      [ContactAttemptForm.when: scribe.now.adding(minutes: -40).typed],
      stoppedIn: ContactAttemptForm.method)
  }
}
