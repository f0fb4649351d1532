/// One rule that the program holds people to, as `throughcare rules` prints it.
package struct RuleEntry: Hashable, Sendable {
  /// The area and a number, as findings name it.
  package let id: String
  /// What happens when it applies.
  package let effects: [Effect]
  /// What it asks for, in one sentence.
  package let words: String

  package enum Effect: String, CaseIterable, Hashable, Sendable {
    /// Refused, with no way round.
    case block
    /// Passed only with a typed reason that is kept (GEN-002).
    case warn
    /// Worked out or set by the program.
    case auto
    /// Kept in the history.
    case record
    /// Shown; nothing is stopped.
    case show
  }

  init(_ id: String, _ effects: Effect..., words: String) {
    self.id = id
    self.effects = effects
    self.words = words
  }
}

/// Every rule the program is built on, area by area.
package enum RuleEntries {
  package static let all =
    general + time + people + custody + intelligence + bronze + edii + sharing + analysis + codes
}
