import Testing

@testable import CaseRules

@Suite("Bronze actions, from research to submission")
struct BronzeRulesTests {
  private static func answers(_ no: [HumanRight] = [], met: String = "yes") -> [FieldCode: String] {
    var answers: [FieldCode: String] = [
      HumanRightsForm.drugLink: "yes", HumanRightsForm.met: met,
    ]
    for right in HumanRight.allCases {
      answers[HumanRightsForm.answer(right)] = no.contains(right) ? "no" : "yes"
      answers[HumanRightsForm.reason(right)] = "For a reason of its own"
    }
    return answers
  }

  private static let dio = RuleContext.example(as: .example(.dio, id: 7))
  private static let ready = BronzeRecord.example(.humanRightsTest, research: [.example()])

  // MARK: Research

  @Test(
    "INT-020: research is complete once somebody has answered something",
    arguments: [
      ([ResearchRequest](), ["INT-020 blocks"]), ([.example(.noneYet)], ["INT-020 blocks"]),
      ([.example(.known)], []), ([.example(.notKnown)], []), ([.example(.refused)], []),
      ([.example(.noneYet), .example(.refused)], []),
    ])
  func researchDone(requests: [ResearchRequest], expected: [String]) {
    let record = BronzeRecord.example(research: requests)
    #expect(
      CompleteResearchForm.definition.said([:], record.facts(), in: Self.dio) == expected)
  }

  @Test(
    "Worked example 1, INT-009: handling 1 keeps it from housing, not from police",
    arguments: [
      ("HOU", HandlingGrade.one, ["INT-009 blocks agency"]), ("POL", .one, []),
      ("HOU", .two, []), ("HOU", .three, ["INT-009 blocks agency"]),
      ("PROB", .four, ["INT-009 blocks agency"]), ("PROB", .five, []),
    ])
  func handling(agency: String, handling: HandlingGrade, expected: [String]) {
    let record = BronzeRecord.example(grades: .init(.b, .two, handling))
    let said = ResearchRequestForm.definition.said(
      [
        ResearchFields.agency: agency, ResearchFields.asked: "01/10/2007",
        ResearchFields.reply: "none_yet",
      ], record.facts(), in: Self.dio)
    #expect(said == expected)
  }

  @Test("INT-020: a reply has its day and its facts, and none comes before the question")
  func reply() {
    let asked = BronzeRecord.example(research: [.example(.noneYet)])
    func said(_ more: [FieldCode: String]) -> [String] {
      ResearchReplyForm.definition.said(
        [ResearchReplyForm.number: "1", ResearchFields.reply: "known"]
          .merging(more) { _, new in new }, asked.facts(), in: Self.dio)
    }
    #expect(
      said([ResearchFields.replied: "02/10/2007", ResearchFields.facts: "Lives alone"])
        == ["INT-020 shows request"])
    #expect(said([ResearchFields.replied: "02/10/2007"]).contains("INT-020 blocks facts"))
    #expect(said([:]).contains("INT-020 blocks replied"))
    #expect(
      said([ResearchFields.replied: "30/09/2007", ResearchFields.facts: "x"])
        .contains("GEN-007 blocks replied"))
    #expect(said([ResearchReplyForm.number: "4"]).contains("INT-020 blocks request"))
  }

  // MARK: Test and criteria

  @Test("INT-021, INT-022: five times Yes with reasons, and the criteria can be met")
  func met() {
    #expect(HumanRightsForm.definition.said(Self.answers(), Self.ready.facts(), in: Self.dio) == [])
  }

  @Test(
    "Worked example 4, INT-021: one No, and the criteria are not met",
    arguments: HumanRight.allCases)
  func oneNo(right: HumanRight) {
    #expect(
      HumanRightsForm.definition.said(Self.answers([right]), Self.ready.facts(), in: Self.dio)
        == ["INT-021 blocks criteria-met"])
    #expect(
      HumanRightsForm.definition.said(
        Self.answers([right], met: "no"), Self.ready.facts(), in: Self.dio) == [])
  }

  @Test("INT-021: each answer has a reason that can be read later")
  func reasons() {
    var short = Self.answers()
    short[HumanRightsForm.reason(.necessary)] = "because"
    #expect(
      HumanRightsForm.definition.said(short, Self.ready.facts(), in: Self.dio)
        == ["INT-021 blocks necessary-because"])
    short[HumanRightsForm.reason(.necessary)] = ""
    #expect(
      HumanRightsForm.definition.said(short, Self.ready.facts(), in: Self.dio)
        == ["INT-021 blocks necessary-because"])
  }

  @Test("INT-022: nothing valid left, no reply, or no link to drugs: not met")
  func criteria() {
    func unmet(_ record: BronzeRecord, _ test: HumanRightsTest = .example()) -> [String] {
      BronzeRules.unmet(test, of: record).map(\.rule)
    }
    #expect(unmet(Self.ready) == [])
    #expect(unmet(.example(research: [.example()], valid: false)) == ["INT-022"])
    #expect(unmet(.example(research: [.example()], valid: nil)) == ["INT-022"])
    #expect(unmet(.example()) == ["INT-020"])
    #expect(unmet(Self.ready, .example(drugLink: false)) == ["INT-022"])
    #expect(
      BronzeRules.unmet(nil, of: Self.ready)
        .map(\.rule) == ["INT-021"])
  }

  @Test(
    "INT-022: a valid report about somebody else feeds nothing; one about the person as joined does"
  )
  func otherSubject() {
    var record = Self.ready
    record.reports = [.example(about: [2])]
    #expect(BronzeRules.unmet(.example(), of: record).map(\.rule) == ["INT-022"])
    record.reports = [.example(about: [2, 1])]
    #expect(BronzeRules.unmet(.example(), of: record) == [])
    record.action.standing = IntelligenceSubjectID(2)
    record.reports = [.example(about: [2])]
    #expect(BronzeRules.unmet(.example(), of: record) == [])
  }

  @Test("INT-003: another text or other people are judged anew, anything else is not")
  func judgedAnew() {
    let before = IntelligenceReport.example()
    func isAnew(_ change: (inout IntelligenceReport) -> Void) -> Bool {
      var report = before
      change(&report)
      return report.isJudgedAnew(after: before)
    }
    #expect(isAnew { $0.text = "Sells what others steal" })
    #expect(isAnew { $0.subjects = IntelligenceReport.example(about: [1, 2]).subjects })
    #expect(!isAnew { $0.place = "Quay Road" })
    var unjudged = IntelligenceReport.example(valid: nil)
    unjudged.text = "Other"
    #expect(!unjudged.isJudgedAnew(after: .example(valid: nil)))
  }

  @Test("INT-022, INT-040: nobody without a name is written to, nor anybody who has a bronze open")
  func submission() {
    let record = BronzeRecord.example(
      .humanRightsTest, test: .example(), letter: .offence, research: [.example()])
    func said(_ record: BronzeRecord, others: [BronzeSummary] = []) -> [String] {
      SubmitBronzeForm.definition.said(
        [SubmitBronzeForm.young: "no"], record.facts(others: others),
        in: .example(now: "2007-10-01 12:00", as: .example(.dio, id: 7)))
    }
    #expect(said(record) == [])
    var nameless = record
    nameless.action.addressee = ""
    #expect(said(nameless) == ["INT-022 blocks"])
    #expect(said(record, others: [BronzeSummary(record.action)]) == ["INT-040 blocks"])
    var closed = record.action
    closed.state = .closedCompleted
    #expect(said(record, others: [BronzeSummary(closed)]) == [])
  }

  @Test("Worked example 4, INT-023: criteria not met need an option; “other” says which")
  func option() {
    func said(_ answers: [FieldCode: String], _ test: HumanRightsTest?) -> [String] {
      FurtherOptionForm.definition.said(
        answers, BronzeRecord.example(.humanRightsTest, test: test).facts(), in: Self.dio)
    }
    let unmet = HumanRightsTest.example(no: [.proportionate], met: false)
    #expect(said([FurtherOptionForm.options: "no_action"], unmet) == [])
    #expect(said([:], unmet) == ["INT-023 blocks options"])
    #expect(said([FurtherOptionForm.options: "other"], unmet) == ["INT-023 blocks note"])
    #expect(said([FurtherOptionForm.options: "no_action"], .example()) == ["INT-023 blocks"])
    #expect(said([FurtherOptionForm.options: "no_action"], nil) == ["INT-023 blocks"])
  }

  // MARK: Submission

  private static func submit(
    _ record: BronzeRecord, _ answers: [FieldCode: String] = [SubmitBronzeForm.young: "no"]
  ) -> [String] {
    SubmitBronzeForm.definition.said(answers, record.facts(), in: dio)
  }

  private static func drafted(_ birth: Birth? = nil) -> BronzeRecord {
    .example(
      .humanRightsTest, test: .example(), letter: .offence, research: [.example()], birth: birth)
  }

  @Test("INT-022: submitted with the criteria met and a whole letter, by an intelligence officer")
  func submit() {
    #expect(Self.submit(Self.drafted()) == [])
    #expect(Self.submit(Self.ready).contains("INT-022 blocks"))
    var incomplete = Self.drafted()
    incomplete.action.letter?.parts.second = ""
    #expect(Self.submit(incomplete) == ["INT-027 blocks"])
    var reopened = Self.drafted()
    reopened.reports = [.example(valid: nil)]
    #expect(Self.submit(reopened) == ["INT-022 blocks"])
  }

  @Test("INT-022: about a young person the youth offending team is consulted first")
  func young() {
    let young = Self.drafted(.on(.example("1991-01-01")))
    let yes: [FieldCode: String] = [SubmitBronzeForm.young: "yes"]
    #expect(Self.submit(young, yes) == ["INT-022 blocks yot"])
    #expect(Self.submit(young).contains("INT-022 blocks under-18"))
    let asked = yes.merging([
      SubmitBronzeForm.yot: "Kay Ross, agrees", SubmitBronzeForm.yotOn: "01/10/2007",
    ]) { _, new in new }
    #expect(Self.submit(young, asked) == [])
    #expect(Self.submit(Self.drafted(.on(.example("1980-01-01")))) == [])
    #expect(
      Self.submit(Self.drafted(.estimated(age: 17, noted: .example("2007-09-01"))))
        .contains("INT-022 blocks under-18"))
  }

  // MARK: Further action

  @Test("INT-040: a second bronze is refused while one is open, and warns after it is closed")
  func second() {
    let record = BronzeRecord.example(.furtherAction)
    func said(_ others: [BronzeSummary], _ outcome: String = "second_bronze") -> [String] {
      FurtherActionForm.definition.said(
        [FurtherActionForm.outcome: outcome, FurtherActionForm.reason: "He has begun again"],
        record.facts(others: others), in: Self.dio)
    }
    let open = BronzeSummary(
      ref: RecordRef(.bronzeAction, 2), state: .served, opened: .example("2007-10-01"),
      since: .example("2007-10-02"))
    #expect(said([]) == ["INT-040 warns outcome"])
    #expect(said([open]) == ["INT-040 blocks outcome"])
    #expect(said([open], "none") == [])
  }
}
