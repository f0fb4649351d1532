import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Care plans in the records")
struct CarePlanFormTests {
  // MARK: Building

  private static func goals(_ status: String = "UW") -> [FieldCode: [FormDraft.Row]] {
    [
      CarePlanForm.goals: PlanDomain.allCases.enumerated().map { number, domain in
        FormDraft.Row(
          id: number + 1,
          texts: [
            CarePlanForm.GoalColumn.domain: domain.code,
            CarePlanForm.GoalColumn.goal: "Goal \(number + 1)",
            CarePlanForm.GoalColumn.action: "Weekly meetings",
            CarePlanForm.GoalColumn.lead: "CJIT", CarePlanForm.GoalColumn.target: "31/03/2008",
            CarePlanForm.GoalColumn.status: status,
          ])
      }
    ]
  }

  private static func agreed(_ day: String, made: String? = nil) -> [FieldCode: String] {
    [CarePlanForm.made: made ?? day, CarePlanForm.agreed: "yes", CarePlanForm.agreedOn: day]
  }

  private static func plan(
    _ client: RecordRef, _ answers: [FieldCode: String] = agreed("03/10/2007"),
    _ now: String = "2007-10-03 12:00", in office: CaseloadOffice, as worker: Worker? = nil
  ) throws -> SavedForm {
    try office.save(
      CarePlanForm.id, about: client, answers, rows: goals(), now, as: worker)
  }

  private static func stored(_ ref: RecordRef, in office: CaseloadOffice) throws -> CarePlan {
    let found = try office.file.read { try CarePlanRecords.one(CarePlanID(ref.number), in: $0) }
    return try #require(found)
  }

  // MARK: Deadlines

  @Test("PPL-014, PPL-016: an agreed plan meets the first deadline, and the review is counted")
  func firstPlan() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    #expect(saved.ref.kind == .carePlan)
    #expect(saved.notes.contains("Review due Wed 26/12/2007"))
    #expect(
      try office.deadlines(client.person, "2007-10-03 12:00")
        == ["First care plan 15/10/2007 met", "Care-plan review 26/12/2007 running"])
  }

  @Test("Worked example 3, PPL-014: agreed on the due day it is met, a day later met late")
  func onTheDay() throws {
    for (day, now, status) in [
      ("03/01/2008", "2008-01-03 12:00", "met"), ("04/01/2008", "2008-01-04 12:00", "met_late"),
    ] {
      let office = try CaseloadOffice()
      let client = try office.client(joined: "2007-12-17")
      #expect(try office.deadlines(client.person, now).first?.hasPrefix("First care plan") == true)
      _ = try Self.plan(client.person, Self.agreed(day), now, in: office)
      #expect(
        try office.deadlines(client.person, now).first == "First care plan 03/01/2008 \(status)")
    }
  }

  @Test(
    "PPL-014, PPL-024: a plan typed in later is agreed on its own day, not on the day of typing")
  func typedLater() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let answers = [CarePlanForm.made: "05/10/2007", CarePlanForm.agreed: "yes"]
    let now = "2007-10-16 12:00"
    let opened = try office.open(CarePlanForm.id, about: client.person, now)
    #expect(opened.draft[CarePlanForm.agreedOn].isEmpty)
    let saved = try Self.plan(client.person, answers, now, in: office)
    #expect(try Self.stored(saved.ref, in: office).agreement == .agreed(.on("2007-10-05")))
    #expect(try office.deadlines(client.person, now).first == "First care plan 15/10/2007 met")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-05"))
  }

  @Test("PPL-014: a plan that is not agreed leaves the deadline open until the client agrees")
  func notAgreed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(
      client.person,
      [
        CarePlanForm.made: "03/10/2007", CarePlanForm.agreed: "no",
        CarePlanForm.notAgreed: "Reads it at home",
      ], in: office)
    #expect(
      try office.deadlines(client.person, "2007-10-03 12:00")
        == ["First care plan 15/10/2007 running", "Care-plan review 26/12/2007 running"])
    try office.save(
      PlanAgreementForm.id, about: saved.ref,
      [PlanAgreementForm.agreed: "yes", PlanAgreementForm.agreedOn: "08/10/2007"],
      "2007-10-08 12:00")
    #expect(
      try office.deadlines(client.person, "2007-10-08 12:00").first
        == "First care plan 15/10/2007 met")
    #expect(try Self.stored(saved.ref, in: office).agreement == .agreed(.on("2007-10-08")))
    let again = try office.refusals(
      PlanAgreementForm.id, about: saved.ref,
      [PlanAgreementForm.agreed: "no", PlanAgreementForm.notAgreed: "Changed their mind"],
      "2007-10-09 12:00")
    #expect(again == ["PPL-014 blocks"])
  }

  @Test("PPL-024: agreeing a plan is contact, and stays it when contacts are worked out anew")
  func contact() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-03"))
    let wrong = try office.attempt(client.person, .noAnswer, "2007-10-08 10:00").ref
    try office.save(
      StrikeEntryForm.id, about: wrong, [StrikeEntryForm.reason: "Another client's number"],
      "2007-10-08 11:00")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-03"))
  }

  @Test("PPL-016: a review meets the one owed, starts the next, and the old version stays")
  func review() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let first = try Self.plan(client.person, in: office)
    let before = try Self.stored(first.ref, in: office)
    let opened = try office.open(CarePlanForm.id, about: client.person, "2007-12-20 12:00")
    #expect(opened.draft.rows[CarePlanForm.goals]?.count == 4)
    #expect(opened.sources[CarePlanForm.goals] == "from version 1, 03/10/2007")
    #expect(opened.draft[CarePlanForm.agreed].isEmpty)
    let second = try office.save(
      CarePlanForm.id, about: client.person, Self.agreed("20/12/2007"), rows: Self.goals("ACH"),
      "2007-12-20 12:00")
    #expect(
      try office.deadlines(client.person, "2007-12-20 12:00") == [
        "First care plan 15/10/2007 met", "Care-plan review 26/12/2007 met",
        "Care-plan review 13/03/2008 running",
      ])
    #expect(try Self.stored(first.ref, in: office) == before)
    let new = try Self.stored(second.ref, in: office)
    #expect(new.version == 2)
    #expect(new.goals.map(\.status) == Array(repeating: .achieved, count: 4))
    let kept = try office.file.read { try CarePlanRecords.before(new, in: $0) }
    #expect(kept == before)
  }

  @Test("PPL-015, PPL-016: a review asks what became of a goal whose target date has gone by")
  func overdueGoals() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    let late = "2008-04-02 12:00"
    func review(
      _ rows: [FieldCode: [FormDraft.Row]], reasons: [String: String] = [:]
    ) throws -> SaveOutcome {
      try office.submit(
        CarePlanForm.id, about: client.person, Self.agreed("02/04/2008"), rows: rows, late,
        reasons: reasons)
    }
    guard case .refused(let asked) = try review(Self.goals()) else {
      Issue.record("Old targets were passed over")
      return
    }
    #expect(asked.map(\.rule) == Array(repeating: "PPL-015", count: 4))
    #expect(asked.allSatisfy { $0.force == .warns })
    #expect(asked.first?.field == "goals.1.target")
    // What is done with asks for nothing, and a reason passes what stands.
    guard case .saved = try review(Self.goals("ACH")) else {
      Issue.record("Achieved goals are asked about")
      return
    }
    guard
      case .saved = try review(
        Self.goals(), reasons: ["PPL-015": "Court put off to the summer, goals stand"])
    else {
      Issue.record("A reason does not pass it")
      return
    }
  }

  @Test("PPL-016: the file itself refuses to change or remove a version")
  func keptByTheFile() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    for sql in [
      "UPDATE care_plan SET note = 'other'", "DELETE FROM care_plan",
      "UPDATE care_plan_goal SET status = 'achieved'", "DELETE FROM care_plan_goal",
      "UPDATE care_plan SET agreed_on = NULL, not_agreed = 'no'",
    ] {
      let by = try Attribution(by: office.cjit.id, as: .cjit, at: .at(CaseloadOffice.now))
      #expect(throws: SQLiteError.self) {
        try office.file.store.write(by) { try $0.connection.execute(sql) }
      }
    }
  }

  @Test("PPL-012: with the client the review passes to the new worker")
  func handedOver() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    let asked = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: "worker", HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the other town",
      ], "2007-10-04 12:00")
    try office.save(
      AcceptHandoverForm.id, about: asked.ref, [:], "2007-10-05 12:00", as: office.colleague)
    let context = try office.context("2007-10-05 12:00", as: office.colleague)
    let due = try office.file.read {
      try DueList.lines(for: .worker(office.colleague), in: $0, context)
    }
    #expect(due.map(\.name) == ["Care-plan review"])
    #expect(due.first?.metByForm == CarePlanForm.id)
  }

  @Test("TIME-011: when the episode closes the review no longer applies")
  func closed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    try office.save(
      CloseEpisodeForm.id, about: client.episode, [CloseEpisodeForm.reason: "moved-away"],
      "2007-10-08 12:00")
    #expect(
      try office.deadlines(client.person, "2007-10-08 12:00")
        == ["First care plan 15/10/2007 met", "Care-plan review 26/12/2007 not_applicable"])
    #expect(
      try office.refusals(
        CarePlanForm.id, about: client.person, Self.agreed("08/10/2007"), rows: Self.goals(),
        "2007-10-08 12:00") == ["PPL-014 blocks"])
  }

  @Test("PPL-014: while nothing is agreed, the plan is overdue and stands with its owner")
  func overdue() throws {
    let office = try CaseloadOffice()
    _ = try office.client()
    let context = try office.context("2007-10-16 09:00")
    let due = try office.file.read { try DueList.lines(for: .worker(office.cjit), in: $0, context) }
    #expect(due.map(\.status) == [.overdue])
    #expect(due.first?.owner == "C.DOYLE")
    #expect(due.first?.metByForm == CarePlanForm.id)
  }

  // MARK: Two at once, and who may

  @Test("Two workers review at once: the second is told what the first wrote")
  func twoAtOnce() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let opened = try office.open(CarePlanForm.id, about: client.person, "2007-10-03 11:00")
    _ = try Self.plan(client.person, in: office)
    var draft = opened.draft
    draft.texts.merge(Self.agreed("03/10/2007")) { _, new in new }
    draft.rows = Self.goals()
    let outcome = try office.send(
      FormSubmission(
        form: CarePlanForm.id, about: client.person, draft: draft, revision: opened.revision),
      "2007-10-03 12:30")
    guard case .changedElsewhere(_, let revision, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(revision == 1)
  }

  @Test("Function matrix: CARAT plans in custody only")
  func carat() throws {
    let office = try CaseloadOffice()
    let outside = try office.client()
    #expect(
      try office.refusals(
        CarePlanForm.id, about: outside.person, Self.agreed("03/10/2007"), rows: Self.goals(),
        "2007-10-03 12:00", as: office.carat) == ["GEN-003 blocks"])
    let inside = try office.client("Field", with: office.carat, whereabouts: .custody)
    let saved = try Self.plan(inside.person, in: office, as: office.carat)
    #expect(try Self.stored(saved.ref, in: office).workerName == "Kit Ward")
  }

  @Test("PPL-017, GEN-002: a threat without an action needs a reason, which stays with the plan")
  func threats() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    var answers = Self.agreed("03/10/2007")
    answers[CarePlanForm.threats] = "DEB"
    #expect(
      try office.refusals(
        CarePlanForm.id, about: client.person, answers, rows: Self.goals(), "2007-10-03 12:00")
        == ["PPL-017 warns"])
    let saved = try office.save(
      CarePlanForm.id, about: client.person, answers, rows: Self.goals(), "2007-10-03 12:00",
      reasons: ["PPL-017": "Settled with the court last week"])
    #expect(
      try Self.stored(saved.ref, in: office).threatReason == "Settled with the court last week")
    let overrides = try office.file.read {
      try $0.auditEntries(about: AuditedRecord(saved.ref)).filter { $0.rule == "PPL-017" }
    }
    #expect(overrides.first?.reason == "Settled with the court last week")
  }

  // MARK: Enter once

  @Test("Enter once: the first plan is filled from the person's record, each value with its source")
  func fromThePerson() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: .at(CaseloadOffice.now))
    try office.file.store.write(by) { transaction in
      var person = try #require(
        try PersonRecords.one(PersonID(client.person.number), in: transaction.connection))
      person.home.accommodation = "1"
      person.circumstances.employed = .no
      person.circumstances.children = 2
      try PersonRecords.change(person, in: transaction)
    }
    let opened = try office.open(CarePlanForm.id, about: client.person)
    #expect(opened.draft[PlanNeed.employment.field] == "Not in work")
    #expect(opened.draft[PlanNeed.family.field] == "2 children")
    #expect(opened.draft[CarePlanForm.threats] == "HOU")
    #expect(opened.sources[PlanNeed.employment.field] == "from the person's record")
    #expect(opened.sources[CarePlanForm.made] == "today")
  }

  @Test("Enter once: what the DIR says of needs and wishes stands in the plan with its number")
  func fromTheDIR() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try office.consent(client.person, .assessment)
    let dir = try office.save(
      DIRForm.id, about: client.person, Self.assessment, rows: Self.drugs, "2007-10-02 12:00",
      reasons: ["PPL-010": "The first one was not written down here"])
    let opened = try office.open(CarePlanForm.id, about: client.person, "2007-10-03 12:00")
    func value(_ need: PlanNeed) -> String { opened.draft[need.field] }
    #expect(
      value(.drugs) == "Heroin, Inject (vein or muscle), 7 days a week, £20 a day (main drug)")
    #expect(value(.injecting) == "Injects now; shared equipment in the last 4 weeks")
    #expect(value(.alcohol) == "2 days a week, 6 units a day")
    #expect(value(.health) == "Mental health: Low mood; Needs detoxification")
    #expect(value(.debts) == "Has debts")
    #expect(value(.wishes) == "A room of her own")
    #expect(opened.sources[PlanNeed.drugs.field] == "from DIR \(dir.ref.text), 02/10/2007")
    #expect(opened.draft[CarePlanForm.threats] == "DEB")
  }

  private static let assessment: [FieldCode: String] = [
    DIRForm.assessedAt: "02/10/2007 10:00", DIRForm.place: "COM", DIRForm.voluntary: "yes",
    DIRForm.noAlternative: "yes", DIRForm.caseloadConsent: "yes", DIRForm.shareConsent: "no",
    DIRForm.custodyConsent: "yes", DIRForm.consentHow: "WRI", DIRForm.offence: "N99",
    DIRForm.ppo: "no", DIRForm.charged: "no", DIRForm.communityOrder: "no",
    DIRForm.custodyLikely: "no", DIRForm.reEngage: "yes", DIRForm.complete: "yes",
    DIRForm.mainDrug: "HER", DIRForm.funding: "BEN", DIRForm.injectedEver: "yes",
    DIRForm.injectsNow: "yes", DIRForm.shared: "yes", DIRForm.alcoholDays: "2",
    DIRForm.alcoholUnits: "6", DIRForm.treatment: "NEV", DIRForm.medication: "no",
    DIRForm.detox: "yes", DIRForm.prescribing: "no", DIRForm.clinicalCare: "no",
    DIRForm.mental: "yes", DIRForm.mentalText: "Low mood", DIRForm.housing: "3",
    DIRForm.employed: "no", DIRForm.debts: "yes", DIRForm.children: "no",
    DIRForm.safeguarding: "no", DIRForm.riskToSelf: "N", DIRForm.riskToOthers: "N",
    DIRForm.riskToStaff: "N", DIRForm.goals: "A room of her own", DIRForm.readiness: "7",
  ]

  private static let drugs: [FieldCode: [FormDraft.Row]] = [
    DIRForm.drugs: [
      FormDraft.Row(
        id: 1,
        texts: [
          DIRForm.DrugColumn.drug: "HER", DIRForm.DrugColumn.route: "INJ",
          DIRForm.DrugColumn.days: "7", DIRForm.DrugColumn.spend: "20",
        ])
    ],
    DIRForm.actions: [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: "CAS"])],
  ]

  // MARK: What others ask

  @Test("PPL-031: which treatment the current plan names, with the client's agreement to terms")
  func namedTreatment() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let id = PersonID(client.person.number)
    func naming(_ modality: String) throws -> NamedTreatment? {
      try office.file.read { try CarePlanRecords.naming(modality, of: id, in: $0) }
    }
    #expect(try naming("SPR") == nil, "no plan yet")
    var answers = Self.agreed("03/10/2007")
    answers[CarePlanForm.terms] = "Weekly, with a test"
    answers[CarePlanForm.termsAgreed] = "03/10/2007"
    var rows = Self.goals()
    rows[CarePlanForm.treatments] = [
      FormDraft.Row(
        id: 1,
        texts: [
          CarePlanForm.TreatmentColumn.modality: "SPR",
          CarePlanForm.TreatmentColumn.provider: "Drug team",
        ])
    ]
    let saved = try office.save(
      CarePlanForm.id, about: client.person, answers, rows: rows, "2007-10-03 12:00")
    let named = try naming("SPR")
    #expect(named?.plan == saved.ref)
    #expect(named?.termsAgreed == .on("2007-10-03"))
    #expect(named?.agreement.agreedOn == .on("2007-10-03"))
    #expect(try naming("RES") == nil)
    try office.save(
      CarePlanForm.id, about: client.person, Self.agreed("04/10/2007"),
      rows: [CarePlanForm.treatments: []], "2007-10-04 12:00")
    #expect(try naming("SPR") == nil, "the current version names it no more")
  }

  // MARK: Referrals

  @Test("PPL-018: a referral goes to an agency of the directory, and gets its outcome")
  func referral() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let service = try office.save(
      ServiceForm.id, about: nil,
      [
        ServiceForm.name: "Housing office", ServiceForm.type: "wraparound",
        ServiceForm.area: "Island", ServiceForm.ageGroup: "Adults",
        ServiceForm.phone: "01632 960 100", ServiceForm.route: "By phone",
        ServiceForm.checked: "01/10/2007",
      ])
    let saved = try office.save(
      WraparoundReferralForm.id, about: client.person,
      [
        WraparoundReferralForm.kind: "HOU", WraparoundReferralForm.referred: "02/10/2007",
        WraparoundReferralForm.service: service.ref.text,
      ], "2007-10-02 12:00")
    #expect(saved.ref.kind == .referral)
    try office.save(
      WraparoundReferralForm.id, about: saved.ref,
      [WraparoundReferralForm.outcome: "STA", WraparoundReferralForm.outcomeOn: "05/10/2007"],
      "2007-10-05 12:00")
    let all = try office.file.read {
      try ReferralRecords.all(of: PersonID(client.person.number), in: $0)
    }
    #expect(all.map(\.agency) == ["Housing office"])
    #expect(all.first?.service == AgencyID(service.ref.number))
    #expect(all.first?.outcome == .started)
    #expect(all.first?.outcomeOn == .on("2007-10-05"))
    #expect(all.first?.revision == 2)
  }

  // MARK: The person's page

  @Test("The person's file holds plan, versions and referrals, and tells them in order of time")
  func file() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    try office.save(
      WraparoundReferralForm.id, about: client.person,
      [
        WraparoundReferralForm.kind: "EMP", WraparoundReferralForm.referred: "04/10/2007",
        WraparoundReferralForm.agency: "Job shop",
      ], "2007-10-04 12:00")
    let context = try office.context("2007-10-05 12:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.currentPlan?.id.ref == saved.ref)
    #expect(file.planVersions.map(\.version) == [1])
    let told = file.timeline().map(\.words)
    #expect(
      Array(told.prefix(2)) == [
        "Referred for employment: Job shop", "Care plan, version 1: agreed 03/10/2007",
      ])
  }

  @Test("GEN-003: opening a version and printing the papers are both on the trail")
  func trail() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    let context = try office.context("2007-10-05 12:00")
    func by() throws -> Attribution {
      try Attribution(by: office.cjit.id, as: .cjit, at: .at("2007-10-05 12:00"))
    }
    let file = try office.file.store.write(try by()) {
      try CarePlanFiles.view(saved.ref, in: $0, context)
    }
    #expect(file.isCurrent)
    #expect(file.previous == nil)
    _ = try office.file.store.write(try by()) {
      try $0.fileForPrint(
        of: PersonID(client.person.number), as: "html", to: "client-P-0001.html", in: context)
    }
    let entries = try office.file.read {
      try $0.auditEntries(about: PersonID(client.person.number), limit: 2)
    }
    #expect(entries.map(\.kind) == ["print", "person.view"])
    #expect(entries.first?.detail?.contains("client-P-0001.html") == true)
    #expect(entries.last?.recordKind == "B")
    let outsider = try office.context("2007-10-05 12:00", as: office.admin)
    #expect(throws: StoreError.self) {
      try office.file.read { try CarePlanFiles.load(saved.ref, in: $0, outsider) }
    }
  }

  @Test("A returning client's plan counts anew; the old versions stay readable")
  func comesBack() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let old = try Self.plan(client.person, in: office)
    try office.save(
      CloseEpisodeForm.id, about: client.episode, [CloseEpisodeForm.reason: "declined"],
      "2007-10-08 12:00")
    try office.save(
      ContactEpisodeForm.id, about: client.person,
      [
        ContactEpisodeForm.entryPoint: "helpline", ContactEpisodeForm.voluntary: "y",
        ContactEpisodeForm.noAlternative: "y",
      ], "2007-11-05 10:00")
    try office.assessed(client.person, on: "2007-11-05")
    try office.save(
      JoinCaseloadForm.id, about: client.person, [:], "2007-11-05 12:00")
    let context = try office.context("2007-11-06 12:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.currentPlan == nil)
    #expect(file.planVersions.map(\.ref) == [old.ref])
    let new = try Self.plan(
      client.person, Self.agreed("06/11/2007"), "2007-11-06 12:00", in: office)
    #expect(try Self.stored(new.ref, in: office).version == 1)
    #expect(new.ref != old.ref)
  }
}
