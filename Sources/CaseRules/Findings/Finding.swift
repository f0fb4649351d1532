/// What a rule has to say about a draft, in words for the worker.
package struct Finding: Hashable, Sendable {
  /// What a finding does to the record.
  package enum Force: String, CaseIterable, Comparable, Hashable, Sendable {
    /// Cannot be saved, advanced, sent or approved like this; there is no way round.
    case blocks
    /// Allowed only with a typed reason (GEN-002).
    case warns
    /// A fact that is kept and marked, for example as late (GEN-001).
    case flags
    /// Shown; nothing is stopped.
    case shows

    /// The stronger force comes first.
    package static func < (one: Force, other: Force) -> Bool { one.order < other.order }

    private var order: Int {
      switch self {
      case .blocks: 0
      case .warns: 1
      case .flags: 2
      case .shows: 3
      }
    }
  }

  /// The rule ID, for example "CUS-006".
  package let rule: String
  package let force: Force
  /// The code of the field it is about; nil when it is about the whole record.
  package let field: String?
  /// What is wrong and what to do next.
  package let words: String
  /// Whether it takes a reason of its own, however often its rule warns: each of them is looked at.
  package private(set) var isPassedAlone = false

  package init(_ rule: String, _ force: Force, field: String? = nil, _ words: String) {
    self.rule = rule
    self.force = force
    self.field = field
    self.words = words
  }

  /// The same finding; with the labels written out.
  package init(rule: String, force: Force, field: String? = nil, words: String) {
    self.init(rule, force, field: field, words)
  }

  /// GEN-009: "CUS-006: See the trigger detainees first".
  package var display: String { rule + ": " + words }

  /// What its reason is kept under: the rule passes all it warns about with one, but for a finding
  /// that is passed alone.
  package var reasonKey: String { isPassedAlone ? "\(rule) \(field ?? "")" : rule }

  /// The same finding placed on another field.
  package func on(field: String?) -> Finding {
    var finding = Finding(rule, force, field: field, words)
    finding.isPassedAlone = isPassedAlone
    return finding
  }

  /// The same finding, that no reason for another of its rule passes.
  package func passedAlone() -> Finding {
    var finding = self
    finding.isPassedAlone = true
    return finding
  }
}

extension Sequence<Finding> {
  /// The findings that no reason can pass.
  package var blocking: [Finding] { filter { $0.force == .blocks } }

  /// The findings that need a reason (GEN-002).
  package var warning: [Finding] { filter { $0.force == .warns } }

  /// True when nothing refuses the record; warnings may still need reasons.
  package var allowSaving: Bool { !contains { $0.force == .blocks } }
}
