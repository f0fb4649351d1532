import CaseRules
@testable import CaseStore
import SQLite
import StoreTestSupport
import Testing

@Suite("The custody board in the file")
struct BoardTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine

  init() throws { office = try CustodyOffice() }

  private func lines(
    at now: Moment = CustodyOffice.nine.adding(minutes: 30), departed: Bool = false
  ) throws -> [BoardLine] {
    let context = try office.context(at: now)
    return try office.store.read {
      try CustodyBoard.lines(includingDeparted: departed, in: $0, context)
    }
  }

  @Test("CUS-007, CUS-006, worked examples 1 and 2: the order, and the sweep that waits")
  func orderAndSweep() throws {
    let theft = try office.arrival(offence: "T01", cell: "M1", at: nine)
    _ = try office.arrival(offence: "N01", cell: "M2", at: nine.adding(minutes: -30))
    let burglary = try office.arrival(offence: "T09", cell: "F1", at: nine.adding(minutes: 20))
    #expect(try lines().map(\.arrived.time.text) == ["09:00", "09:20", "08:30"])
    #expect(try lines().map(\.isTrigger) == [true, true, false])

    let sweep: [FieldCode: String] = [SweepForm.started: nine.adding(minutes: 30).uk]
    #expect(try office.refusals(SweepForm.id, about: office.suite, sweep) == ["CUS-006 blocks"])
    #expect(try office.count("SELECT count(*) FROM cell_sweep") == 0)

    try office.approach(theft)
    try office.approach(burglary, "NA", reason: "SOL", at: nine.adding(minutes: 45))
    try office.save(SweepForm.id, about: office.suite, sweep, at: nine.adding(minutes: 50))
    #expect(try office.count("SELECT count(*) FROM cell_sweep") == 1)
  }

  @Test("CUS-005: a trigger arrival is announced at once, and the offence itself is not kept")
  func triggerArrival() throws {
    let outcome = try office.submit(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "newport", ArrivalForm.cell: "M1", ArrivalForm.arrived: nine.uk,
        ArrivalForm.offence: "shoplifting",
      ])
    guard case .saved(let ref, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(notes.count == 1)
    #expect(notes.first?.contains("CUS-005") == true)
    #expect(try office.deadlines(about: ref) == ["Offer due_soon", "Trigger alert met"])
    #expect(try office.count("SELECT count(*) FROM custody_entry WHERE offence IS NOT NULL") == 0)
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    #expect(trail.allSatisfy { $0.detail?.contains("T01") != true })
  }

  @Test("CUS-001: a correction shows the minute of the arrival, and keeps the seconds on record")
  func secondsOfArrival() throws {
    let exact = nine.adding(seconds: 41)
    let entry = try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "newport", ArrivalForm.cell: "M1",
        ArrivalForm.arrived: Answer.dateTime(exact).raw, ArrivalForm.trigger: "n",
      ])
    let context = try office.context(at: nine.adding(minutes: 5))
    func answers() throws -> [FieldCode: String] {
      try office.store.read {
        try FormDesk.open(ArrivalForm.id, about: entry, on: $0, in: context).draft.texts
      }
    }
    func arrived() throws -> Moment { try office.file(entry, at: context.now).entry.arrived }
    #expect(try answers()[ArrivalForm.arrived] == nine.uk)
    try office.save(
      ArrivalForm.id, about: entry, try answers().merging([ArrivalForm.cell: "M2"]) { $1 })
    #expect(try arrived() == exact)
    let later = nine.adding(minutes: 1)
    try office.save(
      ArrivalForm.id, about: entry,
      try answers().merging([ArrivalForm.arrived: later.uk]) { $1 })
    #expect(try arrived() == later)
  }

  @Test("CUS-001: an arrival in a cell that is taken waits for a reason; an empty one does not")
  func takenCell() throws {
    let there = try office.arrival(cell: "M1")
    let answers: [FieldCode: String] = [
      ArrivalForm.suite: "NPT", ArrivalForm.cell: "m1", ArrivalForm.arrived: nine.uk,
      ArrivalForm.trigger: "n",
    ]
    #expect(try office.refusals(ArrivalForm.id, answers) == ["CUS-001 warns"])
    let second = try office.save(
      ArrivalForm.id, answers, reasons: ["CUS-001": "Two share the cell tonight"])
    #expect(
      try office.refusals(
        ArrivalForm.id, answers.merging([ArrivalForm.cell: "M2"]) { $1 }) == [])
    // Of two who shared it one is still there.
    try office.depart(there, "NFA", at: nine.adding(minutes: 20))
    #expect(try office.refusals(ArrivalForm.id, answers) == ["CUS-001 warns"])
    try office.depart(second, "NFA", at: nine.adding(minutes: 20))
    #expect(try office.refusals(ArrivalForm.id, answers) == [])
  }

  @Test("CUS-001: nobody is in two cells without a reason")
  func inTwoCells() throws {
    let person = try office.person()
    let first = try office.arrival(cell: "M1")
    let second = try office.arrival(cell: "M2")
    for entry in [first, second] { try office.permit(entry) }
    try office.link(first, to: person)
    let linking = [CustodyDetailsForm.person: person.text]
    let now = nine.adding(minutes: 60)
    #expect(
      try office.refusals(CustodyDetailsForm.id, about: second, linking, at: now)
        == ["CUS-001 warns"])
    try office.save(
      CustodyDetailsForm.id, about: second, linking, at: now,
      reasons: ["CUS-001": "Moved, and put on the board twice"])
    #expect(
      try office.refusals(CustodyDetailsForm.id, about: second, linking, at: now) == [],
      "answered for once")
  }

  @Test("The pane counts whom the board lists, and refuses whom the board refuses")
  func counted() throws {
    _ = try office.arrival()
    try office.depart(try office.arrival(cell: "M2"), "NFA", at: nine.adding(minutes: 60))
    let context = try office.context(at: nine.adding(minutes: 90))
    let (lines, count) = try office.store.read {
      (
        try CustodyBoard.lines(in: $0, context), try CustodyBoard.inCustodyCount(in: $0, context)
      )
    }
    #expect(lines.count == 1 && count == 1)
    let police = try office.context(as: office.intelligence)
    #expect(throws: StoreError.self) {
      try office.store.read { try CustodyBoard.inCustodyCount(in: $0, police) }
    }
  }

  @Test("CUS-005: an alert waits for an arrest referral worker, who is told when opening the entry")
  func alertWaits() throws {
    let ref = try office.arrival(by: office.cjit)
    let now = nine.adding(minutes: 40)
    let context = try office.context(at: now)
    let waiting = try office.store.read { try CustodyAlerts.waiting(in: $0, context) }
    #expect(waiting.map(\.entry) == [ref])
    #expect(waiting.map(\.kind) == [.arrival])
    #expect(try office.deadlines(about: ref, at: now).last == "Trigger alert due_soon")

    let by = try Attribution(by: office.arw.id, as: .arw, at: now)
    _ = try office.store.write(by) { try EntryFiles.view(ref, in: $0, context) }
    #expect(try office.store.read { try CustodyAlerts.waiting(in: $0, context) }.isEmpty)
    #expect(try office.deadlines(about: ref, at: now).last == "Trigger alert met")
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    #expect(trail.first?.kind == "custody.view", "GEN-003: the look is in the trail")
  }

  @Test("CUS-005: no offence chosen, so the flag is as told; an offence decides it by itself")
  func flag() throws {
    let answers: [FieldCode: String] = [
      ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: nine.uk,
    ]
    #expect(try office.refusals(ArrivalForm.id, answers) == ["CUS-001 blocks"])
    let told = try office.save(ArrivalForm.id, answers.merging([ArrivalForm.trigger: "y"]) { $1 })
    #expect(try office.file(told).entry.isTrigger)
    let decided = try office.save(
      ArrivalForm.id,
      answers.merging([
        ArrivalForm.cell: "M2", ArrivalForm.trigger: "y",
        ArrivalForm.offence: "possession of cannabis",
      ]) { $1 })
    #expect(try !office.file(decided).entry.isTrigger, "worked example 8: cannabis only")
    let heroin = try office.arrival(offence: "possession of heroin")
    #expect(try office.file(heroin).entry.isTrigger, "worked example 8: heroin")
  }

  @Test("CUS-002: the offer deadline runs 60 minutes and is met by any result")
  func offerDeadline() throws {
    let late = try office.arrival(offence: "N01")
    let hour = nine.adding(minutes: 61)
    #expect(try office.deadlines(about: late, at: hour) == ["Offer overdue"])
    #expect(try lines(at: hour).first?.offerIsLate == true)
    #expect(try lines(at: nine.adding(minutes: 60)).first?.offerIsLate == false)

    let outcome = try office.submit(
      OfferForm.id, about: late,
      [
        OfferForm.result: "acc", OfferForm.at: hour.uk, OfferForm.officer: office.officer.text,
        OfferForm.positively: "y", OfferForm.independence: "y",
      ], at: hour)
    guard case .saved(_, let flags, _) = outcome else {
      Issue.record("GEN-001: a late offer is kept, not refused: \(outcome)")
      return
    }
    #expect(flags.map(\.rule) == ["CUS-002"])
    #expect(try office.deadlines(about: late, at: hour) == ["Offer met_late"])
  }

  @Test("CUS-003, CUS-001: offers that are not as they should be are kept and listed")
  func flaggedOffers() throws {
    let ref = try office.arrival(offence: "N01")
    try office.save(
      OfferForm.id, about: ref,
      [
        OfferForm.result: "refused", OfferForm.at: nine.adding(minutes: 10).uk,
        OfferForm.officer: "O-1", OfferForm.positively: "y",
      ])
    let other = try office.arrival(offence: "N01", cell: "M2")
    try office.save(
      OfferForm.id, about: other,
      [
        OfferForm.result: "NOT", OfferForm.notOffered: "shift",
        OfferForm.at: nine.adding(minutes: 10).uk,
      ])
    let context = try office.context(as: office.teamLeader)
    let flagged = try office.store.read {
      try CustodyBoard.flaggedOffers(
        from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
    }
    #expect(Set(flagged.map(\.ref)) == [ref, other])
    #expect(flagged.first { $0.ref == ref }?.flags == [.notProper])
    #expect(flagged.first { $0.ref == ref }?.officer == "PS Hale")
    #expect(flagged.first { $0.ref == other }?.flags == [.notCompliant])
    #expect(
      try office.count("SELECT count(*) FROM custody_entry WHERE offer_flags = 'CUS-003'") == 1)
    #expect(
      try office.count("SELECT count(*) FROM custody_entry WHERE offer_flags = 'CUS-001'") == 1)
  }

  @Test("CUS-002: the board and the list that is taken along say of one offer that it is late")
  func lateOnBoth() throws {
    let waiting = try office.arrival(offence: "N01", cell: "M1", at: nine)
    let offered = try office.arrival(offence: "N01", cell: "M2", at: nine.adding(minutes: -50))
    try office.save(
      OfferForm.id, about: offered,
      [OfferForm.result: "DEF", OfferForm.deferral: "ASL", OfferForm.at: nine.uk],
      at: nine.adding(minutes: 30))
    for (minutes, late) in [(60, [RecordRef]()), (61, [waiting])] {
      let now = nine.adding(minutes: minutes)
      let board = try lines(at: now).filter(\.offerIsLate).map(\.ref)
      let context = try office.context(at: now)
      let listed = try office.store.read { try CustodyExport.page(after: nil, in: $0, context) }
        .rows.filter { $0.offerFlags.contains(.late) }.map(\.ref)
      #expect(board == late && listed == late, "\(minutes) minutes on")
    }
  }

  @Test("CUS-008, CUS-009: no offer needed; after a refusal another approach needs a reason")
  func approaches() throws {
    let ref = try office.arrival()
    try office.approach(ref, "REF")
    #expect(try office.file(ref).state == .notSeen)
    let again: [FieldCode: String] = [
      ApproachForm.result: "SEE", ApproachForm.at: nine.adding(minutes: 60).uk,
    ]
    let later = nine.adding(minutes: 60)
    #expect(try office.refusals(ApproachForm.id, about: ref, again, at: later) == ["CUS-009 warns"])
    #expect(
      try office.refusals(
        ApproachForm.id, about: ref, again, at: later, reasons: ["CUS-009": "too short"])
        == ["CUS-009 warns"], "GEN-002: ten characters")
    try office.save(
      ApproachForm.id, about: ref, again, at: later,
      reasons: ["CUS-009": "Asked for me through the officer"])
    #expect(try office.file(ref).state == .seen)
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    #expect(trail.contains { $0.rule == "CUS-009" && $0.reason?.hasPrefix("Asked") == true })
  }

  @Test("GEN-007: no fact in the future, none before the arrival")
  func times() throws {
    let ref = try office.arrival()
    for moment in [nine.adding(minutes: 31), nine.adding(minutes: -1)] {
      let refused = try office.refusals(
        ApproachForm.id, about: ref, [ApproachForm.result: "SEE", ApproachForm.at: moment.uk])
      #expect(refused == ["GEN-007 blocks"], "\(moment.uk)")
    }
  }

  @Test("CUS-001, worked example 10: no closing without an offer; Not offered closes, flagged")
  func closing() throws {
    let ref = try office.arrival(offence: "N01")
    #expect(try office.refusals(CloseEntryForm.id, about: ref, [:]) == ["CUS-001 blocks"])
    let left = nine.adding(minutes: 120)
    try office.depart(ref, "NFA", at: left)
    #expect(try office.refusals(CloseEntryForm.id, about: ref, [:], at: left) == ["CUS-001 blocks"])

    try office.save(
      OfferForm.id, about: ref,
      [
        OfferForm.result: "NOT", OfferForm.notOffered: "SHI",
        OfferForm.at: nine.adding(minutes: 30).uk,
      ], at: left)
    let outcome = try office.submit(CloseEntryForm.id, about: ref, [:], at: left)
    guard case .saved(_, let flags, _) = outcome else {
      Issue.record("not closed: \(outcome)")
      return
    }
    #expect(flags.map(\.rule) == ["CUS-001"])
    #expect(try office.file(ref, at: left).state == .closed)
    #expect(try lines(at: left, departed: true).isEmpty)
  }

  @Test("CUS-020: a test is recorded in suites that offer it, and needs permission (CUS-010)")
  func arrestTest() throws {
    let office = try CustodyOffice(testsOnArrest: true)
    let ref = try office.arrival()
    let test: [FieldCode: String] = [
      ArrestTestForm.outcome: "both", ArrestTestForm.at: nine.adding(minutes: 55).uk,
    ]
    let now = nine.adding(minutes: 60)
    #expect(
      try office.refusals(ArrestTestForm.id, about: ref, test, at: now) == ["CUS-010 blocks"])
    try office.permit(ref)
    try office.save(ArrestTestForm.id, about: ref, test, at: now)
    #expect(try office.file(ref, at: now).entry.arrestTests.map(\.outcome) == [.both])
    #expect(try office.file(ref, at: now).entry.arrestTests.map(\.at) == [nine.adding(minutes: 55)])
  }

  @Test("CUS-020: a suite without the setting, as all are at first, takes no test by any door")
  func noArrestTest() throws {
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    #expect(
      try office.refusals(
        ArrestTestForm.id, about: ref,
        [ArrestTestForm.outcome: "neg", ArrestTestForm.at: now.uk], at: now) == ["CUS-020 blocks"])
    let context = try office.context(at: now)
    let offered = EntryActions.offered(for: try office.file(ref, at: now), in: context)
    let why = offered.first { $0.form == ArrestTestForm.id }?.whyNot
    #expect(why?.hasPrefix("CUS-020") == true)
  }

  @Test("GEN-004: a struck-through fact stays to be seen, and state and deadline follow")
  func strike() throws {
    let ref = try office.arrival()
    try office.offer(ref)
    #expect(try office.deadlines(about: ref).first == "Offer met")
    guard let fact = try office.file(ref).timeline.first(where: { $0.ref != nil })?.ref else {
      Issue.record("no fact")
      return
    }
    #expect(
      try office.refusals(StrikeForm.id, about: fact, [StrikeForm.reason: "wrong"])
        == ["GEN-004 blocks"])
    try office.save(StrikeForm.id, about: fact, [StrikeForm.reason: "Typed on the wrong line"])
    let file = try office.file(ref)
    #expect(file.state == .arrived)
    #expect(file.timeline.contains { $0.struckBecause == "Typed on the wrong line" })
    #expect(try office.deadlines(about: ref).first == "Offer due_soon")
    #expect(
      try office.refusals(
        StrikeForm.id, about: fact, [StrikeForm.reason: "Typed on the wrong line"])
        == ["GEN-004 blocks"])
  }

  @Test("TIME-012: a corrected arrival moves the offer's date and keeps the old one")
  func correctedArrival() throws {
    let ref = try office.arrival()
    try office.save(
      ArrivalForm.id, about: ref,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M3", ArrivalForm.trigger: "n",
        ArrivalForm.arrived: nine.adding(minutes: -40).uk,
      ])
    let entry = try office.file(ref).entry
    #expect(entry.cell == "M3")
    #expect(!entry.isTrigger)
    #expect(try office.deadlines(about: ref).contains("Offer overdue"))
    #expect(
      try office.count("SELECT count(*) FROM deadline WHERE superseded_by IS NOT NULL") == 1)
  }
}
