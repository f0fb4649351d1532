import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("T14: what one worker proposes and another confirms")
struct ProposalTests {
  let file: TemporaryStore
  let admin = Worker(id: WorkerID(1), name: "Amina Begum", role: .adm)
  let second: Worker
  let auditor: Worker
  let target: Worker
  static let now = TemporaryStore.twoAtWork

  init() throws {
    file = try TemporaryStore()
    second = try file.worker("Sue Lane", .sup)
    auditor = try file.worker("Ann Audley", .aud)
    target = try file.worker("Cara Doyle", .cjit)
  }

  private func propose(
    _ role: Role = .adm, by worker: Worker? = nil
  ) throws -> RecordRef {
    let outcome = try file.save(
      WorkerForm.id, [WorkerForm.role: role.code], about: target.id.ref, as: worker ?? admin)
    guard case .saved(let ref, _, _) = outcome else { throw StoreError.notFound }
    return ref
  }

  private func confirm(
    _ proposal: RecordRef, as worker: Worker? = nil, at now: Moment = now,
    password: Bool = true, _ more: [FieldCode: String] = [:]
  ) throws -> SaveOutcome {
    try file.save(
      ConfirmProposalForm.id, [ConfirmProposalForm.read: "y"].merging(more) { $1 },
      about: proposal, as: worker ?? second, at: now, password: password)
  }

  private func role(of worker: Worker) throws -> Role? {
    try file.store.read { try $0.worker(worker.id)?.worker.role }
  }

  private func refusal(_ outcome: SaveOutcome) -> String? {
    guard case .refused(let findings) = outcome else { return nil }
    return findings.first?.words
  }

  @Test(
    "a powerful role is given only once another worker has confirmed it",
    arguments: [Role.adm, .aud, .supt])
  func given(role given: Role) throws {
    let proposal = try propose(given)
    #expect(proposal.kind == .proposal)
    #expect(try role(of: target) == .cjit, "nothing is changed yet")
    guard case .saved = try confirm(proposal) else {
      Issue.record("not confirmed")
      return
    }
    #expect(try role(of: target) == given)
    let kinds = try file.store.read {
      try $0.query("SELECT kind, worker FROM audit ORDER BY seq DESC LIMIT 3") {
        "\(try $0.text(0)) \(try $0.int64(1))"
      }
    }
    #expect(
      kinds == [
        "worker.change \(second.id.rawValue)", "two-person.confirmed \(second.id.rawValue)",
        "two-person.proposed 1",
      ])
    #expect(try file.verify().isGood)
  }

  @Test("a form begun about the record says so once what was proposed is done")
  func draftSaved() throws {
    let kept = KeptDraft(
      form: WorkerForm.id, about: target.id.ref,
      draft: FormDraft(texts: [WorkerForm.team: "North"]))
    _ = try file.store.keepDraft(nil, kept, by: admin.id, at: Self.now)
    func savedSince() throws -> [RecordRef?] {
      try file.store.read { try $0.drafts(of: admin.id).map(\.savedAs) }
    }
    let proposal = try propose()
    #expect(try savedSince() == [nil])
    _ = try confirm(proposal)
    #expect(try savedSince() == [target.id.ref])
  }

  @Test("other roles and other changes need nobody else", arguments: [Role.arw, .sup, .dio])
  func ordinary(role given: Role) throws {
    guard
      case .saved(let ref, _, _) = try file.save(
        WorkerForm.id, [WorkerForm.role: given.code], about: target.id.ref, as: admin)
    else {
      Issue.record("not saved")
      return
    }
    #expect(ref.kind == .worker)
    #expect(try role(of: target) == given)
  }

  @Test("the confirmer reads the words of what is done: who, from what, to what")
  func words() throws {
    let proposal = try propose()
    let context = try file.store.read { try $0.practice() }.context(at: Self.now, for: second)
    let kept = try file.store.read { try ProposalRecords.load(proposal, in: $0, context) }
    #expect(kept.text == "Cara Doyle; Role Administrator, was CJIT key worker")
    let other = try confirm(proposal, [ConfirmProposalForm.words: "Cara Doyle; Role Auditor"])
    #expect(refusal(other)?.contains("not the words that were proposed") == true)
    #expect(try role(of: target) == .cjit)
  }

  @Test("a password of a powerful role is given out by two people; others by one")
  func passwords() throws {
    let why = [ResetPasswordForm.why: "Forgotten, known by sight"]
    guard
      case .saved(let one, _, let notes) = try file.save(
        ResetPasswordForm.id, why, about: target.id.ref, as: admin),
      case .saved(let two, _, let told) = try file.save(
        ResetPasswordForm.id, why, about: auditor.id.ref, as: admin)
    else {
      Issue.record("not saved")
      return
    }
    #expect(one.kind == .worker && notes.contains { $0.hasPrefix("One-time password: ") })
    #expect(two.kind == .proposal && !told.contains { $0.hasPrefix("One-time password: ") })
    #expect(try file.store.read { try $0.hasPassword(auditor.id) } == false)
    guard case .saved(_, _, let given) = try confirm(two) else {
      Issue.record("not confirmed")
      return
    }
    #expect(given.contains { $0.hasPrefix("One-time password: ") })
    #expect(try file.store.read { try $0.hasPassword(auditor.id) })
  }

  @Test("nobody confirms their own, in whatever session, nor without the password")
  func own() throws {
    let proposal = try propose()
    #expect(refusal(try confirm(proposal, as: admin))?.contains("yourself") == true)
    let unproven = try confirm(proposal, password: false)
    #expect(refusal(unproven)?.contains("you have none yet") == true)
    #expect(try role(of: target) == .cjit)
  }

  @Test("an auditor or a key worker confirms nothing")
  func roles() throws {
    let proposal = try propose()
    for worker in [auditor, target] {
      #expect(throws: (any Error).self) { _ = try confirm(proposal, as: worker) }
    }
  }

  @Test("it is confirmed once: a second time, after a refusal or taken back is refused")
  func replay() throws {
    let first = try propose()
    _ = try confirm(first)
    #expect(refusal(try confirm(first))?.contains("Confirmed already") == true)
    let refused = try propose(.aud)
    let no = [RefuseProposalForm.note: "Nobody asked for this"]
    _ = try file.save(RefuseProposalForm.id, no, about: refused, as: second)
    #expect(refusal(try confirm(refused))?.contains("Refused already") == true)
    let withdrawn = try propose(.supt)
    _ = try file.save(
      WithdrawProposalForm.id, [WithdrawProposalForm.note: "A slip of the hand"],
      about: withdrawn, as: admin)
    #expect(refusal(try confirm(withdrawn))?.contains("Withdrawn already") == true)
    #expect(try role(of: target) == .adm, "the first one alone")
  }

  @Test("after a day it has to be proposed anew")
  func expired() throws {
    let proposal = try propose()
    let late = try confirm(proposal, at: Self.now.adding(minutes: ProposalRules.lasts + 1))
    #expect(refusal(late)?.contains("more than a day ago") == true)
  }

  @Test("a proposer who lost the role or has left has proposed nothing")
  func proposerGone() throws {
    let other = try file.store.write(try file.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Jo Field", role: .adm)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
    let proposal = try propose(by: other)
    var demoted = other
    demoted.role = .arw
    let changed = demoted
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(changed, osAccount: nil, revision: 1)
    }
    #expect(refusal(try confirm(proposal))?.contains("can read the settings") == true)
    #expect(try role(of: target) == .cjit)
    demoted.active = false
    let left = demoted
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(left, osAccount: nil, revision: 2)
    }
    #expect(refusal(try confirm(proposal))?.contains("no longer works here") == true)
  }

  @Test("a record changed since is not changed by an old proposal")
  func changedMeanwhile() throws {
    let proposal = try propose()
    var moved = target
    moved.team = "North"
    let other = moved
    try file.store.write(try file.attribution()) {
      try $0.changeWorker(other, osAccount: nil, revision: 1)
    }
    #expect(refusal(try confirm(proposal))?.contains("proposed anew") == true)
    #expect(try role(of: target) == .cjit)
  }

  @Test("an answer altered behind the program's back is not carried out")
  func altered() throws {
    let proposal = try propose(.aud)
    try TamperTests.unchecked(file.path) {
      try $0.execute("UPDATE proposal_answer SET raw = 'ADM' WHERE raw = 'AUD'")
    }
    #expect(throws: StoreError.self) { _ = try confirm(proposal) }
    #expect(try role(of: target) == .cjit)
    #expect(try !file.verify().isGood)
  }

  @Test("GEN-008: the team leader is told until somebody has answered")
  func told() throws {
    let proposal = try propose()
    let context = try file.store.read { try $0.practice() }.context(at: Self.now, for: second)
    func due() throws -> [RecordRef] {
      try file.store.read {
        try DueList.lines(for: .everyone, in: $0, context).map(\.ref)
      }
    }
    #expect(try due() == [proposal])
    _ = try confirm(proposal)
    #expect(try due() == [])
  }

  @Test("GEN-003: opening its page is on the trail")
  func page() throws {
    let proposal = try propose()
    let context = try file.store.read { try $0.practice() }.context(at: Self.now, for: second)
    let by = try Attribution(by: second.id, as: .sup, at: Self.now)
    let seen = try file.store.write(by) { try ProposalRecords.view(proposal, in: $0, context) }
    #expect(seen.ref == proposal)
    #expect(try file.store.read { try $0.auditEntries(by: second.id) }.first?.kind == "list.view")
  }

  @Test("the list is for those who may answer; its proposer sees their own")
  func list() throws {
    let proposal = try propose()
    func lines(_ worker: Worker) throws -> [RecordRef] {
      let context = try file.store.read { try $0.practice() }.context(at: Self.now, for: worker)
      return try file.store.read {
        try ProposalRecords.lines(in: $0, context).map(\.proposal.ref)
      }
    }
    #expect(try lines(second) == [proposal])
    #expect(throws: StoreError.self) { _ = try lines(target) }
  }
}
