import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Break glass: a record opened for an hour by somebody who may not read people")
struct ExceptionalAccessTests {
  let office: CustodyOffice
  let manager: Worker
  let person: RecordRef
  static let now = CustodyOffice.nine.adding(minutes: 60)
  static let why = "The hospital rang about an overdose"

  init() throws {
    office = try CustodyOffice()
    person = try office.person()
    manager = try office.store.write(try office.temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Gita Moss", role: .sm)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
  }

  private func save(
    _ form: FormID, _ answers: [FieldCode: String], about: RecordRef? = nil, as worker: Worker,
    at now: Moment = now, password: Bool = true
  ) throws -> SaveOutcome {
    let confirmation = password ? Confirmation(worker: worker.id, session: "5e55", at: now) : nil
    return try office.store.save(
      FormSubmission(form: form, about: about, draft: FormDraft(texts: answers)),
      in: try office.context(at: now, as: worker),
      by: try Attribution(by: worker.id, as: worker.role, at: now, confirmed: confirmation))
  }

  private func open(
    _ reason: String = why, as worker: Worker? = nil, at now: Moment = now, password: Bool = true
  ) throws -> SaveOutcome {
    try save(
      OpenRecordForm.id, [OpenRecordForm.person: person.text, OpenRecordForm.reason: reason],
      as: worker ?? manager, at: now, password: password)
  }

  private func opened(at now: Moment = now) throws -> RecordRef {
    guard case .saved(let ref, _, _) = try open(at: now) else { throw StoreError.notFound }
    return ref
  }

  func openedForTest() throws -> RecordRef { try opened() }

  private func look(as worker: Worker? = nil, at now: Moment = now) throws -> PersonFile {
    let worker = worker ?? manager
    let context = try office.context(at: now, as: worker)
    let id = PersonID(person.number)
    return try office.store.write(try Attribution(by: worker.id, as: worker.role, at: now)) {
      try PersonFiles.view(id, in: $0, context)
    }
  }

  @Test("the reason comes first: without one, or too short, nothing is shown (GEN-002)")
  func reasonFirst() throws {
    #expect(throws: StoreError.self) { _ = try look() }
    for reason in ["", "because"] {
      guard case .refused(let findings) = try open(reason) else {
        Issue.record("not refused")
        return
      }
      #expect(["GEN-002", "GEN-003"].contains(findings.first?.rule))
    }
    #expect(throws: StoreError.self) { _ = try look() }
  }

  @Test("it asks for the password again")
  func password() throws {
    guard case .refused(let findings) = try open(password: false) else {
      Issue.record("opened without")
      return
    }
    #expect(findings.map(\.rule) == ["GEN-006"])
  }

  @Test("for an hour the one record is open, to the one worker, and nothing else")
  func hour() throws {
    _ = try opened()
    #expect(try look().person.name.display == "MARSH Robin")
    #expect(try look(at: Self.now.adding(minutes: 59)).person.id.ref == person)
    #expect(throws: StoreError.self) { _ = try look(at: Self.now.adding(minutes: 60)) }
    let other = try office.person("Bell", born: .on(1, 2, 1980))
    let context = try office.context(at: Self.now, as: manager)
    let by = try Attribution(by: manager.id, as: .sm, at: Self.now)
    #expect(throws: StoreError.self) {
      try office.store.write(by) {
        _ = try PersonFiles.view(PersonID(other.number), in: $0, context)
      }
    }
    #expect(throws: StoreError.self, "no list, no search") {
      try office.store.read { _ = try PersonRecords.find("marsh", limit: 5, in: $0, context) }
    }
    #expect(throws: StoreError.self, "nothing to take along") {
      try office.store.write(by) {
        _ = try $0.fileForPrint(
          of: PersonID(person.number), as: "text", to: "the output", in: context)
      }
    }
  }

  @Test("GEN-003: every look during it is marked on the trail, and counted")
  func marked() throws {
    let ref = try opened()
    _ = try look()
    _ = try look()
    let trail = try office.store.read { try $0.auditEntries(about: PersonID(person.number)) }
    let looks = trail.filter { $0.kind == "person.view" && $0.worker == manager.id }
    #expect(looks.count == 2)
    #expect(looks.allSatisfy { $0.detail?.contains(ref.text) == true })
    let opening = try #require(trail.first { $0.kind == "break-glass.opened" })
    #expect(opening.reason == Self.why)
    let context = try office.context(at: Self.now, as: office.teamLeader)
    let access = try office.store.read {
      try ExceptionalAccessRecords.load(ref, in: $0, context)
    }
    #expect(access.looks == 2 && access.reason == Self.why)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("GEN-008: the team leader is told at once, in Today, until it is looked into")
  func told() throws {
    let ref = try opened()
    func today() throws -> [RecordRef] {
      let context = try office.context(at: Self.now, as: office.teamLeader)
      return try office.store.read {
        try TodayRecords.view(for: office.teamLeader, in: $0, context).due.map(\.ref)
      }
    }
    #expect(try today().contains(ref))
    let review = [
      ReviewAccessForm.right: "y", ReviewAccessForm.note: "The ward sister confirms that she rang",
    ]
    guard case .saved = try save(ReviewAccessForm.id, review, about: ref, as: office.teamLeader)
    else {
      Issue.record("not looked into")
      return
    }
    #expect(try !today().contains(ref))
    guard case .refused = try save(ReviewAccessForm.id, review, about: ref, as: office.teamLeader)
    else {
      Issue.record("twice")
      return
    }
  }

  @Test("whoever opened it does not look into it, nor does anybody but a team leader")
  func review() throws {
    let ref = try opened()
    let answers = [ReviewAccessForm.right: "y", ReviewAccessForm.note: "It was all quite right"]
    guard
      case .refused(let findings) = try save(
        ReviewAccessForm.id, answers, about: ref, as: manager)
    else {
      Issue.record("own")
      return
    }
    #expect(findings.first?.words.contains("A team leader") == true)
  }

  @Test(
    "INF-044 and the matrix: for other roles there is no glass to break",
    arguments: Role.allCases.filter { $0 != .sm })
  func otherRoles(role: Role) throws {
    let worker = try office.store.write(try office.temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Somebody Else", role: role)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
    #expect(throws: Never.self) {
      guard case .refused = try open(as: worker) else {
        Issue.record("\(role) opened it")
        return
      }
    }
  }

  @Test("a number nobody has is said to be nobody's; one that is open is not opened twice")
  func numbers() throws {
    let outcome = try save(
      OpenRecordForm.id, [OpenRecordForm.person: "P-9999", OpenRecordForm.reason: Self.why],
      as: manager)
    guard case .refused(let findings) = outcome else {
      Issue.record("opened")
      return
    }
    #expect(findings.first?.words.contains("nobody's number") == true)
    _ = try opened()
    guard case .refused = try open() else {
      Issue.record("opened twice")
      return
    }
  }

  @Test("INF-002: an auditor sees that it happened, and neither whose name nor why in words")
  func auditor() throws {
    _ = try opened()
    var auditor = manager
    auditor.role = .aud
    auditor.id = WorkerID(99)
    let context = try office.context(at: Self.now, as: auditor)
    let lines = try office.store.read { try ExceptionalAccessRecords.lines(in: $0, context) }
    #expect(lines.count == 1)
    #expect(lines.first?.access.personName == nil)
    #expect(lines.first?.access.reason == "given, not shown to you")
  }
}

@Suite("GEN-003: the pages of what was opened or proposed are looks themselves")
struct AccessPageTests {
  @Test("opening one leaves an entry, and is refused to other roles")
  func pages() throws {
    let test = try ExceptionalAccessTests()
    let ref = try test.openedForTest()
    let leader = test.office.teamLeader
    let context = try test.office.context(at: ExceptionalAccessTests.now, as: leader)
    let by = try Attribution(by: leader.id, as: .sup, at: ExceptionalAccessTests.now)
    let access = try test.office.store.write(by) {
      try ExceptionalAccessRecords.view(ref, in: $0, context)
    }
    #expect(access.ref == ref)
    let newest = try test.office.store.read { try $0.auditEntries(by: leader.id) }.first
    #expect(newest?.kind == "history.view" && newest?.recordKind == "Z")
    let cjit = try test.office.context(at: ExceptionalAccessTests.now, as: test.office.cjit)
    #expect(throws: StoreError.self) {
      try test.office.store.read { _ = try ExceptionalAccessRecords.load(ref, in: $0, cjit) }
    }
  }
}
