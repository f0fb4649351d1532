import CaseRules
import SQLite

/// Bronze actions of the demonstration, in every state that somebody has to do something about.
///
/// The superintendent finds three that wait, one of them for longer than it should.
struct BronzeStory {
  private let scribe: DemoScribe
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

  private struct Case {
    let family: String
    let given: String
    let born: String
    let text: String
    let drugs: String
    /// Letter A names it; empty for letter B.
    var offence = ""
    var convictions = "none known"
    let daysAgo: Int
  }

  func write() throws {
    try closed()
    try droppedOut()
    try inTreatment()
    try unanswered()
    try authorised()
    try pending()
    try returned()
    try tested()
  }

  // MARK: Each in its state

  /// Declined, and on RMS; new information may call for further action one day.
  private func closed() throws {
    let (bronze, day) = try served(
      Case(
        family: "Tregear", given: "Saul", born: "14/02/1981",
        text: "The subject takes tools from building sites and sells them on for crack.",
        drugs: "CRK", offence: "Thefts of tools from building sites on the Castlemere road",
        convictions: "Two convictions for theft, 2003 and 2005", daysAgo: 150))
    try fill(
      BronzeResponseForm.id, bronze, day - 6,
      [
        BronzeResponseForm.response: "declined", BronzeResponseForm.on: ago(day - 6).uk,
        RetentionFields.reference: "RMS/4471", RetentionFields.on: ago(day - 6).uk,
      ])
  }

  private func droppedOut() throws {
    let (bronze, day) = try accepted(
      Case(
        family: "Nance", given: "Perran", born: "30/09/1988",
        text: "The subject smokes heroin each morning in the shelter on the front and has begun "
          + "to miss work because of it.", drugs: "HER", daysAgo: 90))
    try monitor(bronze, day - 30, attendance: "yes")
    try monitor(bronze, day - 61, attendance: "no", result: "not_retained")
    try fill(
      PartnerNoticeForm.id, bronze, day - 61,
      [PartnerNoticeForm.partners: "treatment, dip", PartnerNoticeForm.phone: "01632 960 177"],
      hour: 15)
  }

  private func inTreatment() throws {
    let (bronze, day) = try accepted(
      Case(
        family: "Quick", given: "Marnie", born: "21/05/1990",
        text: "The subject is said to inject crack and heroin together, and was found unwell at "
          + "the bus station twice this month.", drugs: "HER, CRK", daysAgo: 75))
    try monitor(bronze, day - 30, attendance: "yes")
  }

  /// Nobody has answered in time: proposed to the team leader as declined.
  private func unanswered() throws {
    _ = try served(
      Case(
        family: "Bolitho", given: "Cador", born: "08/12/1986",
        text: "The subject sells what he takes from shops in Northfold precinct to pay for crack.",
        drugs: "CRK", offence: "Thefts from shops in Northfold precinct",
        convictions: "One conviction for shoplifting, 2006", daysAgo: 40))
  }

  private func authorised() throws {
    _ = try granted(
      Case(
        family: "Kellow", given: "Jowan", born: "17/03/1983",
        text: "The subject buys heroin at the ice works on Fridays for himself and his brother.",
        drugs: "HER", daysAgo: 16))
  }

  private func pending() throws {
    let late = try submitted(
      Case(
        family: "Hocking", given: "Jory", born: "02/07/1979",
        text:
          "The subject enters gardens and sheds on the Quay estate by night and takes bicycles, "
          + "which go to a man in the city for heroin.\nThree neighbours have seen him with a "
          + "barrow. He has told one of them that he owes money and has to find two hundred "
          + "pounds by the end of each week.",
        drugs: "HER", offence: "Burglaries of sheds on the Quay estate since last month",
        convictions: "Convicted of burglary in 2004 and in 2006", daysAgo: 15))
    try fill(
      RecommendBronzeForm.id, late, 12,
      [
        RecommendBronzeForm.words: "Grant: two agencies know him, and a warning has not been tried"
      ], by: leader)
    _ = try submitted(
      Case(
        family: "Pender", given: "Lowenna", born: "11/11/1987",
        text: "The subject smokes crack at weekends with people who have just moved in next door.",
        drugs: "CRK", daysAgo: 5))
    _ = try submitted(
      Case(
        family: "Rowse", given: "Gerren", born: "25/01/1984",
        text: "The subject takes scooters on the front at night and leaves them behind the ice "
          + "works; he is said to have used amphetamine for days on end.",
        drugs: "AMP", offence: "Taking of scooters on the front", daysAgo: 4))
  }

  private func returned() throws {
    let bronze = try submitted(
      Case(
        family: "Trethewey", given: "Cal", born: "19/06/1985",
        text: "The subject is said to have moved back to his mother's and to use heroin there.",
        drugs: "HER", daysAgo: 9))
    try fill(
      DecideBronzeForm.id, bronze, 6,
      [
        DecideBronzeForm.decision: "returned",
        DecideBronzeForm.reason: "Ask probation as well: he was under supervision last year",
      ], by: superintendent)
  }

  private func tested() throws {
    try researched(
      Case(
        family: "Jago", given: "Denzil", born: "03/10/1982",
        text: "The subject keeps a market stall and has begun to fall asleep at it; heroin is said "
          + "to be the reason.", drugs: "HER", daysAgo: 3))
  }

  // MARK: The way there

  private func opened(_ told: Case) throws -> RecordRef {
    let received = at(told.daysAgo, 9)
    let report = try reports.take(
      received: received,
      [
        ReportFields.relatesTo: ago(told.daysAgo + 1).uk, ReportFields.text: told.text,
        ReportFields.drugs: told.drugs, IntelligenceReportForm.kind: "COM",
      ],
      about: [
        ReportFields.Subject.family: told.family, ReportFields.Subject.given: told.given,
        ReportFields.Subject.born: told.born,
      ])
    try reports.grade(report, "B22", at: received.adding(minutes: 15))
    try reports.judge(report, at: received.adding(minutes: 30))
    let bronze = try reports.bronze(of: report).orNotFound()
    return bronze
  }

  @discardableResult
  private func researched(_ told: Case) throws -> RecordRef {
    let bronze = try opened(told)
    let asked = ago(told.daysAgo).uk
    try fill(
      ResearchRequestForm.id, bronze, told.daysAgo,
      [
        ResearchFields.agency: "HOU", ResearchFields.office: "Castlemere Homes",
        ResearchFields.asked: asked, ResearchFields.reply: "known",
        ResearchFields.replied: asked,
        ResearchFields.facts: "Has a tenancy of his own; neighbours complain about callers",
      ], hour: 10)
    try fill(
      ResearchRequestForm.id, bronze, told.daysAgo,
      [
        ResearchFields.agency: "TRE", ResearchFields.office: "Quay House",
        ResearchFields.asked: asked, ResearchFields.reply: "not_known",
        ResearchFields.replied: asked,
      ], hour: 10)
    try fill(CompleteResearchForm.id, bronze, told.daysAgo, [:], hour: 11)
    return bronze
  }

  private static let reasons: [(HumanRight, String)] = [
    (.justifiable, "Prevents crime and protects the person's own health"),
    (.authorised, "Common-law power to warn and to invite"),
    (.proportionate, "A letter is the lowest step there is"),
    (.auditable, "Every step stands in this record"),
    (.necessary, "Nothing has been tried yet, and it is going on"),
  ]

  private func submitted(_ told: Case) throws -> RecordRef {
    let bronze = try researched(told)
    var test: [FieldCode: String] = [HumanRightsForm.drugLink: "yes", HumanRightsForm.met: "yes"]
    for (right, reason) in Self.reasons {
      test[HumanRightsForm.answer(right)] = "yes"
      test[HumanRightsForm.reason(right)] = reason
    }
    let day = max(0, told.daysAgo - 1)
    try fill(HumanRightsForm.id, bronze, day, test, hour: 10)
    try fill(BronzeLetterForm.id, bronze, day, letter(told), hour: 10)
    try fill(SubmitBronzeForm.id, bronze, day, [SubmitBronzeForm.young: "no"], hour: 11)
    return bronze
  }

  private func letter(_ told: Case) -> [FieldCode: String] {
    let parts: [FieldCode: String] =
      told.offence.isEmpty
      ? [
        LetterFields.suspected: "no",
        LetterFields.drugs: "Heroin and crack make the body need more, and dearer, each month.",
        LetterFields.problem: "What was said of you sounds as if it were becoming a problem.",
      ]
      : [
        LetterFields.suspected: "yes", LetterFields.offence: told.offence,
        LetterFields.convictions: told.convictions,
      ]
    return parts.merging([
      LetterFields.invitation: "Help is free of charge, and nobody is told that you ask for it.",
      LetterFields.service: "Quay House, Saltmarsh Quay",
      LetterFields.contact: "01632 960 145, Monday to Friday from 9 to 5",
      LetterFields.replyBy: scribe.today.adding(days: 28).uk,
    ]) { _, new in new }
  }

  private func granted(_ told: Case) throws -> RecordRef {
    let bronze = try submitted(told)
    try fill(
      DecideBronzeForm.id, bronze, max(0, told.daysAgo - 2),
      [DecideBronzeForm.decision: "granted", DecideBronzeForm.rank: "superintendent"],
      by: superintendent)
    return bronze
  }

  /// Answers with how many days ago it was served.
  private func served(_ told: Case) throws -> (RecordRef, Int) {
    let bronze = try granted(told)
    let day = told.daysAgo - 5
    try fill(
      ServeBronzeForm.id, bronze, day,
      [
        ServeBronzeForm.at: Answer.dateTime(at(day, 10)).raw,
        ServeBronzeForm.method: "in_person", ServeBronzeForm.server: officer.name,
        ServeBronzeForm.place: "At the person's home", ServeBronzeForm.handed: "yes",
      ], hour: 11)
    return (bronze, day)
  }

  private func accepted(_ told: Case) throws -> (RecordRef, Int) {
    let (bronze, day) = try served(told)
    try fill(
      BronzeResponseForm.id, bronze, day - 3,
      [
        BronzeResponseForm.response: "accepted", BronzeResponseForm.on: ago(day - 3).uk,
        BronzeResponseForm.agency: "Quay House",
        BronzeResponseForm.first: Answer.dateTime(at(day - 5, 10)).raw,
      ])
    return (bronze, day - 3)
  }

  private func monitor(
    _ bronze: RecordRef, _ day: Int, attendance: String, result: String = "retained"
  ) throws {
    try fill(
      MonitoringForm.id, bronze, day,
      [
        MonitoringForm.on: ago(day).uk, MonitoringForm.offending: "yes",
        MonitoringForm.attendance: attendance, MonitoringForm.engagement: attendance,
        MonitoringForm.result: result,
      ])
  }

  // MARK: Days

  private func ago(_ days: Int) -> CalendarDate { scribe.today.adding(days: -days) }

  private func at(_ daysAgo: Int, _ hour: Int) -> Moment {
    min(
      Moment(local: ago(daysAgo), ClockTime(minutesOfDay: hour * 60)),
      scribe.now.adding(minutes: -30))
  }

  private func fill(
    _ form: FormID, _ about: RecordRef, _ day: Int, _ answers: [FieldCode: String],
    by worker: Worker? = nil, hour: Int = 14
  ) throws {
    try scribe.fill(
      form, about: about, by: worker ?? officer, at: at(day, hour), answers)
  }
}
