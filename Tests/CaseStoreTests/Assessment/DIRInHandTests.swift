import CaseRules
@testable import CaseStore
import SQLite
import Testing

@Suite("A DIR while it is being taken")
struct DIRInHandTests: InAssessment {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private func keepDIR(
    _ entry: RecordRef, by worker: Worker, at moment: Moment
  ) throws -> DraftID {
    try office.store.keepDraft(
      nil,
      KeptDraft(
        form: DIRForm.id, about: entry, draft: FormDraft(texts: [DIRForm.place: "custody"])),
      by: worker.id, at: moment)
  }

  private func line(of entry: RecordRef, as worker: Worker, at now: Moment) throws -> BoardLine? {
    let context = try office.context(at: now, as: worker)
    return try office.store.read { try CustodyBoard.lines(in: $0, context) }
      .first { $0.ref == entry }
  }

  @Test("CUS states, Seen and DIR started: colleagues see In assessment while it is being taken")
  func inAssessment() throws {
    let entry = try seenEntry(try office.person())
    #expect(try line(of: entry, as: office.cjit, at: ten)?.state == .seen)
    let draft = try keepDIR(entry, by: office.arw, at: ten)
    let later = ten.adding(minutes: 20)
    let seen = try #require(try line(of: entry, as: office.cjit, at: later))
    #expect(seen.state == .inAssessment)
    #expect(seen.dirInHand?.words(on: later.date) == "DIR begun 10:00 by B.COLE, not saved yet")
    let file = try office.file(entry, at: later)
    #expect(file.state == .seen && file.shownState == .inAssessment)
    let context = try office.context(at: later, as: office.cjit)
    let listed = try office.store.read { try CustodyExport.page(after: nil, in: $0, context) }
    #expect(listed.rows.first { $0.ref == entry }?.state == .inAssessment)

    let by = try Attribution(by: office.arw.id, as: office.arw.role, at: later)
    try office.store.write(by) { try $0.discardDraft(draft) }
    #expect(try line(of: entry, as: office.cjit, at: later)?.state == .seen)
  }

  @Test("CUS states: a DIR begun from the person's page is of the detention they are held in")
  func fromThePerson() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let draft = try keepDIR(person, by: office.arw, at: ten)
    #expect(try line(of: entry, as: office.cjit, at: ten)?.state == .inAssessment)
    let by = try Attribution(by: office.arw.id, as: office.arw.role, at: ten)
    try office.store.write(by) { try $0.discardDraft(draft) }

    let context = try office.context(at: ten)
    let opened = try office.store.read {
      try FormDesk.open(DIRForm.id, about: person, on: $0, in: context)
    }
    #expect(opened.draft[DIRForm.place] == AssessmentPlace.custody.code, "from the board")
    let unfinished = DIRExamples.answers.merging([DIRForm.complete: "n"]) { $1 }
    guard
      case .saved(let dir, _, _) = try office.submit(
        DIRForm.id, about: person, unfinished, rows: DIRExamples.rows, at: ten)
    else {
      Issue.record("not saved")
      return
    }
    #expect(try office.file(entry, at: ten).state == .inAssessment)
    try office.save(DIRForm.id, about: dir, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let file = try office.file(entry, at: ten)
    #expect(file.state == .assessed && file.assessments.map(\.ref) == [dir])
  }

  @Test("CUS states: without an approach, or after the departure, it is about the person alone")
  func fromThePersonElsewhere() throws {
    let person = try office.person()
    let entry = try office.arrival()
    try office.permit(entry)
    try office.link(entry, to: person)
    func detention() throws -> RecordRef? {
      try office.store.read { try DIRScope(person, $0).entry?.ref }
    }
    #expect(try detention() == nil)
    try office.approach(entry)
    #expect(try detention() == entry)
    try office.depart(entry, "NFA", at: ten)
    #expect(try detention() == nil)
  }

  @Test("CUS-016: a colleague's DIR in hand is told, and keeps nobody from assessing")
  func twoHands() throws {
    let entry = try seenEntry(try office.person())
    _ = try keepDIR(entry, by: office.cjit, at: ten)
    let outcome = try office.submit(
      DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows,
      at: ten.adding(minutes: 5))
    guard case .saved = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    func inOtherHands(_ worker: Worker) throws -> DIRInHand? {
      let context = try office.context(at: ten, as: worker)
      return try office.store.read {
        try DIRScope(entry, $0).assessment($0, context).inOtherHands
      }
    }
    #expect(try inOtherHands(office.arw)?.initials == "C.DOYLE")
    #expect(try inOtherHands(office.cjit) == nil)
  }

  @Test("CUS states: whoever has left is Departed, whatever is still being written")
  func departedInHand() throws {
    let entry = try seenEntry(try office.person())
    _ = try keepDIR(entry, by: office.arw, at: ten)
    let left = ten.adding(minutes: 30)
    try office.depart(entry, "NFA", at: left)
    let file = try office.file(entry, at: left)
    #expect(file.shownState == .departed && file.dirInHand == nil)
  }

  @Test("CUS states: a DIR that was left behind is not told once another is complete")
  func leftBehind() throws {
    let entry = try seenEntry(try office.person())
    _ = try keepDIR(entry, by: office.cjit, at: ten)
    let later = ten.adding(minutes: 30)
    #expect(try office.file(entry, at: later).dirInHand != nil)
    try office.save(
      DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: later)
    let seen = try #require(try line(of: entry, as: office.arw, at: later))
    #expect(seen.state == .assessed && seen.dirInHand == nil)
    #expect(try office.file(entry, at: later).dirInHand == nil)
  }

  @Test("CUS-016: whoever has begun a DIR of their own is still told of the colleague's")
  func eachOfTwo() throws {
    let entry = try seenEntry(try office.person())
    _ = try keepDIR(entry, by: office.cjit, at: ten)
    _ = try keepDIR(entry, by: office.arw, at: ten.adding(minutes: 5))
    let later = ten.adding(minutes: 10)
    #expect(try office.file(entry, at: later).dirInHand?.by == office.cjit.id)
    #expect(try line(of: entry, as: office.arw, at: later)?.dirInHand?.by == office.cjit.id)
    #expect(try line(of: entry, as: office.cjit, at: later)?.dirInHand?.by == office.arw.id)
  }

  @Test("GEN-003, CUS-010: the list of unfinished forms names whose detention and DIR it is")
  func unfinishedNames() throws {
    let entry = try seenEntry(try office.person("Marsh"))
    let other = try office.arrival(cell: "M2")
    _ = try keepDIR(entry, by: office.arw, at: ten)
    _ = try office.store.keepDraft(
      nil, KeptDraft(form: OfferForm.id, about: other, draft: FormDraft(texts: ["at": "now"])),
      by: office.arw.id, at: ten.adding(minutes: 1))
    func headings(_ worker: Worker) throws -> [String?] {
      let context = try office.context(at: ten.adding(minutes: 5), as: worker)
      return try office.store.read {
        try TodayRecords.unfinished(of: office.arw.id, in: $0, context).map(\.heading)
      }
    }
    let named = try headings(office.arw)
    #expect(named.last??.hasPrefix("MARSH Robin  \(entry.text)") == true)
    #expect(named.first??.hasPrefix(other.text) == true)
    // A role without the board is told neither.
    #expect(try headings(office.intelligence).allSatisfy { $0?.contains("MARSH") != true })
  }
}
