extension EntryPoint: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension ClosureReason: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension Whereabouts: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .community: "In the community"
    case .custody: "In prison"
    }
  }
}

/// To whom a client is handed inside the team; another agency is a transfer.
package enum HandoverTarget: String, CaseIterable, Hashable, Sendable {
  case worker, team
}

extension HandoverTarget: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .worker: "Another worker"
    case .team: "A team"
    }
  }
}

/// What a team leader decides when a client cannot be reached.
package enum LostContactDecision: String, CaseIterable, Hashable, Sendable {
  case review
  case keepTrying = "keep-trying"
}

extension LostContactDecision: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .review: "Start a drop-out review"
    case .keepTrying: "Keep trying"
    }
  }
}
