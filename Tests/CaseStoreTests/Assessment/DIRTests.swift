import CaseRules
@testable import CaseStore
import SQLite
import Testing

@Suite("The DIR in the file")
struct DIRTests {
  let office: CustodyOffice
  let nine = CustodyOffice.nine
  let ten = CustodyOffice.nine.adding(minutes: 60)

  init() throws { office = try CustodyOffice() }

  /// A complete set of answers; worked example 9 for the drugs.
  static let answers: [FieldCode: String] = [
    DIRForm.assessedAt: "05/10/2007 10:00", DIRForm.place: "custody", DIRForm.worker: "W-0002",
    DIRForm.voluntary: "y", DIRForm.noAlternative: "y", DIRForm.caseloadConsent: "y",
    DIRForm.shareConsent: "n", DIRForm.custodyConsent: "y", DIRForm.consentHow: "oral",
    DIRForm.offence: "T01", DIRForm.ppo: "n", DIRForm.charged: "y", DIRForm.communityOrder: "y",
    DIRForm.custodyLikely: "n", DIRForm.mainDrug: "heroin", DIRForm.funding: "CRI, BEN",
    DIRForm.injectedEver: "y", DIRForm.injectsNow: "y", DIRForm.shared: "n",
    DIRForm.alcoholDays: "2", DIRForm.alcoholUnits: "8", DIRForm.treatment: "never",
    DIRForm.medication: "n", DIRForm.detox: "n", DIRForm.prescribing: "y",
    DIRForm.clinicalCare: "y", DIRForm.clinicalCareText: "Seen by the custody nurse",
    DIRForm.mental: "n", DIRForm.housing: "2", DIRForm.employed: "n", DIRForm.debts: "y",
    DIRForm.children: "n", DIRForm.safeguarding: "n", DIRForm.riskToSelf: "L",
    DIRForm.riskToSelfNote: "Low in mood", DIRForm.riskToOthers: "N", DIRForm.riskToStaff: "N",
    DIRForm.concerns: "Withdrawal overnight", DIRForm.goals: "A script", DIRForm.readiness: "7",
    DIRForm.complete: "y",
  ]

  static let rows: [FieldCode: [FormDraft.Row]] = [
    DIRForm.drugs: [
      line(1, "HER", "INJ", "7", "30"), line(2, "CRK", "SMK", "3", "40"),
      line(3, "CAN", "SMK", "5", "5"),
    ],
    DIRForm.actions: [
      FormDraft.Row(
        id: 1,
        texts: [
          DIRForm.ActionColumn.action: "REF", DIRForm.ActionColumn.service: "Island Drug Service",
          DIRForm.ActionColumn.date: "08/10/2007",
        ]),
      FormDraft.Row(id: 2, texts: [DIRForm.ActionColumn.action: "CAS"]),
    ],
  ]

  static func line(
    _ id: Int, _ drug: String, _ route: String, _ days: String, _ spend: String
  ) -> FormDraft.Row {
    FormDraft.Row(
      id: id,
      texts: [
        DIRForm.DrugColumn.drug: drug, DIRForm.DrugColumn.route: route,
        DIRForm.DrugColumn.days: days, DIRForm.DrugColumn.spend: spend,
      ])
  }

  /// A detainee who was seen, agreed, and is known.
  private func seenEntry(_ person: RecordRef) throws -> RecordRef {
    let entry = try office.arrival()
    try office.approach(entry)
    try office.permit(entry)
    try office.link(entry, to: person)
    return entry
  }

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
    let unfinished = Self.answers.merging([DIRForm.complete: "n"]) { $1 }
    guard
      case .saved(let dir, _, _) = try office.submit(
        DIRForm.id, about: person, unfinished, rows: Self.rows, at: ten)
    else {
      Issue.record("not saved")
      return
    }
    #expect(try office.file(entry, at: ten).state == .inAssessment)
    try office.save(DIRForm.id, about: dir, Self.answers, rows: Self.rows, at: ten)
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
      DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten.adding(minutes: 5))
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
    try office.save(DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: later)
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

  @Test("CUS-017, CUS-018, worked example 9: a complete DIR, £355 a week, and what follows")
  func complete() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    let outcome = try office.submit(
      DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
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
      DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
    let id = PersonID(person.number)
    let kept = try office.store.read { try ConsentRecords.all(of: id, in: $0) }
    #expect(kept.filter { $0.type == .caseload }.map(\.given) == [true])
    #expect(kept.filter { $0.type == .caseload }.map(\.form) == [.oral])
    #expect(kept.filter { $0.type == .shareWithAgency }.map(\.given) == [false])
    #expect(!kept.contains { $0.type == .custodyDetails }, "the board's permission counts")
    try office.save(
      DIRForm.id, about: ref, Self.answers.merging([DIRForm.goals: "A script, then work"]) { $1 },
      rows: Self.rows, at: ten.adding(minutes: 10))
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
      rows: [DIRForm.drugs: [Self.line(4, "HER", "", "7", "")]], at: ten)
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
      DIRForm.id, about: ref, Self.answers, rows: Self.rows, at: ten, by: office.cjit)
    #expect(try office.file(entry, at: ten).state == .assessed)
    #expect(
      try office.refusals(
        DIRForm.id, about: ref, Self.answers.merging([DIRForm.complete: "n"]) { $1 },
        rows: Self.rows, at: ten) == ["CUS-017 blocks"], "complete stays complete")
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
      var answers = Self.answers
      answers[field] = nil
      let refused = try office.refusals(
        DIRForm.id, about: person, answers, rows: Self.rows, at: ten)
      #expect(refused.contains("CUS-017 blocks"), "\(field.text)")
    }
    var all = Self.answers
    for field in required { all[field] = nil }
    #expect(
      try office.refusals(DIRForm.id, about: person, all, rows: Self.rows, at: ten).count
        >= required.count - 2)
  }

  @Test("CUS-018: completing needs an agreed action; a referral needs its service and date")
  func actions() throws {
    let person = try office.person()
    var rows = Self.rows
    rows[DIRForm.actions] = nil
    #expect(
      try office.refusals(DIRForm.id, about: person, Self.answers, rows: rows, at: ten)
        == ["CUS-018 blocks"])
    rows[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "REF"])]
    #expect(
      try office.refusals(DIRForm.id, about: person, Self.answers, rows: rows, at: ten)
        == ["CUS-018 blocks", "CUS-018 blocks"])
    rows[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "ADV"])]
    try office.save(DIRForm.id, about: person, Self.answers, rows: rows, at: ten)
    let id = PersonID(person.number)
    #expect(try office.store.read { try EpisodeRecords.open(of: id, in: $0) } == nil)
  }

  @Test("CUS-016: no DIR without consent, nor under 18; the young people's route is named")
  func gate() throws {
    let without = try office.person("Vale", consents: false)
    #expect(
      try office.refusals(DIRForm.id, about: without, Self.answers, rows: Self.rows, at: ten)
        == ["CUS-016 blocks"])
    let young = try office.person("Reed", born: .on(6, 10, 1989))
    guard
      case .refused(let findings) = try office.submit(
        DIRForm.id, about: young, Self.answers, rows: Self.rows, at: ten)
    else {
      Issue.record("a DIR for somebody of 17")
      return
    }
    #expect(findings.first { $0.rule == "CUS-016" }?.words.contains("YOT") == true)
    let today18 = try office.person("Hart", born: .on(5, 10, 1989))
    try office.save(DIRForm.id, about: today18, Self.answers, rows: Self.rows, at: ten)
  }

  @Test("CUS-016, CUS-010: from the board only for a detainee who was seen, permits and is known")
  func fromTheBoard() throws {
    let person = try office.person()
    let entry = try office.arrival()
    func refused() throws -> [String] {
      try office.refusals(DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
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
    let answers = Self.answers.merging([DIRForm.noAlternative: "n"]) { $1 }
    #expect(
      try office.refusals(DIRForm.id, about: person, answers, rows: Self.rows, at: ten)
        == ["PPL-005 blocks"])
  }

  @Test(
    "PPL-010: an assessment of the last 28 days is shown and needs a reason; day 29 does not",
    arguments: [(28, ["PPL-010 warns"]), (29, [])])
  func recent(_ days: Int, _ expected: [String]) throws {
    let person = try office.person()
    try office.save(DIRForm.id, about: person, Self.answers, rows: Self.rows, at: ten)
    let later = Moment(local: ten.date.adding(days: days), ten.time)
    let answers = Self.answers.merging([DIRForm.assessedAt: later.uk]) { $1 }
    #expect(
      try office.refusals(DIRForm.id, about: person, answers, rows: Self.rows, at: later)
        == expected)
  }

  @Test("CUS-019: charged and using now shows the potential DRR and the section 8 task")
  func potentialDRR() throws {
    let person = try office.person()
    let ref = try office.save(
      DIRForm.id, about: person, Self.answers, rows: Self.rows, at: ten)
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
    try office.save(DIRForm.id, about: person, Self.answers, rows: Self.rows, at: ten)
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
    try office.save(DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
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
        ], at: CustodyOffice.nine)
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
      DIRForm.id, about: person, Self.answers, rows: Self.rows, at: ten)
    var rows = Self.rows
    rows[DIRForm.drugs]?[0].texts[DIRForm.DrugColumn.spend] = "45"
    try office.save(
      DIRForm.id, about: ref, Self.answers.merging([DIRForm.housing: "1"]) { $1 }, rows: rows,
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
      DIRForm.id, about: person, Self.answers, rows: Self.rows, at: ten)
    let id = PersonID(person.number)
    let context = try office.context(at: ten, as: office.intelligence)
    #expect(throws: StoreError.self) {
      try office.store.read { try DIRFiles.load(ref, in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.store.read { try DIRRecords.summaries(of: id, in: $0, context) }
    }
    #expect(
      try office.refusals(DIRForm.id, about: ref, Self.answers, at: ten, by: office.intelligence)
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

  @Test("CUS-021: a month's way from the cell to the caseload, trigger and other apart")
  func attrition() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.offer(entry)
    try office.save(DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
    _ = try office.arrival(offence: "N01", cell: "M2")
    let context = try office.context(at: ten)
    let lines = try office.store.read {
      try Attrition.lines(from: .on(15, 9, 2007), to: .on(20, 10, 2007), in: $0, context)
    }
    #expect(lines.map(\.month) == [.on(1, 9, 2007), .on(1, 10, 2007)])
    let zero = Dictionary(uniqueKeysWithValues: AttritionLine.Stage.allCases.map { ($0, 0) })
    #expect(lines.first?.trigger == zero)
    #expect(
      lines.last?.trigger == [
        .arrived: 1, .offered: 1, .accepted: 1, .seen: 1, .dir: 1, .referred: 1,
        .firstAppointmentKept: 0, .caseload: 0,
      ])
    #expect(lines.last?.other == zero.merging([.arrived: 1]) { $1 })
  }

  @Test("CUS-021: a first appointment kept counts, a later one after a missed first does not")
  func attritionToTheCaseload() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.save(DIRForm.id, about: entry, Self.answers, rows: Self.rows, at: ten)
    func figures() throws -> [AttritionLine.Stage: Int]? {
      let context = try office.context(at: ten)
      return try office.store.read {
        try Attrition.lines(from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
      }.first?.trigger
    }
    try book(person, on: 9, state: "attended")
    #expect(try figures()?[.firstAppointmentKept] == 1)
    try book(person, on: 8, state: "missed")
    #expect(try figures()?[.firstAppointmentKept] == 0)

    #expect(try figures()?[.caseload] == 0)
    try change("UPDATE episode SET joined = '2007-10-08', state = 'activeCommunity'")
    #expect(try figures()?[.caseload] == 1)
  }

  private func book(_ person: RecordRef, on day: Int, state: String) throws {
    let (id, worker) = (PersonID(person.number), office.cjit.id)
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    _ = try office.store.write(by) { transaction in
      try AppointmentRecords.book(
        Appointment(
          id: AppointmentID(0), person: id, worker: worker, starts: .at(day, 10, 2007, 10, 0),
          minutes: 30, place: "Quay House", kind: .oneToOne), in: transaction,
        calendar: .englandAndWales)
    }
    try change(
      "UPDATE appointment SET state = '\(state)' WHERE id = (SELECT max(id) FROM appointment)")
  }

  private func change(_ sql: String) throws {
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    try office.store.write(by) { transaction in
      try transaction.connection.execute(sql)
      try transaction.audit(AuditEvent(.changed))
    }
  }
}
