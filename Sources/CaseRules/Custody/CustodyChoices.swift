/// An answer that a form offers from a fixed list of its own.
package protocol FormChoice: CaseIterable, Hashable, Sendable {
  /// What is typed and shown before the words: "ACC".
  var code: String { get }
  /// What people read: "Accepted".
  var words: String { get }
}

extension FormChoice {
  /// The choice a code stands for.
  package init?(code: String) {
    guard let choice = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = choice
  }

  /// The list a form offers, in the order of the cases.
  package static func list(_ id: CodeListID, title: String, rule: String) -> CodeList {
    CodeList(id, title: title, rule: rule, codes: allCases.map { Code($0.code, $0.words) })
  }
}

extension Answering {
  /// The chosen case; nil while nothing is chosen.
  package func choice<Choice: FormChoice>(
    _ field: FieldCode, as type: Choice.Type = Choice.self
  ) -> Choice? {
    code(field).flatMap { Choice(code: $0) }
  }

  /// The chosen cases of a field with several answers.
  package func choices<Choice: FormChoice>(
    _ field: FieldCode, as type: Choice.Type = Choice.self
  ) -> [Choice] {
    codes(field).compactMap { Choice(code: $0) }
  }

  /// True for yes, false for any other answer, nil while there is none.
  package func tick(_ field: FieldCode) -> Bool? { yesNo(field).map { $0 == .yes } }
}

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
