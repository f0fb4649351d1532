import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("The correction of an offer")
struct OfferCorrectionTests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private var half: Moment { CustodyOffice.nine.adding(minutes: 30) }

  private func offer(of entry: RecordRef) throws -> RecordRef {
    try #require(try office.file(entry).entry.offer?.ref)
  }

  private func answers(
    _ changed: [FieldCode: String], because reason: String = "Wrong result typed"
  ) -> [FieldCode: String] {
    [
      OfferForm.result: "REF", OfferForm.at: CustodyOffice.nine.adding(minutes: 20).uk,
      OfferForm.officer: office.officer.text, OfferForm.positively: "y",
      OfferForm.independence: "y", CorrectionReason.field: reason,
    ].merging(changed) { $1 }
  }

  @Test("GEN-003: the offer says what is right now, the trail what it said, who and why")
  func corrected() throws {
    let entry = try office.arrival()
    try office.offer(entry, "ACC")
    let fact = try offer(of: entry)
    let context = try office.context()
    let opened = try office.store.read {
      try FormDesk.open(OfferCorrectionForm.id, about: fact, on: $0, in: context)
    }
    #expect(opened.draft[OfferForm.result] == "ACC")
    #expect(opened.draft[OfferForm.officer] == office.officer.text)
    #expect(opened.revision == 1)
    #expect(try office.save(OfferCorrectionForm.id, about: fact, answers([:])) == entry)
    let file = try office.file(entry)
    #expect(file.entry.offers.map(\.outcome) == [.refused])
    #expect(try office.count("SELECT was_accepted FROM custody_entry") == 0)
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(fact)) }
    let change = try #require(trail.first { $0.revisionAfter == 2 })
    #expect(change.reason == "Wrong result typed")
    #expect(
      change.detail?.contains(#"{"field":"result","from":"accepted","to":"refused"}"#) == true)
    #expect(!(change.detail?.contains("positively") ?? true), "what stays is not told")
  }

  @Test("CUS-002, CUS-003: lateness and ticks are judged anew, on the offer as it is now")
  func flags() throws {
    let entry = try office.arrival()
    try office.offer(entry, at: CustodyOffice.nine.adding(minutes: 20))
    let fact = try offer(of: entry)
    #expect(try office.file(entry, at: half).offerFlags.isEmpty)
    let later = CustodyOffice.nine.adding(minutes: 90)
    let late = CustodyOffice.nine.adding(minutes: 80)
    try office.save(
      OfferCorrectionForm.id, about: fact,
      answers([OfferForm.at: late.uk, OfferForm.positively: "n"]), at: later)
    #expect(try office.file(entry, at: later).offerFlags.map(\.rule) == ["CUS-002", "CUS-003"])
    #expect(try office.deadlines(about: entry, at: later).contains("Offer met_late"))
    try office.save(OfferCorrectionForm.id, about: fact, answers([:]), at: later)
    #expect(try office.file(entry, at: later).offerFlags.isEmpty)
    #expect(try office.deadlines(about: entry, at: later).contains("Offer met"))
  }

  @Test(
    "CUS-002: the first offer that stands meets the deadline, whichever was struck or came later")
  func firstThatStands() throws {
    let entry = try office.arrival()
    try office.offer(entry, "REF", at: CustodyOffice.nine.adding(minutes: 20))
    let wrong = try offer(of: entry)
    try office.offer(entry, at: CustodyOffice.nine.adding(minutes: 80))
    let later = CustodyOffice.nine.adding(minutes: 90)
    #expect(try office.deadlines(about: entry, at: later).contains("Offer met"))
    try office.save(
      StrikeForm.id, about: wrong, [StrikeForm.reason: "Another detainee's offer"], at: later)
    #expect(try office.deadlines(about: entry, at: later).contains("Offer met_late"))
    try office.save(
      OfferForm.id, about: entry,
      answers([OfferForm.result: "ACC"]).filter { $0.key != CorrectionReason.field }, at: later)
    #expect(try office.deadlines(about: entry, at: later).contains("Offer met"))
  }

  @Test("GEN-003: of two who correct one offer the second sees what the first has done")
  func twoAtOnce() throws {
    let entry = try office.arrival()
    try office.offer(entry, "ACC")
    let fact = try offer(of: entry)
    try office.save(OfferCorrectionForm.id, about: fact, answers([:]))
    let outcome = try office.submit(
      OfferCorrectionForm.id, about: fact, answers([OfferForm.positively: "n"]), by: office.cjit,
      revision: 1)
    guard case .changedElsewhere(let theirs, revision: 2, _) = outcome else {
      Issue.record("not told: \(outcome)")
      return
    }
    #expect(theirs[OfferForm.result] == "REF")
  }

  @Test("GEN-004: a closed entry keeps the offer that it was closed on")
  func closed() throws {
    let entry = try office.arrival(offence: "N01")
    try office.offer(entry)
    let fact = try offer(of: entry)
    let left = CustodyOffice.nine.adding(minutes: 120)
    try office.depart(entry, "NFA", at: left)
    #expect(
      try office.refusals(OfferCorrectionForm.id, about: fact, answers([:]), at: left).isEmpty)
    try office.save(CloseEntryForm.id, about: entry, [:], at: left)
    #expect(
      try office.refusals(OfferCorrectionForm.id, about: fact, answers([:]), at: left) == [
        "GEN-004 blocks"
      ])
  }

  @Test("GEN-003, GEN-004: no reason, struck through, no offer at all: refused in words")
  func refused() throws {
    let entry = try office.arrival()
    try office.offer(entry)
    try office.approach(entry)
    let fact = try offer(of: entry)
    let approach = try #require(try office.file(entry).entry.approach?.ref)
    #expect(
      try office.refusals(OfferCorrectionForm.id, about: fact, answers([:], because: "")) == [
        "GEN-003 blocks"
      ])
    #expect(
      try office.refusals(OfferCorrectionForm.id, about: approach, answers([:])).contains(
        "CUS-001 blocks"))
    #expect(
      try office.refusals(
        OfferCorrectionForm.id, about: fact, answers([:]), by: office.teamLeader) == [
          "GEN-003 blocks"
        ])
    try office.save(StrikeForm.id, about: fact, [StrikeForm.reason: "Another detainee's offer"])
    #expect(
      try office.refusals(OfferCorrectionForm.id, about: fact, answers([:])) == ["GEN-004 blocks"])
  }

  @Test("It is offered on the detention and on the line of the offer, with one letter")
  func offered() throws {
    let entry = try office.arrival()
    let context = try office.context()
    func correction(_ file: EntryFile) throws -> OfferedForm {
      try #require(
        EntryActions.offered(for: file, in: context).first { $0.form == OfferCorrectionForm.id })
    }
    #expect(try correction(try office.file(entry)).whyNot == "CUS-001: No offer is recorded")
    try office.offer(entry)
    let file = try office.file(entry)
    #expect(try correction(file).whyNot == nil)
    let line = try #require(file.timeline.first { $0.words.hasPrefix("Offer") })
    #expect(
      EntryActions.offered(for: line, in: file, context).map(\.form) == [
        OfferCorrectionForm.id, StrikeForm.id,
      ])
    let layout = ActionLayout(of: .custodyEntry)
    let onLine = ActionOrder(EntryActions.offered(for: line, in: file, context), in: layout)
    #expect(onLine.keys == ["r", "k"])
    let onPage = ActionOrder(EntryActions.offered(for: file, in: context), in: layout)
    #expect(
      zip(onPage.offered, onPage.keys).filter { $0.0.form == OfferCorrectionForm.id }.map(\.1)
        == ["r"])
  }
}
