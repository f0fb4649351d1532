import Testing

@testable import CaseRules

@Suite("INT-008, INT-038: what partners are told of a drop-out")
struct PartnerNoticeTests {
  static let officer = Worker.example(.dio, id: 7)
  static let context = RuleContext.example(now: "2007-12-21 15:00", as: officer)

  static func record(
    _ grades: IntelligenceGrades = .init(.b, .two, .two), named: Bool = true
  ) -> BronzeRecord {
    var record = BronzeRecord.example(grades: grades, birth: .on(.example("1988-09-30")))
      .granted(on: "2007-10-01", served: "2007-10-05", accepted: "2007-10-31")
    record.action.state = .dropOut
    record.action.since = .example("2007-12-21 14:00")
    if !named { record.action.addressee = "" }
    return record
  }

  private func content(
    of record: BronzeRecord = record(), phone: String? = "01632 960177"
  ) -> PartnerNotice.Content {
    PartnerNotice.Content(of: record, phone: phone, in: Self.context)
  }

  @Test("it has what it must have, and is addressed to one partner")
  func whole() {
    #expect(PartnerNotice.findings(on: content()) == [])
    let text = PartnerNotice.text(of: content(), to: .housing)
    for part in [
      "Reference: BR-0001", "Fri 21/12/2007", "To: Housing", "HARROW Miles", "30/09/1988",
      "accepted on Wed 31/10/2007", "The police intend action", "Wed 02/01/2008",
      "offending behaviour", "drug(s) of choice", "level of substance abuse",
      "level of criminality", "Ian Frost", "01632 960177",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("INT-008: nothing of the intelligence, the letter or the research is in it")
  func noDetail() {
    var record = Self.record()
    record.research = [.example()]
    record.action.letter = LetterDraft(parts: .offence, by: WorkerID(7), byName: "Ian Frost")
    let text = PartnerNotice.text(of: content(of: record), to: .dip)
    for word in ["heroin", "steals", "Thefts", "Lives alone", "Quay House", "B22", "bronze"] {
      #expect(!text.contains(word), "\(word)")
    }
    let fields = PartnerNoticeForm.definition.fields.filter { !$0.isForReading }
    #expect(fields.filter(\.isFreeText).isEmpty, "no field for a word of one's own")
  }

  @Test("INT-008, INT-038: what is missing is refused by its rule")
  func missing() {
    #expect(
      PartnerNotice.findings(on: content(of: Self.record(named: false))).map(\.rule) == ["INT-008"])
    #expect(PartnerNotice.findings(on: content(phone: "")).map(\.rule) == ["INT-038"])
    var record = Self.record()
    record.replies = []
    #expect(PartnerNotice.findings(on: content(of: record)).map(\.rule) == ["INT-038"])
    record.action.state = .inTreatment
    #expect(PartnerNotice.findings(on: content(of: record)).map(\.rule) == ["INT-038"])
  }

  @Test(
    "INT-009: what is police only is told to nobody new", arguments: BronzePartner.allCases)
  func handling(partner: BronzePartner) {
    func refusal(_ handling: HandlingGrade) -> Finding? {
      PartnerNotice.refusal(
        toTell: partner, about: Self.record(.init(.b, .two, handling)).reports)
    }
    #expect(refusal(.two) == nil && refusal(.five) == nil)
    let isParty = partner == .treatment || partner == .dip
    for handling in [HandlingGrade.one, .three, .four] {
      #expect(refusal(handling)?.rule == (isParty ? nil : "INT-009"))
    }
  }

  @Test(
    "only a drop-out's partners are told, and only by the officer", arguments: BronzeState.allCases)
  func states(state: BronzeState) {
    var record = Self.record()
    record.action.state = state
    let offered = BronzeActions.offered(for: record, in: Self.context)
      .first { $0.form == PartnerNoticeForm.id }
    #expect((offered?.whyNot == nil) == (state == .dropOut))
    let leader = RuleContext.example(as: .example(.sup, id: 9))
    #expect(
      BronzeActions.offered(for: record, in: leader).first { $0.form == PartnerNoticeForm.id }?
        .whyNot != nil)
  }

  @Test("the notice comes before the risk assessment, until somebody has one")
  func next() {
    var record = Self.record()
    #expect(BronzeActions.next(for: record, in: Self.context)?.form == PartnerNoticeForm.id)
    record.notices = [
      PartnerNotice(
        number: 1, partner: .dip, text: "x", at: .example("2007-12-21 15:00"), by: "I.FROST")
    ]
    #expect(BronzeActions.next(for: record, in: Self.context)?.form == RiskAssessmentForm.id)
    record.notices[0].at = .example("2007-11-01 09:00")
    #expect(
      BronzeActions.next(for: record, in: Self.context)?.form == PartnerNoticeForm.id,
      "that was the drop-out before")
  }
}
