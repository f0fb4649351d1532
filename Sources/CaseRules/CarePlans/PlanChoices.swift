/// PPL-015: what every care plan covers.
package enum PlanDomain: String, CaseIterable, Hashable, Sendable {
  case drugUse = "drug-use"
  case health
  case offending
  case social
}

extension PlanDomain: FormChoice {
  package var code: String {
    switch self {
    case .drugUse: "DRU"
    case .health: "HEA"
    case .offending: "OFF"
    case .social: "SOC"
    }
  }

  package var words: String {
    switch self {
    case .drugUse: "Drug and alcohol use"
    case .health: "Health"
    case .offending: "Offending"
    case .social: "Social functioning"
    }
  }
}

/// How far a goal has come.
package enum GoalStatus: String, CaseIterable, Hashable, Sendable {
  case notStarted = "not-started"
  case underWay = "under-way"
  case achieved
  case setAside = "set-aside"

  /// Somebody still works towards it.
  package var isOpen: Bool {
    switch self {
    case .notStarted, .underWay: true
    case .achieved, .setAside: false
    }
  }
}

extension GoalStatus: FormChoice {
  package var code: String {
    switch self {
    case .notStarted: "NS"
    case .underWay: "UW"
    case .achieved: "ACH"
    case .setAside: "SET"
    }
  }

  package var words: String {
    switch self {
    case .notStarted: "Not started"
    case .underWay: "Under way"
    case .achieved: "Achieved"
    case .setAside: "Set aside"
    }
  }
}

/// PPL-017: what may threaten a client's progress.
package enum ProgressThreat: String, CaseIterable, Hashable, Sendable {
  case housing, employment, debt, health, relationship, other
}

extension ProgressThreat: FormChoice {
  package var code: String {
    switch self {
    case .housing: "HOU"
    case .employment: "EMP"
    case .debt: "DEB"
    case .health: "HEA"
    case .relationship: "REL"
    case .other: "OTH"
    }
  }

  package var words: String {
    switch self {
    case .housing: "Housing"
    case .employment: "Employment"
    case .debt: "Debt"
    case .health: "Health"
    case .relationship: "Relationship"
    case .other: "Other"
    }
  }
}

/// What is known of a client's needs when a plan is made; each is a field of the plan.
package enum PlanNeed: String, CaseIterable, Hashable, Sendable {
  case drugs, injecting, alcohol, health, housing, employment, debts, family, wishes

  package var field: FieldCode { FieldCode("need-" + rawValue) }

  package var words: String {
    switch self {
    case .drugs: "Drugs"
    case .injecting: "Injecting"
    case .alcohol: "Alcohol"
    case .health: "Health"
    case .housing: "Housing"
    case .employment: "Employment"
    case .debts: "Debts"
    case .family: "Family"
    case .wishes: "What the client wants"
    }
  }
}
