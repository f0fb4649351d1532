import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("What arrest referral workers are told at once")
struct AlertTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine

  init() throws { office = try CustodyOffice() }

  private func today(_ now: Moment, as worker: Worker? = nil) throws -> TodayView {
    let worker = worker ?? office.arw
    let context = try office.context(at: now, as: worker)
    return try office.store.read { try TodayRecords.view(for: worker, in: $0, context) }
  }

  private func look(at ref: RecordRef, _ now: Moment, as worker: Worker? = nil) throws {
    let worker = worker ?? office.arw
    let context = try office.context(at: now, as: worker)
    let by = try Attribution(by: worker.id, as: worker.role, at: now)
    _ = try office.store.write(by) { try EntryFiles.view(ref, in: $0, context) }
  }

  @Test("CUS-005: a trigger arrival that somebody else saved is on Today until a worker has looked")
  func arrival() throws {
    let ref = try office.arrival(by: office.cjit)
    _ = try office.arrival(offence: "N01", cell: "M2", by: office.cjit)
    let now = nine.adding(minutes: 40)
    #expect(try today(now).custodyAlerts.map(\.entry) == [ref])
    #expect(try today(now).custodyAlerts.map(\.at) == [nine])
    #expect(try today(now, as: office.cjit).custodyAlerts.isEmpty)
    try look(at: ref, now, as: office.cjit)
    #expect(try today(now).custodyAlerts.map(\.entry) == [ref], "only an ARW's look counts")
    try look(at: ref, now)
    #expect(try today(now).custodyAlerts.isEmpty)
  }

  @Test("CUS-005: the ARW who saves the arrival is told by that, and nobody is told twice")
  func ownArrival() throws {
    _ = try office.arrival()
    #expect(try today(nine.adding(minutes: 40)).custodyAlerts.isEmpty)
  }

  @Test("CUS-005: seen to, or gone, there is nothing left to be told")
  func settled() throws {
    let approached = try office.arrival(by: office.cjit)
    let gone = try office.arrival(cell: "M2", by: office.cjit)
    try office.approach(approached)
    let left = nine.adding(minutes: 90)
    try office.save(
      DepartureForm.id, about: gone,
      [DepartureForm.how: "NFA", DepartureForm.at: left.uk], at: left, by: office.cjit)
    #expect(try today(left).custodyAlerts.isEmpty)
  }

  struct Day: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let now: Moment
    let isTold: Bool
  }

  @Test(
    "CUS-012, worked example 11: bailed 01/10 to return 15/10, alerts 01/10, 12/10 and 15/10",
    arguments: [
      Day(testDescription: "at departure", now: .at(1, 10, 2007, 16, 0), isTold: true),
      Day(testDescription: "the day after", now: .at(2, 10, 2007, 9, 0), isTold: false),
      Day(testDescription: "Thu 11/10", now: .at(11, 10, 2007, 9, 0), isTold: false),
      Day(testDescription: "Fri 12/10", now: .at(12, 10, 2007, 9, 0), isTold: true),
      Day(testDescription: "the return date", now: .at(15, 10, 2007, 8, 0), isTold: true),
      Day(testDescription: "the day after the return", now: .at(16, 10, 2007, 8, 0), isTold: false),
    ])
  func bail(_ day: Day) throws {
    let ref = try bailed()
    // What was told on the days before has been looked at.
    for earlier in [Moment.at(1, 10, 2007, 16, 0), .at(12, 10, 2007, 9, 0)]
    where earlier.date < day.now.date {
      try look(at: ref, earlier)
    }
    let alerts = try today(day.now).custodyAlerts
    #expect(alerts.map(\.entry) == (day.isTold ? [ref] : []))
    #expect(alerts.allSatisfy { $0.kind == .bail && $0.suite == "Newport" })
    #expect(alerts.allSatisfy { $0.at == .at(15, 10, 2007, 10, 0) })
  }

  @Test("CUS-012: who missed the tellings of several days is told of the return once")
  func missed() throws {
    let ref = try bailed()
    let alerts = try today(.at(15, 10, 2007, 8, 0)).custodyAlerts
    #expect(alerts.map(\.entry) == [ref])
    #expect(alerts.map(\.day.uk) == ["15/10/2007"])
  }

  @Test("CUS-012: without permission a return has a line on Today: suite, time and entry number")
  func returnWithoutName() throws {
    let ref = try bailed()
    let line = try #require(try today(.at(15, 10, 2007, 8, 0)).bailReturns.first)
    #expect(line.ref == ref)
    #expect(line.suite == "Newport")
    #expect(line.returnAt == .at(15, 10, 2007, 10, 0))
    #expect(line.name == nil && line.person == nil)
  }

  @Test("CUS-012: an approach on the day of the return ends the alert and meets the deadline")
  func contacted() throws {
    let ref = try bailed()
    let back = Moment.at(15, 10, 2007, 10, 30)
    try office.save(
      ApproachForm.id, about: ref,
      [ApproachForm.result: "SEE", ApproachForm.at: back.uk], at: back, by: office.cjit)
    #expect(try today(back).custodyAlerts.isEmpty)
    #expect(
      try office.deadlines(about: ref, at: back).contains("Bail return contact 15/10/2007 met"))
  }

  /// Saved by the team, so that no alert counts as shown yet.
  private func bailed() throws -> RecordRef {
    let arrived = Moment.at(1, 10, 2007, 9, 0)
    let left = Moment.at(1, 10, 2007, 15, 0)
    let ref = try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: "T01",
      ], at: arrived, by: office.cjit)
    try office.save(
      DepartureForm.id, about: ref,
      [
        DepartureForm.how: "BR", DepartureForm.at: left.uk, DepartureForm.place: "Newport",
        DepartureForm.nextAt: "15/10/2007 10:00",
      ], at: left, by: office.cjit)
    return ref
  }
}

@Suite("Offers a team leader should look into")
struct FlaggedOfferTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine

  init() throws { office = try CustodyOffice() }

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var after = 20
    var answers: [FieldCode: String] = [:]
    var leaves = false
    let flags: [OfferFlag]
  }

  static let rows = [
    Row(testDescription: "as it should be", flags: []),
    Row(testDescription: "CUS-002: at 60 minutes", after: 60, flags: []),
    Row(testDescription: "CUS-002: at 61 minutes", after: 61, flags: [.late]),
    Row(
      testDescription: "CUS-003: not put positively", answers: [OfferForm.positively: "n"],
      flags: [.notProper]),
    Row(
      testDescription: "CUS-003: independence not explained",
      answers: [OfferForm.independence: ""], flags: [.notProper]),
    Row(
      testDescription: "CUS-001: not offered",
      answers: [OfferForm.result: "NOT", OfferForm.notOffered: "SHI", OfferForm.officer: ""],
      flags: [.notCompliant]),
    Row(
      testDescription: "CUS-001: put off, the detainee is still there",
      answers: [OfferForm.result: "DEF", OfferForm.deferral: "ASL"], flags: []),
    Row(
      testDescription: "CUS-001: put off and never made again",
      answers: [OfferForm.result: "DEF", OfferForm.deferral: "ASL"], leaves: true,
      flags: [.notCompliant]),
    Row(
      testDescription: "CUS-004: by an officer without training",
      answers: [OfferForm.officer: "O-2"], flags: [.untrained]),
    Row(
      testDescription: "CUS-002, CUS-003, CUS-004 together", after: 75,
      answers: [OfferForm.officer: "O-2", OfferForm.positively: "n"],
      flags: [.late, .notProper, .untrained]),
  ]

  @Test("CUS-001 to CUS-004: what the list and the team leader's Today hold", arguments: rows)
  func flagged(_ row: Row) throws {
    try office.save(
      OfficerForm.id, [OfficerForm.name: "PC Tully", OfficerForm.active: "y"])
    let ref = try office.arrival(offence: "N01")
    let at = nine.adding(minutes: row.after)
    try office.save(
      OfferForm.id, about: ref,
      [
        OfferForm.result: "ACC", OfferForm.at: at.uk, OfferForm.officer: office.officer.text,
        OfferForm.positively: "y", OfferForm.independence: "y",
      ].merging(row.answers) { $1 }, at: max(at, nine.adding(minutes: 30)))
    let left = nine.adding(minutes: 200)
    if row.leaves { try office.depart(ref, "NFA", at: left) }
    let wanted = row.flags.isEmpty ? [] : [row.flags]
    #expect(try listed(at: left).map(\.flags) == wanted)
    #expect(try today(left, as: office.teamLeader).map(\.flags) == wanted)
    #expect(try today(left, as: office.arw).isEmpty, "it is the team leader's")
    #expect(try today(left.adding(minutes: 8 * 1440), as: office.teamLeader).isEmpty)
  }

  @Test("CUS-004: the list follows the date of the training as it is corrected")
  func trainedLater() throws {
    let ref = try office.arrival(offence: "N01")
    try office.offer(ref)
    #expect(try listed(at: nine.adding(minutes: 60)).isEmpty)
    func train(on day: String) throws {
      try office.save(
        OfficerForm.id, about: office.officer,
        [
          OfficerForm.name: "PS Hale", OfficerForm.collar: "41", OfficerForm.trainedOn: day,
          OfficerForm.active: "y",
        ], at: .at(9, 10, 2007, 9, 0))
    }
    try train(on: "08/10/2007")
    #expect(try listed(at: nine.adding(minutes: 60)).map(\.flags) == [[.untrained]])
    try train(on: "05/10/2007")
    #expect(try listed(at: nine.adding(minutes: 60)).isEmpty)
  }

  @Test(
    "CUS-022: roles without the board get no list of offers", arguments: [Role.dio, .supt, .adm])
  func refused(_ role: Role) throws {
    let context = try office.context(as: Worker(id: WorkerID(99), name: "Pat Stone", role: role))
    #expect(throws: StoreError.self) {
      try office.store.read {
        try CustodyBoard.flaggedOffers(
          from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
      }
    }
  }

  private func listed(at now: Moment) throws -> [FlaggedOfferLine] {
    let context = try office.context(at: now, as: office.teamLeader)
    return try office.store.read {
      try CustodyBoard.flaggedOffers(from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
    }
  }

  private func today(_ now: Moment, as worker: Worker) throws -> [FlaggedOfferLine] {
    let context = try office.context(at: now, as: worker)
    return try office.store.read {
      try TodayRecords.view(for: worker, in: $0, context).flaggedOffers
    }
  }
}
