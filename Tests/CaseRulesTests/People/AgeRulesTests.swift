import Testing

@testable import CaseRules

@Suite("Ages")
struct AgeRulesTests {
  private static func day(_ text: String) -> CalendarDate { .example(text) }

  @Test(
    "PPL-002: ages and what follows from them",
    arguments: [
      ("1997-10-15", "2007-10-14", Finding.Force.blocks),
      ("1997-10-15", "2007-10-15", .shows),
      ("1989-10-15", "2007-10-14", .shows),
    ])
  func identity(born: String, seen: String, force: Finding.Force) {
    let findings = AgeRules.identity(.on(Self.day(born)), on: Self.day(seen), field: "born")
    #expect(findings.map(\.force) == [force])
    #expect(findings.map(\.rule) == ["PPL-002"])
  }

  @Test("PPL-002: an adult is nothing to remark on")
  func adult() {
    let birth = Birth.on(Self.day("1989-10-15"))
    #expect(AgeRules.identity(birth, on: Self.day("2007-10-15"), field: "born").isEmpty)
    #expect(!AgeRules.isYoung(birth, on: Self.day("2007-10-15")))
    #expect(AgeRules.isYoung(birth, on: Self.day("2007-10-14")))
  }

  @Test(
    "Worked example 7, PPL-002: born 15/10/1989, the adult caseload is refused until 15/10/2007",
    arguments: [("2007-10-14", true), ("2007-10-15", false)])
  func caseload(seen: String, refused: Bool) throws {
    let finding = AgeRules.adultCaseload(.on(Self.day("1989-10-15")), on: Self.day(seen))
    #expect((finding?.force == .blocks) == refused)
    if refused { #expect(finding?.words.contains("YOT") == true) }
  }

  @Test("GEN-007, PPL-001: births that cannot be are refused")
  func impossible() {
    let today = Self.day("2026-11-22")
    let future = AgeRules.identity(.on(today), on: today, field: "born")
    #expect(future.map(\.rule) == ["GEN-007"])
    let ancient = AgeRules.identity(.on(Self.day("1900-01-01")), on: today, field: "born")
    #expect(ancient.map(\.rule) == ["PPL-001"])
  }

  @Test("PPL-001: an age of 120 may be true, one of 121 is a slip")
  func oldest() {
    let today = Self.day("2026-11-22")
    let oldest = AgeRules.identity(.on(Self.day("1906-11-22")), on: today, field: "born")
    #expect(oldest.isEmpty)
    let slip = AgeRules.identity(.on(Self.day("1905-11-22")), on: today, field: "born")
    #expect(slip.map(\.rule) == ["PPL-001"])
  }

  @Test("An estimated age grows with the years and is judged like a known one")
  func estimated() {
    let birth = Birth.estimated(age: 16, noted: Self.day("2024-03-01"))
    #expect(birth.age(on: Self.day("2025-02-28")) == 16)
    #expect(birth.age(on: Self.day("2026-03-01")) == 18)
    #expect(birth.words(on: Self.day("2026-03-01")) == "about 18 (estimated)")
    #expect(AgeRules.adultCaseload(birth, on: Self.day("2024-03-02")) != nil)
    #expect(AgeRules.adultCaseload(birth, on: Self.day("2026-03-01")) == nil)
    #expect(AgeRules.adultCaseload(nil, on: Self.day("2026-03-01")) == nil)
  }
}

extension CalendarDate {
  /// A date of an example; the earliest day there is when the text is no date.
  static func example(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .earliest }
}

extension Moment {
  /// A local date and time of an example: "2007-10-05 10:00".
  static func example(_ text: String) -> Moment {
    let halves = text.split(separator: " ")
    let time = halves.count > 1 ? ClockTime(text: halves[1]) : nil
    return Moment(local: .example(String(halves.first ?? "")), time ?? .midnight)
  }
}
