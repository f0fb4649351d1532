import CaseRules
@testable import CaseStore
import SQLite
import Testing

@Suite("Departures, bail, court and the purge, in the file")
struct DepartureTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine

  init() throws { office = try CustodyOffice() }

  private func returns(on day: CalendarDate) throws -> [BailReturnLine] {
    let context = try office.context(at: Moment(local: day, ClockTime(minutesOfDay: 540)))
    return try office.store.read { try CustodyBoard.bailReturns(on: day, in: $0, context) }
  }

  private func courtList(on day: CalendarDate) throws -> [CourtLine] {
    let context = try office.context(at: Moment(local: day, ClockTime(minutesOfDay: 540)))
    return try office.store.read { try CustodyBoard.courtList(on: day, in: $0, context) }
  }

  @Test("CUS-012, worked example 11: told on 01/10, on Fri 12/10 and on 15/10, without a name")
  func bailReturn() throws {
    let arrived = Moment.at(1, 10, 2007, 9, 0)
    let left = Moment.at(1, 10, 2007, 16, 0)
    let back = Moment.at(15, 10, 2007, 10, 0)
    let ref = try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: "T01",
      ], at: arrived)
    try office.depart(ref, "BR", at: left, place: "Newport", next: back)
    let days = (1...16).filter { day in
      (try? returns(on: .on(day, 10, 2007)).map(\.ref) == [ref]) == true
    }
    #expect(days == [1, 12, 15])
    let line = try returns(on: .on(15, 10, 2007)).first
    #expect(line?.name == nil)
    #expect(line?.suite == "Newport")
    #expect(line?.contacted == false)
    #expect(try office.file(ref, at: left).state == .followUp)
    #expect(
      try office.deadlines(about: ref, at: back).contains("Bail return contact 15/10/2007 due_soon")
    )

    try office.approach(ref, at: back)
    #expect(try returns(on: .on(15, 10, 2007)).first?.contacted == true)
    #expect(
      try office.deadlines(about: ref, at: back).contains("Bail return contact 15/10/2007 met"))
  }

  @Test("CUS-012: a corrected return date moves the reminders and the deadline")
  func correctedReturn() throws {
    let ref = try office.arrival()
    let left = nine.adding(minutes: 240)
    try office.depart(ref, "BR", at: left, place: "Newport", next: .at(15, 10, 2007, 10, 0))
    try office.depart(ref, "BR", at: left, place: "Newport", next: .at(22, 10, 2007, 10, 0))
    #expect(try returns(on: .on(15, 10, 2007)).isEmpty)
    #expect(try returns(on: .on(22, 10, 2007)).count == 1)
    #expect(
      try office.deadlines(about: ref, at: left)
        .contains("Bail return contact 22/10/2007 running"))
    #expect(try office.count("SELECT count(*) FROM custody_fact WHERE kind = 'departure'") == 1)

    try office.depart(ref, "NFA", at: left)
    #expect(try returns(on: .on(22, 10, 2007)).isEmpty)
    #expect(try office.file(ref, at: left).state == .departed)
    #expect(
      try office.deadlines(about: ref, at: left)
        .contains("Bail return contact 22/10/2007 not_applicable"))
  }

  @Test("CUS-013: the morning list, and a missed attendance that needs a reason")
  func court() throws {
    let hearing = Moment.at(8, 10, 2007, 10, 0)
    let left = nine.adding(minutes: 240)
    let listed = try office.arrival(cell: "M1")
    try office.depart(listed, "CC", at: left, place: "Newport court", next: hearing)
    let seen = try office.arrival(cell: "M2")
    try office.approach(seen)
    try office.depart(seen, "CB", at: left, place: "Newport court", next: hearing)
    let assault = try office.arrival(offence: "N01", cell: "M3")
    try office.depart(assault, "CB", at: left, place: "Newport court", next: hearing)

    let lines = try courtList(on: .on(8, 10, 2007))
    #expect(lines.map(\.ref) == [listed])
    #expect(lines.first?.onBail == false)
    #expect(lines.first?.court == "Newport court")
    #expect(try courtList(on: .on(9, 10, 2007)).isEmpty)

    let missed: [FieldCode: String] = [CourtAttendanceForm.attended: "n"]
    #expect(
      try office.refusals(CourtAttendanceForm.id, about: listed, missed, at: left)
        == ["GEN-007 blocks", "CUS-013 warns"], "the hearing is still to come")
    #expect(
      try office.refusals(CourtAttendanceForm.id, about: listed, missed, at: hearing)
        == ["CUS-013 warns"])
    try office.save(
      CourtAttendanceForm.id, about: listed, missed, at: hearing,
      reasons: ["CUS-013": "Needed in the suite for three arrivals"])
    let after = try courtList(on: .on(8, 10, 2007)).first
    #expect(after?.attended == false)
    #expect(after?.missedReason == "Needed in the suite for three arrivals")
  }

  struct Charged: CustomTestStringConvertible, Sendable {
    let offence: String
    let how: String
    let approach: String?
    var testDescription: String { "\(offence) \(how) \(approach ?? "not approached")" }
  }

  @Test(
    "CUS-013: the list of the file holds who the rule lists, and nobody else",
    arguments: ["T01", "N01"].flatMap { offence in
      ["CC", "CB", "BR", "NFA"].flatMap { how in
        [nil, "SEE", "REF"].map { Charged(offence: offence, how: how, approach: $0) }
      }
    })
  func listed(_ row: Charged) throws {
    let hearing = Moment.at(8, 10, 2007, 10, 0)
    let left = nine.adding(minutes: 240)
    let ref = try office.arrival(offence: row.offence)
    if let approach = row.approach { try office.approach(ref, approach) }
    let isOver = row.how == "NFA"
    try office.depart(
      ref, row.how, at: left, place: isOver ? "" : "Newport", next: isOver ? nil : hearing)
    let entry = try office.file(ref, at: left).entry
    let isListed = row.offence == "T01" && ["CC", "CB"].contains(row.how) && row.approach != "SEE"
    #expect(CourtListRules.isListed(entry) == isListed)
    #expect(try courtList(on: hearing.date).map(\.ref) == (isListed ? [ref] : []))
  }

  @Test("CUS-011: without permission the entry turns into counts a day after it is over")
  func purge() throws {
    let left = nine.adding(minutes: 240)
    let gone = try office.arrival(cell: "M1")
    try office.offer(gone)
    try office.approach(gone, "REF")
    try office.depart(gone, "NFA", at: left)
    let kept = try office.arrival(cell: "M2")
    try office.permit(kept)
    try office.depart(kept, "NFA", at: left)
    let bailed = try office.arrival(cell: "M3")
    try office.depart(bailed, "BR", at: left, place: "Newport", next: .at(15, 10, 2007, 10, 0))

    func run(at now: Moment) throws -> Int {
      try office.store.purgeBoard(in: try office.context(at: now)) {
        try Attribution(by: office.arw.id, as: .arw, at: now)
      }
    }
    #expect(try run(at: left.adding(minutes: 24 * 60 - 1)) == 0)
    #expect(try run(at: left.adding(minutes: 24 * 60)) == 1)
    #expect(try office.count("SELECT count(*) FROM custody_entry") == 2)
    #expect(try office.count("SELECT count(*) FROM custody_fact WHERE kind = 'approach'") == 0)
    #expect(throws: StoreError.notFound) { try office.file(gone) }
    #expect(try office.file(kept).ref == kept)
    let entries = try office.count("SELECT count(*) FROM audit")
    #expect(try run(at: left.adding(minutes: 24 * 60)) == 0, "a second run does nothing")
    #expect(throws: CustodyPurge.NothingIsDue.self, "nor one that a colleague's came before") {
      let context = try office.context(at: left.adding(minutes: 24 * 60))
      let by = try Attribution(by: office.arw.id, as: .arw, at: context.now)
      return try office.store.write(by) { try CustodyPurge.run(in: $0, context) }
    }
    #expect(try office.count("SELECT count(*) FROM audit") == entries, "nothing for nothing")
    #expect(try run(at: .at(16, 10, 2007, 10, 0)) == 1)

    let context = try office.context(as: office.teamLeader)
    let october = try office.store.read {
      try Attrition.lines(from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
    }.first
    #expect(october?.trigger[.arrived] == 3, "counts and entries together")
    #expect(october?.trigger[.accepted] == 1)
    #expect(october?.trigger[.seen] == 0)
    #expect(
      try office.count(
        "SELECT count(*) FROM deadline WHERE subject_kind = 'C' AND not_applicable IS NULL AND met_day IS NULL"
      ) == 1, "what is left open belongs to the entry that stays")
  }

  @Test("CUS-011: half-typed forms about the detention and about its facts go with it")
  func draftsGoWithIt() throws {
    let left = nine.adding(minutes: 240)
    let ref = try office.arrival()
    try office.offer(ref)
    let fact = try #require(try office.file(ref).entry.offer?.ref)
    try office.depart(ref, "NFA", at: left)
    for (form, about) in [
      (ApproachForm.id, ref), (StrikeForm.id, fact), (OfferCorrectionForm.id, fact),
    ] {
      let kept = KeptDraft(
        form: form, about: about, draft: FormDraft(texts: ["reason": "About a detainee"]))
      _ = try office.store.keepDraft(nil, kept, by: office.arw.id, at: left)
    }
    let context = try office.context(at: left.adding(minutes: 24 * 60))
    try office.store.purgeBoard(in: context) {
      try Attribution(by: office.arw.id, as: .arw, at: context.now)
    }
    #expect(try office.count("SELECT count(*) FROM draft") == 0)
    #expect(try office.count("SELECT count(*) FROM draft_entry") == 0)
  }

  @Test(
    "GEN-004: a closed detention keeps what it was closed on, by whatever door; CUS-011: a no does not"
  )
  func closedStands() throws {
    let ref = try office.arrival(offence: "N01")
    try office.offer(ref)
    try office.permit(ref)
    let left = nine.adding(minutes: 120)
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.notes: "Wants a script"], at: left)
    try office.depart(ref, "NFA", at: left)
    try office.save(CloseEntryForm.id, about: ref, [:], at: left)
    #expect(
      try office.refusals(
        ArrivalForm.id, about: ref,
        [
          ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: nine.uk,
          ArrivalForm.offence: "T01",
        ], at: left) == ["GEN-004 blocks"])
    #expect(
      try office.refusals(
        DepartureForm.id, about: ref,
        [DepartureForm.how: "NFA", DepartureForm.at: left.uk], at: left) == ["GEN-004 blocks"])
    #expect(
      try office.refusals(
        CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.offence: "T01"], at: left)
        == ["GEN-004 blocks"])
    #expect(try office.file(ref, at: left).state == .closed)
    try office.permit(ref, "n", at: left)
    #expect(try office.file(ref, at: left).entry.details == nil)
    #expect(try office.file(ref, at: left).state == .closed)
  }

  @Test("CUS-011: the hours are a setting")
  func purgeHours() throws {
    let left = nine.adding(minutes: 240)
    let ref = try office.arrival()
    try office.depart(ref, "NFA", at: left)
    let by = try office.temporary.attribution()
    try office.store.write(by) { try $0.changeSetting(.boardPurgeHours, to: "48") }
    let context = try office.context(at: left.adding(minutes: 47 * 60))
    #expect(try !office.store.read { try CustodyPurge.isDue(in: $0, context) })
    #expect(try office.file(ref, at: left).purgeDue == .at(7, 10, 2007, 13, 0))
  }

  @Test("GEN-007: the hearing is not before the departure, the departure not before the arrival")
  func order() throws {
    let ref = try office.arrival()
    let left = nine.adding(minutes: 60)
    let refused = try office.refusals(
      DepartureForm.id, about: ref,
      [
        DepartureForm.how: "CB", DepartureForm.at: left.uk, DepartureForm.place: "Newport court",
        DepartureForm.nextAt: nine.uk,
      ], at: left)
    #expect(refused == ["GEN-007 blocks"])
    let early = try office.refusals(
      DepartureForm.id, about: ref,
      [DepartureForm.how: "NFA", DepartureForm.at: nine.adding(minutes: -5).uk], at: left)
    #expect(early == ["GEN-007 blocks"])
    let nowhere = try office.refusals(
      DepartureForm.id, about: ref, [DepartureForm.how: "BR", DepartureForm.at: left.uk], at: left)
    #expect(nowhere == ["CUS-001 blocks", "CUS-001 blocks"], "place and time are needed")
  }
}
