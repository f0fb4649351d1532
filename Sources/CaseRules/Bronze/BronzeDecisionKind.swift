/// INT-024: what is decided on what is pending.
package enum BronzeDecisionKind: String, CaseIterable, Hashable, Sendable {
  case granted, refused, returned
}

extension BronzeDecisionKind: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .granted: "Grant: the letter is authorised"
    case .refused: "Refuse"
    case .returned: "Return to research"
    }
  }

  package var event: BronzeEvent {
    switch self {
    case .granted: .granted
    case .refused: .refused
    case .returned: .returned
    }
  }
}
