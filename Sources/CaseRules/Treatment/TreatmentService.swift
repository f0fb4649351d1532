/// A service somebody can be treated by, as the table of tiers lists it.
package enum TreatmentService: String, CaseIterable, Hashable, Sendable {
  case genericHealth = "generic-health"
  case screening
  case genericSettings = "generic-settings"
  case healthPromotion = "health-promotion"
  case hepatitisB = "hepatitis-b"

  case advice
  case needleExchange = "needle-exchange"
  case careManagement = "care-management"
  case bloodBorne = "blood-borne"
  case overdoseRisk = "overdose-risk"
  case outreach
  case briefIntervention = "brief-intervention"

  case specialistPrescribing = "specialist-prescribing"
  case gpPrescribing = "gp-prescribing"
  case counselling
  case cbt
  case dayProgramme = "day-programme"
  case communityDetox = "community-detox"
  case aftercare
  case liaison

  case inpatientDetox = "inpatient-detox"
  case residential

  package var title: String {
    switch self {
    case .genericHealth: "Generic health, social care, housing"
    case .screening: "Screening and referral"
    case .genericSettings: "Managing users in generic settings"
    case .healthPromotion: "Health promotion"
    case .hepatitisB: "Hepatitis B vaccination"
    case .advice: "Advice and information"
    case .needleExchange: "Needle exchange and harm reduction"
    case .careManagement: "Assessment and care management"
    case .bloodBorne: "Blood-borne disease work"
    case .overdoseRisk: "Overdose-risk work"
    case .outreach: "Outreach"
    case .briefIntervention: "Motivational and brief interventions"
    case .specialistPrescribing: "Specialist prescribing"
    case .gpPrescribing: "GP or shared-care prescribing"
    case .counselling: "Care-planned counselling"
    case .cbt: "Structured CBT"
    case .dayProgramme: "Structured day programme"
    case .communityDetox: "Community detoxification"
    case .aftercare: "Aftercare: prison link, resettlement"
    case .liaison: "Hospital and social-care liaison"
    case .inpatientDetox: "Inpatient detoxification"
    case .residential: "Residential rehabilitation"
    }
  }

  /// COD-010: the modality it is counted under; nil for work the list has no modality for.
  package var modality: String? {
    switch self {
    case .genericHealth, .screening, .genericSettings, .healthPromotion, .hepatitisB, .bloodBorne,
      .overdoseRisk:
      nil
    case .advice: "ADV"
    case .needleExchange: "NEX"
    // Liaison is care co-ordination with hospital and social care: a plan names it so.
    case .careManagement, .liaison: "COO"
    case .outreach: "OUT"
    case .briefIntervention: "BRI"
    case .specialistPrescribing: "SPR"
    case .gpPrescribing: "GPR"
    case .counselling, .cbt: "PSY"
    case .dayProgramme: "DAY"
    case .communityDetox: "DTX"
    case .aftercare: "AFT"
    case .inpatientDetox: "INP"
    case .residential: "RES"
    }
  }

  /// PPL-032: a place that community care or social services has to pay for first.
  package var needsFunding: Bool { self == .residential }

  /// PPL-034: logged as it happens, at whatever tier; nothing of it is a treatment that starts.
  package var isLogged: Bool { TierTable.atAnyTier.contains(self) }
}

extension TreatmentService: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    let tiers = TierTable.tiers(of: self)
    return tiers.count == 1 ? "\(title) (tier \(tiers[0].rawValue))" : "\(title) (any tier)"
  }
}

/// The table of tiers: which services can be chosen in which (PPL-030).
package enum TierTable {
  package struct Row: Equatable, Sendable {
    package let tier: TreatmentTier
    package let services: [TreatmentService]
  }

  package static let rows: [Row] = [
    Row(
      tier: .one,
      services: [.genericHealth, .screening, .genericSettings, .healthPromotion, .hepatitisB]),
    Row(
      tier: .two,
      services: [
        .advice, .needleExchange, .careManagement, .bloodBorne, .overdoseRisk, .outreach,
        .briefIntervention,
      ]),
    Row(
      tier: .three,
      services: [
        .specialistPrescribing, .gpPrescribing, .counselling, .cbt, .dayProgramme,
        .communityDetox, .aftercare, .liaison,
      ]),
    Row(tier: .four, services: [.inpatientDetox, .residential]),
  ]

  /// PPL-034: advice at any tier; hepatitis B vaccination wherever it is paid from.
  fileprivate static let atAnyTier: [TreatmentService] = [.advice, .hepatitisB]

  package static func services(in tier: TreatmentTier) -> [TreatmentService] {
    let own = rows.filter { $0.tier == tier }.flatMap(\.services)
    return own + atAnyTier.filter { !own.contains($0) }
  }

  /// The tiers a service can be recorded at, lowest first; never empty.
  package static func tiers(of service: TreatmentService) -> [TreatmentTier] {
    TreatmentTier.allCases.filter { services(in: $0).contains(service) }
  }

  /// The tier of a service that has only one.
  package static func onlyTier(of service: TreatmentService) -> TreatmentTier? {
    let tiers = tiers(of: service)
    return tiers.count == 1 ? tiers.first : nil
  }
}
