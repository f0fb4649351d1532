import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Care plans in the records")
struct CarePlanFormTests: MakesCarePlans {
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

  @Test("PPL-018: an agency that was typed is not dropped beside one that was picked")
  func twoAgencies() throws {
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
    let both: [FieldCode: String] = [
      WraparoundReferralForm.kind: "HOU", WraparoundReferralForm.referred: "02/10/2007",
      WraparoundReferralForm.service: service.ref.text,
      WraparoundReferralForm.agency: "Quayside Tenants",
    ]
    #expect(
      try office.refusals(
        WraparoundReferralForm.id, about: client.person, both, "2007-10-02 12:00")
        == ["PPL-018 blocks"])
  }
}
