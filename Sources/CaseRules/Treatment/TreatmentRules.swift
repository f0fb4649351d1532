/// What a start of treatment asks for, whether it is planned or has happened.
package enum TreatmentRules {
  /// What the client's agreed care plan says about a service.
  package enum PlanNaming: Equatable, Sendable {
    case noPlan
    case doesNotName
    /// It names the service, but the client has not agreed to the plan.
    case notAgreed
    /// With the day on which the client agreed to the terms of attendance, if they have.
    case names(termsAgreed: CalendarDate?)

    package var termsAgreed: CalendarDate? {
      switch self {
      case .names(let day): day
      case .noPlan, .doesNotName, .notAgreed: nil
      }
    }
  }

  /// GEN-001: a planned start is a decision and is refused; one that has happened is a fact.
  ///
  /// Which of the two it is, the worker says by the form: "Plan the start" takes days from today
  /// on, "Record the start" days up to today. A day alone could not tell: a start on the very day
  /// may lie ahead or behind.
  package enum Tense: Equatable, Sendable {
    case planned, happened

    /// What a BLOCK becomes.
    var block: Finding.Force {
      switch self {
      case .planned: .blocks
      case .happened: .flags
      }
    }

    /// What a WARN becomes.
    var warn: Finding.Force {
      switch self {
      case .planned: .warns
      case .happened: .flags
      }
    }
  }

  package static func start(
    _ service: TreatmentService, at tier: TreatmentTier, _ terms: TreatmentTerms,
    plan: PlanNaming, _ tense: Tense
  ) -> [Finding] {
    // PPL-034: advice is logged at any tier and starts nothing.
    if service.isLogged { return [] }
    return [
      carePlan(service, tier, plan, tense), agreement(tier, terms, plan, tense),
      funding(service, terms, tense), need(tier, terms, tense),
    ].compactMap(\.self)
  }

  /// PPL-031: tier 3 and 4 start from a care plan that names the service.
  private static func carePlan(
    _ service: TreatmentService, _ tier: TreatmentTier, _ plan: PlanNaming, _ tense: Tense
  ) -> Finding? {
    guard tier.needsCarePlan else { return nil }
    let said: String
    switch plan {
    case .names: return nil
    case .noPlan: said = "There is no care plan. Make one that names it"
    case .doesNotName: said = "The care plan does not name it. Put it into the plan"
    case .notAgreed: said = "The care plan names it, but is not agreed. Go through it"
    }
    let when = tense == .planned ? "first" : "now"
    return Finding(
      "PPL-031", tense.block,
      "\(service.title) is tier \(tier.rawValue). \(said) with the client \(when)")
  }

  /// The answer in the form counts before the one in the plan.
  private static func agreement(
    _ tier: TreatmentTier, _ terms: TreatmentTerms, _ plan: PlanNaming, _ tense: Tense
  ) -> Finding? {
    guard tier.needsCarePlan, terms.agreed != .yes,
      terms.agreed != nil || plan.termsAgreed == nil
    else { return nil }
    return Finding(
      "PPL-031", tense.block, field: TreatmentFields.agreed.text,
      "The client has not agreed to the terms of attendance. Go through them and record the answer")
  }

  /// PPL-032: residential places are paid for by others, who say so first.
  private static func funding(
    _ service: TreatmentService, _ terms: TreatmentTerms, _ tense: Tense
  ) -> Finding? {
    guard service.needsFunding, !terms.isFunded else { return nil }
    return Finding(
      "PPL-032", tense.block, field: TreatmentFields.fundedBy.text,
      "No funding is approved. Ask community care or social services, and record who approved it "
        + "and when")
  }

  /// PPL-033: the most intensive treatment is for high need and a client who wants it.
  private static func need(
    _ tier: TreatmentTier, _ terms: TreatmentTerms, _ tense: Tense
  ) -> Finding? {
    guard tier == .four, terms.need.isEmpty else { return nil }
    return Finding(
      "PPL-033", tense.warn, field: TreatmentFields.need.text,
      "Tier 4 without a note of high need and motivation. Write both down here")
  }

  /// PPL-030: a service is recorded at a tier that has it.
  package static func tier(_ tier: TreatmentTier?, of service: TreatmentService?) -> Finding? {
    guard let tier, let service else { return nil }
    let tiers = TierTable.tiers(of: service)
    guard !tiers.contains(tier), let own = tiers.first else { return nil }
    return Finding(
      "PPL-030", .blocks, field: TreatmentForm.tier.text,
      "\(service.title) is a tier \(own.rawValue) service. Leave the tier empty, or choose another "
        + "service")
  }

  /// COD-010: a modality that the administrator has retired is not used for new treatments.
  package static func modality(
    of service: TreatmentService?, in codes: CodeBook, on day: CalendarDate
  ) -> Finding? {
    guard let service, let modality = service.modality,
      codes[.modalities]?[modality]?.isPickable(on: day) != true
    else { return nil }
    return Finding(
      "COD-010", .blocks, field: TreatmentForm.service.text,
      "\(service.title) is counted under \(modality), which is not in use. Choose another service, "
        + "or ask the administrator")
  }

  /// A treatment that never began cannot have been completed.
  package static func exit(_ reason: TreatmentExit?, of episode: ModalityEpisode) -> Finding? {
    guard reason == .completed, episode.started == nil else { return nil }
    return Finding(
      "PPL-030", .blocks, field: EndTreatmentForm.reason.text,
      "It has not started, so it is not completed. Record the start first, or choose why it was not "
        + "taken up")
  }
}
