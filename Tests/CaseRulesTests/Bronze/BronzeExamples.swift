@testable import CaseRules

extension BronzeRecord {
  /// In the state, with all that it takes to get there.
  static func example(
    _ state: BronzeState = .research, test: HumanRightsTest? = nil,
    letter: BronzeLetter.Parts? = nil,
    research: [ResearchRequest] = [], grades: IntelligenceGrades = .init(.b, .two, .two),
    valid: Bool? = true, birth: Birth? = nil
  ) -> BronzeRecord {
    var record = BronzeRecord(
      action: BronzeAction(
        id: BronzeActionID(1), subject: IntelligenceSubjectID(1), subjectName: "HARROW Miles",
        addressee: "Miles Harrow", birth: birth, state: state, since: .example("2007-10-01 09:00"),
        test: test,
        letter: letter.map { LetterDraft(parts: $0, by: WorkerID(7), byName: "Ian Frost") },
        opened: .example("2007-10-01 09:00")))
    record.research = research
    record.reports = [.example(grades, valid: valid)]
    return record
  }

  func submitted(
    by submitter: Worker = .example(.dio, id: 7), drafter: Worker = .example(.dio, id: 7),
    _ parts: BronzeLetter.Parts = .offence
  ) -> BronzeRecord {
    var record = self
    record.action.state = .pending
    record.submissions = [
      BronzeSubmission(
        number: 1, parts: parts, drafter: drafter, submitter: submitter,
        at: .example("2007-10-01 12:00"))
    ]
    return record
  }

  func granted(on day: String, served: String? = nil, accepted: String? = nil) -> BronzeRecord {
    var record = submitted()
    record.action.state =
      accepted != nil ? .inTreatment : served != nil ? .served : .authorised
    record.submissions[0].decision = .init(
      kind: .granted, name: "Una Marsh", rank: .superintendent, on: .example(day),
      keyedBy: "U.MARSH", at: .example("\(day) 10:00"), letter: "Dear")
    record.services =
      served.map {
        [
          BronzeService(
            at: .example("\($0) 10:00"), method: .inPerson, server: "Ian Frost", place: "Quay Road",
            toSubject: true)
        ]
      } ?? []
    record.replies =
      accepted.map {
        [BronzeReply(response: .accepted, on: .example($0), agency: "Quay House")]
      } ?? []
    return record
  }

  func facts(others: [BronzeSummary] = []) -> FormFacts {
    var facts = FormFacts()
    facts.bronze = BronzeFacts(record: self, others: others)
    return facts
  }
}

extension IntelligenceReport {
  static func example(
    _ grades: IntelligenceGrades = .init(.b, .two, .two), valid: Bool? = true,
    about subjects: [Int64] = [1]
  ) -> IntelligenceReport {
    let at = Moment.example("2007-10-01 08:00")
    return IntelligenceReport(
      id: IntelligenceReportID(1), source: SourceNumber(1), received: at,
      relatesTo: .example("2007-09-30"), text: "Sells what he steals to pay for heroin",
      subjects: subjects.map {
        IntelligenceSubject(id: IntelligenceSubjectID($0), family: "Harrow", given: "Miles")
      }, grading: IntelligenceGrading(grades, by: "I.FROST", at: at),
      judgement: valid.map {
        IntelligenceJudgement(isValid: $0, grades: grades, by: "I.FROST", at: at)
      })
  }
}

extension ResearchRequest {
  static func example(
    _ reply: ResearchReply = .known, agency: BlueBoxAgency = .housing
  ) -> ResearchRequest {
    ResearchRequest(
      number: 1, agency: agency, asked: .example("2007-10-01"), reply: reply,
      replied: reply == .noneYet ? nil : .example("2007-10-02"),
      facts: reply == .known ? "Lives alone" : "")
  }
}

extension HumanRightsTest {
  /// Five times Yes unless said otherwise.
  static func example(
    no: [HumanRight] = [], drugLink: Bool = true, met: Bool = true
  )
    -> HumanRightsTest
  {
    var answers: [HumanRight: Answer] = [:]
    for right in HumanRight.allCases {
      answers[right] = Answer(!no.contains(right), "For a reason of its own")
    }
    return HumanRightsTest(answers: answers, drugLink: drugLink, isMet: met)
  }
}

extension BronzeLetter.Parts {
  static let offence = BronzeLetter.Parts(
    kind: .offence, first: "Thefts from shops in Northfold", second: "none known",
    invitation: "", service: "Quay House", contact: "01632 960001",
    replyBy: .example("2007-10-31"))
  static let drugs = BronzeLetter.Parts(
    kind: .drugs, first: "Heroin, smoked each day", second: "Use seems to be growing",
    invitation: "", service: "Quay House", contact: "01632 960001",
    replyBy: .example("2007-10-31"))
}

extension Worker {
  static func example(_ role: Role, id: Int64 = 1, name: String = "Ian Frost") -> Worker {
    Worker(id: WorkerID(id), name: name, role: role)
  }
}

extension RuleContext {
  /// A worker of one's own, at a local time.
  static func example(now: String = "2007-10-05 12:00", as worker: Worker) -> RuleContext {
    let example = RuleContext.example(at: .example(now))
    return RuleContext(
      now: example.now, calendar: example.calendar, settings: example.settings,
      codes: example.codes, worker: worker)
  }
}
