import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-054: referrals to early intervention from anybody")
struct EDIIReferralTests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private static let now = CustodyOffice.nine.adding(minutes: 30)

  private func answers(_ changes: [FieldCode: String] = [:]) -> [FieldCode: String] {
    [
      EDIIReferralForm.received: "05/10/2007 08:40", EDIIReferralForm.family: "Marsh",
      EDIIReferralForm.given: "Robin", EDIIReferralForm.phone: "01983 555 123",
      EDIIReferralForm.reason: "Uses heroin daily on the fish quay",
      IntelligenceReportForm.kind: "FAM", IntelligenceReportForm.family: "Quillfeather",
      IntelligenceReportForm.identity: "Mother",
    ].merging(changes) { $1 }
  }

  private func taken() throws -> RecordRef {
    try office.save(EDIIReferralForm.id, answers(), by: office.intelligence)
  }

  private func one(_ ref: RecordRef) throws -> EDIIReferral {
    try office.store.read { try EDIIReferralRecords.found(ref, in: $0) }
  }

  private func opened(_ form: FormID, _ ref: RecordRef) throws -> OpenedForm {
    let context = try office.context(at: Self.now, as: office.intelligence)
    return try office.store.read { try FormDesk.open(form, about: ref, on: $0, in: context) }
  }

  @Test("who refers is sealed, and the referral waits for an answer on Today")
  func sealed() throws {
    let ref = try taken()
    #expect(try one(ref).isOpen && one(ref).reason == "Uses heroin daily on the fish quay")
    let context = try office.context(as: office.intelligence)
    let view = try office.store.read {
      try TodayRecords.view(for: office.intelligence, in: $0, context)
    }
    #expect(view.edii.map(\.ref) == [ref])
    let trail = try office.store.read {
      try $0.query("SELECT coalesce(detail, '') FROM audit") { try $0.text(0) }
    }
    #expect(!trail.contains { $0.lowercased().contains("quillfeather") || $0.contains("Mother") })
    #expect(trail.contains { $0.contains("Marsh") }, "whom it is about is on the trail")
  }

  @Test("INT-005: a reason that names whoever refers is refused")
  func names() throws {
    #expect(
      try office.refusals(
        EDIIReferralForm.id,
        answers([EDIIReferralForm.reason: "Mrs Quillfeather says he uses heroin"]),
        by: office.intelligence) == ["INT-005 blocks"])
    #expect(
      try office.refusals(
        EDIIReferralForm.id,
        answers([
          EDIIReferralForm.family: "", EDIIReferralForm.given: "",
        ]), by: office.intelligence) == ["INT-054 blocks"])
  }

  @Test("GEN-003: while it waits it is put right, with what it was on the trail; who refers stays")
  func changed() throws {
    let ref = try taken()
    let form = try opened(ChangeEDIIReferralForm.id, ref)
    #expect(form.draft[EDIIReferralForm.phone] == "01983 555 123")
    #expect(form.draft[IntelligenceReportForm.family].isEmpty, "nothing of who refers is shown")
    func change(_ answers: [FieldCode: String]) throws -> [String] {
      try office.refusals(
        ChangeEDIIReferralForm.id, about: ref, form.draft.texts.merging(answers) { $1 },
        at: Self.now, by: office.intelligence)
    }
    #expect(try change([EDIIReferralForm.reason: "Mrs Quillfeather rang"]) == ["INT-005 blocks"])
    #expect(try change([EDIIReferralForm.given: "Robert"]) == [])
    let after = try one(ref)
    #expect(after.given == "Robert" && after.revision == 2 && after.phone == "01983 555 123")
    let trail = try office.store.read {
      try $0.query("SELECT coalesce(detail, '') FROM audit ORDER BY seq DESC LIMIT 1") {
        try $0.text(0)
      }
    }
    #expect(trail[0].contains("Robin") && trail[0].contains("Robert"))
    try office.save(
      EDIITreatmentForm.id, about: ref,
      [
        EDIITreatmentForm.name: "Robert Marsh", EDIITreatmentForm.consent: "y",
        EDIITreatmentForm.referrer: "Ian Frost", EDIITreatmentForm.reason: "Wants help",
      ], at: Self.now, by: office.intelligence)
    #expect(try change([EDIIReferralForm.given: "Rob"]) == ["INT-054 blocks"])
    #expect(try office.temporary.verify().isGood)
  }

  @Test("it becomes a report with nothing typed twice, and its source is the one that is sealed")
  func report() throws {
    let ref = try taken()
    let form = try opened(EDIIReportForm.id, ref)
    #expect(form.draft[ReportFields.text] == "Uses heroin daily on the fish quay")
    #expect(form.draft[ReportFields.received] == "05/10/2007 08:40")
    let row = form.draft.rows[ReportFields.subjects]?.first
    #expect(row?.texts[ReportFields.Subject.family] == "Marsh")
    var draft = form.draft
    draft[ReportFields.relatesTo] = "04/10/2007"
    let outcome = try office.store.save(
      FormSubmission(form: EDIIReportForm.id, about: ref, draft: draft),
      in: try office.context(at: Self.now, as: office.intelligence),
      by: try Attribution(by: office.intelligence.id, as: .dio, at: Self.now))
    guard case .saved(let saved, _, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(saved.kind == .intelligenceReport)
    let referral = try one(ref)
    #expect(referral.outcome == .report(saved))
    let source = try office.store.read {
      try $0.first("SELECT source FROM intelligence_report WHERE id = ?", saved.number) {
        try $0.get(0, as: SourceNumber.self)
      }
    }
    #expect(source == referral.source)
    // One or the other, once.
    #expect(
      try office.refusals(
        EDIITreatmentForm.id, about: ref,
        [
          EDIITreatmentForm.name: "Robin Marsh", EDIITreatmentForm.consent: "y",
          EDIITreatmentForm.referrer: "Ian Frost", EDIITreatmentForm.reason: "Wants help",
        ], by: office.intelligence) == ["INT-054 blocks"])
    #expect(
      try office.refusals(
        EDIIStrikeForm.id, about: ref, [EDIIStrikeForm.reason: "Entered by mistake"],
        by: office.intelligence) == ["INT-054 blocks"])
  }

  @Test("it becomes a treatment referral in the queue, which does not say who referred (PPL-050)")
  func treatment() throws {
    let ref = try taken()
    let form = try opened(EDIITreatmentForm.id, ref)
    #expect(form.draft[EDIITreatmentForm.name] == "MARSH Robin")
    #expect(form.draft[EDIITreatmentForm.phone] == "01983 555 123")
    #expect(form.draft[EDIITreatmentForm.referrer] == "Ian Frost, drug intelligence officer")
    #expect(
      try office.refusals(
        EDIITreatmentForm.id, about: ref,
        form.draft.texts.merging([
          EDIITreatmentForm.consent: "y", EDIITreatmentForm.referrer: "Mrs Quillfeather",
        ]) { $1 }, at: Self.now, by: office.intelligence) == ["INT-005 blocks"])
    try office.save(
      EDIITreatmentForm.id, about: ref,
      form.draft.texts.merging([EDIITreatmentForm.consent: "y"]) { $1 }, at: Self.now,
      by: office.intelligence)
    guard case .treatment(let queued) = try one(ref).outcome else {
      Issue.record("no referral")
      return
    }
    let referral = try office.store.read { try IncomingReferralRecords.found(queued, in: $0) }
    #expect(referral.agency == .police && referral.clientName == "MARSH Robin")
    #expect(referral.reason == "Uses heroin daily on the fish quay" && referral.consent == true)
    #expect(
      try office.deadlines(about: queued, at: Self.now) == ["SPOC action 05/10/2007 due_soon"])
  }

  @Test(
    "00 section 4: only intelligence officers take one in or answer it", arguments: Role.allCases)
  func rights(role: Role) throws {
    guard role != .dio else { return }
    let ref = try taken()
    let somebody = try office.store.write(try office.temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: "Somebody Else", role: role)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
    #expect(try !office.refusals(EDIIReferralForm.id, answers(), by: somebody).isEmpty)
    #expect(
      try !office.refusals(
        EDIITreatmentForm.id, about: ref, [EDIITreatmentForm.name: "Robin Marsh"], by: somebody
      ).isEmpty)
    let context = try office.context(as: somebody)
    let reads = [.sup, .supt, .ppoc].contains(role)
    func mayRead() -> Bool {
      do {
        _ = try office.store.read { try EDIIReferralRecords.load(ref, in: $0, context) }
        return true
      } catch { return false }
    }
    #expect(mayRead() == reads)
  }
}
