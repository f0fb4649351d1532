package import CaseRules

/// A record that was opened, for going back to it.
package struct Recent: Equatable, Sendable {
  package let ref: RecordRef
  package var title: String
}
