import CaseRules
@testable import CaseStore
import SQLite
import StoreTestSupport
import Testing

@Suite("The DIR in the file")
struct DIRTests: InAssessment {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test("CUS-017, CUS-018, worked example 9: a complete DIR, £355 a week, and what follows")
  func complete() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let outcome = try office.submit(
      DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    guard case .saved(let ref, _, let notes) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(ref.kind == .dir)
    #expect(notes.contains("Weekly spend £355"))
    let file = try office.file(entry, at: ten)
    #expect(file.state == .assessed)
    #expect(file.assessments.map(\.weeklySpend) == [35_500])
    #expect(file.assessments.map(\.mainDrug) == ["Heroin"])
    #expect(file.assessments.first?.actions.map(\.kind) == [.referral, .caseload])
    #expect(try office.count("SELECT count(*) FROM dir_action") == 2)
    #expect(try office.count("SELECT count(*) FROM dir WHERE is_trigger = 1") == 1)

    let person1 = PersonID(person.number)
    let episode = try office.store.read { try EpisodeRecords.open(of: person1, in: $0) }
    #expect(episode?.state == .assessed)
    #expect(episode?.entryPoint == .arrest)
  }

  @Test("The answers on consent become consent records, once")
  func consents() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let ref = try office.save(
      DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let id = PersonID(person.number)
    let kept = try office.store.read { try ConsentRecords.all(of: id, in: $0) }
    #expect(kept.filter { $0.type == .caseload }.map(\.given) == [true])
    #expect(kept.filter { $0.type == .caseload }.map(\.form) == [.oral])
    #expect(kept.filter { $0.type == .shareWithAgency }.map(\.given) == [false])
    #expect(!kept.contains { $0.type == .custodyDetails }, "the board's permission counts")
    try office.save(
      DIRCorrectionForm.id, about: ref,
      DIRExamples.correcting([DIRForm.goals: "A script, then work"]),
      rows: DIRExamples.rows, at: ten.adding(minutes: 10))
    #expect(try office.store.read { try ConsentRecords.all(of: id, in: $0) }.count == kept.count)
  }

  @Test("An unfinished DIR is kept as it is, carried on by a colleague, and then completed")
  func unfinished() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let first: [FieldCode: String] = [
      DIRForm.assessedAt: "05/10/2007 10:00", DIRForm.place: "CUS", DIRForm.worker: "W-0002",
      DIRForm.voluntary: "y", DIRForm.noAlternative: "y", DIRForm.complete: "n",
    ]
    let ref = try office.save(
      DIRForm.id, about: entry, first,
      rows: [DIRForm.drugs: [DIRExamples.line(4, "HER", "", "7", "")]], at: ten)
    #expect(try office.file(entry, at: ten).state == .inAssessment)
    let context = try office.context(at: ten, as: office.cjit)
    let opened = try office.store.read {
      try FormDesk.open(DIRForm.id, about: ref, on: $0, in: context)
    }
    #expect(opened.draft[DIRForm.place] == "CUS")
    #expect(opened.draft.rows[DIRForm.drugs]?.first?.texts[DIRForm.DrugColumn.drug] == "HER")
    #expect(opened.draft[DIRForm.complete] == "no")
    #expect(opened.revision == 1)

    let again = try office.refusals(DIRForm.id, about: entry, first, at: ten)
    #expect(again.contains("CUS-016 blocks"), "one at a time: carry on with that one")
    try office.save(
      DIRForm.id, about: ref, DIRExamples.answers, rows: DIRExamples.rows, at: ten, by: office.cjit)
    #expect(try office.file(entry, at: ten).state == .assessed)
    for complete in ["y", "n"] {
      #expect(
        try office.refusals(
          DIRForm.id, about: ref, DIRExamples.answers.merging([DIRForm.complete: complete]) { $1 },
          rows: DIRExamples.rows, at: ten) == ["CUS-017 blocks"],
        "complete stays complete, and is corrected as such")
    }
  }

  @Test("CUS-016: the board's time of the DIR is that of the interview, also when it is put right")
  func carriedOnWithAnotherTime() throws {
    let entry = try seenEntry(try office.person())
    func told(_ time: String, _ complete: String = "n") -> [FieldCode: String] {
      DIRExamples.answers.merging(
        [DIRForm.assessedAt: "05/10/2007 " + time, DIRForm.complete: complete]
      ) { $1 }
    }
    let ref = try office.save(
      DIRForm.id, about: entry, told("10:00"), rows: DIRExamples.rows, at: ten)
    try office.depart(entry, "NFA", at: ten.adding(minutes: 30))
    #expect(try office.file(entry, at: ten).state == .departed)
    try office.save(
      DIRForm.id, about: ref, told("10:40"), rows: DIRExamples.rows, at: ten.adding(minutes: 60))
    let file = try office.file(entry, at: ten.adding(minutes: 60))
    #expect(file.entry.dirStarted == ten.adding(minutes: 40), "after the departure")
    #expect(
      file.timeline.contains { $0.words == "DIR started" && $0.at == ten.adding(minutes: 40) })
    try office.save(
      DIRForm.id, about: ref, told("10:20", "y"), rows: DIRExamples.rows,
      at: ten.adding(minutes: 60))
    try office.save(
      DIRCorrectionForm.id, about: ref,
      DIRExamples.correcting([DIRForm.assessedAt: "05/10/2007 10:25"]), rows: DIRExamples.rows,
      at: ten.adding(minutes: 60))
    #expect(
      try office.file(entry, at: ten.adding(minutes: 60)).entry.dirStarted
        == ten.adding(minutes: 25))
  }

  @Test("PPL-024: a DIR carried on with another day is contact on that day, and not on the first")
  func carriedOnWithAnotherDay() throws {
    let person = try office.person()
    try office.save(
      ContactEpisodeForm.id, about: person,
      [
        ContactEpisodeForm.entryPoint: "arrest", ContactEpisodeForm.voluntary: "y",
        ContactEpisodeForm.noAlternative: "y", ContactEpisodeForm.opened: "01/10/2007",
      ])
    func lastContact() throws -> CalendarDate? {
      try office.store.read { try EpisodeRecords.open(of: PersonID(person.number), in: $0) }?
        .lastContact
    }
    var answers = DIRExamples.answers
    answers[DIRForm.complete] = "n"
    let ref = try office.save(
      DIRForm.id, about: person, answers, rows: DIRExamples.rows, at: ten)
    #expect(try lastContact() == .on(5, 10, 2007))
    answers[DIRForm.assessedAt] = "03/10/2007 10:00"
    try office.save(DIRForm.id, about: ref, answers, rows: DIRExamples.rows, at: ten)
    #expect(try lastContact() == .on(3, 10, 2007))
  }

  @Test(
    "COD-003: a DIR keeps showing a code that was retired since, its spend and its hint (CUS-019)")
  func retiredCode() throws {
    let person = try office.person()
    var rows = DIRExamples.rows
    rows[DIRForm.drugs] = [DIRExamples.line(1, "HER", "INJ", "7", "30")]
    let ref = try office.save(
      DIRForm.id, about: person, DIRExamples.answers, rows: rows, at: ten)
    func page() throws -> DIRFile {
      let context = try office.context(at: ten)
      return try office.store.read { try DIRFiles.load(ref, in: $0, context) }
    }
    let before = try page()
    try office.store.write(try office.temporary.attribution()) { transaction in
      let reason = try #require(Reason("No longer asked", settings: Settings()))
      for (list, code) in [(CodeListID.drugs, "HER"), (.offences, "T01")] {
        let known = try #require(CodeBook.seeded[list]?[code])
        try transaction.changeCode(
          CodeChange(
            list: list, code: code, words: known.words, synonyms: known.synonyms, retired: true,
            attributes: known.attributes), because: reason)
      }
    }
    let after = try page()
    let lines = after.sections.flatMap(\.lines)
    #expect(lines.map(\.label) == before.sections.flatMap(\.lines).map(\.label))
    for (label, words) in [
      ("Offence", "T01  Theft (no longer on the list)"),
      ("Main drug", "HER  Heroin (no longer on the list)"), ("Weekly spend", "£210"),
    ] {
      #expect(lines.contains(.init(label: label, words: words)))
    }
    #expect(after.shown == before.shown)
    #expect(after.shown.contains { $0.rule == "CUS-019" })
  }

  @Test("CUS-017: each required answer that is missing is named, all at once")
  func missing() throws {
    let person = try office.person()
    let required: [FieldCode] = [
      DIRForm.assessedAt, DIRForm.place, DIRForm.caseloadConsent, DIRForm.shareConsent,
      DIRForm.custodyConsent, DIRForm.offence, DIRForm.ppo, DIRForm.mainDrug, DIRForm.funding,
      DIRForm.injectedEver, DIRForm.injectsNow, DIRForm.shared, DIRForm.alcoholDays,
      DIRForm.alcoholUnits, DIRForm.treatment, DIRForm.medication, DIRForm.detox,
      DIRForm.prescribing, DIRForm.clinicalCare, DIRForm.clinicalCareText, DIRForm.mental,
      DIRForm.housing, DIRForm.employed, DIRForm.debts, DIRForm.children, DIRForm.safeguarding,
      DIRForm.riskToSelf, DIRForm.riskToOthers, DIRForm.riskToStaff, DIRForm.concerns,
    ]
    for field in required {
      var answers = DIRExamples.answers
      answers[field] = nil
      let refused = try office.refusals(
        DIRForm.id, about: person, answers, rows: DIRExamples.rows, at: ten)
      #expect(refused.contains("CUS-017 blocks"), "\(field.text)")
    }
    var all = DIRExamples.answers
    for field in required { all[field] = nil }
    #expect(
      try office.refusals(DIRForm.id, about: person, all, rows: DIRExamples.rows, at: ten).count
        >= required.count - 2)
  }

  @Test("CUS-018: completing needs an agreed action; a referral needs its service and date")
  func actions() throws {
    let person = try office.person()
    var rows = DIRExamples.rows
    rows[DIRForm.actions] = nil
    #expect(
      try office.refusals(DIRForm.id, about: person, DIRExamples.answers, rows: rows, at: ten)
        == ["CUS-018 blocks"])
    rows[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "REF"])]
    #expect(
      try office.refusals(DIRForm.id, about: person, DIRExamples.answers, rows: rows, at: ten)
        == ["CUS-018 blocks", "CUS-018 blocks"])
    rows[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "ADV"])]
    try office.save(DIRForm.id, about: person, DIRExamples.answers, rows: rows, at: ten)
    let id = PersonID(person.number)
    #expect(try office.store.read { try EpisodeRecords.open(of: id, in: $0) } == nil)
  }

  @Test(
    "PPL-007, PPL-010: a complete DIR counts for a contact that is opened later, within its days")
  func countsLater() throws {
    let contact = [
      ContactEpisodeForm.entryPoint: "arrest", ContactEpisodeForm.voluntary: "y",
      ContactEpisodeForm.noAlternative: "y",
    ]
    var rows = DIRExamples.rows
    rows[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "ADV"])]
    for (name, opened, state) in [
      ("Vale", "02/11/2007", EpisodeState.assessed), ("Reed", "03/11/2007", .contact),
      ("Hart", "01/10/2007", .assessed),
    ] {
      let person = try office.person(name)
      try office.save(DIRForm.id, about: person, DIRExamples.answers, rows: rows, at: ten)
      var answers = contact
      answers[ContactEpisodeForm.opened] = opened
      try office.save(
        ContactEpisodeForm.id, about: person, answers,
        at: ten.adding(minutes: 31 * 24 * 60))
      let id = PersonID(person.number)
      let episode = try office.store.read { try EpisodeRecords.open(of: id, in: $0) }
      #expect(episode?.state == state, "\(opened)")
    }
  }

  @Test("CUS-016: no DIR without consent, nor under 18; the young people's route is named")
  func gate() throws {
    let without = try office.person("Vale", consents: false)
    #expect(
      try office.refusals(
        DIRForm.id, about: without, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
        == ["CUS-016 blocks"])
    let young = try office.person("Reed", born: .on(6, 10, 1989))
    guard
      case .refused(let findings) = try office.submit(
        DIRForm.id, about: young, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    else {
      Issue.record("a DIR for somebody of 17")
      return
    }
    #expect(findings.first { $0.rule == "CUS-016" }?.words.contains("YOT") == true)
    let today18 = try office.person("Hart", born: .on(5, 10, 1989))
    try office.save(
      DIRForm.id, about: today18, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
  }

  @Test("CUS-016, CUS-010: from the board only for a detainee who was seen, permits and is known")
  func fromTheBoard() throws {
    let person = try office.person()
    let entry = try office.arrival()
    func refused() throws -> [String] {
      try office.refusals(
        DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    }
    #expect(try refused().contains("CUS-016 blocks"))
    try office.approach(entry)
    #expect(try refused().contains("CUS-010 blocks"))
    try office.permit(entry)
    #expect(try refused().contains("CUS-016 blocks"))
    try office.link(entry, to: person)
    #expect(try refused().isEmpty)
  }

  @Test("PPL-005: both statements are explained before the assessment")
  func statements() throws {
    let person = try office.person()
    let answers = DIRExamples.answers.merging([DIRForm.noAlternative: "n"]) { $1 }
    #expect(
      try office.refusals(DIRForm.id, about: person, answers, rows: DIRExamples.rows, at: ten)
        == ["PPL-005 blocks"])
  }

  @Test(
    "PPL-010: an assessment of the last 28 days is shown and needs a reason; day 29 does not",
    arguments: [(28, ["PPL-010 warns"]), (29, [])])
  func recent(_ days: Int, _ expected: [String]) throws {
    let person = try office.person()
    try office.save(DIRForm.id, about: person, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let later = Moment(local: ten.date.adding(days: days), ten.time)
    let answers = DIRExamples.answers.merging([DIRForm.assessedAt: later.uk]) { $1 }
    #expect(
      try office.refusals(DIRForm.id, about: person, answers, rows: DIRExamples.rows, at: later)
        == expected)
  }

  @Test("PPL-010: a DIR that is written down late is told of the one that was done since")
  func backdated() throws {
    let person = try office.person()
    func refused(_ assessed: Moment, at now: Moment) throws -> [String] {
      let answers = DIRExamples.answers.merging([DIRForm.assessedAt: assessed.uk]) { $1 }
      return try office.refusals(
        DIRForm.id, about: person, answers, rows: DIRExamples.rows, at: now)
    }
    func day(_ days: Int) -> Moment { Moment(local: ten.date.adding(days: days), ten.time) }
    for assessed in [ten, day(40)] {
      try office.save(
        DIRForm.id, about: person,
        DIRExamples.answers.merging([DIRForm.assessedAt: assessed.uk]) { $1 },
        rows: DIRExamples.rows, at: assessed)
    }
    #expect(try refused(day(69), at: day(69)).isEmpty)
    #expect(try refused(day(68), at: day(69)) == ["PPL-010 warns"])
    #expect(try refused(day(10), at: day(69)) == ["PPL-010 warns"], "between the two")
    #expect(try refused(day(-1), at: day(69)) == ["PPL-010 warns"], "before both")
  }

  @Test("CUS-019: charged and using now shows the potential DRR and the section 8 task")
  func potentialDRR() throws {
    let person = try office.person()
    let ref = try office.save(
      DIRForm.id, about: person, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let context = try office.context(at: ten)
    let file = try office.store.read { try DIRFiles.load(ref, in: $0, context) }
    #expect(file.shown.contains { $0.rule == "CUS-019" && $0.words.contains("section 8") })
    #expect(try office.count("SELECT count(*) FROM dir WHERE potential_drr = 1") == 1)
    let drugs = file.sections.first { $0.title == "Drugs" }
    #expect(drugs?.lines.contains(.init(label: "Weekly spend", words: "£355")) == true)
  }

  @Test("Enter once: the board and the person's record fill the DIR, and say so")
  func prefilled() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.save(
      CustodyDetailsForm.id, about: entry,
      [CustodyDetailsForm.person: person.text, CustodyDetailsForm.offence: "T09"], at: ten)
    let context = try office.context(at: ten)
    let opened = try office.store.read {
      try FormDesk.open(DIRForm.id, about: entry, on: $0, in: context)
    }
    #expect(opened.draft[DIRForm.offence] == "T09")
    #expect(opened.sources[DIRForm.offence] == "from the board")
    #expect(opened.draft[DIRForm.place] == "CUS")
    #expect(opened.draft[DIRForm.worker] == "W-0002")
    #expect(opened.draft[DIRForm.custodyConsent] == "yes")
    #expect(opened.heading == "MARSH Robin, born 03/04/1975 (32), P-0001")
  }

  @Test("Enter once: a complete DIR brings the person's record up to date")
  func personIsBroughtUpToDate() throws {
    let person = try office.person()
    try office.save(DIRForm.id, about: person, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let id = PersonID(person.number)
    let after = try office.store.read { try PersonRecords.one(id, in: $0) }
    #expect(after?.home.accommodation == "2")
    #expect(after?.circumstances.employed == .no)
    #expect(after?.revision == 2)
  }

  @Test("CUS-016: the detention stays linked to the person its DIR is about")
  func linkStays() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.save(DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let other = try office.person("Vale")
    #expect(
      try office.refusals(
        CustodyDetailsForm.id, about: entry, [CustodyDetailsForm.person: other.text], at: ten)
        == ["CUS-016 blocks"])
  }

  @Test("CUS-010: whether somebody is a PPO stays unknown until somebody says so")
  func unknownPPO() throws {
    let person = try office.person()
    func fromBoard(_ ppo: String) throws -> String {
      let entry = try office.save(
        ArrivalForm.id,
        [
          ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1",
          ArrivalForm.arrived: CustodyOffice.nine.uk,
          ArrivalForm.offence: "T01", ArrivalForm.ppo: ppo,
        ], at: CustodyOffice.nine, reasons: ["CUS-001": "Several share a cell here"])
      try office.approach(entry)
      try office.permit(entry)
      try office.link(entry, to: person)
      let context = try office.context(at: ten)
      let opened = try office.store.read {
        try FormDesk.open(DIRForm.id, about: entry, on: $0, in: context)
      }
      return opened.draft[DIRForm.ppo]
    }
    #expect(try fromBoard("").isEmpty)
    #expect(try fromBoard("dk").isEmpty)
    #expect(try fromBoard("n") == "no")
    #expect(try fromBoard("y") == "yes")
  }

  @Test("GEN-003: the trail tells every answer that changed, from and to, and every look")
  func trail() throws {
    let person = try office.person()
    let ref = try office.save(
      DIRForm.id, about: person, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    var rows = DIRExamples.rows
    rows[DIRForm.drugs]?[0].texts[DIRForm.DrugColumn.spend] = "45"
    try office.save(
      DIRCorrectionForm.id, about: ref, DIRExamples.correcting([DIRForm.housing: "1"]),
      rows: rows,
      at: ten.adding(minutes: 5))
    let trail = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    let change = trail.first { $0.revisionAfter == 2 }
    #expect(
      change?.detail?.contains(#"{"field":"drugs.1.spend","from":"30.00","to":"45.00"}"#) == true)
    #expect(change?.detail?.contains(#"{"field":"housing","from":"2","to":"1"}"#) == true)

    let context = try office.context(at: ten)
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    _ = try office.store.write(by) { try DIRFiles.view(ref, in: $0, context) }
    let after = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    #expect(after.first?.kind == "dir.view")
    #expect(after.first?.person == PersonID(person.number))
  }

  @Test("CUS-022: a DIR is not open to police users, and read only for the team leader")
  func police() throws {
    let person = try office.person()
    let ref = try office.save(
      DIRForm.id, about: person, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    let id = PersonID(person.number)
    let context = try office.context(at: ten, as: office.intelligence)
    #expect(throws: StoreError.self) {
      try office.store.read { try DIRFiles.load(ref, in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.store.read { try DIRRecords.summaries(of: id, in: $0, context) }
    }
    #expect(
      try office.refusals(
        DIRForm.id, about: ref, DIRExamples.answers, at: ten, by: office.intelligence)
        == ["CUS-022 blocks"])
    // Its risks are on the person's page of whoever may read the DIR.
    func risks(_ worker: Worker) throws -> [String] {
      let context = try office.context(at: ten, as: worker)
      return try office.store.read {
        AssessedRisk.known(from: try PersonFiles.load(id, in: $0, context).assessments)
      }
      .map(\.risk.words)
    }
    #expect(try risks(office.cjit) == ["to self low - Low in mood"])
    let leader = try office.context(at: ten, as: office.teamLeader)
    #expect(try office.store.read { try DIRFiles.load(ref, in: $0, leader) }.ref == ref)
  }
}
