package import CaseRules

/// Finding anybody by name, alias, number or date of birth.
package struct FindBox: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    case find, number
  }

  package let purpose: Purpose
  package var query = ""
  package var hits: [PersonLine] = []
  package var at = 0
  /// Tells the answer to what stands there now from that to earlier letters.
  package var serial = 0
  package var isAsking = false
  package var trouble: String?

  package init(_ purpose: Purpose = .find) { self.purpose = purpose }

  /// How many hits are asked for.
  package static let limit = 60

  package var current: PersonLine? { hits.indices.contains(at) ? hits[at] : nil }
}
