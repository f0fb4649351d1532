import Testing

@testable import CaseRules

@Suite("COD: what the lists hold")
struct ListContentTests {
  @Test(
    "COD-002, COD-004, COD-005, COD-008, COD-009, COD-010: the codes of each list",
    arguments: [
      (CodeListID.sourceGrades, "A B C D E"), (.informationGrades, "1 2 3 4 5"),
      (.handlingCodes, "1 2 3 4 5"), (.routes, "INJ SMK SNF ORL SUB SKN OTH"),
      (
        .ethnicity,
        "W1 W2 W3 W9 M1 M2 M3 M9 A1 A2 A3 A4 A9 B1 B2 B9 O1 O2 O9 NS"
      ),
      (.accommodation, "1 2 3 9"),
      (.outcomes, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"),
      (.modalities, "ADV NEX BRI OUT COO SPR GPR PSY DAY DTX AFT INP RES"),
      (
        .drugs,
        "HER MTD MTS BUP OPI CRK COC AMP MET MDM KHA LSD MSH CAN BNZ KET GHB GAB NPS STE SOL "
          + "ALC OTH"
      ),
    ])
  func codes(id: CodeListID, expected: String) throws {
    let list = try #require(CodeBook.seeded[id])
    #expect(list.codes.map(\.code).joined(separator: " ") == expected)
  }

  @Test("COD-002: another grade is not taken")
  func otherGrade() {
    #expect(CodeList.sourceGrades.match("F") == .none)
    #expect(CodeList.informationGrades.match("6") == .none)
  }

  @Test(
    "COD-003: the class of a drug on a day",
    arguments: [
      ("HER", "2007-09-03", DrugClass.a), ("CAN", "2004-01-28", .b), ("CAN", "2004-01-29", .c),
      ("CAN", "2009-01-25", .c), ("CAN", "2009-01-26", .b), ("KET", "2005-12-31", .none),
      ("KET", "2006-01-01", .c), ("KET", "2014-06-10", .b), ("GHB", "2022-04-12", .c),
      ("GHB", "2022-04-13", .b), ("GAB", "2019-03-31", .none), ("GAB", "2019-04-01", .c),
      ("KHA", "2014-06-23", .none), ("KHA", "2014-06-24", .c), ("ALC", "2026-01-01", .none),
      ("SOL", "2026-01-01", .none), ("OPI", "2026-01-01", .varies), ("BUP", "2026-01-01", .c),
      ("AMP", "2026-01-01", .b), ("BNZ", "2026-01-01", .c), ("NPS", "2026-01-01", .varies),
    ])
  func drugClass(code: String, on: String, expected: DrugClass) throws {
    #expect(try #require(CodeList.drugs[code]).drugClass(on: day(on)) == expected)
  }

  @Test("COD-003: every drug has a class on any day; injected amphetamine is class A")
  func everyDrug() throws {
    let date = try day("2007-09-03")
    #expect(CodeList.drugs.codes.allSatisfy { $0.drugClass(on: date) != nil })
    let amphetamine = try #require(CodeList.drugs["AMP"])
    #expect(amphetamine.drugClass(on: date, injected: true) == .a)
    #expect(CodeList.routes.codes[0].drugClass(on: date) == nil)
  }

  @Test("COD-003: units, the usual one first, and the drugs that testing names")
  func units() {
    #expect(CodeList.drugs["HER"]?.units == ["g", "bags"])
    #expect(CodeList.drugs["CRK"]?.units == ["rocks", "g"])
    #expect(CodeList.drugs["OTH"]?.units == [])
    let specified = CodeList.drugs.codes.filter(\.isSpecifiedClassA).map(\.code)
    #expect(specified == ["HER", "CRK", "COC"])
  }

  @Test("COD-005: the groups of 2011 are picked from that census on, the old Chinese until then")
  func ethnicity() throws {
    let before = try CodeList.ethnicity.pickable(on: day("2007-09-03")).map(\.code)
    let after = try CodeList.ethnicity.pickable(on: day("2026-09-03")).map(\.code)
    #expect(before.count == 17)
    #expect(!before.contains("W3") && before.contains("O1"))
    #expect(after.count == 19)
    #expect(after.contains("W3") && after.contains("A4") && after.contains("O2"))
    #expect(!after.contains("O1"))
  }

  @Test("COD-008: words of the street find the need")
  func accommodation() {
    #expect(CodeList.accommodation.match("nfa") == CodeList.accommodation.match("1"))
    #expect(CodeList.accommodation.match("hostel") == CodeList.accommodation.match("2"))
  }

  @Test("COD-010: modalities belong to tiers 2 to 4")
  func tiers() {
    let tiers = CodeList.modalities.codes.map(\.tier)
    #expect(tiers == [2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4])
  }

  @Test("COD-011: the score is five items of 0 to 2, and nothing outside 0 to 10")
  func oasys() {
    #expect(OASysDrugScore.total(of: [2, 2, 2, 2, 2]) == 10)
    #expect(OASysDrugScore.total(of: [0, 0, 0, 0, 0]) == 0)
    #expect(OASysDrugScore.total(of: [2, 2, 2, 2]) == nil)
    #expect(OASysDrugScore.total(of: [3, 0, 0, 0, 0]) == nil)
    #expect(OASysDrugScore.finding(on: 10) == nil)
    #expect(OASysDrugScore.finding(on: 11)?.force == .blocks)
    #expect(OASysDrugScore.finding(on: -1)?.rule == "COD-011")
    #expect(OASysDrugScore.contactThreshold == 4)
  }
}
