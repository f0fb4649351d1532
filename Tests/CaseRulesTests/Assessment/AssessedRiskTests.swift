import CaseRules
import Testing

@Suite("Risks as the DIRs have them")
struct AssessedRiskTests {
  private static func dir(_ number: Int64, _ day: Int, _ risks: [DIRRisk]) -> DIRSummary {
    let date = CalendarDate(year: 2007, month: 10, day: day) ?? .earliest
    return DIRSummary(
      ref: RecordRef(.dir, number), person: RecordRef(.person, 1),
      assessed: Moment(local: date, .midnight), place: .custody, worker: "AB", risks: risks)
  }

  @Test("CUS-017: a risk is told with its note, its DIR, its day and whose it is")
  func told() {
    let known = AssessedRisk.known(from: [
      Self.dir(
        3, 5,
        [
          DIRRisk(to: .oneself, level: .high, note: "Cut wrists in May"),
          DIRRisk(to: .others, level: .none), DIRRisk(to: .staff, level: .low),
        ])
    ])
    #expect(
      AssessedRisk.warnings(known)
        == [
          "High risk to self: Cut wrists in May (D-0003, 05/10/2007, by AB)",
          "Low risk to staff (D-0003)",
        ])
  }

  @Test("CUS-017: of each kind the newest answer counts; what was not asked leaves the older one")
  func newest() {
    let known = AssessedRisk.known(from: [
      Self.dir(4, 9, [DIRRisk(to: .oneself, level: .none)]),
      Self.dir(
        3, 5, [DIRRisk(to: .oneself, level: .high), DIRRisk(to: .others, level: .medium)]),
    ])
    #expect(known.map(\.risk.to) == [.others])
    #expect(known.map(\.dir) == [RecordRef(.dir, 3)])
  }

  @Test("CUS-017: no risk is no warning")
  func none() {
    let known = AssessedRisk.known(from: [
      Self.dir(3, 5, DIRRisk.To.allCases.map { DIRRisk(to: $0, level: .none) })
    ])
    #expect(known.isEmpty && AssessedRisk.warnings(known).isEmpty)
  }
}
