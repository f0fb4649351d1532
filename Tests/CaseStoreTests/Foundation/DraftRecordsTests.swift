import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Kept drafts")
struct DraftRecordsTests {
  private let moment = Moment(seconds: 1_795_338_000)

  private var dir: KeptDraft {
    KeptDraft(
      form: "dir", about: RecordRef(.person, 1042),
      draft: FormDraft(
        texts: ["arrested_on": "fri", "note": "two lines\nof “text”", "empty": ""],
        rows: [
          "drugs": [
            FormDraft.Row(id: 3, texts: ["drug": "heroin", "spend": "£40"]),
            FormDraft.Row(id: 1, texts: ["drug": "crack"]), FormDraft.Row(id: 7),
          ]
        ]),
      base: FormDraft(texts: ["note": "before"], rows: ["drugs": []]), revision: 4,
      reasons: ["PPL-021": "Asked for by the court"],
      lastPlace: FieldPlace("drugs", row: 3, column: "spend"))
  }

  @Test("everything typed comes back as it was, rows in their order and empty ones too")
  func roundTrip() throws {
    let file = try TemporaryStore()
    let kept = dir
    let id = try file.store.keepDraft(nil, kept, by: file.admin, at: moment)
    let found = try file.store.read { try $0.draft(id, of: file.admin) }
    var expected = kept
    // A table without rows holds nothing to keep.
    expected.base.rows = [:]
    #expect(found == expected)
    let headings = try file.store.read { try $0.drafts(of: file.admin) }
    #expect(headings.map(\.id) == [id])
    #expect(headings.first?.form == "dir")
    #expect(headings.first?.about == RecordRef(.person, 1042))
  }

  @Test("typing on changes what differs, and what was cleared is gone")
  func typingOn() throws {
    let file = try TemporaryStore()
    var kept = dir
    let id = try file.store.keepDraft(nil, kept, by: file.admin, at: moment)
    kept.draft["note"] = "shorter"
    kept.draft.texts["arrested_on"] = nil
    kept.draft.rows["drugs"] = [FormDraft.Row(id: 1, texts: ["drug": "crack"])]
    kept.base.rows = [:]
    let later = moment.adding(minutes: 3)
    let again = try file.store.keepDraft(id, kept, by: file.admin, at: later)
    #expect(again == id)
    #expect(try file.store.read { try $0.draft(id, of: file.admin) } == kept)
    let heading = try file.store.read { try $0.drafts(of: file.admin) }.first
    #expect(heading?.startedAt == moment)
    #expect(heading?.touchedAt == later)
  }

  @Test("nobody but the author finds, reads, changes or discards a draft")
  func authorOnly() throws {
    let file = try TemporaryStore()
    let other = try file.store.write(try file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Ben Cole", role: .sup))
    }
    let kept = dir
    let id = try file.store.keepDraft(nil, kept, by: file.admin, at: moment)
    #expect(try file.store.read { try $0.drafts(of: other) } == [])
    #expect(try file.store.read { try $0.draft(id, of: other) } == nil)
    #expect(throws: StoreError.notFound) {
      try file.store.keepDraft(id, kept, by: other, at: moment)
    }
    #expect(throws: StoreError.notFound) {
      try file.store.write(try file.attribution(by: other, as: .sup)) { try $0.discardDraft(id) }
    }
    #expect(try file.store.read { try $0.draft(id, of: file.admin) } != nil)
  }

  @Test("a discarded draft is gone with every word; the trail says only that it was done")
  func discarded() throws {
    let file = try TemporaryStore()
    let id = try file.store.keepDraft(nil, dir, by: file.admin, at: moment)
    try file.store.write(try file.attribution()) { try $0.discardDraft(id) }
    #expect(try file.store.read { try $0.drafts(of: file.admin) } == [])
    #expect(try file.store.read { try !$0.exists("SELECT 1 FROM draft_entry") })
    let entry = try file.store.read { try $0.auditEntries(by: file.admin) }.first
    #expect(entry?.kind == "draft.discarded")
    #expect(entry?.detail == #"{"facts":{"form":"dir","about":"P-1042","fields":3}}"#)
  }

  @Test("a draft outlives the session it was typed in")
  func nextSession() throws {
    let file = try TemporaryStore()
    let id = try file.store.keepDraft(nil, dir, by: file.admin, at: moment)
    let other = try file.another()
    defer { other.close() }
    #expect(try other.read { try $0.draft(id, of: file.admin) }?.draft["arrested_on"] == "fri")
  }

  @Test("the draft of a record goes in the same save as the record comes")
  func finished() throws {
    let file = try TemporaryStore()
    let id = try file.store.keepDraft(nil, dir, by: file.admin, at: moment)
    #expect(throws: StoreError.notAudited) {
      try file.store.write(try file.attribution()) { try $0.finishDraft(id) }
    }
    #expect(try file.store.read { try $0.draft(id, of: file.admin) } != nil)
    try file.store.write(try file.attribution()) {
      try $0.finishDraft(id)
      try $0.audit(AuditEvent(.created, record: AuditedRecord("dir", 1)))
    }
    #expect(try file.store.read { try $0.draft(id, of: file.admin) } == nil)
  }
}

extension StoreFile {
  /// Keeps a draft, and waits until it is kept.
  func keepDraft(
    _ id: DraftID?, _ kept: KeptDraft, by worker: WorkerID, at moment: Moment
  ) throws -> DraftID {
    try keep { try $0.keepDraft(id, kept, by: worker, at: moment) }
  }
}
