/// INT-024: the rank of whoever decides.
package enum PoliceRank: String, CaseIterable, Hashable, Sendable {
  case superintendent
  case chiefSuperintendent = "chief_superintendent"
  case acpo
  /// Below the rank that decides; kept as an answer so that it can be refused in words.
  case inspector
}

extension PoliceRank: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .superintendent: "Superintendent"
    case .chiefSuperintendent: "Chief superintendent"
    case .acpo: "ACPO rank"
    case .inspector: "Chief inspector or below"
    }
  }

  package var mayDecide: Bool { self != .inspector }
}
