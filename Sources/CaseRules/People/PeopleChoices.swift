extension Sex: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension ConsentType: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

/// A risk marker as the form offers it, "none known" among them.
package enum RiskAnswer: CaseIterable, Hashable, Sendable {
  case noneKnown
  case selfHarm, violence, weapons, health, other

  /// The marker it stands for; nil for none known.
  package var marker: RiskMarker? {
    switch self {
    case .noneKnown: nil
    case .selfHarm: .selfHarm
    case .violence: .violence
    case .weapons: .weapons
    case .health: .health
    case .other: .other
    }
  }
}

extension RiskAnswer: FormChoice {
  package var code: String { marker?.rawValue ?? "none" }
  package var words: String { marker?.title ?? "None known" }
}
