import CaseRules
@testable import CaseStore
import SQLite
import StoreTestSupport
import Testing

@Suite("Permission, in the file")
struct PermissionTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine

  init() throws { office = try CustodyOffice() }

  @Test("CUS-010: details without an answer are not saved; emptying what was kept is")
  func empty() throws {
    let ref = try office.arrival()
    let now = nine.adding(minutes: 60)
    try office.permit(ref, at: now)
    #expect(
      try office.refusals(CustodyDetailsForm.id, about: ref, [:], at: now) == ["CUS-010 blocks"])
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.notes: "Wants a script"], at: now)
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.notes: ""],
      at: now.adding(minutes: 5))
    #expect(try office.file(ref, at: now).entry.details?.isEmpty == true)
  }

  @Test("CUS-010, worked example 3: the custody number waits for the permission and for its time")
  func number() throws {
    let ref = try office.arrival()
    let number: [FieldCode: String] = [CustodyDetailsForm.custodyNumber: "NPT/07/1234"]
    let five = Moment.at(5, 10, 2007, 10, 5)
    #expect(
      try office.refusals(CustodyDetailsForm.id, about: ref, number, at: five)
        == ["CUS-010 blocks"])
    // A permission cannot be timed ahead either.
    #expect(
      try office.refusals(
        PermissionForm.id, about: ref,
        [PermissionForm.given: "y", PermissionForm.at: "05/10/2007 10:10"], at: five)
        == ["GEN-007 blocks"])
    let ten = Moment.at(5, 10, 2007, 10, 10)
    try office.permit(ref, at: ten)
    try office.save(CustodyDetailsForm.id, about: ref, number, at: ten)
    #expect(try office.file(ref, at: ten).entry.details?.custodyNumber == "NPT/07/1234")
  }

  @Test("CUS-011, worked example 4: after a refusal no note is kept")
  func notes() throws {
    let ref = try office.arrival()
    try office.permit(ref, "n")
    let now = nine.adding(minutes: 60)
    let notes: [FieldCode: String] = [CustodyDetailsForm.notes: "heroin user"]
    #expect(
      try office.refusals(CustodyDetailsForm.id, about: ref, notes, at: now) == ["CUS-011 blocks"])
    #expect(
      try office.refusals(
        CustodyDetailsForm.id, about: ref, notes, at: now,
        reasons: ["CUS-011": "a very good reason"]) == ["CUS-011 blocks"], "no way round")
    #expect(try office.count("SELECT count(*) FROM custody_entry WHERE notes IS NOT NULL") == 0)
  }

  @Test("CUS-010: the file itself refuses details without permission")
  func schema() throws {
    let ref = try office.arrival()
    let by = try Attribution(by: office.arw.id, as: .arw, at: nine)
    #expect(throws: SQLiteError.self) {
      try office.store.write(by) {
        try $0.connection.execute(
          "UPDATE custody_entry SET custody_number = 'X' WHERE id = ?", ref.number)
        try $0.audit(AuditEvent(.changed, record: AuditedRecord(ref)))
      }
    }
  }

  @Test(
    "CUS-010, CUS-012: the lists hand out no name before permission, and take it back after a no")
  func namesOnLists() throws {
    let person = try office.person("Marsh")
    let ref = try office.arrival()
    let later = nine.adding(minutes: 90)
    func name() throws -> String? {
      let context = try office.context(at: later)
      return try office.store.read { try CustodyBoard.lines(in: $0, context) }.first?.name
    }
    #expect(
      try office.refusals(
        CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.person: person.text], at: later)
        == ["CUS-010 blocks"])
    #expect(try name() == nil)
    try office.permit(ref)
    try office.link(ref, to: person)
    #expect(try name() == "MARSH Robin")
    #expect(
      try office.count("SELECT count(*) FROM deadline WHERE person IS NOT NULL") == 2,
      "the open deadlines carry the name too")

    try office.permit(ref, "n", at: later)
    #expect(try name() == nil)
    #expect(try office.file(ref, at: later).entry.details == nil)
    #expect(try office.count("SELECT count(*) FROM deadline WHERE person IS NOT NULL") == 0)
  }

  @Test("A link that leads nowhere is refused in words, not by the file")
  func linkToNobody() throws {
    let ref = try office.arrival()
    try office.permit(ref)
    #expect(
      try office.refusals(
        CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.person: "P-77"],
        at: nine.adding(minutes: 60)) == ["CUS-010 blocks"])
    let offer: [FieldCode: String] = [
      OfferForm.result: "ACC", OfferForm.at: nine.uk, OfferForm.officer: "O-77",
    ]
    #expect(try office.refusals(OfferForm.id, about: ref, offer) == ["CUS-001 blocks"])
  }

  @Test("CUS-010, CUS-011: a refusal of an earlier time, written down late, takes nothing off")
  func lateRefusal() throws {
    let person = try office.person()
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    try office.save(
      CustodyDetailsForm.id, about: ref,
      [CustodyDetailsForm.person: person.text, CustodyDetailsForm.notes: "Wants a script"], at: now)
    let outcome = try office.submit(
      PermissionForm.id, about: ref,
      [PermissionForm.given: "n", PermissionForm.at: nine.adding(minutes: 20).uk], at: now)
    guard case .saved(_, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(notes.isEmpty)
    let entry = try office.file(ref, at: now).entry
    #expect(entry.permission == .given(at: nine.adding(minutes: 50)))
    #expect(entry.details?.person == person)
    #expect(entry.details?.notes == "Wants a script")
    #expect(try office.count("SELECT count(*) FROM deadline WHERE person IS NOT NULL") == 2)
  }

  @Test(
    "CUS-011, CUS-020: a refusal strikes the test on arrest through, and its result is told no more"
  )
  func refusalTakesTest() throws {
    let office = try CustodyOffice(testsOnArrest: true)
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    try office.save(
      ArrestTestForm.id, about: ref,
      [ArrestTestForm.outcome: "both", ArrestTestForm.at: now.uk], at: now)
    let fact = try #require(try office.file(ref, at: now).timeline.last?.ref)
    let later = now.adding(minutes: 10)
    let outcome = try office.submit(
      PermissionForm.id, about: ref, [PermissionForm.given: "n", PermissionForm.at: later.uk],
      at: later)
    guard case .saved(_, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(notes == ["The test on arrest has been struck through (CUS-011)"])
    let file = try office.file(ref, at: later)
    #expect(file.entry.arrestTests.isEmpty)
    let line = try #require(file.timeline.first { $0.ref == fact })
    #expect(line.words == "Test on arrest")
    #expect(line.struckBecause == "Permission is not given (CUS-011)")
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(fact)) }
    #expect(trail.first?.kind == AuditKind.struck.code)
  }

  @Test("GEN-004, CUS-011: striking the permission through takes the test off as well")
  func struckPermissionTakesTest() throws {
    let office = try CustodyOffice(testsOnArrest: true)
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    let permission = try #require(try office.file(ref, at: now).timeline.last?.ref)
    try office.save(
      ArrestTestForm.id, about: ref,
      [ArrestTestForm.outcome: "both", ArrestTestForm.at: now.uk], at: now)
    try office.save(
      StrikeForm.id, about: permission, [StrikeForm.reason: "Asked the wrong detainee"], at: now)
    let file = try office.file(ref, at: now)
    #expect(file.entry.arrestTests.isEmpty)
    #expect(!file.timeline.contains { $0.words.contains("opiates") })
  }

  @Test("GEN-004, CUS-011: striking the permission through takes the details off as well")
  func struckPermission() throws {
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.notes: "Wants a script"], at: now)
    let fact = try office.file(ref, at: now).timeline.compactMap(\.ref).first
    try office.save(
      StrikeForm.id, about: fact, [StrikeForm.reason: "Asked the wrong detainee"], at: now)
    #expect(try office.file(ref, at: now).entry.permission == .notAsked)
    #expect(try office.count("SELECT count(*) FROM custody_entry WHERE notes IS NOT NULL") == 0)
  }

  @Test(
    "GEN-004, CUS-011: after a late no the worker is told who stays on file; the entry names nobody"
  )
  func personStaysOnFile() throws {
    let person = try office.person("Marsh")
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.person: person.text], at: now)
    let later = now.adding(minutes: 10)
    let outcome = try office.submit(
      PermissionForm.id, about: ref, [PermissionForm.given: "n", PermissionForm.at: later.uk],
      at: later)
    guard case .saved(_, _, let notes) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(notes.contains { $0.hasPrefix("\(person.text) stays on file") })
    let file = try office.file(ref, at: later)
    #expect(file.person == nil)
    #expect(!file.timeline.contains { $0.words.contains(person.text) })
  }

  @Test("Two people at once: the second to save the details is told, and nothing is overwritten")
  func twoEditors() throws {
    let ref = try office.arrival()
    try office.permit(ref)
    let now = nine.adding(minutes: 60)
    let context = try office.context(at: now)
    let opened = try office.store.read {
      try FormDesk.open(CustodyDetailsForm.id, about: ref, on: $0, in: context)
    }
    try office.save(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.riskNote: "Wheelchair"], at: now,
      by: office.cjit)
    let outcome = try office.submit(
      CustodyDetailsForm.id, about: ref, [CustodyDetailsForm.notes: "Mine"], at: now,
      revision: opened.revision)
    guard case .changedElsewhere(let theirs, let revision, let change) = outcome else {
      Issue.record("saved over the other's answers: \(outcome)")
      return
    }
    #expect(theirs[CustodyDetailsForm.riskNote] == "Wheelchair")
    #expect(revision == (opened.revision ?? 0) + 1)
    #expect(change?.by == "C.DOYLE")
    #expect(try office.file(ref, at: now).entry.details?.notes == nil)

    let joined = try office.submit(
      CustodyDetailsForm.id, about: ref,
      [CustodyDetailsForm.notes: "Mine", CustodyDetailsForm.riskNote: "Wheelchair"], at: now,
      revision: revision)
    guard case .saved = joined else {
      Issue.record("not saved: \(joined)")
      return
    }
  }

  @Test("An approach recorded meanwhile is no conflict for somebody who types an offer")
  func factsDoNotConflict() throws {
    let ref = try office.arrival()
    let context = try office.context()
    let opened = try office.store.read {
      try FormDesk.open(OfferForm.id, about: ref, on: $0, in: context)
    }
    #expect(opened.revision == nil)
    #expect(opened.draft[OfferForm.at] == "05/10/2007 09:30")
    #expect(opened.sources[OfferForm.at] == "now")
  }

  @Test(
    "CUS-022: police users get nothing of the board, by any door",
    arguments: [Role.dio, .supt, .adm, .aud])
  func police(_ role: Role) throws {
    let ref = try office.arrival()
    let worker = Worker(id: WorkerID(99), name: "Pat Stone", role: role)
    let context = try office.context(as: worker)
    #expect(throws: StoreError.self) {
      try office.store.read { try CustodyBoard.lines(in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.store.read { try EntryFiles.load(ref, in: $0, context) }
    }
    #expect(throws: FormDesk.Failure.self) {
      try office.store.read { try FormDesk.open(OfferForm.id, about: ref, on: $0, in: context) }
    }
  }

  @Test("The team leader reads the board and saves nothing on it")
  func readersDoNotWrite() throws {
    let ref = try office.arrival()
    let context = try office.context(as: office.teamLeader)
    #expect(try office.store.read { try CustodyBoard.lines(in: $0, context) }.count == 1)
    let refused = try office.refusals(
      ApproachForm.id, about: ref, [ApproachForm.result: "SEE", ApproachForm.at: nine.uk],
      by: office.teamLeader)
    #expect(refused == ["GEN-003 blocks"])
  }

  @Test("A save that fails half-way leaves nothing behind")
  func wholeOrNotAtAll() throws {
    let ref = try office.arrival()
    let by = try Attribution(by: office.arw.id, as: .arw, at: nine)
    let context = try office.context()
    let before = try office.count("SELECT count(*) FROM audit")
    #expect(throws: StoreError.self) {
      try office.store.write(by) { transaction in
        _ = try EntryFiles.view(ref, in: transaction, context)
        _ = try SuiteRecords.add(
          code: "SHA", name: "Shanklin", testsOnArrest: false, in: transaction)
        throw StoreError.notFound
      }
    }
    #expect(try office.count("SELECT count(*) FROM audit") == before)
    #expect(try office.count("SELECT count(*) FROM custody_suite") == 1)
  }
}
