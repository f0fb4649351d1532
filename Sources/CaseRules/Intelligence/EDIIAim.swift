/// What an activity is for (INT-052).
package enum EDIIAim: String, CaseIterable, Hashable, Sendable {
  case earlyHelp = "early_help"
  case betterIntelligence = "better_intelligence"
  case publicEducation = "public_education"

  package var words: String {
    switch self {
    case .earlyHelp: "Less drug crime and more help through early intervention"
    case .betterIntelligence: "Better use of drug intelligence"
    case .publicEducation: "Public education"
    }
  }

  /// For columns.
  package var short: String {
    switch self {
    case .earlyHelp: "Early help"
    case .betterIntelligence: "Intelligence"
    case .publicEducation: "Public"
    }
  }
}

extension EDIIAim: FormChoice {
  package var code: String {
    switch self {
    case .earlyHelp: "EARLY"
    case .betterIntelligence: "INTEL"
    case .publicEducation: "PUBLIC"
    }
  }
}
