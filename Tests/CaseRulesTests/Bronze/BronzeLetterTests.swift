import Testing

@testable import CaseRules

@Suite("Bronze letters")
struct BronzeLetterTests {
  private static let today = CalendarDate.example("2007-10-01")

  private static func said(
    _ parts: BronzeLetter.Parts, _ change: (inout BronzeLetter.Parts) -> Void = { _ in }
  ) -> [String] {
    var parts = parts
    change(&parts)
    return BronzeLetter.findings(on: parts, today: today).map { "\($0.rule) \($0.field ?? "")" }
  }

  @Test("INT-029: the kind follows from whether an offence other than drug misuse is suspected")
  func kind() {
    #expect(BronzeLetter.Kind(offenceSuspected: true) == .offence)
    #expect(BronzeLetter.Kind(offenceSuspected: false) == .drugs)
  }

  @Test("Worked example 7, INT-027: kind A needs the offence and the convictions, or “none known”")
  func offence() {
    #expect(Self.said(.offence) == [])
    #expect(Self.said(.offence) { $0.second = " " } == ["INT-027 convictions"])
    #expect(Self.said(.offence) { $0.first = "" } == ["INT-027 offence-account"])
  }

  @Test(
    "Worked example 8, INT-028: kind B says nothing of offences or convictions",
    arguments: [
      "You are suspected of burglary", "Burglaries were reported", "You were convicted in 2003",
      "You stole to pay for it", "Thefts from shops", "You were arrested", "You appeared in court",
      "A shoplifter", "Your offending", "You were charged", "You are a dealer",
      "You broke into houses", "We know of your drug dealing", "You came out of prison",
      "Your record with us", "Robbing for it", "Break-ins in your street",
    ])
  func drugsOnly(line: String) {
    #expect(Self.said(.drugs) { $0.first += ". " + line } == ["INT-028 drugs-account"])
    #expect(Self.said(.drugs) { $0.second = line } == ["INT-028 becoming-a-problem"])
    #expect(Self.said(.drugs) { $0.invitation = line } == ["INT-028 invitation"])
    #expect(Self.said(.offence) { $0.first = line } == [], "kind A may")
  }

  @Test(
    "INT-028: what only sounds like it is let through",
    arguments: [
      "Heroin and crack, injected", "It costs more than you can spend",
      "The service is free of charge", "A courteous team", "Do not forget to eat",
      "Wounds from injecting do not heal", "Dealing with it is hard", "Robbie at the centre",
      "Take a break", "The record of your visits stays with the centre",
    ])
  func harmless(line: String) { #expect(Self.said(.drugs) { $0.first = line } == []) }

  @Test("INT-028: kind B needs the drugs, and that use may be becoming a problem")
  func drugs() {
    #expect(Self.said(.drugs) == [])
    #expect(
      Self.said(.drugs) {
        $0.first = ""; $0.second = ""
      } == ["INT-028 drugs-account", "INT-028 becoming-a-problem"])
  }

  @Test("INT-030: the invitation names a service, how it is reached, and a day that is to come")
  func invitation() {
    for parts in [BronzeLetter.Parts.offence, .drugs] {
      #expect(Self.said(parts) { $0.service = "" } == ["INT-030 service"])
      #expect(Self.said(parts) { $0.contact = "" } == ["INT-030 contact"])
      #expect(Self.said(parts) { $0.replyBy = nil } == ["INT-030 reply-by"])
      #expect(Self.said(parts) { $0.replyBy = Self.today } == ["INT-030 reply-by"])
    }
  }

  @Test("the letter has its three parts, who signs it, and nothing of the intelligence")
  func text() {
    let text = BronzeLetter.text(
      of: .offence, to: BronzeRecord.example().action,
      signed: .init(name: "Una Marsh", rank: .superintendent, on: Self.today))
    for words in [
      "BR-0001", "Dear Miles Harrow,", "Thefts from shops in Northfold", "none known",
      "Quay House", "01632 960001", "Wed 31/10/2007", "Una Marsh", "Superintendent",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("30/09/2007") && !text.contains("I-0001"))
  }

  @Test("INT-028: an offence that was typed for a letter of kind B is not quietly cut")
  func stray() {
    let record = BronzeRecord.example(.humanRightsTest, test: .example())
    let answers: [FieldCode: String] = [
      LetterFields.suspected: "no", LetterFields.drugs: "Heroin", LetterFields.problem: "Grows",
      LetterFields.service: "Quay House", LetterFields.contact: "01632 960001",
      LetterFields.replyBy: "31/10/2007",
    ]
    let dio = RuleContext.example(as: .example(.dio, id: 7))
    #expect(BronzeLetterForm.definition.said(answers, record.facts(), in: dio) == [])
    let stray = answers.merging([LetterFields.offence: "A burglary"]) { _, new in new }
    #expect(
      BronzeLetterForm.definition.said(stray, record.facts(), in: dio)
        == ["INT-028 blocks offence-account"])
    #expect(
      BronzeLetterForm.definition.said([:], record.facts(), in: dio)
        .contains("INT-029 blocks offence-suspected"))
  }
}
