/// Where an assessment takes place.
package enum AssessmentPlace: String, CaseIterable, Hashable, Sendable {
  case custody, court, prison, community

  package var words: String {
    switch self {
    case .custody: "Custody suite"
    case .court: "Court"
    case .prison: "Prison"
    case .community: "Community"
    }
  }
}

/// How drugs are paid for.
package enum DrugFunding: String, CaseIterable, Hashable, Sendable {
  case wages, benefits, crime
  case sexWork = "sex_work"
  case dealing, family, other

  package var words: String {
    switch self {
    case .wages: "Wages"
    case .benefits: "Benefits"
    case .crime: "Crime"
    case .sexWork: "Sex work"
    case .dealing: "Dealing"
    case .family: "Family or friends"
    case .other: "Another way"
    }
  }
}

/// Whether somebody has been in drug treatment.
package enum TreatmentHistory: String, CaseIterable, Hashable, Sendable {
  case now, previously, never

  package var words: String {
    switch self {
    case .now: "In treatment now"
    case .previously: "In treatment before"
    case .never: "Never in treatment"
    }
  }
}

/// How great a risk is.
package enum RiskLevel: String, CaseIterable, Hashable, Sendable {
  case none, low, medium, high

  package var words: String {
    switch self {
    case .none: "None"
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    }
  }

  package var isRisk: Bool {
    switch self {
    case .none: false
    case .low, .medium, .high: true
    }
  }
}

extension AssessmentPlace: FormChoice {
  package var code: String {
    switch self {
    case .custody: "CUS"
    case .court: "COU"
    case .prison: "PRI"
    case .community: "COM"
    }
  }
}

extension DrugFunding: FormChoice {
  package var code: String {
    switch self {
    case .wages: "WAG"
    case .benefits: "BEN"
    case .crime: "CRI"
    case .sexWork: "SEX"
    case .dealing: "DEA"
    case .family: "FAM"
    case .other: "OTH"
    }
  }
}

extension TreatmentHistory: FormChoice {
  package var code: String {
    switch self {
    case .now: "NOW"
    case .previously: "PRE"
    case .never: "NEV"
    }
  }
}

extension RiskLevel: FormChoice {
  package var code: String {
    switch self {
    case .none: "N"
    case .low: "L"
    case .medium: "M"
    case .high: "H"
    }
  }
}

extension AgreedAction.Kind: FormChoice {
  package var code: String {
    switch self {
    case .adviceOnly: "ADV"
    case .tierTwo: "T2"
    case .referral: "REF"
    case .caseload: "CAS"
    case .declined: "DEC"
    }
  }
}
