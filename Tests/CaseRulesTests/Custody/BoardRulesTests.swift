import CaseRules
import Testing

@Suite("The board: order, sweep, permission, purge")
struct BoardRulesTests {
  static let shoplifting = CustodyEntry.example(1, arrived: .at(5, 10, 2007, 9, 0), cell: "M1")
  static let assault = CustodyEntry.example(
    2, arrived: .at(5, 10, 2007, 8, 30), isTrigger: false, cell: "M2")
  static let burglary = CustodyEntry.example(3, arrived: .at(5, 10, 2007, 9, 20), cell: "F1")

  @Test("CUS-007, worked example 1: trigger offences first, then earliest arrival")
  func order() {
    let list = [Self.assault, Self.burglary, Self.shoplifting].sorted { $0.order < $1.order }
    #expect(list.map(\.arrived.time.text) == ["09:00", "09:20", "08:30"])
  }

  @Test("CUS-006, worked example 1: a sweep waits for the trigger detainees")
  func sweepBlocked() {
    let waiting = SweepRules.waiting([Self.assault, Self.burglary, Self.shoplifting])
    #expect(waiting.map(\.cell) == ["M1", "F1"])
    let findings = SweepRules.findings(waiting)
    #expect(findings.map(\.rule) == ["CUS-006"])
    #expect(findings.map(\.force) == [.blocks])
  }

  @Test("CUS-006, worked example 2: one seen, the other with a reason, and the sweep may start")
  func sweepAllowed() {
    var (one, two) = (Self.shoplifting, Self.burglary)
    one.approaches = [.example()]
    two.approaches = [.example(2, .notAvailable(.solicitor))]
    #expect(SweepRules.findings(SweepRules.waiting([one, two, Self.assault])).isEmpty)
  }

  @Test("CUS-006: a refusal counts as a result, and whoever has left is not waited for")
  func sweepEdges() {
    var (one, two) = (Self.shoplifting, Self.burglary)
    one.approaches = [.example(1, .refused)]
    two.departure = Departure(kind: .noFurtherAction, at: .at(5, 10, 2007, 11, 0))
    #expect(SweepRules.waiting([one, two]).isEmpty)
  }

  @Test("CUS-005: the response time runs to the first time worker and detainee spoke")
  func response() {
    var entry = Self.shoplifting
    #expect(entry.responseMinutes == nil)
    entry.approaches = [
      .example(1, .notAvailable(.doctor), at: .at(5, 10, 2007, 9, 10)),
      .example(2, .seen, at: .at(5, 10, 2007, 9, 45)),
    ]
    #expect(entry.responseMinutes == 45)
  }

  @Test("CUS-010, worked example 3: nothing before the time of the permission")
  func permissionTime() {
    let permission = PermissionState([.example(at: .at(5, 10, 2007, 10, 10))])
    #expect(
      PermissionRules.findings(permission, now: .at(5, 10, 2007, 10, 5)).map(\.force) == [.blocks])
    #expect(PermissionRules.findings(permission, now: .at(5, 10, 2007, 10, 10)).isEmpty)
  }

  @Test("CUS-011, worked example 4: no free text after a refusal, nor before anybody asked")
  func freeText() {
    let now = Moment.at(5, 10, 2007, 12, 0)
    let refused = PermissionState([.example(given: false)])
    let words = "heroin user"
    for state in [refused, .notAsked] {
      let findings = PermissionRules.findings(
        onFreeText: words, field: "notes", state, now: now)
      #expect(findings.map(\.rule) == ["CUS-011"])
      #expect(findings.map(\.force) == [.blocks])
    }
    #expect(PermissionRules.findings(onFreeText: "", field: "notes", refused, now: now).isEmpty)
    let given = PermissionState([.example(given: false), .example(2, at: .at(5, 10, 2007, 11, 0))])
    #expect(PermissionRules.findings(onFreeText: words, field: "notes", given, now: now).isEmpty)
  }

  @Test("The newest answer on permission counts; of two at one minute the later record")
  func newestPermission() {
    let yes = Permission.example(1, given: true)
    let no = Permission.example(2, given: false)
    #expect(PermissionState([yes, no]) == .refused(at: no.at))
    #expect(PermissionState([no, yes]) == .refused(at: no.at))
    #expect(PermissionState([]) == .notAsked)
  }

  @Test("CUS-011: a cell is a short mark, not a note", arguments: ["M12", "12", "F 3", "JUV2"])
  func cells(_ mark: String) {
    #expect(PermissionRules.isCellMark(mark))
    #expect(!PermissionRules.isCellMark("heroin"))
    #expect(!PermissionRules.isCellMark("M12 uses heroin"))
  }

  @Test("CUS-011: 24 hours after leaving, or after the bail or court date if later")
  func purge() {
    var entry = Self.shoplifting
    #expect(BoardPurge.due(entry, hours: 24) == nil)
    entry.departure = Departure(kind: .noFurtherAction, at: .at(5, 10, 2007, 15, 0))
    #expect(BoardPurge.due(entry, hours: 24) == .at(6, 10, 2007, 15, 0))
    entry.departure = EntryStateTests.bail
    #expect(BoardPurge.due(entry, hours: 24) == .at(16, 10, 2007, 14, 0))
    entry.departure = EntryStateTests.hearing
    #expect(BoardPurge.due(entry, hours: 48) == .at(10, 10, 2007, 10, 0))
    entry.permissions = [.example(given: false)]
    #expect(BoardPurge.due(entry, hours: 24) != nil)
    entry.permissions = [.example(given: true)]
    #expect(BoardPurge.due(entry, hours: 24) == nil)
  }

  @Test("CUS-012, worked example 11: at departure, the working day before, and the day itself")
  func bailAlerts() {
    let days = BailAlerts.days(
      departed: .at(1, 10, 2007, 16, 0), returns: .at(15, 10, 2007, 10, 0),
      in: .englandAndWales)
    #expect(days == [.on(1, 10, 2007), .on(12, 10, 2007), .on(15, 10, 2007)])
  }

  @Test("CUS-012: each day once, and none before the departure")
  func shortBail() {
    let days = BailAlerts.days(
      departed: .at(15, 10, 2007, 9, 0), returns: .at(15, 10, 2007, 18, 0),
      in: .englandAndWales)
    #expect(days == [.on(15, 10, 2007)])
    let nextDay = BailAlerts.days(
      departed: .at(15, 10, 2007, 9, 0), returns: .at(16, 10, 2007, 18, 0),
      in: .englandAndWales)
    #expect(nextDay == [.on(15, 10, 2007), .on(16, 10, 2007)])
  }

  @Test("CUS-012: only trigger detainees bailed to return are announced")
  func whoIsAnnounced() {
    var entry = Self.shoplifting
    entry.departure = EntryStateTests.bail
    #expect(BailAlerts.days(for: entry, in: .englandAndWales).count == 3)
    entry.isTrigger = false
    #expect(BailAlerts.days(for: entry, in: .englandAndWales).isEmpty)
    entry.isTrigger = true
    entry.departure = EntryStateTests.hearing
    #expect(BailAlerts.days(for: entry, in: .englandAndWales).isEmpty)
  }

  @Test("CUS-013: the court list holds those charged with a trigger offence and not seen")
  func courtList() {
    var entry = Self.shoplifting
    #expect(!CourtListRules.isListed(entry))
    entry.departure = EntryStateTests.hearing
    #expect(CourtListRules.isListed(entry))
    entry.approaches = [.example(1, .refused)]
    #expect(CourtListRules.isListed(entry))
    entry.approaches = [.example(1, .seen)]
    #expect(!CourtListRules.isListed(entry))
    entry.approaches = []
    entry.isTrigger = false
    #expect(!CourtListRules.isListed(entry))
    entry.isTrigger = true
    entry.departure = EntryStateTests.bail
    #expect(!CourtListRules.isListed(entry))
  }
}
