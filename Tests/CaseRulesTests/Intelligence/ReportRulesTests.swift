import CaseRules
import Testing

@Suite("Intelligence reports: grades, validity, handling")
struct ReportRulesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let grades: IntelligenceGrades
    let validity: Validity
    let forces: [Finding.Force]
  }

  @Test(
    "INT-003: what the grades say, and what judging it valid then takes",
    arguments: [
      Row(
        testDescription: "worked example 1: B/2/1 is valid",
        grades: IntelligenceGrades(.b, .two, .one), validity: .valid, forces: []),
      Row(
        testDescription: "worked example 2: E/4/2 only with a reason (WARN)",
        grades: IntelligenceGrades(.e, .four, .two), validity: .mayBeDeemed, forces: [.warns]),
      Row(
        testDescription: "worked example 3: C/5/2 is never valid (BLOCK)",
        grades: IntelligenceGrades(.c, .five, .two), validity: .never, forces: [.blocks]),
      Row(
        testDescription: "the last of each that is relied on",
        grades: IntelligenceGrades(.c, .three, .five), validity: .valid, forces: []),
      Row(
        testDescription: "source D",
        grades: IntelligenceGrades(.d, .one, .one), validity: .mayBeDeemed, forces: [.warns]),
      Row(
        testDescription: "information 4",
        grades: IntelligenceGrades(.a, .four, .one), validity: .mayBeDeemed, forces: [.warns]),
      Row(
        testDescription: "A/5: a good source and a false thing",
        grades: IntelligenceGrades(.a, .five, .one), validity: .never, forces: [.blocks]),
    ])
  func validity(_ row: Row) {
    let settings = Settings()
    #expect(Validity(of: row.grades, in: settings) == row.validity)
    let findings = ValidityRules.findings(
      judgingValid: row.grades, in: settings, field: JudgeReportForm.verdict)
    #expect(findings.map(\.force) == row.forces)
    #expect(findings.allSatisfy { $0.rule == "INT-003" })
  }

  @Test("INT-003: the cut-off is the partnership's, but 5 is never valid whatever it says")
  func settings() {
    var settings = Settings()
    #expect(settings.set(.intelValidSource, to: "A, B") == nil)
    #expect(settings.set(.intelValidInfo, to: "1, 2, 5") == nil)
    #expect(Validity(of: IntelligenceGrades(.c, .one, .one), in: settings) == .mayBeDeemed)
    #expect(Validity(of: IntelligenceGrades(.b, .two, .one), in: settings) == .valid)
    #expect(Validity(of: IntelligenceGrades(.b, .five, .one), in: settings) == .never)
  }

  @Test(
    "INT-009: non-police agencies only under handling 2 and 5; police under all",
    arguments: BlueBoxAgency.allCases, HandlingGrade.allCases)
  func handling(agency: BlueBoxAgency, handling: HandlingGrade) {
    let refusal = HandlingRules.refusal(
      toTell: agency, under: handling, field: ShareReportForm.agency)
    let allowed = agency == .police || handling == .two || handling == .five
    #expect((refusal == nil) == allowed, "\(agency) under \(handling)")
    if let refusal { #expect(refusal.rule == "INT-009" && refusal.force == .blocks) }
  }

  @Test("INT-020: the eight agencies, one of them police")
  func agencies() {
    #expect(BlueBoxAgency.allCases.count == 8)
    #expect(BlueBoxAgency.allCases.filter(\.isPolice) == [.police])
  }

  struct Step: CustomTestStringConvertible, Sendable {
    let state: ReportState
    let event: ReportEvent
    let next: ReportState?
    let rule: String?
    var testDescription: String { "\(state) \(event)" }
  }

  @Test(
    "INT-002, INT-003: every row of the table, allowed and refused",
    arguments: [
      Step(state: .received, event: .graded, next: .graded, rule: nil),
      Step(state: .received, event: .judgedValid, next: nil, rule: "INT-002"),
      Step(state: .received, event: .judgedNotValid, next: nil, rule: "INT-002"),
      Step(state: .received, event: .struck, next: .struck, rule: nil),
      Step(state: .graded, event: .graded, next: .graded, rule: nil),
      Step(state: .graded, event: .judgedValid, next: .valid, rule: nil),
      Step(state: .graded, event: .judgedNotValid, next: .notValid, rule: nil),
      Step(state: .graded, event: .struck, next: .struck, rule: nil),
      Step(state: .valid, event: .graded, next: .graded, rule: nil),
      Step(state: .valid, event: .judgedValid, next: nil, rule: "INT-003"),
      Step(state: .valid, event: .judgedNotValid, next: nil, rule: "INT-003"),
      Step(state: .valid, event: .struck, next: .struck, rule: nil),
      Step(state: .notValid, event: .graded, next: .graded, rule: nil),
      Step(state: .notValid, event: .judgedValid, next: nil, rule: "INT-003"),
      Step(state: .notValid, event: .judgedNotValid, next: nil, rule: "INT-003"),
      Step(state: .notValid, event: .struck, next: .struck, rule: nil),
      Step(state: .struck, event: .graded, next: nil, rule: "GEN-004"),
      Step(state: .struck, event: .judgedValid, next: nil, rule: "GEN-004"),
      Step(state: .struck, event: .judgedNotValid, next: nil, rule: "GEN-004"),
      Step(state: .struck, event: .struck, next: nil, rule: "GEN-004"),
    ])
  func table(_ step: Step) {
    #expect(ReportMachine.next(step.state, step.event) == step.next)
    #expect(ReportMachine.refusal(step.event, in: step.state)?.rule == step.rule)
  }

  @Test("COD-002: each grade has its meaning, and a grading keeps it")
  func meanings() {
    #expect(SourceGrade.allCases.map(\.words).allSatisfy { $0.count > 5 })
    #expect(InformationGrade.allCases.map(\.words).allSatisfy { $0.count > 5 })
    #expect(HandlingGrade.allCases.map(\.words).allSatisfy { $0.count > 5 })
    let grading = IntelligenceGrading(
      IntelligenceGrades(.b, .two, .four), by: "I.FROST", at: .at(5, 10, 2007, 9, 0))
    #expect(grading.sourceWords == "Mostly reliable")
    #expect(grading.informationWords.contains("not to the reporter"))
    #expect(JudgeReportForm.words(of: grading).hasPrefix("B/2/4. Source B: Mostly reliable"))
  }
}

@Suite("INT-005: no text names the source or the disclosing client")
struct ProtectedNamesTests {
  private func names(_ source: String, client: String = "") -> ProtectedNames {
    ProtectedNames(source: source, client: client)
  }

  @Test(
    "whole words, in any case and accents, parts and possessive; not parts of words",
    arguments: [
      ("Pelham", "Told by PELHAM on Friday", true),
      ("Pelham", "at pelham's flat", true),
      ("Pelham", "the Pelhams’ car", true),
      ("Pelham", "the Pelhams live there", true),
      ("Pelham", "Pelhamton Road", false),
      ("Pelham", "nothing of it", false),
      ("Park", "by the parked car", false),
      ("Park", "Mr Park.", true),
      ("Łuczak", "said luczak", true),
      ("García", "GARCIA knows", true),
      ("Smith-Jones", "young Jones deals", true),
      ("Smith-Jones", "the smithjones house", true),
      ("Smith-Jones", "the Joneses", true),
      ("O'Brien", "obrien's van", true),
      ("O'Brien", "Brien knows", true),
      ("van Dyck", "drives a white van", false),
      ("van Dyck", "Van Dyck said so", true),
      ("van Dyck", "vandyck said so", true),
      ("Pelham", "(Pelham)", true),
      ("Pelham", "Pelham/Marsh", true),
      ("Pelham", "Marsh,Pelham", true),
    ])
  func source(name: String, text: String, isRefused: Bool) {
    let finding = names(name).refusal(of: text, field: ReportFields.text)
    #expect((finding != nil) == isRefused, "\(name) in “\(text)”")
    if let finding {
      #expect(finding.rule == "INT-005" && finding.force == .blocks)
      #expect(!finding.words.contains(name), "a refusal repeats no name")
    }
  }

  @Test("the disclosing client's name as well; without names nothing is refused")
  func client() {
    let both = names("Pelham", client: "Quill")
    #expect(both.refusal(of: "what Quill told", field: ReportFields.text) != nil)
    #expect(names("").refusal(of: "what Quill told", field: ReportFields.text) == nil)
  }

  @Test("nothing that is held beside a form says whose names they are")
  func silent() {
    let held = names("Pelham", client: "Quill")
    var dumped = ""
    dump(held, to: &dumped)
    for text in ["\(held)", String(reflecting: held), dumped] {
      #expect(!text.lowercased().contains("pelham") && !text.lowercased().contains("quill"))
    }
  }
}

@Suite("Subjects who may be one")
struct SubjectLikenessTests {
  private static func subject(
    _ family: String, _ given: String = "", born: CalendarDate? = nil, age: Int? = nil,
    others: [String] = []
  ) -> IntelligenceSubject {
    let birth =
      born.map { Birth.on($0) } ?? age.map { .estimated(age: $0, noted: .on(5, 10, 2007)) }
    return IntelligenceSubject(
      family: family, given: given, otherNames: others, birth: birth)
  }

  @Test(
    "PPL-004: names by ear, dates that fit; half a name only beside a date of birth",
    arguments: [
      (subject("Harrow", "Miles"), subject("Harrow", "Miles"), true),
      (subject("Harrow", "Miles"), subject("Harow", "Myles"), false),
      (
        subject("Harrow", "Miles", born: .on(3, 4, 1985)),
        subject("Harrow", "Miles", born: .on(4, 3, 1985)), true
      ),
      (
        subject("Harrow", "Miles", born: .on(3, 4, 1985)),
        subject("Harrow", "Miles", born: .on(9, 9, 1961)), false
      ),
      (
        subject("Harrow", "Miles", born: .on(3, 4, 1985)), subject("Harrow", "Miles", age: 22),
        true
      ),
      (
        subject("Harrow", "Miles", born: .on(3, 4, 1985)), subject("Harrow", "Miles", age: 50),
        false
      ),
      (subject("Harrow"), subject("Harrow", "Miles"), false),
      (
        subject("Harrow", born: .on(3, 4, 1985)),
        subject("Harrow", "Miles", born: .on(3, 4, 1985)), true
      ),
      (subject("Harrow", "Miles"), subject("Quill", "Miles"), false),
      (
        subject("Harrow", "Miles", others: ["Spud"]), subject("", "Spud"), true
      ),
    ])
  func fits(
    one: IntelligenceSubject, other: IntelligenceSubject, mayBe: Bool
  ) {
    let because = SubjectLikenessRules.because(one, mayBe: other, on: .on(5, 10, 2007))
    #expect((because != nil) == mayBe, "\(because ?? "no")")
  }
}
