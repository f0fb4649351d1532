/// Who must not be one and the same: a decision is never taken by whoever asked for it.
package enum SeparationOfDuties {
  /// A kind of decision.
  package enum Matter: String, CaseIterable, Hashable, Sendable {
    /// INT-024: granting or refusing a bronze.
    case bronze
    /// INF-036: giving something out that the client has not agreed to.
    case disclosureWithoutConsent = "disclosure_without_consent"
    /// An act that needs two people.
    case proposal
  }

  /// What somebody did in a matter before it was decided.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case submitter, drafter, requester, proposer

    /// "submitted it".
    package var words: String {
      switch self {
      case .submitter: "submitted it"
      case .drafter: "drafted it"
      case .requester: "asked for it"
      case .proposer: "proposed it"
      }
    }
  }

  /// Somebody's part in a matter.
  package struct Hand: Equatable, Sendable {
    package let part: Part
    package let worker: Worker

    package init(_ part: Part, _ worker: Worker) {
      self.part = part
      self.worker = worker
    }
  }

  /// Whose hands must not be the decider's.
  private static func partsApart(in matter: Matter) -> [Part] {
    switch matter {
    case .bronze: [.submitter, .drafter]
    case .disclosureWithoutConsent: [.requester]
    case .proposal: [.proposer]
    }
  }

  /// What refuses the decision: the wrong role, or a hand that was in it before.
  ///
  /// The decider's role is the one held at the moment of the decision.
  package static func findings(
    deciding matter: Matter, by decider: Worker, after hands: [Hand]
  ) -> [Finding] {
    let apart = partsApart(in: matter)
    let own = hands.filter { apart.contains($0.part) && $0.worker.id == decider.id }
    let namesakes = hands.filter {
      apart.contains($0.part) && $0.worker.id != decider.id && areNamesakes($0.worker, decider)
    }
    return mayDecide(matter, decider) + own.map { refusal(matter, $0.part) }
      + namesakes.prefix(1).map { warning(matter, $0) }
  }

  private static func mayDecide(_ matter: Matter, _ decider: Worker) -> [Finding] {
    let function = function(of: matter)
    if AccessMatrix.right(of: decider, to: function) == .approve { return [] }
    let why =
      AccessMatrix.whyNotEdit(decider, function)
      ?? "As \(decider.role.titleInSentence) you do not decide on \(function.words)"
    return [Finding(rule(of: matter), .blocks, why)]
  }

  private static func refusal(_ matter: Matter, _ part: Part) -> Finding {
    Finding(
      rule(of: matter), .blocks, "You \(part.words) yourself. Somebody else has to decide")
  }

  /// One person with two accounts is two workers to the program; a namesake is asked about.
  private static func warning(_ matter: Matter, _ hand: Hand) -> Finding {
    Finding(
      rule(of: matter), .warns,
      "\(hand.worker.name), who \(hand.part.words), has your name. Say that you are two people")
  }

  private static func areNamesakes(_ one: Worker, _ other: Worker) -> Bool {
    isSameName(one.name, other.name)
  }

  /// Whether "Ian Frost", "Frost, Ian" or an initial with the family name may be one person.
  package static func isSameName(_ one: String, _ other: String) -> Bool {
    let (some, more) = (NameFolding.typedWords(one), NameFolding.typedWords(other))
    guard !some.isEmpty, some.count == more.count else { return false }
    var left = more
    for word in some {
      guard
        let match = left.firstIndex(of: word) ?? left.firstIndex(where: { isInitial($0, word) })
      else { return false }
      left.remove(at: match)
    }
    // Initials alone name nobody.
    return some.contains { $0.count > 1 && more.contains($0) }
  }

  private static func isInitial(_ one: String, _ other: String) -> Bool {
    (one.count == 1 || other.count == 1) && one.first == other.first
  }

  private static func function(of matter: Matter) -> Function {
    switch matter {
    case .bronze: .bronzeDecision
    case .disclosureWithoutConsent: .disclosureWithoutConsent
    case .proposal: .proposals
    }
  }

  private static func rule(of matter: Matter) -> String {
    switch matter {
    case .bronze: "INT-024"
    case .disclosureWithoutConsent: "INF-036"
    case .proposal: "GEN-003"
    }
  }
}
