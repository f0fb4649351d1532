import CaseRules
import SQLite

/// Intelligence and bronze actions of the demonstration, each in every state.
///
/// All of it is typed into the forms by those whose work it is, on days that follow each other.
struct ReportStory {
  let scribe: DemoScribe
  private let reports: ReportScribe
  private let officer: Worker
  private let leader: Worker
  private let superintendent: Worker

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    reports = ReportScribe(scribe)
    officer = scribe.cast.first(.dio)
    leader = scribe.cast.first(.sup)
    superintendent = scribe.cast.first(.supt)
  }

  func write() throws {
    var bronzes: [String: RecordRef] = [:]
    for plan in IntelligencePlan.all.sorted(by: { $0.daysAgo > $1.daysAgo }) {
      bronzes[plan.subject.family] = try tell(plan)
    }
    try knowTheSameTwice()
    try giveNewInformation()
    try linkToClient()
    try leaveAReport()
  }

  private func day(ago days: Int) -> CalendarDate { scribe.today.adding(days: -days) }

  /// Nothing of it has happened after now.
  private func at(daysAgo days: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
    min(
      Moment(local: day(ago: days), ClockTime(minutesOfDay: hour * 60 + minute)),
      scribe.now.adding(minutes: -15))
  }

  // MARK: Reports

  /// Answers with its bronze action, where it has one.
  private func tell(_ plan: IntelligencePlan) throws -> RecordRef? {
    let report = try receive(plan)
    let handled = plan.daysAgo
    switch plan.ending {
    case .received: return nil
    case .graded:
      try reports.grade(report, plan.grades, at: at(daysAgo: handled, 14, 10))
      return nil
    case .notValid(let why):
      try reports.grade(report, plan.grades, at: at(daysAgo: handled, 14, 10))
      try reports.judge(report, at: at(daysAgo: handled, 14, 25), notValid: why)
      return nil
    case .research, .rights, .otherOption, .pending, .returned, .refused, .authorised, .notServed,
      .served,
      .declined, .silent, .inTreatment, .dropOut, .assessed, .completed:
      try reports.grade(report, plan.grades, at: at(daysAgo: handled, 14, 10))
      try reports.judge(report, at: at(daysAgo: handled, 14, 25))
      guard let bronze = try reports.bronze(of: report) else { return nil }
      try BronzePath(
        scribe: scribe, plan: plan, bronze: bronze, officer: officer, leader: leader,
        superintendent: superintendent
      ).tell()
      return bronze
    }
  }

  private func receive(_ plan: IntelligencePlan) throws -> RecordRef {
    let received =
      plan.daysAgo == 0
      ? scribe.now.adding(minutes: -plan.minutesAgo) : at(daysAgo: plan.daysAgo, 10, 20)
    return try report(
      plan, received: received, subject: row(plan.subject), typed: received.adding(minutes: 12))
  }

  private func row(_ subject: IntelligencePlan.Subject) -> [FieldCode: String] {
    [
      ReportFields.Subject.family: subject.family, ReportFields.Subject.given: subject.given,
      ReportFields.Subject.born: subject.born, ReportFields.Subject.age: subject.age,
      ReportFields.Subject.sex: subject.sex, ReportFields.Subject.otherNames: subject.otherNames,
      ReportFields.Subject.description: subject.description,
    ]
  }

  private func report(
    _ plan: IntelligencePlan, received: Moment, subject: [FieldCode: String], typed: Moment
  ) throws -> RecordRef {
    let source = plan.source
    return try reports.take(
      received: received, typed: typed,
      [
        ReportFields.relatesTo: received.date.uk,
        ReportFields.text: plan.text, ReportFields.drugs: plan.drugs,
        ReportFields.spend: plan.spend, ReportFields.place: plan.place,
        ReportFields.offence: plan.offence, IntelligenceReportForm.kind: source.kind,
        IntelligenceReportForm.family: source.family,
        IntelligenceReportForm.identity: source.identity,
        IntelligenceReportForm.howKnown: source.howKnown,
        IntelligenceReportForm.contact: source.contact,
        IntelligenceReportForm.client: source.client,
        IntelligenceReportForm.clientFamily: source.clientFamily,
        IntelligenceReportForm.disclosure: source.disclosure,
      ], about: subject)
  }

  // MARK: One man or two

  /// Two reports about one man, spelled in two ways: one pair is answered, one waits.
  private func knowTheSameTwice() throws {
    let again = [
      (
        "Doolin", "Kieron", "Kieron Doolin offers razors and coffee at half price in the Anchor.", 1
      ),
      ("Prossor", "Damien", "Damien Prossor had a bag of cameras at the bus stop.", 2),
    ]
    for (family, given, text, daysAgo) in again {
      let plan = IntelligencePlan(
        daysAgo: daysAgo, subject: .init(family: family, given: given), text: text, drugs: "",
        grades: "C32", source: .init(kind: "COM", identity: "Barman"), ending: .received)
      let ref = try receive(plan)
      guard given == "Damien", let subject = try self.subject(of: ref),
        let other = try self.subject(named: "Prosser")
      else { continue }
      try scribe.fill(
        SameSubjectForm.id, about: subject, by: officer, at: at(daysAgo: daysAgo, 11, 40),
        [
          SameSubjectForm.other: other.text,
          SameSubjectForm.answer: SameSubjectForm.Verdict.same.code,
          SameSubjectForm.reason: "Officer knows him, and the bag",
        ])
    }
  }

  private func subject(of report: RecordRef) throws -> RecordRef? {
    try scribe.connection.first(
      """
      SELECT subject FROM intelligence_report_subject WHERE report = ? ORDER BY place LIMIT 1
      """, report.number
    ) { RecordRef(.intelligenceSubject, try $0.int64(0)) }
  }

  private func subject(named family: String) throws -> RecordRef? {
    try scribe.connection.first(
      "SELECT id FROM intelligence_subject WHERE family_name = ? ORDER BY id LIMIT 1", family
    ) { RecordRef(.intelligenceSubject, try $0.int64(0)) }
  }

  /// INT-039: valid information on somebody whose bronze was settled calls for further action.
  private func giveNewInformation() throws {
    guard let known = try subject(named: "Haskell") else { return }
    let plan = IntelligencePlan(
      daysAgo: 2, subject: .init(family: "Haskell", given: "Terence"),
      text: "Terence Haskell is back at the pumps at night and buys heroin in the morning.",
      drugs: "HER", place: "Harrowby Bridge", offence: "T01", grades: "B22",
      source: .init(kind: "COM", identity: "Farmer"), ending: .received)
    let received = at(daysAgo: 2, 8, 30)
    let ref = try report(
      plan, received: received, subject: [ReportFields.Subject.known: known.text],
      typed: received.adding(minutes: 10))
    try reports.grade(ref, plan.grades, at: at(daysAgo: 2, 9, 30))
    try reports.judge(ref, at: at(daysAgo: 2, 9, 45))
  }

  // MARK: Who is on file

  /// A subject who is a client: the team leader says so, and what may be known of it is shared with
  /// the programme (INT-010).
  private func linkToClient() throws {
    let key = scribe.cast.first(.cjit)
    let context = scribe.practice.context(at: scribe.now, for: key)
    let page = try CaseloadPages.page(
      of: .worker(key.id), narrow: "", .first, limit: 40, in: scribe.connection, context)
    guard let client = page.lines.first(where: { $0.state == .activeCommunity }) else { return }
    let plan = IntelligencePlan(
      daysAgo: 18,
      subject: .init(
        family: client.familyName, given: client.givenNames, born: client.born?.uk ?? "", sex: ""),
      text: "Has been seen with two men who were charged with robbery in the spring.",
      drugs: "", place: "Northfold", grades: "B22",
      source: .init(kind: "COM", identity: "Neighbourhood officer"), ending: .received)
    let ref = try receive(plan)
    try reports.grade(ref, plan.grades, at: at(daysAgo: 18, 14, 10))
    guard let subject = try self.subject(of: ref) else { return }
    try scribe.fill(
      LinkSubjectForm.id, about: subject, by: leader, at: at(daysAgo: 17, 9, 15),
      [
        SameSubjectForm.other: client.person.text,
        SameSubjectForm.answer: SameSubjectForm.Verdict.same.code,
        SameSubjectForm.reason: "Name and date of birth agree, and the street",
      ])
    try scribe.fill(
      ReleaseReportForm.id, about: ref, by: officer, at: at(daysAgo: 16, 10, 40),
      [
        ReleaseReportForm.topic: ShareTopic.associates.code,
        ReleaseReportForm.subject: subject.text,
        ShareReportForm.recipient: "\(leader.name), team leader",
        ShareReportForm.text: "Is in company with people known for robbery; see clients in pairs",
      ])
  }

  /// The report the officer was going to finish.
  private func leaveAReport() throws {
    try scribe.leave(
      IntelligenceReportForm.id, about: nil, by: officer, at: scribe.now.adding(minutes: -25),
      [
        ReportFields.received: scribe.now.adding(minutes: -40).typed,
        ReportFields.text: "Two strangers with a southern number plate ask for the quay at night",
      ], stoppedIn: ReportFields.place)
  }
}
