import CaseRules
import Testing

@Suite("The rules of the DIR")
struct DIRRulesTests {
  static func line(
    _ id: Int, _ drug: String, _ days: String, _ spend: String, last: String = "",
    first: String = ""
  ) -> FormDraft.Row {
    FormDraft.Row(
      id: id,
      texts: [
        DIRForm.DrugColumn.drug: drug, DIRForm.DrugColumn.route: "SMK",
        DIRForm.DrugColumn.days: days, DIRForm.DrugColumn.spend: spend,
        DIRForm.DrugColumn.lastUsed: last, DIRForm.DrugColumn.firstUsed: first,
      ])
  }

  /// An unfinished DIR, so that only what is answered is looked at.
  static let basics: [FieldCode: String] = [
    DIRForm.assessedAt: "05/10/2007 10:00", DIRForm.place: "CUS", DIRForm.worker: "W-2",
    DIRForm.voluntary: "y", DIRForm.noAlternative: "y", DIRForm.complete: "n",
  ]

  static func facts(_ change: (inout AssessmentFacts) -> Void = { _ in }) -> FormFacts {
    var facts = FormFacts()
    var known = AssessmentFacts(
      birth: .on(.on(3, 4, 1975)), hasConsent: true)
    change(&known)
    facts.assessment = known
    facts.names[RecordRef(.worker, 2)] = "Ben Cole"
    return facts
  }

  private func said(
    _ more: [FieldCode: String] = [:], drugs: [FormDraft.Row] = [],
    _ facts: FormFacts = DIRRulesTests.facts()
  ) -> [String] {
    DIRForm.definition.said(
      Self.basics.merging(more) { $1 }, rows: drugs.isEmpty ? [:] : [DIRForm.drugs: drugs], facts)
  }

  @Test("Worked example 9: heroin 7 x £30, crack 3 x £40, cannabis 5 x £5 make £355 a week")
  func weeklySpend() {
    let draft = FormDraft(rows: [
      DIRForm.drugs: [
        Self.line(1, "HER", "7", "30"), Self.line(2, "CRK", "3", "£40"),
        Self.line(3, "CAN", "5", "5.00"),
      ]
    ])
    let reading = FormReading(draft, of: DIRForm.definition, in: RuleContext.example().reading)
    #expect(WeeklySpend.pence(DIRForm.drugLines(in: reading)) == 35_500)
    guard case .computed(let compute)? = DIRForm.definition.field(DIRForm.weeklySpend)?.content
    else {
      Issue.record("not computed")
      return
    }
    #expect(compute(reading) == "£355")
  }

  @Test("Weekly spend: outsized numbers stay at the largest, none is nothing")
  func outsized() {
    let line = DrugLine(drug: "HER", route: "INJ", daysAWeek: 7, spendADay: .max)
    #expect(WeeklySpend.pence([line, line]) == .max)
    #expect(WeeklySpend.pence([]) == 0)
  }

  @Test("The columns take 0 to 7 days, £0 to £2,000 a day, and at most five lines")
  func ranges() {
    let tooMuch = said(drugs: [Self.line(1, "HER", "8", "2000.01")])
    #expect(tooMuch.contains("CUS-017 blocks drugs.1.days"))
    #expect(tooMuch.contains("CUS-017 blocks drugs.1.spend"))
    #expect(said(drugs: [Self.line(1, "HER", "7", "2000")]).isEmpty)
    guard case .rows(_, let most)? = DIRForm.definition.field(DIRForm.drugs)?.content else {
      Issue.record("no rows")
      return
    }
    #expect(most == 5)
  }

  @Test("CUS-017: the main drug is exactly one of the lines")
  func mainDrug() {
    let lines = [Self.line(1, "HER", "7", "30"), Self.line(2, "CRK", "3", "40")]
    #expect(said([DIRForm.mainDrug: "HER"], drugs: lines).isEmpty)
    #expect(
      said([DIRForm.mainDrug: "CAN"], drugs: lines) == ["CUS-017 blocks main-drug"])
    #expect(
      said([DIRForm.mainDrug: "HER"], drugs: lines + [Self.line(3, "HER", "1", "5")])
        == ["CUS-017 blocks main-drug"])
  }

  @Test("CUS-017: none and lines exclude each other")
  func noDrugs() {
    #expect(
      said([DIRForm.noDrugs: "y"], drugs: [Self.line(1, "HER", "7", "30")])
        == ["CUS-017 blocks no-drugs"])
    #expect(said([DIRForm.noDrugs: "y"]).isEmpty)
  }

  @Test("A line cannot say what is impossible")
  func impossible() {
    #expect(
      said(drugs: [Self.line(1, "HER", "7", "30", first: "33")])
        == ["CUS-017 blocks drugs.1.first-used"])
    #expect(
      said(drugs: [Self.line(1, "HER", "7", "30", last: "06/10/2007")]).contains(
        "GEN-007 blocks drugs.1.last-used"))
    #expect(
      said([DIRForm.injectsNow: "y", DIRForm.injectedEver: "n"])
        == ["CUS-017 blocks injected-ever"])
  }

  @Test("PPL-005: both statements, before anything else")
  func statements() {
    #expect(said([DIRForm.voluntary: "n"]) == ["PPL-005 blocks voluntary"])
    #expect(said([DIRForm.noAlternative: "n"]) == ["PPL-005 blocks no-alternative"])
  }

  @Test("CUS-016: consent, age, and no second DIR beside an unfinished one")
  func gate() {
    #expect(said([:], Self.facts { $0.hasConsent = false }) == ["CUS-016 blocks"])
    #expect(said([:], Self.facts { $0.birth = nil }) == ["CUS-016 blocks"])
    #expect(said([:], Self.facts { $0.birth = .on(.on(6, 10, 1989)) }) == ["CUS-016 blocks"])
    #expect(said([:], Self.facts { $0.birth = .on(.on(5, 10, 1989)) }).isEmpty)
    #expect(
      said([:], Self.facts { $0.unfinished = RecordRef(.dir, 3) }) == ["CUS-017 blocks"])
  }

  struct Use: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let drug: String
    let days: String
    let last: String
    var charged = "y"
    let shown: Bool
  }

  @Test(
    "CUS-019: potential DRR when charged with such an offence and using now",
    arguments: [
      Use(testDescription: "daily heroin", drug: "HER", days: "7", last: "", shown: true),
      Use(
        testDescription: "last used 28 days ago", drug: "HER", days: "0", last: "07/09/2007",
        shown: true),
      Use(
        testDescription: "last used 29 days ago", drug: "HER", days: "0", last: "06/09/2007",
        shown: false),
      Use(testDescription: "alcohol only", drug: "ALC", days: "7", last: "", shown: false),
      Use(
        testDescription: "not charged", drug: "HER", days: "7", last: "", charged: "n",
        shown: false),
    ])
  func potentialDRR(_ row: Use) {
    let said = said(
      [DIRForm.charged: row.charged, DIRForm.communityOrder: "y"],
      drugs: [Self.line(1, row.drug, row.days, "10", last: row.last)])
    #expect(said.contains("CUS-019 shows") == row.shown)
  }
}
