import Testing

@testable import CaseRules

@Suite("COD-001: offences and the trigger flag")
struct OffenceTests {
  private let list = CodeList.offences

  @Test(
    "COD-001: every listed offence is a trigger offence in September 2007",
    arguments: [
      "T01", "T08", "T09", "T10", "T12", "T12A", "T22", "T25", "F01", "F06", "F07", "M04", "M52",
      "M53", "C01", "C02", "C08", "C09", "C22", "V03", "V04",
    ])
  func trigger(code: String) throws {
    let offence = try #require(list[code])
    #expect(try offence.isTrigger(on: day("2007-09-03")))
    #expect(try offence.isTrigger(on: day("2026-09-03")))
  }

  @Test("COD-001: nothing else is a trigger offence in September 2007")
  func othersAreNot() throws {
    let date = try day("2007-09-03")
    let others = list.codes.filter { $0.code.hasPrefix("N") || $0.code == "T15" }
    #expect(others.count > 25)
    #expect(others.allSatisfy { !$0.isTrigger(on: date) })
  }

  @Test(
    "COD-001: the flag follows the dates of the law",
    arguments: [
      ("T22", "2004-07-26", false), ("T22", "2004-07-27", true), ("C09", "2004-07-26", false),
      ("C09", "2004-07-27", true), ("V03", "2004-07-26", false), ("V04", "2004-07-27", true),
      ("T15", "2007-01-14", true), ("T15", "2007-01-15", false), ("F01", "2007-07-31", false),
      ("F01", "2007-08-01", true), ("C02", "2007-07-31", false), ("T01", "2003-01-01", true),
    ])
  func dated(code: String, on: String, expected: Bool) throws {
    #expect(try #require(list[code]).isTrigger(on: day(on)) == expected)
  }

  @Test(
    "COD-001: words find the offence, examples 8 and 9 among them",
    arguments: [
      ("Attempted burglary", "C09", true), ("attempted TWOC", "N90", false),
      ("Possession of amphetamine", "N30", false), ("possession of crack", "M52", true),
      ("possession of cannabis", "N30", false), ("possession of heroin", "M52", true),
      ("shoplifting", "T01", true), ("twoc", "T12", true),
      ("common assault", "N01", false), ("drunk and disorderly", "N11", false),
      ("soliciting", "N41", false), ("criminal damage", "N20", false), ("arson", "N21", false),
      ("driving disqualified", "N51", false), ("receiving stolen", "T22", true),
      ("t12a", "T12A", true),
      ("begging", "V03", true), ("robbery", "T08", true), ("burglary", "T09", true),
      ("public order", "N10", false), ("going equipped", "T25", true),
      ("pwits heroin", "M53", true),
      ("PWITS cannabis", "N32", false), ("fraud", "F01", true), ("theft", "T01", true),
    ])
  func words(typed: String, code: String, trigger: Bool) throws {
    let date = try day("2007-09-03")
    guard case .one(let found) = list.match(typed, on: date) else {
      Issue.record("\(typed): \(list.match(typed, on: date))")
      return
    }
    #expect(found.code == code)
    #expect(found.isTrigger(on: date) == trigger)
  }

  @Test(
    "COD-001: of several fits the one that begins with the words is first",
    arguments: [
      ("shoplift", "T01"), ("handling", "T22"), ("burgl", "T09"), ("attempted", "C01"),
      ("possession", "M52"), ("assault", "N01"),
    ])
  func bestFirst(typed: String, first: String) throws {
    switch try list.match(typed, on: day("2007-09-03")) {
    case .several(let codes): #expect(codes.first?.code == first)
    case .one(let code): #expect(code.code == first)
    case .none, .retired: Issue.record("\(typed) fits nothing")
    }
  }

  @Test("COD-001: a fraud cannot be older than its Act")
  func fraudBeforeAct() throws {
    let fraud = try #require(list["F01"])
    #expect(try !fraud.isPickable(on: day("2007-01-14")))
    #expect(try fraud.isPickable(on: day("2007-01-15")))
  }
}
