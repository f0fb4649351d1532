import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("T14, T18: lists of many people leave the program only by two")
struct AgreementTests {
  let file: TemporaryStore
  let leader: Worker
  let manager: Worker
  let keyWorker: Worker
  static let now = TemporaryStore.twoAtWork

  init() throws {
    file = try TemporaryStore()
    leader = try file.worker("Sue Lane", .sup)
    manager = try file.worker("Max Hart", .sm)
    keyWorker = try file.worker("Cara Doyle", .cjit)
  }

  private func ask(_ list: ExportedList, as worker: Worker) throws -> RecordRef {
    let outcome = try file.save(
      LargeExportForm.id,
      [LargeExportForm.list: list.rawValue, LargeExportForm.why: "For the yearly protocol audit"],
      as: worker)
    guard case .saved(let ref, _, _) = outcome else { throw StoreError.notFound }
    return ref
  }

  private func confirm(_ proposal: RecordRef, as worker: Worker? = nil) throws -> SaveOutcome {
    try file.save(
      ConfirmProposalForm.id, [ConfirmProposalForm.read: "y"], about: proposal,
      as: worker ?? manager)
  }

  private func export(
    _ list: ExportedList, of people: Int, as worker: Worker, at now: Moment = now
  ) throws {
    let context = try file.store.read { try $0.practice() }.context(at: now, for: worker)
    try file.store.write(try Attribution(by: worker.id, as: worker.role, at: now)) {
      try $0.agree(to: list, naming: people, in: context)
      try $0.noteExport(of: list.rawValue, rows: people)
    }
  }

  private func isRefused(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch StoreError.refused(let findings) {
      #expect(findings.first?.rule == "GEN-003")
      #expect(findings.first?.words.contains("--ask") == true, "what to do next is said")
      return true
    }
  }

  @Test("fifty people one worker takes out alone, of fifty-one somebody else has to know")
  func limit() throws {
    #expect(try !isRefused { try export(.caseload, of: 50, as: leader) })
    #expect(try isRefused { try export(.caseload, of: 51, as: leader) })
  }

  @Test("once confirmed it leaves once: the list that was asked for, by whoever asked")
  func once() throws {
    let proposal = try ask(.caseload, as: leader)
    #expect(try isRefused { try export(.caseload, of: 51, as: leader) }, "nobody has answered yet")
    guard case .saved = try confirm(proposal) else {
      Issue.record("not confirmed")
      return
    }
    #expect(try isRefused { try export(.custody, of: 51, as: leader) }, "another list")
    #expect(try isRefused { try export(.caseload, of: 51, as: keyWorker) }, "another worker")
    #expect(try !isRefused { try export(.caseload, of: 252, as: leader) })
    let kinds = try file.store.read {
      try $0.query("SELECT kind FROM audit ORDER BY seq DESC LIMIT 3") { try $0.text(0) }
    }
    #expect(kinds == ["export", "two-person.used", "two-person.confirmed"])
    #expect(try isRefused { try export(.caseload, of: 51, as: leader) }, "a second time")
    #expect(try file.verify().isGood)
  }

  @Test("a day after it was confirmed it is asked for anew")
  func late() throws {
    _ = try confirm(try ask(.caseload, as: leader))
    let late = Self.now.adding(minutes: ProposalRules.lasts + 1)
    #expect(try isRefused { try export(.caseload, of: 51, as: leader, at: late) })
  }

  @Test("nobody confirms their own; refused and taken back are no agreement")
  func answers() throws {
    let own = try ask(.caseload, as: leader)
    guard case .refused(let findings) = try confirm(own, as: leader) else {
      Issue.record("confirmed by whoever asked")
      return
    }
    #expect(findings.first?.words.contains("yourself") == true)
    _ = try file.save(
      RefuseProposalForm.id, [RefuseProposalForm.note: "Nobody told me of an audit"], about: own,
      as: manager)
    #expect(try isRefused { try export(.caseload, of: 51, as: leader) })
    let withdrawn = try ask(.caseload, as: keyWorker)
    let note = [WithdrawProposalForm.note: "The wrong list"]
    #expect(throws: StoreError.self, "somebody else's") {
      _ = try file.save(WithdrawProposalForm.id, note, about: own, as: keyWorker)
    }
    guard
      case .saved = try file.save(WithdrawProposalForm.id, note, about: withdrawn, as: keyWorker)
    else {
      Issue.record("whoever asked may take it back, whatever the role")
      return
    }
  }

  @Test(
    "nobody asks for a list that their role does not read",
    arguments: [
      (Role.sm, ExportedList.caseload), (.adm, .caseload), (.dio, .custody), (.cjit, .reports),
      (.arw, .trail),
    ])
  func rights(role: Role, list: ExportedList) throws {
    var worker = keyWorker
    worker.role = role
    let changed = worker
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(changed, osAccount: nil, revision: 1)
    }
    #expect(throws: (any Error).self) { _ = try ask(list, as: changed) }
  }

  @Test("what was confirmed and altered behind the program's back is no agreement")
  func altered() throws {
    _ = try confirm(try ask(.caseload, as: leader))
    try TamperTests.unchecked(file.path) {
      try $0.execute("UPDATE proposal_answer SET raw = 'custody' WHERE raw = 'caseload'")
    }
    #expect(throws: StoreError.self) { try export(.custody, of: 51, as: leader) }
    #expect(try !file.verify().isGood)
  }

  @Test("how many people one worker may take out is changed by two")
  func setting() throws {
    let administrator = Worker(id: WorkerID(1), name: "Amina Begum", role: .adm)
    let answers: [FieldCode: String] = [
      SettingForm.key: SettingKey.largeExportPeople.rawValue, SettingForm.value: "500",
      SettingForm.reason: "The audit needs it",
    ]
    guard case .saved(let ref, _, _) = try file.save(SettingForm.id, answers, as: administrator)
    else {
      Issue.record("not proposed")
      return
    }
    #expect(ref.kind == .proposal)
    #expect(try file.store.read { try $0.settings() }.settings.largeExportPeople == 50)
    _ = try confirm(ref)
    #expect(try file.store.read { try $0.settings() }.settings.largeExportPeople == 500)
  }
}
