import CaseRules
import Testing

@Suite("Early drug intelligence intervention")
struct EDIIRulesTests {
  private static let now = RuleContext.example(at: .at(5, 10, 2007, 12, 0), role: .dio)

  @Test("INT-050: each strand has the activities of the rulebook")
  func strands() {
    func titles(_ strand: EDIIStrand) -> [String] {
      EDIIKind.allCases.filter { $0.strand == strand }.map(\.title)
    }
    #expect(
      titles(.education) == [
        "Service information", "Awareness training", "Input on availability and the law",
        "Parents' and teachers' session", "Warrant follow-up letter",
      ])
    #expect(titles(.treatment) == ["Rapid access", "Agency communication", "DIP"])
    #expect(
      titles(.intervention) == [
        "Bronze", "Crack-house closure", "Enforcement", "Drug-agency warrant follow-up",
        "DRR or DTTO", "Festival support",
      ])
    #expect(
      titles(.information) == [
        "Media", "Local press", "Regional news", "Local TV", "Internet", "Leaflets",
        "Shared media officer",
      ])
    #expect(Set(EDIIKind.allCases.map(\.code)).count == EDIIKind.allCases.count)
  }

  @Test("INT-050, INT-052: what an entry of the log needs")
  func needs() {
    #expect(
      EDIIActivityForm.definition.said([:], in: Self.now).sorted() == [
        "INT-050 blocks day", "INT-050 blocks kind", "INT-050 blocks place", "INT-052 blocks aim",
      ])
    #expect(
      EDIIActivityForm.definition.said(
        [
          EDIIActivityForm.day: "05/10/2007", EDIIActivityForm.kind: "FEST",
          EDIIActivityForm.aim: "EARLY", EDIIActivityForm.place: "Harbour field",
        ], in: Self.now) == [])
  }

  @Test("GEN-007: what has not happened is not logged")
  func future() {
    #expect(
      EDIIActivityForm.definition.said(
        [
          EDIIActivityForm.day: "06/10/2007", EDIIActivityForm.kind: "FEST",
          EDIIActivityForm.aim: "EARLY", EDIIActivityForm.place: "Harbour field",
        ], in: Self.now) == ["GEN-007 blocks day"])
  }

  struct Session: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var starts = "01/10/2007 19:00"
    var length = "2h"
    var worker = "Helen Baird"
    var free = "y"
    var topics = EDIISession.Topic.allCases.map(\.code).joined(separator: ", ")
    let flags: [String]
  }

  @Test(
    "INT-051, GEN-001: a session is kept however it was held, and what was otherwise is flagged",
    arguments: [
      Session(testDescription: "two hours on an evening, free, with a worker", flags: []),
      Session(testDescription: "from five", starts: "01/10/2007 17:00", flags: []),
      Session(
        testDescription: "a minute before five", starts: "01/10/2007 16:59",
        flags: ["INT-051 flags starts"]),
      Session(testDescription: "shorter", length: "1h30", flags: ["INT-051 flags length"]),
      Session(testDescription: "longer", length: "121", flags: ["INT-051 flags length"]),
      Session(testDescription: "paid for", free: "n", flags: ["INT-051 flags free"]),
      Session(
        testDescription: "nobody who works with misuse", worker: "",
        flags: ["INT-051 flags substance-misuse-worker"]),
      Session(
        testDescription: "no quiz", topics: "LAW, STE, WHY, SIGN, TRE, STAGE",
        flags: ["INT-051 flags topics"]),
      Session(
        testDescription: "everything at once", starts: "01/10/2007 10:00", length: "45m",
        worker: "", free: "n", topics: "",
        flags: [
          "INT-051 flags length", "INT-051 flags starts", "INT-051 flags free",
          "INT-051 flags substance-misuse-worker", "INT-051 flags topics",
        ]),
    ])
  func session(_ row: Session) {
    let said = EDIISessionForm.definition.said(
      [
        EDIISessionForm.starts: row.starts, EDIISessionForm.length: row.length,
        EDIISessionForm.audience: "PAR, TEA", EDIISessionForm.worker: row.worker,
        EDIISessionForm.free: row.free, EDIISessionForm.topics: row.topics,
        EDIIActivityForm.aim: "PUBLIC", EDIIActivityForm.place: "Harbour School",
      ], in: Self.now)
    #expect(said == row.flags)
  }

  struct Followed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let results: [WarrantStep.Result]
    let open: [WarrantStep.Kind]
    let words: String
  }

  @Test(
    "INT-053: what is still to be done after a warrant",
    arguments: [
      Followed(
        testDescription: "nothing yet", results: [], open: [.letter, .visit],
        words: "letter and visit to do"),
      Followed(
        testDescription: "a letter", results: [.delivered], open: [.visit], words: "visit to do"),
      Followed(
        testDescription: "a letter that came back", results: [.cameBack], open: [.letter, .visit],
        words: "letter and visit to do"),
      Followed(
        testDescription: "a visit with nobody in", results: [.delivered, .nobodyIn],
        open: [.visit], words: "visit to do"),
      Followed(
        testDescription: "both", results: [.delivered, .declined], open: [],
        words: "followed up"),
      Followed(
        testDescription: "both, at the second try",
        results: [.cameBack, .nobodyIn, .delivered, .wantsTreatment], open: [],
        words: "followed up"),
      Followed(
        testDescription: "a visit alone", results: [.spoke], open: [.letter],
        words: "letter to do"),
    ])
  func followUp(_ row: Followed) {
    var warrant = Warrant(
      ref: RecordRef(.warrant, 1), executed: .on(1, 10, 2007), place: "4 Ferry Lane")
    warrant.steps = row.results.map { .example(.on(2, 10, 2007), $0, after: warrant.ref) }
    #expect(warrant.open == row.open)
    #expect(warrant.stateWords == row.words)
    warrant.struckBecause = "Another street's"
    #expect(warrant.open.isEmpty, "a mistake asks for nothing")
  }

  @Test("INT-053, GEN-007: a letter follows the warrant, not the other way round")
  func order() {
    var facts = FormFacts()
    facts.edii = EDIIFacts(
      warrant: Warrant(
        ref: RecordRef(.warrant, 1), executed: .on(3, 10, 2007), place: "4 Ferry Lane"))
    func said(_ day: String) -> [String] {
      WarrantLetterForm.definition.said(
        [
          WarrantRules.day: day, WarrantRules.result: "DEL",
          EDIIActivityForm.aim: EDIIAim.earlyHelp.code,
        ], facts, in: Self.now)
    }
    #expect(said("02/10/2007") == ["GEN-007 blocks day"])
    #expect(said("03/10/2007") == [])
    #expect(said("06/10/2007") == ["GEN-007 blocks day"])
    facts.edii?.warrant?.struckBecause = "Another street's"
    #expect(said("03/10/2007") == ["GEN-004 blocks"])
  }

  @Test("INT-050, INT-052: figures by strand and aim; what was struck through is not counted")
  func figures() {
    var struck = EDIIActivity.example(.on(2, 10, 2007), .leaflets, reached: 900)
    struck.struckBecause = "Entered twice"
    let figures = EDIIFigures(
      from: .on(1, 10, 2007), to: .on(31, 10, 2007),
      activities: [
        .example(.on(1, 10, 2007), .festivalSupport, reached: 120),
        .example(.on(2, 10, 2007), .enforcement), struck,
        .example(.on(3, 10, 2007), .localTV, aim: .publicEducation),
      ],
      warrants: [
        Warrant(ref: RecordRef(.warrant, 1), executed: .on(1, 10, 2007), place: "4 Ferry Lane")
      ], hidingBelow: 5)
    func line(_ part: EDIIFigures.Part, _ label: String) -> EDIIFigures.Line? {
      figures.lines.first { $0.part == part && $0.label == label }
    }
    #expect(line(.strand, "Intervention")?.count == 2)
    #expect(line(.strand, "Intervention")?.reached == 120, "nobody counted the other")
    #expect(line(.strand, "Treatment")?.count == 0)
    #expect(line(.strand, "Information")?.count == 1)
    #expect(line(.strand, "Information")?.reached == nil)
    #expect(line(.kind, EDIIKind.leaflets.words) == nil)
    #expect(line(.aim, EDIIAim.publicEducation.words)?.count == 1)
    #expect(line(.aim, EDIIAim.betterIntelligence.words)?.count == 0)
    #expect(line(.warrant, "Follow-up still to do")?.count == 1)
  }

  @Test(
    "ANB-003: fewer than five people are not told, and no total gives them away",
    arguments: [
      ((0, 0), ["0", "0", "0", "0"]), ((2, 0), ["<5", "<5", "0", "0"]),
      ((7, 0), ["7", "7", "0", "0"]), ((7, 2), ["about 10", "7", "0", "<5"]),
      ((6, 5), ["11", "6", "0", "5"]),
    ])
  func few(counts: (reports: Int, open: Int), shown: [String]) {
    func referral(_ outcome: EDIIReferral.Outcome?) -> EDIIReferral {
      EDIIReferral(
        ref: RecordRef(.ediiReferral, 1), received: .at(2, 10, 2007, 9, 0),
        source: SourceNumber(1), family: "Marsh", reason: "Uses heroin", outcome: outcome)
    }
    let figures = EDIIFigures(
      from: .on(1, 10, 2007), to: .on(31, 10, 2007), activities: [], warrants: [],
      referrals: Array(
        repeating: referral(.report(RecordRef(.intelligenceReport, 1))), count: counts.reports)
        + Array(repeating: referral(nil), count: counts.open), hidingBelow: 5)
    #expect(figures.lines.filter { $0.part == .referral }.map(\.shown) == shown)
  }
}

extension EDIIActivity {
  static func example(
    _ day: CalendarDate, _ kind: EDIIKind, aim: EDIIAim = .earlyHelp, reached: Int? = nil
  ) -> EDIIActivity {
    EDIIActivity(
      ref: RecordRef(.ediiActivity, 1), day: day, kind: kind, aim: aim, place: "Harbour field",
      reached: reached)
  }

  static func example(
    _ day: CalendarDate, _ result: WarrantStep.Result, after warrant: RecordRef
  ) -> EDIIActivity {
    EDIIActivity(
      ref: RecordRef(.ediiActivity, 1), day: day, kind: result.kind.activity, aim: .earlyHelp,
      place: "4 Ferry Lane", followUp: WarrantStep(warrant: warrant, result: result))
  }
}
