import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Early intervention in the file")
struct EDIITests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private func worker(_ role: Role) throws -> Worker {
    try office.store.write(try office.temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Somebody Else", role: role)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
  }

  @discardableResult
  private func save(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String],
    at now: Moment = CustodyOffice.nine
  ) throws -> RecordRef {
    try office.save(form, about: about, answers, at: now, by: office.intelligence)
  }

  private func warrant() throws -> RecordRef {
    try save(
      WarrantForm.id,
      [
        WarrantForm.executed: "02/10/2007", WarrantForm.place: "4 Ferry Lane",
        WarrantForm.agency: "Ferry House",
      ])
  }

  private func letter(_ ref: RecordRef, _ result: String = "DEL") throws {
    try save(
      WarrantLetterForm.id, about: ref,
      [
        WarrantRules.day: "03/10/2007", WarrantRules.result: result,
        EDIIActivityForm.aim: EDIIAim.earlyHelp.code,
      ])
  }

  private func visit(_ ref: RecordRef, _ result: String = "SPOKE") throws {
    try save(
      WarrantVisitForm.id, about: ref,
      [
        WarrantRules.day: "04/10/2007", WarrantForm.agency: "Ferry House",
        WarrantRules.result: result, EDIIActivityForm.reached: "2",
        EDIIActivityForm.aim: EDIIAim.publicEducation.code,
      ])
  }

  private func one(_ ref: RecordRef) throws -> Warrant {
    try office.store.read { try WarrantRecords.found(ref, in: $0) }
  }

  private func lines() throws -> [EDIILine] {
    let context = try office.context(as: office.intelligence)
    return try office.store.read {
      try EDIIRecords.lines(from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
    }
  }

  private static let festival: [FieldCode: String] = [
    EDIIActivityForm.day: "01/10/2007", EDIIActivityForm.kind: "FEST",
    EDIIActivityForm.aim: "EARLY", EDIIActivityForm.place: "Harbour field",
    EDIIActivityForm.partners: "Ferry House", EDIIActivityForm.reached: "120",
  ]

  @Test("INT-050, INT-052: an activity is kept with all that was said of it, and can be corrected")
  func activity() throws {
    let ref = try save(EDIIActivityForm.id, Self.festival)
    #expect(ref == RecordRef(.ediiActivity, 1))
    var activity = try office.store.read { try EDIIRecords.found(ref, in: $0) }
    #expect(activity.kind == .festivalSupport && activity.aim == .earlyHelp)
    #expect(activity.reached == 120 && activity.partners == "Ferry House")
    #expect(activity.recordedBy == "I.FROST")
    try save(
      EDIIActivityForm.id, about: ref,
      Self.festival.merging([EDIIActivityForm.reached: "140"]) { $1 })
    activity = try office.store.read { try EDIIRecords.found(ref, in: $0) }
    #expect(activity.reached == 140 && activity.revision == 2)
  }

  @Test("INT-051: a session is one entry of the log, with its flags as long as it stands")
  func session() throws {
    let outcome = try office.submit(
      EDIISessionForm.id,
      [
        EDIISessionForm.starts: "01/10/2007 14:00", EDIISessionForm.length: "2h",
        EDIISessionForm.audience: "PAR", EDIISessionForm.worker: "Helen Baird",
        EDIISessionForm.free: "y", EDIISessionForm.topics: "LAW, STE, WHY, SIGN, TRE, STAGE, QUIZ",
        EDIIActivityForm.aim: "PUBLIC", EDIIActivityForm.place: "Harbour School",
      ], by: office.intelligence)
    guard case .saved(let ref, let flags, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(flags.map(\.display) == ["INT-051: It began at 14:00, not in the evening"])
    let kept = try office.store.read { try EDIIRecords.found(ref, in: $0) }
    #expect(kept.session?.topics.count == 7 && kept.session?.audience == [.parents])
    #expect(kept.session?.deviations == flags)
    #expect(kept.day == .on(1, 10, 2007))
  }

  @Test("INT-053: a warrant stands among what is to do until letter and visit are recorded")
  func followUp() throws {
    let ref = try warrant()
    func toDo() throws -> [RecordRef] {
      try lines().compactMap { if case .warrant(let warrant) = $0 { warrant.ref } else { nil } }
    }
    #expect(try toDo() == [ref])
    try letter(ref, "BACK")
    try letter(ref)
    #expect(try one(ref).open == [.visit])
    try visit(ref, "NONE")
    #expect(try toDo() == [ref])
    try visit(ref)
    #expect(try toDo() == [])
    #expect(try one(ref).steps.count == 4)
    // The log has them, with the place that was typed with the warrant.
    let logged = try lines().compactMap {
      if case .activity(let activity) = $0 { activity } else { nil }
    }
    #expect(logged.map(\.kind).filter { $0 == .warrantVisit }.count == 2)
    #expect(logged.allSatisfy { $0.place == "4 Ferry Lane" })
  }

  @Test("INT-053, GEN-004: a visit that is struck through opens the follow-up again")
  func reopened() throws {
    let ref = try warrant()
    try letter(ref)
    try visit(ref)
    let step = try #require(try one(ref).steps.last)
    #expect(
      try office.refusals(
        EDIIStrikeForm.id, about: ref, [EDIIStrikeForm.reason: "Another street's warrant"],
        by: office.intelligence) == ["GEN-004 blocks"])
    try save(
      EDIIStrikeForm.id, about: step.ref, [EDIIStrikeForm.reason: "That was another street"])
    #expect(try one(ref).open == [.visit])
    #expect(
      try lines().contains { if case .warrant(let open) = $0 { open.ref == ref } else { false } })
    #expect(
      try office.refusals(
        EDIIActivityForm.id, about: step.ref, Self.festival, by: office.intelligence)
        == ["GEN-004 blocks"])
  }

  @Test("INT-053: open warrants stand on the Today of intelligence officers and team leaders")
  func today() throws {
    let ref = try warrant()
    func shown(to worker: Worker) throws -> [RecordRef] {
      let context = try office.context(as: worker)
      return try office.store.read {
        try TodayRecords.view(for: worker, in: $0, context).edii.map(\.ref)
      }
    }
    #expect(try shown(to: office.intelligence) == [ref])
    #expect(try shown(to: office.teamLeader) == [ref])
    #expect(try shown(to: office.arw) == [])
    #expect(try shown(to: try worker(.supt)) == [])
    try letter(ref)
    try visit(ref)
    #expect(try shown(to: office.intelligence) == [])
  }

  @Test("00 section 4: intelligence officers write the log, who reads intelligence reads it")
  func rights() throws {
    let ref = try save(EDIIActivityForm.id, Self.festival)
    for role in Role.allCases {
      let somebody = role == .dio ? office.intelligence : try worker(role)
      let context = try office.context(as: somebody)
      func mayRead(_ body: @escaping @Sendable (Connection) throws -> Void) -> Bool {
        do {
          try office.store.read { try body($0) }
          return true
        } catch { return false }
      }
      let reads = [.dio, .sup, .supt, .ppoc].contains(role)
      #expect(mayRead { _ = try EDIIRecords.load(ref, in: $0, context) } == reads, "\(role)")
      #expect(
        mayRead {
          _ = try EDIIRecords.lines(from: .on(1, 10, 2007), to: .on(2, 10, 2007), in: $0, context)
        } == reads, "\(role)")
      #expect(
        mayRead {
          _ = try EDIIRecords.figures(
            from: .on(1, 10, 2007), to: .on(2, 10, 2007), in: $0, context)
        } == (role != .adm), "\(role)")
      let refusals = try office.refusals(EDIIActivityForm.id, Self.festival, by: somebody)
      #expect(refusals.isEmpty == (role == .dio), "\(role) \(refusals)")
    }
  }
}
