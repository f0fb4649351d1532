import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("The correction of a complete DIR")
struct DIRCorrectionTests: InAssessment {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private func taken(
    from entry: RecordRef, _ rows: [FieldCode: [FormDraft.Row]] = DIRExamples.rows
  ) throws -> RecordRef {
    try office.save(DIRForm.id, about: entry, DIRExamples.answers, rows: rows, at: ten)
  }

  private func correct(
    _ dir: RecordRef, _ changed: [FieldCode: String] = [:],
    rows: [FieldCode: [FormDraft.Row]] = DIRExamples.rows, at now: Moment? = nil,
    by worker: Worker? = nil
  ) throws -> [String] {
    let outcome = try office.submit(
      DIRCorrectionForm.id, about: dir, DIRExamples.correcting(changed), rows: rows,
      at: now ?? ten.adding(minutes: 30), by: worker)
    guard case .saved(dir, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return []
    }
    return notes
  }

  private func dir(_ ref: RecordRef, as worker: Worker? = nil) throws -> DIRFile {
    let context = try office.context(at: ten.adding(minutes: 60), as: worker)
    return try office.store.read { try DIRFiles.load(ref, in: $0, context) }
  }

  private func episode(of person: RecordRef) throws -> Episode? {
    try office.store.read { try EpisodeRecords.open(of: PersonID(person.number), in: $0) }
  }

  @Test("GEN-003: a correction makes a revision, keeps what was said, and says who and why")
  func kept() throws {
    let person = try office.person()
    let ref = try taken(from: person)
    #expect(try correct(ref, [DIRForm.goals: "Work"]).isEmpty)
    let file = try dir(ref)
    #expect(file.revision == 2)
    #expect(file.summary.completed != nil)
    #expect(file.corrections.map(\.because) == ["The wrong line was chosen"])
    #expect(file.corrections.map(\.by) == [Worker.initials(of: office.arw.name)])
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    let change = try #require(trail.first { $0.revisionAfter == 2 })
    #expect(change.reason == "The wrong line was chosen")
    #expect(change.detail?.contains(#"{"field":"goals","from":"A script","to":"Work"}"#) == true)
  }

  @Test("GEN-003: without a reason that can be read later it is not saved")
  func reason() throws {
    let ref = try taken(from: try office.person())
    for reason in ["", "oops"] {
      #expect(
        try office.refusals(
          DIRCorrectionForm.id, about: ref, DIRExamples.correcting([:], because: reason),
          rows: DIRExamples.rows, at: ten) == ["GEN-003 blocks"])
    }
  }

  @Test(
    "PPL-006: the consents a DIR was taken with stay as they are; they are records of their own")
  func consents() throws {
    let person = try office.person()
    let ref = try taken(from: person)
    let kept = try office.store.read {
      try ConsentRecords.all(of: PersonID(person.number), in: $0)
    }
    _ = try correct(ref)
    let context = try office.context(at: ten)
    let opened = try office.store.read {
      try FormDesk.open(DIRCorrectionForm.id, about: ref, on: $0, in: context)
    }
    #expect(opened.draft[DIRForm.caseloadConsent].isEmpty)
    #expect(opened.draft[DIRForm.complete].isEmpty)
    #expect(opened.draft[DIRForm.housing] == "2")
    #expect(
      try office.count(
        "SELECT count(*) FROM dir WHERE consent_caseload = 'yes' AND consent_how = 'ORA'") == 1)
    #expect(
      try office.store.read { try ConsentRecords.all(of: PersonID(person.number), in: $0) }.count
        == kept.count)
  }

  @Test("CUS-017: what is missing or does not agree is refused as in the DIR itself")
  func rules() throws {
    let ref = try taken(from: try office.person())
    func refused(
      _ changed: [FieldCode: String], rows: [FieldCode: [FormDraft.Row]]? = nil
    ) throws
      -> [String]
    {
      try office.refusals(
        DIRCorrectionForm.id, about: ref, DIRExamples.correcting(changed),
        rows: rows ?? DIRExamples.rows, at: ten)
    }
    #expect(try refused([DIRForm.housing: ""]) == ["CUS-017 blocks"])
    #expect(try refused([DIRForm.mainDrug: "AMP"]) == ["CUS-017 blocks"])
    #expect(try refused([DIRForm.noAlternative: "n"]) == ["PPL-005 blocks"])
    var noActions = DIRExamples.rows
    noActions[DIRForm.actions] = nil
    #expect(try refused([:], rows: noActions) == ["CUS-018 blocks"])
    var noDrugs = DIRExamples.rows
    noDrugs[DIRForm.drugs] = nil
    #expect(try refused([DIRForm.mainDrug: ""], rows: noDrugs) == ["CUS-017 blocks"])
  }

  @Test("PPL-010: it is no second assessment; an unfinished DIR is carried on instead")
  func whichDIR() throws {
    let person = try office.person()
    let ref = try taken(from: person)
    #expect(
      try office.refusals(
        DIRCorrectionForm.id, about: ref, DIRExamples.correcting([:]), rows: DIRExamples.rows,
        at: ten
      ).isEmpty)
    let other = try office.person("Vale")
    let begun = try office.save(
      DIRForm.id, about: other, DIRExamples.answers.merging([DIRForm.complete: "n"]) { $1 },
      rows: DIRExamples.rows, at: ten)
    #expect(
      try office.refusals(
        DIRCorrectionForm.id, about: begun, DIRExamples.correcting([:]), rows: DIRExamples.rows,
        at: ten) == ["CUS-017 blocks"])
  }

  @Test("Worked example 9: the weekly spend follows the corrected lines, and says what it was")
  func weeklySpend() throws {
    let ref = try taken(from: try office.person())
    var rows = DIRExamples.rows
    rows[DIRForm.drugs]?[0].texts[DIRForm.DrugColumn.spend] = "20"
    #expect(try correct(ref, rows: rows) == ["Weekly spend £285, it was £355"])
    #expect(try dir(ref).summary.weeklySpend == 28_500)
  }

  @Test("CUS-018: advice only that was to be the caseload opens the contact after all")
  func caseloadAfterAll() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let ref = try taken(from: entry, DIRExamples.agreeing("ADV"))
    #expect(try episode(of: person) == nil)
    let notes = try correct(ref, rows: DIRExamples.agreeing("CAS"))
    #expect(notes.contains { $0.hasPrefix("Assessed. Next: ") })
    let opened = try #require(try episode(of: person))
    #expect(opened.state == .assessed && opened.entryPoint == .arrest)
    #expect(
      try office.deadlines(about: opened.id.ref).contains {
        $0.hasPrefix(CaseloadDeadlines.firstCarePlanName)
      })
    let file = try office.file(entry, at: ten.adding(minutes: 60))
    #expect(file.state == .assessed)
    #expect(file.assessments.first?.actions.map(\.kind) == [.caseload])
    #expect(file.episode?.id == opened.id)
  }

  @Test("CUS-018: tier 2 work is Assessed, and says at once that joining was not agreed")
  func noJoining() throws {
    let outcome = try office.submit(
      DIRForm.id, about: try office.person(), DIRExamples.answers,
      rows: DIRExamples.agreeing(AgreedAction.Kind.tierTwo.code), at: ten)
    guard case .saved(_, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(notes.contains("Assessed. Joining the caseload is not among what was agreed"))
  }

  @Test("PPL-014: the caseload that was not agreed after all waits for no care plan")
  func noCaseloadAfterAll() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("CAS"))
    let open = try #require(try episode(of: person))
    #expect(
      try correct(ref, rows: DIRExamples.agreeing("ADV")) == [
        "\(open.id.ref.text) stays open. Close it if nothing goes on"
      ])
    let plan = CaseloadDeadlines.firstCarePlanName
    #expect(try waiting(plan, about: open.id.ref) == 0)
    _ = try correct(ref, rows: DIRExamples.agreeing("CAS"))
    #expect(try waiting(plan, about: open.id.ref) == 1, "and again, where that was wrong")
  }

  private func waiting(_ name: String, about ref: RecordRef) throws -> Int {
    try office.store.read { try DeadlineRecords.all(about: ref, in: $0) }
      .count { $0.deadline.name == name && $0.isWaiting }
  }

  @Test("Enter once: the person's record follows, but not where it says something else by now")
  func personFollows() throws {
    let person = try office.person()
    let ref = try taken(from: person)
    let id = PersonID(person.number)
    #expect(
      try correct(ref, [DIRForm.housing: "1"]) == [
        "The person's record follows (housing, work, safeguarding)"
      ])
    #expect(try office.store.read { try PersonRecords.one(id, in: $0) }?.home.accommodation == "1")
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    try office.store.write(by) { transaction in
      guard var known = try PersonRecords.one(id, in: transaction.connection) else { return }
      known.home.accommodation = "3"
      try PersonRecords.change(known, in: transaction)
    }
    #expect(try correct(ref, [DIRForm.housing: "2"]).isEmpty)
    #expect(try office.store.read { try PersonRecords.one(id, in: $0) }?.home.accommodation == "3")
  }

  @Test("Enter once: an older DIR does not speak for the person's record again")
  func newerHasSpoken() throws {
    let person = try office.person()
    let ref = try taken(from: person)
    try another(of: person, on: .at(20, 10, 2007, 10, 0), DIRExamples.rows)
    #expect(try correct(ref, [DIRForm.housing: "1"], at: .at(21, 10, 2007, 10, 0)).isEmpty)
    let known = try office.store.read { try PersonRecords.one(PersonID(person.number), in: $0) }
    #expect(known?.home.accommodation == "2")
  }

  @discardableResult
  private func another(
    of person: RecordRef, on moment: Moment, _ rows: [FieldCode: [FormDraft.Row]],
    _ changed: [FieldCode: String] = [:]
  ) throws -> RecordRef {
    try office.save(
      DIRForm.id, about: person,
      DIRExamples.answers.merging([DIRForm.assessedAt: moment.uk]) { $1 }.merging(changed) { $1 },
      rows: rows, at: moment.adding(minutes: 30),
      reasons: ["PPL-010": "Everything has changed since"])
  }

  private func open(_ person: RecordRef, on day: String, at now: Moment) throws {
    try office.save(
      ContactEpisodeForm.id, about: person,
      [
        ContactEpisodeForm.entryPoint: EntryPoint.prison.code, ContactEpisodeForm.opened: day,
        ContactEpisodeForm.voluntary: "y", ContactEpisodeForm.noAlternative: "y",
      ], at: now)
  }

  @Test("PPL-010: what was agreed long before a contact does not move that contact")
  func otherEpisode() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("ADV"))
    let now = Moment.at(21, 11, 2007, 10, 0)
    try open(person, on: "20/11/2007", at: now)
    #expect(
      try correct(ref, rows: DIRExamples.agreeing("CAS"), at: now) == [
        "E-0001 stays as it is: this DIR was done too long before it (PPL-010)"
      ])
    let episode = try #require(try episode(of: person))
    #expect(episode.state == .contact && episode.lastContact == nil)
    #expect(try waiting(CaseloadDeadlines.firstCarePlanName, about: episode.id.ref) == 0)
  }

  @Test("PPL-014: the care plan that a newer DIR wants is not set aside by an older one")
  func newerAgrees() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("CAS"))
    let newer = try another(
      of: person, on: .at(20, 10, 2007, 10, 0), DIRExamples.agreeing("CAS"))
    #expect(
      try correct(ref, rows: DIRExamples.agreeing("ADV"), at: .at(21, 10, 2007, 10, 0)) == [
        "E-0001 stays as it is: \(newer.text) is the newer assessment"
      ])
    let open = try #require(try episode(of: person))
    #expect(try waiting(CaseloadDeadlines.firstCarePlanName, about: open.id.ref) == 1)
  }

  @Test(
    "PPL-010: a DIR of a year ago opens no contact; it has ended, or been joined: told in words")
  func tooLate() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("ADV"))
    let notes = try correct(
      ref, rows: DIRExamples.agreeing("CAS"), at: .at(10, 10, 2008, 10, 0))
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("No contact is opened: this DIR was done too long ago") == true)
    #expect(try episode(of: person) == nil)
  }

  @Test("A time with the team that has ended since the DIR stays ended")
  func ended() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("ADV"))
    let now = Moment.at(6, 10, 2007, 10, 0)
    try open(person, on: "06/10/2007", at: now)
    let open = try #require(try episode(of: person))
    try office.save(
      CloseEpisodeForm.id, about: open.id.ref,
      [CloseEpisodeForm.reason: "declined", CloseEpisodeForm.closed: "06/10/2007"], at: now)
    let notes = try correct(ref, rows: DIRExamples.agreeing("CAS"), at: .at(8, 10, 2007, 10, 0))
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("Their time with the team since this DIR has ended") == true)
    #expect(try episode(of: person) == nil)
  }

  @Test("Who has joined stays on the caseload, whatever the DIR says by now; the worker is told")
  func joined() throws {
    let person = try office.person()
    let ref = try taken(from: person, DIRExamples.agreeing("CAS"))
    try office.save(
      JoinCaseloadForm.id, about: person,
      [
        JoinCaseloadForm.worker: office.cjit.id.ref.text, JoinCaseloadForm.joined: "05/10/2007",
        JoinCaseloadForm.whereabouts: Whereabouts.community.code,
      ], at: ten.adding(minutes: 20), by: office.cjit)
    #expect(
      try correct(ref, rows: DIRExamples.agreeing("ADV")) == [
        "E-0001 has joined the caseload and stays. Close it if nothing goes on"
      ])
    #expect(try episode(of: person)?.state == .activeCommunity)
  }

  @Test(
    "PPL-024, PPL-008: last contact, step and opening follow the day of the interview, there and back",
    arguments: [(10, 3), (3, 10)])
  func dayFollows(first: Int, second: Int) throws {
    let person = try office.person()
    let ref = try another(
      of: person, on: .at(first, 11, 2007, 10, 0), DIRExamples.agreeing("CAS"))
    let now = Moment.at(12, 11, 2007, 10, 0)
    for (minutes, day) in [(0, second), (5, first)] {
      let notes = try correct(
        ref, [DIRForm.assessedAt: Moment.at(day, 11, 2007, 11, 0).uk],
        rows: DIRExamples.agreeing("CAS"), at: now.adding(minutes: minutes))
      let right = CalendarDate.on(day, 11, 2007)
      #expect(notes == ["E-0001 was opened on \(right.uk) now"])
      let open = try #require(try episode(of: person))
      #expect(open.lastContact == right && open.opened == right)
      let steps = try office.store.read { try EpisodeRecords.events(of: open.id, in: $0) }
      #expect(steps.last?.event == EpisodeRecords.assessedOnAnotherDay)
      #expect(steps.last?.on == right)
    }
  }

  @Test(
    "PPL-024: a contact that somebody opened before the DIR keeps its day; its last contact moves")
  func openedBefore() throws {
    let person = try office.person()
    try open(person, on: "01/11/2007", at: .at(1, 11, 2007, 10, 0))
    let ref = try another(of: person, on: .at(10, 11, 2007, 10, 0), DIRExamples.agreeing("CAS"))
    #expect(
      try correct(
        ref, [DIRForm.assessedAt: Moment.at(3, 11, 2007, 10, 0).uk],
        rows: DIRExamples.agreeing("CAS"), at: .at(12, 11, 2007, 10, 0)
      ).isEmpty)
    let open = try #require(try episode(of: person))
    #expect(open.opened == .on(1, 11, 2007))
    #expect(open.lastContact == .on(3, 11, 2007))
  }

  @Test("PPL-008: the entry point of the episode that the DIR opened follows the place")
  func placeFollows() throws {
    let person = try office.person()
    let ref = try another(
      of: person, on: ten, DIRExamples.agreeing("CAS"),
      [DIRForm.place: AssessmentPlace.court.code])
    #expect(try episode(of: person)?.entryPoint == .court)
    let notes = try correct(
      ref, [DIRForm.place: AssessmentPlace.prison.code], rows: DIRExamples.agreeing("CAS"))
    #expect(notes == ["E-0001 came from: \(EntryPoint.prison.title)"])
    #expect(try episode(of: person)?.entryPoint == .prison)
  }

  @Test("GEN-003: of two who correct one DIR the second sees what the first has done")
  func twoAtOnce() throws {
    let ref = try taken(from: try office.person())
    _ = try correct(ref, [DIRForm.goals: "Work"])
    let outcome = try office.submit(
      DIRCorrectionForm.id, about: ref, DIRExamples.correcting([DIRForm.goals: "A home"]),
      rows: DIRExamples.rows, at: ten.adding(minutes: 40), by: office.cjit, revision: 1)
    guard case .changedElsewhere(let theirs, revision: 2, _) = outcome else {
      Issue.record("not told: \(outcome)")
      return
    }
    #expect(theirs[DIRForm.goals] == "Work")
  }

  @Test("A pregnancy that is no longer asked about is not kept, nor judged")
  func notConcerned() throws {
    let person = try office.person()
    func change(_ sex: Sex) throws {
      let by = try Attribution(by: office.arw.id, as: .arw, at: nine)
      try office.store.write(by) { transaction in
        let id = PersonID(person.number)
        guard var known = try PersonRecords.one(id, in: transaction.connection) else { return }
        known.sex = sex
        try PersonRecords.change(known, in: transaction)
      }
    }
    let answered = "SELECT count(*) FROM dir WHERE pregnant IS NOT NULL"
    try change(.notStated)
    let ref = try another(
      of: person, on: ten, DIRExamples.agreeing("ADV"), [DIRForm.pregnant: "y"])
    #expect(try office.count(answered) == 1)
    try change(.male)
    try expectContradictionShown(in: ref, of: person)
    _ = try correct(ref, [DIRForm.pregnant: "y"], rows: DIRExamples.agreeing("ADV"))
    #expect(try office.count(answered) == 0)
    try another(
      of: person, on: ten.adding(minutes: 60), DIRExamples.agreeing("ADV"),
      [DIRForm.pregnant: "whatever"])
    #expect(try office.count(answered) == 0)
  }

  /// On the page of the DIR, and where the sex is put right; a care plan takes nothing of it.
  private func expectContradictionShown(in dir: RecordRef, of person: RecordRef) throws {
    let context = try office.context(at: ten.adding(minutes: 30))
    let shown = try office.store.read { try DIRFiles.load(dir, in: $0, context).shown }
    #expect(shown.contains { $0.field == DIRForm.pregnant.text })
    let opened = try office.store.read {
      try FormDesk.open(PersonForm.id, about: person, on: $0, in: context)
    }
    #expect(opened.facts.person?.pregnantIn == [person, dir])
    let found = FormCheck.findings(
      on: opened.draft, of: PersonForm.definition, facts: opened.facts, in: context)
    #expect(found.contains { $0.field == PersonForm.sex.text && $0.words.contains(dir.text) })
  }

  @Test("CUS-016: the board follows the time of the interview")
  func timeFollows() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let ref = try taken(from: entry)
    _ = try correct(ref, [DIRForm.assessedAt: ten.adding(minutes: 5).uk])
    #expect(
      try office.file(entry, at: ten.adding(minutes: 60)).entry.dirStarted
        == ten.adding(minutes: 5))
  }

  @Test("A colleague who takes DIRs may correct one; who only reads them is told who does it")
  func who() throws {
    let ref = try taken(from: try office.person())
    _ = try correct(ref, [DIRForm.goals: "Work"], by: office.cjit)
    #expect(
      try office.refusals(
        DIRCorrectionForm.id, about: ref, DIRExamples.correcting([:]), rows: DIRExamples.rows,
        at: ten, by: office.teamLeader) == ["GEN-003 blocks"])
    let leader = try office.context(at: ten, as: office.teamLeader)
    let offered = DIRActions.offered(for: try dir(ref).summary, in: leader)
    let correction = try #require(offered.first { $0.form == DIRCorrectionForm.id })
    #expect(
      correction.whyNot?.hasSuffix(
        "Whoever takes DIRs does it") == true)
    let own = DIRActions.offered(for: try dir(ref).summary, in: try office.context(at: ten))
    #expect(own.allSatisfy { $0.whyNot == nil })
    #expect(ActionOrder(own, in: ActionLayout(of: .dir)).keys == ["e", "s"])
  }
}
