import Testing

@testable import CaseRules

@Suite("What rests on a consent that is struck through")
struct ConsentRelianceTests {
  private static func consent(
    _ id: Int64, _ type: ConsentType, _ when: String, given: Bool = true, struck: Bool = false
  ) -> Consent {
    Consent(
      id: ConsentID(id), person: PersonID(1), type: type, given: given, when: .example(when),
      struckBecause: struck ? "Another client's" : nil)
  }

  private static let episode = Episode(
    id: EpisodeID(1), person: PersonID(1), state: .activeCommunity, entryPoint: .arrest,
    opened: .example("2007-10-01"), worker: WorkerID(1), joined: .example("2007-10-02"))

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let consents: [Consent]
    var assessed: [String] = []
    let rules: [String]
    var testDescription: String { name }
  }

  @Test(
    "GEN-004, PPL-006, PPL-007: it is said until a right one is recorded; of a DIR for good",
    arguments: [
      Row(name: "it stands", consents: [consent(1, .caseload, "2007-10-01 09:00")], rules: []),
      Row(
        name: "the only one is struck",
        consents: [consent(1, .caseload, "2007-10-01 09:00", struck: true)], rules: ["PPL-007"]),
      Row(
        name: "struck twice, said once",
        consents: [
          consent(2, .caseload, "2007-10-01 10:00", struck: true),
          consent(1, .caseload, "2007-10-01 09:00", struck: true),
        ], rules: ["PPL-007"]),
      Row(
        name: "a right one was recorded later",
        consents: [
          consent(2, .caseload, "2007-10-09 09:00"),
          consent(1, .caseload, "2007-10-01 09:00", struck: true),
        ], rules: []),
      Row(
        name: "a refusal is no right one",
        consents: [
          consent(2, .caseload, "2007-10-09 09:00", given: false),
          consent(1, .caseload, "2007-10-01 09:00", struck: true),
        ], rules: ["PPL-007"]),
      Row(
        name: "a struck refusal had nothing resting on it",
        consents: [consent(1, .caseload, "2007-10-01 09:00", given: false, struck: true)],
        rules: []),
      Row(
        name: "recorded after joining",
        consents: [consent(1, .caseload, "2007-10-03 09:00", struck: true)], rules: []),
      Row(
        name: "two DIRs, the second by a right one",
        consents: [
          consent(2, .assessment, "2007-10-05 09:00"),
          consent(1, .assessment, "2007-10-01 09:00", struck: true),
        ], assessed: ["2007-10-01 10:00", "2007-10-05 10:00"], rules: ["PPL-006"]),
      Row(
        name: "a DIR before it",
        consents: [consent(1, .assessment, "2007-10-01 11:00", struck: true)],
        assessed: ["2007-10-01 10:00"], rules: []),
      Row(
        name: "sharing: disclosures made stay",
        consents: [consent(1, .shareWithAgency, "2007-10-01 11:00", struck: true)], rules: []),
    ])
  func said(row: Row) {
    let found = ConsentReliance.findings(
      row.consents, episode: Self.episode, assessments: row.assessed.map { .example($0) })
    #expect(found.map(\.rule) == row.rules)
  }

  @Test("GEN-004, PPL-011: a struck answer holds for nothing, and the one before it counts again")
  func inForce() {
    let yes = Self.consent(1, .caseload, "2007-10-01 09:00")
    let no = Self.consent(2, .caseload, "2007-10-02 09:00", given: false)
    var wrong = no
    wrong.struckBecause = "Another client's"
    let now = Moment.example("2007-10-05 10:00")
    #expect([yes, no].inForce(.caseload, at: now) == nil)
    #expect([yes, wrong].inForce(.caseload, at: now) == yes)
    var struck = yes
    struck.struckBecause = "Another client's"
    #expect(!struck.holds(at: now))
    #expect(struck.words(at: now).hasSuffix("; struck through: Another client's"))
    #expect(ConsentRules.withdrawal(of: struck, at: now).map(\.rule) == ["GEN-004"])
  }
}
