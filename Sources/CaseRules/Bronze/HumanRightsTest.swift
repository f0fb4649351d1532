/// INT-021, INT-022: the five answers with their reasons, and what else the criteria ask.
package struct HumanRightsTest: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    package var holds: Bool
    package var reason: String

    package init(_ holds: Bool, _ reason: String) {
      self.holds = holds
      self.reason = reason
    }
  }

  package var answers: [HumanRight: Answer]
  /// INT-022: what links the person to drugs.
  package var drugLink: Bool
  package var isMet: Bool

  package init(answers: [HumanRight: Answer], drugLink: Bool, isMet: Bool) {
    self.answers = answers
    self.drugLink = drugLink
    self.isMet = isMet
  }

  /// INT-021: those that were answered No, in the order of the rule.
  package var failed: [HumanRight] {
    HumanRight.allCases.filter { answers[$0]?.holds == false }
  }

  package var isComplete: Bool { HumanRight.allCases.allSatisfy { answers[$0] != nil } }
}

/// INT-021: the five human-rights tests.
package enum HumanRight: String, CaseIterable, Hashable, Sendable {
  case justifiable, authorised, proportionate, auditable, necessary

  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
