@testable import CaseRules

extension ModalityEpisode {
  static func example(
    _ service: TreatmentService = .cbt, tier: TreatmentTier = .three,
    terms: TreatmentTerms = TreatmentTerms(), planned: String? = nil, started: String? = nil,
    ended: String? = nil, struck: String? = nil
  ) -> ModalityEpisode {
    ModalityEpisode(
      id: ModalityID(1), person: PersonID(1), service: service, tier: tier, provider: AgencyID(1),
      providerName: "Quay House", referred: .example("2007-10-01"), terms: terms,
      plannedStart: planned.map { .example($0) }, started: started.map { .example($0) },
      ending: ended.map { ModalityEpisode.Ending(on: .example($0), reason: .left) },
      struckBecause: struck)
  }
}

extension TreatmentTerms {
  /// All that the hardest start asks for.
  static let complete = TreatmentTerms(
    agreed: .yes, agreedOn: .example("2007-10-02"), fundedBy: "J Marsh, community care",
    fundedOn: .example("2007-10-03"), need: "Two failed community detoxes; wants to go")
}

extension PrescribingRecord {
  /// Ready for the first dose unless said otherwise.
  static func example(
    dependence: Bool = true, risk: Bool = true, tests: [OpiateTest] = [.example()],
    doses: [Dose] = [], plan: FirstDosePlan? = nil, optimal: String? = nil,
    ended: String? = nil, struck: String? = nil, alerts: [SafetyAlert] = []
  ) -> PrescribingRecord {
    let done = PrescribingCheck.done(by: "Dr Hale", on: .example("2007-10-01"))
    return PrescribingRecord(
      episode: PrescribingEpisode(
        id: PrescribingID(1), person: PersonID(1), referred: .example("2007-10-01"),
        dependence: dependence ? done : .notYet, risk: risk ? done : .notYet, plan: plan,
        optimalReached: optimal.map { .example($0) },
        ending: ended.map { ModalityEpisode.Ending(on: .example($0), reason: .left) },
        struckBecause: struck),
      tests: tests, log: DoseLog(doses), alerts: alerts)
  }
}

extension OpiateTest {
  static func example(
    _ number: Int = 1, method: Method = .onSite, taken: String = "2007-10-01 10:00",
    result: Result? = .positive, struck: String? = nil
  ) -> OpiateTest {
    OpiateTest(
      number: number, fluid: .urine, method: method, taken: .example(taken), result: result,
      resultOn: result.map { _ in .example("2007-10-01") }, struckBecause: struck)
  }
}

extension Dose {
  static func example(
    _ day: String, _ mg: Int, _ medicine: Medicine = .methadone, number: Int = 1,
    struck: String? = nil
  ) -> Dose {
    Dose(number: number, on: .example(day), medicine: medicine, mg: mg, struckBecause: struck)
  }
}

extension FormFacts {
  static func prescribing(_ record: PrescribingRecord) -> FormFacts {
    var facts = FormFacts()
    facts.prescribing = PrescribingFacts(record: record)
    return facts
  }
}
