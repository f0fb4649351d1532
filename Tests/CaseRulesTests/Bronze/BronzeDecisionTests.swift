import Testing

@testable import CaseRules

@Suite("Decisions on bronze actions")
struct BronzeDecisionTests {
  private static let officer = Worker.example(.dio, id: 7)
  private static let superintendent = Worker.example(.supt, id: 9, name: "Una Marsh")
  private static let leader = Worker.example(.sup, id: 8, name: "Jo Field")

  private static let pending = BronzeRecord.example(
    test: .example(), letter: .offence, research: [.example()]
  ).submitted()

  private static func said(
    _ answers: [FieldCode: String], as worker: Worker = superintendent,
    _ record: BronzeRecord = pending
  ) -> [String] {
    DecideBronzeForm.definition.said(answers, record.facts(), in: .example(as: worker))
  }

  private static let grant: [FieldCode: String] = [
    DecideBronzeForm.decision: "granted", DecideBronzeForm.rank: "superintendent",
  ]
  private static let keyed = grant.merging([
    DecideBronzeForm.keyed: "yes", DecideBronzeForm.name: "Una Marsh",
    DecideBronzeForm.on: "01/10/2007", DecideBronzeForm.reference: "Memo 14",
  ]) { _, new in new }

  @Test("INT-024: whoever decides reads what the reports say of drugs, spend, place and offence")
  func details() {
    var record = Self.pending
    record.reports[0].drugs = ["HER", "CRK"]
    record.reports[0].spendPence = 30_000
    record.reports[0].place = "Northfold precinct"
    record.reports[0].offenceWords = "Goods taken from shops"
    let lines = BronzeCase.text(
      record, others: [], signed: .open, .example(as: Self.superintendent)
    )
    .split(separator: "\n")
    for line in [
      "Drugs: Heroin, Crack", "Spend: £300 a week", "Place: Northfold precinct",
      "Offence: Goods taken from shops",
    ] {
      #expect(lines.contains { $0 == line }, "\(line)")
    }
  }

  @Test("INT-024: a superintendent who had no hand in it grants")
  func granted() { #expect(Self.said(Self.grant) == []) }

  @Test("Worked example 5, INT-024: an inspector presses Grant and is refused; may recommend")
  func inspector() {
    #expect(Self.said(Self.grant, as: Self.leader) == ["INT-024 blocks"])
    let below = Self.grant.merging([DecideBronzeForm.rank: "inspector"]) { _, new in new }
    #expect(Self.said(below) == ["INT-024 blocks rank"])
    let words = [RecommendBronzeForm.words: "Grant it: corroborated twice"]
    #expect(
      RecommendBronzeForm.definition.said(
        words, Self.pending.facts(), in: .example(as: Self.leader)) == [])
    #expect(
      RecommendBronzeForm.definition.said(
        words, Self.pending.facts(), in: .example(as: Self.superintendent)) == ["INT-024 blocks"])
  }

  @Test("Worked example 6, INT-024: who submitted or drafted it does not decide on it")
  func own() {
    let submitted = Self.pending.submitted(by: Self.superintendent, drafter: Self.officer)
    #expect(Self.said(Self.grant, submitted) == ["INT-024 blocks"])
    let drafted = Self.pending.submitted(by: Self.officer, drafter: Self.superintendent)
    #expect(Self.said(Self.grant, drafted) == ["INT-024 blocks"])
    let refuse = [
      DecideBronzeForm.decision: "refused", DecideBronzeForm.rank: "superintendent",
      DecideBronzeForm.reason: "Not corroborated yet", DecideBronzeForm.options: "no_action",
    ]
    #expect(Self.said(refuse, submitted) == ["INT-024 blocks"])
  }

  private static func said(_ answers: [FieldCode: String], _ record: BronzeRecord) -> [String] {
    said(answers, as: superintendent, record)
  }

  @Test("INT-024: a team leader keys an absent superintendent's decision, with where it is written")
  func keyedDecision() {
    #expect(Self.said(Self.keyed, as: Self.leader) == [])
    for field in [DecideBronzeForm.name, DecideBronzeForm.on, DecideBronzeForm.reference] {
      let missing = Self.keyed.filter { $0.key != field }
      #expect(Self.said(missing, as: Self.leader) == ["INT-024 blocks \(field.text)"])
    }
    #expect(Self.said(Self.keyed).contains("INT-024 blocks keyed-for-another"))
  }

  @Test("INT-024: nobody's decision is keyed who submitted or drafted it, nor by who did")
  func keyedOwn() {
    let forOfficer = Self.keyed.merging([DecideBronzeForm.name: "Ian Frost"]) { _, new in new }
    #expect(Self.said(forOfficer, as: Self.leader) == ["INT-024 blocks decided-by"])
    let record = Self.pending.submitted(by: Self.leader, drafter: Self.officer)
    #expect(Self.said(Self.keyed, as: Self.leader, record) == ["INT-024 blocks"])
    let early = Self.keyed.merging([DecideBronzeForm.on: "30/09/2007"]) { _, new in new }
    #expect(Self.said(early, as: Self.leader) == ["GEN-007 blocks decided-on"])
  }

  @Test("INT-025: a refusal or a return says why; a team leader returns, an officer does not")
  func reasons() {
    let back: [FieldCode: String] = [DecideBronzeForm.decision: "returned"]
    #expect(Self.said(back).contains("INT-025 blocks reason"))
    let why = back.merging([DecideBronzeForm.reason: "Ask probation as well"]) { _, new in new }
    #expect(Self.said(why) == [])
    #expect(Self.said(why, as: Self.leader) == [])
    #expect(Self.said(why, as: Self.officer) == ["INT-025 blocks"])
    let short = back.merging([DecideBronzeForm.reason: "no"]) { _, new in new }
    #expect(Self.said(short) == ["INT-025 blocks reason"])
  }

  @Test("INT-023: a refusal says what is done instead")
  func refusal() {
    let refuse: [FieldCode: String] = [
      DecideBronzeForm.decision: "refused", DecideBronzeForm.rank: "superintendent",
      DecideBronzeForm.reason: "Not corroborated yet",
    ]
    #expect(Self.said(refuse) == ["INT-023 blocks options"])
    let whole = refuse.merging([DecideBronzeForm.options: "more_research, other"]) { $1 }
    #expect(Self.said(whole) == [])
  }

  @Test(
    "INT-024: nobody keys a decision of their own, in whatever order the name is written",
    arguments: ["Jo Field", "Field, Jo", "J. Field", "jo field"])
  func keyedAsOneself(name: String) {
    let own = Self.keyed.merging([DecideBronzeForm.name: name]) { $1 }
    #expect(Self.said(own, as: Self.leader) == ["INT-024 blocks decided-by"])
  }

  @Test(
    "INT-024: whoever submitted it is known by their name, in whatever order it is written",
    arguments: [
      ("Frost, Ian", false), ("I. Frost", false), ("Ian Frosted", true), ("Una Frost", true),
      ("I. F.", true),
    ])
  func namesOfHands(name: String, isSomebodyElse: Bool) {
    let keyed = Self.keyed.merging([DecideBronzeForm.name: name]) { $1 }
    #expect((Self.said(keyed, as: Self.leader) == []) == isSomebodyElse)
  }

  @Test("INT-040: nothing is granted while another is open for the same person")
  func oneAtATime() {
    let others = [BronzeSummary(BronzeRecord.example().action)]
    #expect(
      DecideBronzeForm.definition.said(
        Self.grant, Self.pending.facts(others: others), in: .example(as: Self.superintendent))
        == ["INT-040 blocks"])
  }

  @Test("INT-030: who puts an unserved letter forward again is told that its day is over")
  func staleAgain() {
    let record = BronzeRecord.example().granted(on: "2007-10-02")
    func findings(_ day: String) -> [String] {
      NotServedForm.definition.said(
        [NotServedForm.outcome: "again", NotServedForm.reason: "Was in hospital"], record.facts(),
        in: .example(now: day, as: Self.superintendent))
    }
    #expect(findings("2007-10-31 09:00") == ["INT-030 shows outcome"])
  }

  @Test("INT-024: who may open the form at all")
  func roles() {
    for role in Role.allCases {
      let why = DecideBronzeForm.definition.whyNotSave(.example(role))
      #expect((why == nil) == [.sup, .supt].contains(role), "\(role)")
    }
  }

  @Test("INT-031: a letter whose day to answer has passed meanwhile is not granted")
  func stale() {
    let late = RuleContext.example(now: "2007-11-01 09:00", as: Self.superintendent)
    #expect(
      DecideBronzeForm.definition.said(Self.grant, Self.pending.facts(), in: late)
        == ["INT-030 blocks"])
  }

  @Test("GEN-006: every decision asks for the password, and nothing else does")
  func password() {
    for kind in BronzeDecisionKind.allCases {
      let reading = FormReading(
        FormDraft(texts: [DecideBronzeForm.decision: kind.code]), of: DecideBronzeForm.definition,
        in: RuleContext.example().reading)
      #expect(DecideBronzeForm.definition.asksPassword(reading, FormFacts()) != nil)
    }
  }

  @Test("only what is pending is decided on", arguments: BronzeState.allCases)
  func state(state: BronzeState) {
    var record = Self.pending
    record.action.state = state
    #expect(Self.said(Self.grant, record).isEmpty == (state == .pending))
  }
}
