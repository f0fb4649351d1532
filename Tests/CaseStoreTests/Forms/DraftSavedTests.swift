import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("A kept form, and what was saved by the same form meanwhile")
struct DraftSavedTests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private func keep(
    _ form: FormID, about: RecordRef?, _ texts: [FieldCode: String],
    base: [FieldCode: String] = [:], by worker: Worker
  ) throws {
    let kept = KeptDraft(
      form: form, about: about, draft: FormDraft(texts: texts), base: FormDraft(texts: base))
    _ = try office.store.keepDraft(nil, kept, by: worker.id, at: CustodyOffice.nine)
  }

  private func unfinished(of worker: Worker) throws -> [UnfinishedLine] {
    let context = try office.context(as: worker)
    return try office.store.read {
      try TodayRecords.unfinished(of: worker.id, in: $0, context)
    }
  }

  @Test("An abandoned draft says what was saved since, by whomever; others say nothing")
  func savedSince() throws {
    let (one, other) = (try office.arrival(), try office.arrival(cell: "M2"))
    for entry in [one, other] {
      try keep(OfferForm.id, about: entry, [OfferForm.result: "REF"], by: office.cjit)
    }
    try keep(ApproachForm.id, about: one, [ApproachForm.result: "SEE"], by: office.cjit)
    #expect(try unfinished(of: office.cjit).allSatisfy { $0.savedSince == nil })
    try office.offer(one)
    let lines = try unfinished(of: office.cjit)
    #expect(lines.count == 3, "none is thrown away")
    #expect(
      lines.filter { $0.savedSince != nil }.map { "\($0.form.text) \($0.about?.text ?? "")" } == [
        "offer \(one.text)"
      ])
    #expect(lines.compactMap(\.savedSince) == [one])
  }

  @Test("Who types on, having seen it, is held that form out again at the next start")
  func goneOnWith() throws {
    let entry = try office.arrival()
    let kept = KeptDraft(
      form: OfferForm.id, about: entry, draft: FormDraft(texts: [OfferForm.result: "REF"]))
    let id = try office.store.keepDraft(nil, kept, by: office.cjit.id, at: CustodyOffice.nine)
    try office.offer(entry)
    #expect(try unfinished(of: office.cjit).map(\.savedSince) == [entry])
    _ = try office.store.keepDraft(
      id, kept, by: office.cjit.id, at: CustodyOffice.nine.adding(minutes: 40))
    #expect(try unfinished(of: office.cjit).map(\.savedSince) == [nil])
  }

  @Test("What was filled in before anybody typed, or does not arise, is no answer")
  func answered() throws {
    let entry = try office.arrival()
    let now = CustodyOffice.nine.uk
    try keep(
      OfferForm.id, about: entry,
      [OfferForm.result: "REF", OfferForm.at: now, OfferForm.deferral: "ASL"],
      base: [OfferForm.at: now], by: office.arw)
    #expect(try unfinished(of: office.arw).map(\.answered) == [1])
  }
}
