import Testing

@testable import CaseRules

@Suite("Treatment tiers and modalities")
struct TreatmentRulesTests {
  // MARK: The table of tiers

  @Test("PPL-030: tiers stand in their order")
  func tierOrder() {
    #expect(TreatmentTier.allCases.shuffled().sorted() == [.one, .two, .three, .four])
  }

  @Test("GEN-004, GEN-007: a struck treatment stays as it is; a referral is before its start")
  func correcting() {
    func said(_ episode: ModalityEpisode, referred: String) -> [String] {
      var facts = FormFacts()
      facts.treatment = TreatmentFacts(episode: episode)
      facts.names[episode.provider.ref] = episode.providerName
      var draft = TreatmentForm.draft(of: episode)
      draft[TreatmentForm.referred] = referred
      return TreatmentForm.definition.said(
        draft.texts, facts, in: .example(at: .at(20, 10, 2007, 12, 0), role: .cjit))
    }
    let started = ModalityEpisode.example(terms: .complete, started: "2007-10-10")
    #expect(!said(started, referred: "10/10/2007").contains("GEN-007 blocks referred"))
    #expect(said(started, referred: "11/10/2007").contains("GEN-007 blocks referred"))
    #expect(!said(started, referred: "10/10/2007").contains("GEN-004 blocks"))
    let struck = ModalityEpisode.example(terms: .complete, struck: "Entered twice")
    #expect(said(struck, referred: "01/10/2007").contains("GEN-004 blocks"))
  }

  @Test(
    "PPL-030: each tier has the services of the table",
    arguments: [
      (
        TreatmentTier.one,
        ["generic-health", "screening", "generic-settings", "health-promotion", "hepatitis-b"]
      ),
      (
        .two,
        [
          "advice", "needle-exchange", "care-management", "blood-borne", "overdose-risk",
          "outreach", "brief-intervention",
        ]
      ),
      (
        .three,
        [
          "specialist-prescribing", "gp-prescribing", "counselling", "cbt", "day-programme",
          "community-detox", "aftercare", "liaison",
        ]
      ),
      (.four, ["inpatient-detox", "residential"]),
    ])
  func table(tier: TreatmentTier, services: [String]) {
    let row = TierTable.rows.first { $0.tier == tier }
    #expect(row?.services.map(\.rawValue) == services)
  }

  @Test("PPL-030: every service stands in the table once; a tier refuses the others' services")
  func fits() {
    let listed = TierTable.rows.flatMap(\.services)
    #expect(Set(listed) == Set(TreatmentService.allCases))
    #expect(listed.count == TreatmentService.allCases.count)
    for service in TreatmentService.allCases {
      for tier in TreatmentTier.allCases {
        let fits = TierTable.services(in: tier).contains(service)
        let finding = TreatmentRules.tier(tier, of: service)
        #expect(finding?.rule == (fits ? nil : "PPL-030"), "\(service) at \(tier)")
      }
    }
  }

  @Test(
    "PPL-034: advice and hepatitis B vaccination can be recorded at every tier, the rest at one")
  func anyTier() {
    for service in TreatmentService.allCases {
      let count = TierTable.tiers(of: service).count
      #expect(count == (service == .advice || service == .hepatitisB ? 4 : 1), "\(service)")
    }
  }

  @Test("COD-010: every modality a service is counted under is in the list, at its tier or below")
  func modalities() {
    let list = CodeList.modalities
    for service in TreatmentService.allCases {
      guard let code = service.modality else {
        // Without a modality no care plan could name it, so it must not need one.
        #expect(TierTable.tiers(of: service).allSatisfy { !$0.needsCarePlan || service.isLogged })
        continue
      }
      #expect(list[code] != nil, "\(service) \(code)")
    }
    #expect(Set(TreatmentService.allCases.compactMap(\.modality)) == Set(list.codes.map(\.code)))
  }

  @Test("COD-010: a retired modality is refused for new treatments")
  func retired() {
    let retired = CodeList(
      .modalities, title: "Treatment", rule: "COD-010",
      codes: [Code("PSY", "Counselling", retired: true), Code("DAY", "Day programme")])
    let codes = CodeBook.seeded.replacing(retired)
    let day = CalendarDate.example("2007-10-05")
    #expect(TreatmentRules.modality(of: .cbt, in: codes, on: day)?.rule == "COD-010")
    #expect(TreatmentRules.modality(of: .dayProgramme, in: codes, on: day) == nil)
    #expect(TreatmentRules.modality(of: .bloodBorne, in: codes, on: day) == nil)
  }

  // MARK: Starts

  struct Start: CustomTestStringConvertible, Sendable {
    let service: TreatmentService
    var terms = TreatmentTerms.complete
    var plan = TreatmentRules.PlanNaming.names(termsAgreed: nil)
    let expected: [String]

    var testDescription: String { "\(service.title), \(plan): \(expected)" }
  }

  private static func without(_ change: (inout TreatmentTerms) -> Void) -> TreatmentTerms {
    var terms = TreatmentTerms.complete
    change(&terms)
    return terms
  }

  static let starts: [Start] = [
    Start(service: .genericHealth, terms: TreatmentTerms(), plan: .noPlan, expected: []),
    Start(service: .needleExchange, terms: TreatmentTerms(), plan: .noPlan, expected: []),
    Start(service: .cbt, expected: []),
    Start(service: .cbt, plan: .noPlan, expected: ["PPL-031"]),
    Start(service: .cbt, plan: .doesNotName, expected: ["PPL-031"]),
    Start(service: .cbt, plan: .notAgreed, expected: ["PPL-031"]),
    Start(service: .cbt, terms: TreatmentTerms(), expected: ["PPL-031"]),
    Start(
      service: .cbt, terms: TreatmentTerms(),
      plan: .names(termsAgreed: .example("2007-10-02")), expected: []),
    Start(
      service: .cbt, terms: TreatmentTerms(agreed: .no),
      plan: .names(termsAgreed: .example("2007-10-02")), expected: ["PPL-031"]),
    Start(service: .cbt, terms: TreatmentTerms(), plan: .noPlan, expected: ["PPL-031", "PPL-031"]),
    Start(service: .residential, expected: []),
    Start(service: .residential, terms: without { $0.fundedOn = nil }, expected: ["PPL-032"]),
    Start(service: .residential, terms: without { $0.fundedBy = "" }, expected: ["PPL-032"]),
    Start(service: .inpatientDetox, terms: without { $0.fundedBy = "" }, expected: []),
    Start(service: .inpatientDetox, terms: without { $0.need = "" }, expected: ["PPL-033"]),
    Start(
      service: .residential, terms: TreatmentTerms(), plan: .noPlan,
      expected: ["PPL-031", "PPL-031", "PPL-032", "PPL-033"]),
    Start(service: .advice, terms: TreatmentTerms(), plan: .noPlan, expected: []),
  ]

  @Test("PPL-031 to PPL-033: what a planned start is refused or questioned for", arguments: starts)
  func planned(_ row: Start) {
    let tier = TierTable.tiers(of: row.service).last ?? .one
    let findings = TreatmentRules.start(
      row.service, at: tier, row.terms, plan: row.plan, .planned)
    #expect(findings.map(\.rule) == row.expected)
    for finding in findings {
      #expect(finding.force == (finding.rule == "PPL-033" ? .warns : .blocks))
    }
  }

  @Test("GEN-001: a start that has happened is only flagged for the same", arguments: starts)
  func happened(_ row: Start) {
    let tier = TierTable.tiers(of: row.service).last ?? .one
    let findings = TreatmentRules.start(
      row.service, at: tier, row.terms, plan: row.plan, .happened)
    #expect(findings.map(\.rule) == row.expected)
    #expect(findings.allSatisfy { $0.force == .flags })
  }

  @Test("PPL-030: what never began was not completed")
  func exit() {
    let referred = ModalityEpisode.example()
    #expect(TreatmentRules.exit(.completed, of: referred)?.rule == "PPL-030")
    #expect(TreatmentRules.exit(.left, of: referred) == nil)
    #expect(TreatmentRules.exit(.completed, of: .example(started: "2007-10-03")) == nil)
  }

  // MARK: States

  struct Row: Sendable {
    let from: TreatmentState
    let event: TreatmentEvent
    let to: TreatmentState
  }

  static let machine: [Row] =
    [
      Row(from: .referred, event: .startPlanned, to: .planned),
      Row(from: .planned, event: .startPlanned, to: .planned),
      Row(from: .referred, event: .started, to: .inTreatment),
      Row(from: .planned, event: .started, to: .inTreatment),
      Row(from: .inTreatment, event: .ended, to: .ended),
      Row(from: .referred, event: .ended, to: .notTakenUp),
      Row(from: .planned, event: .ended, to: .notTakenUp),
    ]
    + TreatmentState.allCases.filter { $0 != .struck }
    .map { Row(from: $0, event: .struck, to: .struck) }

  @Test("PPL-030: every row of the treatment table, and nothing else")
  func states() {
    for state in TreatmentState.allCases {
      for event in TreatmentEvent.allCases {
        let listed = Self.machine.first { $0.from == state && $0.event == event }
        #expect(TreatmentMachine.next(state, event) == listed?.to, "\(state) \(event)")
      }
    }
  }

  @Test("PPL-030: the state follows from the dates")
  func derived() {
    #expect(ModalityEpisode.example().state == .referred)
    #expect(ModalityEpisode.example(planned: "2007-10-08").state == .planned)
    #expect(
      ModalityEpisode.example(planned: "2007-10-08", started: "2007-10-09").state == .inTreatment)
    #expect(
      ModalityEpisode.example(started: "2007-10-09", ended: "2007-11-09").state == .ended)
    #expect(
      ModalityEpisode.example(planned: "2007-10-08", ended: "2007-10-09").state == .notTakenUp)
    #expect(
      ModalityEpisode.example(started: "2007-10-09", struck: "typed twice").state == .struck)
  }

  // MARK: Forms

  private static func facts(
    _ episode: ModalityEpisode, _ plan: TreatmentRules.PlanNaming
  ) -> FormFacts {
    var facts = FormFacts()
    facts.treatment = TreatmentFacts(episode: episode, plan: plan)
    return facts
  }

  @Test("GEN-001: a day that has gone by cannot be planned; one that has not come did not start")
  func tense() {
    let facts = Self.facts(.example(.outreach, tier: .two), .noPlan)
    #expect(
      PlanTreatmentForm.definition.said([PlanTreatmentForm.planned: "04/10/2007"], facts)
        == ["PPL-030 blocks planned-start"])
    for day in ["05/10/2007", "06/10/2007"] {
      #expect(
        PlanTreatmentForm.definition.said([PlanTreatmentForm.planned: day], facts) == [])
    }
    #expect(
      StartTreatmentForm.definition.said([StartTreatmentForm.started: "06/10/2007"], facts)
        == ["GEN-007 blocks started"])
    #expect(
      StartTreatmentForm.definition.said([StartTreatmentForm.started: "05/10/2007"], facts) == [])
    #expect(
      StartTreatmentForm.definition.said([StartTreatmentForm.started: "30/09/2007"], facts)
        == ["GEN-007 blocks started"])
  }

  @Test("PPL-031: planning names everything that is missing at once")
  func planForm() {
    let facts = Self.facts(.example(.residential, tier: .four), .noPlan)
    #expect(
      PlanTreatmentForm.definition.said([PlanTreatmentForm.planned: "08/10/2007"], facts)
        == [
          "PPL-031 blocks", "PPL-031 blocks client-agreed", "PPL-032 blocks funding-by",
          "PPL-033 warns need",
        ])
  }

  @Test("PPL-030: the tier follows from the service, and is asked where it does not")
  func referral() {
    var facts = FormFacts()
    facts.names[RecordRef(.agency, 1)] = "Quay House"
    var answers = [
      TreatmentForm.service: "cbt", TreatmentForm.provider: "G-0001",
      TreatmentForm.referred: "01/10/2007",
    ]
    #expect(TreatmentForm.definition.said(answers, facts) == [])
    answers[TreatmentForm.tier] = "2"
    #expect(TreatmentForm.definition.said(answers, facts) == ["PPL-030 blocks tier"])
    answers[TreatmentForm.tier] = ""
    answers[TreatmentForm.service] = "hepatitis-b"
    #expect(TreatmentForm.definition.said(answers, facts) == ["PPL-030 blocks tier"])
    answers[TreatmentForm.tier] = "4"
    #expect(TreatmentForm.definition.said(answers, facts) == [])
    answers[TreatmentForm.provider] = "G-0099"
    #expect(TreatmentForm.definition.said(answers, facts) == ["PPL-030 blocks provider"])
  }
}
