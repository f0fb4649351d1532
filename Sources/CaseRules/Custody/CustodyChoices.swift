extension OfferResult: FormChoice {
  package var code: String {
    switch self {
    case .accepted: "ACC"
    case .refused: "REF"
    case .deferred: "DEF"
    case .notOffered: "NOT"
    }
  }
}

extension DeferralReason: FormChoice {
  package var code: String {
    switch self {
    case .unfit: "UNF"
    case .asleep: "ASL"
    case .violent: "VIO"
    case .interpreter: "INT"
    }
  }
}

extension NotOfferedReason: FormChoice {
  package var code: String {
    switch self {
    case .shiftChange: "SHI"
    case .suiteBusy: "BUS"
    case .overlooked: "OVE"
    case .leftAtOnce: "LEF"
    case .officerUntrained: "UNT"
    case .other: "OTH"
    }
  }
}

extension ApproachResult: FormChoice {
  package var code: String {
    switch self {
    case .seen: "SEE"
    case .refused: "REF"
    case .notAvailable: "NA"
    }
  }
}

extension UnavailableReason: FormChoice {
  package var code: String {
    switch self {
    case .solicitor: "SOL"
    case .interview: "INT"
    case .doctor: "DOC"
    case .unfit: "UNF"
    case .restPeriod: "RES"
    case .safety: "SAF"
    case .released: "REL"
    }
  }
}

extension DepartureKind: FormChoice {
  package var code: String {
    switch self {
    case .chargedBailed: "CB"
    case .chargedCustody: "CC"
    case .bailedToReturn: "BR"
    case .noFurtherAction: "NFA"
    case .otherDisposal: "OD"
    case .transferred: "TR"
    }
  }
}

extension ArrestTest.Outcome: FormChoice {
  package var code: String {
    switch self {
    case .negative: "NEG"
    case .opiates: "OPI"
    case .cocaine: "COC"
    case .both: "BOTH"
    case .refused: "REF"
    case .notOffered: "NOT"
    }
  }
}

/// Something staff should know before they meet a detainee.
package enum DetaineeRisk: String, CaseIterable, Hashable, Sendable {
  case noneKnown = "none"
  case selfHarm = "self_harm"
  case violence
  case weapons
  case health
  case other

  package var words: String {
    switch self {
    case .noneKnown: "None known"
    case .selfHarm: "Self-harm"
    case .violence: "Violence"
    case .weapons: "Weapons"
    case .health: "Health"
    case .other: "Other risk"
    }
  }
}

extension DetaineeRisk: FormChoice {
  package var code: String {
    switch self {
    case .noneKnown: "NONE"
    case .selfHarm: "SELF"
    case .violence: "VIOL"
    case .weapons: "WEAP"
    case .health: "HLTH"
    case .other: "OTHR"
    }
  }
}
