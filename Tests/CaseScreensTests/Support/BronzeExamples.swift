import CaseApp
import CaseRules

/// Invented bronze actions in every state the list tells apart.
enum BronzeExamples {
  private static let context = RuleContext(
    now: Examples.now, calendar: .englandAndWales, settings: Settings(), codes: .seeded,
    worker: Worker(id: WorkerID(9), name: "Una Marsh", role: .supt))

  static let lines = [
    line(1, "HARROW Miles", .pending, days: 9, due: -2, kind: .offence),
    line(2, "SALTER Dean", .pending, days: 2, due: 4, kind: .drugs),
    line(3, "MOORE Kit", .served, days: 20, due: -6, kind: .drugs),
    line(4, "Man with a white van", .research, days: 0, due: nil, kind: nil), retained,
  ]

  private static let retained: BronzeLine = {
    var line = BronzeExamples.line(
      5, "QUILL Tessa", .rmsRetained, days: 70, due: nil, kind: .offence)
    line.retention = RMSRetention(reference: "RMS/4471", on: Examples.today.adding(days: -70))
    return line
  }()

  private static func line(
    _ number: Int64, _ name: String, _ state: BronzeState, days: Int, due: Int?,
    kind: BronzeLetter.Kind?
  ) -> BronzeLine {
    BronzeLine(
      ref: RecordRef(.bronzeAction, number), subjectRef: RecordRef(.intelligenceSubject, number),
      subjectName: name, state: state, since: Examples.now.adding(minutes: -1440 * days),
      grades: number == 1 ? "B22 C31" : "C21", kind: kind,
      dueName: due.map { _ in "Authorisation" },
      due: due.map { Examples.today.adding(days: $0) }, in: context)
  }

  static let parts = BronzeLetter.Parts(
    kind: .offence, first: "Thefts from shops in Northfold between August and October",
    second: "none known", invitation: "", service: "Quay House", contact: "01632 960001",
    replyBy: Examples.today.adding(days: 30))

  /// Accepted, and not retained since.
  static let droppedOut: BronzeRecord = {
    var record = pending.record
    record.action.state = .dropOut
    record.action.since = Examples.now
    record.replies = [
      BronzeReply(
        response: .accepted, on: Examples.now.date.adding(days: -61), agency: "Quay House")
    ]
    return record
  }()

  /// A case that waits for a superintendent.
  static let pending: BronzeFile = {
    let at = Examples.now.adding(minutes: -1440 * 9)
    let officer = Worker(id: WorkerID(7), name: "Ian Frost", role: .dio)
    let grades = IntelligenceGrades(.b, .two, .two)
    var record = BronzeRecord(
      action: BronzeAction(
        id: BronzeActionID(1), subject: IntelligenceSubjectID(1), subjectName: "HARROW Miles",
        birth: .estimated(age: 41, noted: Examples.today), state: .pending, since: at, test: test,
        letter: LetterDraft(parts: parts, by: officer.id, byName: officer.name), opened: at,
        openedBy: officer.name, revision: 6))
    record.reports = [
      IntelligenceReport(
        id: IntelligenceReportID(31), source: SourceNumber(1), received: at, relatesTo: at.date,
        text: "Steals from shops in Northfold most afternoons and sells what he takes to pay for "
          + "heroin.\nHas been seen with two others, who keep watch.",
        grading: IntelligenceGrading(grades, by: "I.FROST", at: at),
        judgement: IntelligenceJudgement(isValid: true, grades: grades, by: "I.FROST", at: at))
    ]
    record.research = [
      ResearchRequest(
        number: 1, agency: .housing, office: "Castlemere Homes", asked: at.date, reply: .known,
        replied: at.date, facts: "Rents a flat alone; two complaints about visitors",
        by: "I.FROST"),
      ResearchRequest(
        number: 2, agency: .probation, asked: at.date, reply: .notKnown, replied: at.date,
        by: "I.FROST"),
    ]
    record.submissions = [
      BronzeSubmission(
        number: 1, parts: parts, drafter: officer, submitter: officer, at: at,
        recommendation: .init(
          by: "J.FIELD", at: at.adding(minutes: 60), words: "Grant: corroborated by two agencies"))
    ]
    record.steps = [
      BronzeStep(event: nil, state: .research, at: at, by: "I.FROST"),
      BronzeStep(event: .submitted, state: .pending, at: at, by: "I.FROST"),
    ]
    return BronzeFile(
      record: record,
      others: [
        BronzeSummary(
          ref: RecordRef(.bronzeAction, 8), state: .rmsRetained, opened: at.date, since: at.date,
          kind: .drugs)
      ])
  }()

  private static let test: HumanRightsTest = {
    var answers: [HumanRight: HumanRightsTest.Answer] = [:]
    for right in HumanRight.allCases {
      answers[right] = .init(true, "The thefts go on and a warning has not been tried")
    }
    return HumanRightsTest(answers: answers, drugLink: true, isMet: true)
  }()
}
