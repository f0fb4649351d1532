import Testing

@testable import CaseRules

@Suite("GEN: findings and reasons")
struct FindingTests {
  @Test("GEN-009: a finding shows its rule ID and its words")
  func display() {
    let finding = Finding("CUS-006", .blocks, field: "sweep", "See the trigger detainees first")
    #expect(finding.display == "CUS-006: See the trigger detainees first")
    #expect(finding.on(field: nil).field == nil)
    #expect(
      finding
        == Finding(
          rule: "CUS-006", force: .blocks, field: "sweep", words: "See the trigger detainees first"
        ))
  }

  @Test("BLOCK refuses saving; WARN, flags and shown things do not")
  func forces() {
    let forces = Finding.Force.allCases
    let findings = forces.map { Finding("GEN-001", $0, "words") }
    #expect(findings.blocking.map(\.force) == [.blocks])
    #expect(findings.warning.map(\.force) == [.warns])
    #expect(!findings.allowSaving)
    #expect(findings.filter { $0.force != .blocks }.allowSaving)
    #expect(forces.shuffled().sorted() == [.blocks, .warns, .flags, .shows])
  }

  @Test(
    "GEN-002: a reason needs ten characters that are no spaces",
    arguments: [
      ("too short", false), ("ten letters", true), ("1234567890", true), ("123456789", false),
      ("a b c d e f g h i", false), ("a b c d e f g h i j", true), ("          ", false),
      ("", false), ("\n\t  \u{A0}         ", false), ("Kunde schläft", true), ("作作作作作作作作作作", true),
    ])
  func reasons(text: String, accepted: Bool) {
    #expect((Reason(text, settings: Settings()) != nil) == accepted)
    #expect((Reason.problem(text, minimum: 10) == nil) == accepted)
  }

  @Test("GEN-002: the setting decides, and the message tells how much is missing")
  func setting() throws {
    var settings = Settings()
    #expect(settings.set(.overrideReasonMin, to: "3") == nil)
    #expect(Reason("abc", settings: settings)?.text == "abc")
    #expect(Reason("ab", settings: settings) == nil)
    #expect(Reason.problem("abcdefg", minimum: 10)?.hasSuffix("3 more") == true)
    #expect(Reason("  abc d ", minimum: 4)?.text == "abc d")
  }

  @Test("GEN-007: a fact in the future and an end before its start are refused")
  func facts() throws {
    let now = try moment("2026-11-22T10:00:00Z")
    let later = FactRules.notInFuture(now.adding(seconds: 1), field: "offer", now: now)
    #expect(later.map(\.force) == [.blocks])
    #expect(later.map(\.field) == ["offer"])
    #expect(FactRules.notInFuture(now, field: "offer", now: now) == [])
    #expect(FactRules.notInFuture(nil, field: "offer", now: now) == [])
    let (today, tomorrow) = (now.date, now.date.adding(days: 1))
    #expect(FactRules.notInFuture(today, field: "offer", today: today) == [])
    #expect(
      FactRules.notInFuture(tomorrow, field: "offer", today: today).map(\.rule) == ["GEN-007"])
    #expect(FactRules.notBefore(now, "the arrival", now, field: "offer") == [])
    #expect(
      FactRules.notBefore(now, "the arrival", now.adding(minutes: -1), field: "offer").count == 1)
    #expect(FactRules.notBefore(tomorrow, "the opening", today, field: "offer").count == 1)
    #expect(FactRules.notBefore(nil, "the arrival", now, field: "offer") == [])
  }
}
