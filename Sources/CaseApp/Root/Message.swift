/// One line for the worker, shown for a while in the hint row.
package struct Message: Equatable, Sendable {
  package enum Kind: Hashable, Sendable {
    case done, info, warning, problem
    /// How to leave, said with the key in use.
    case leaving
  }

  package let kind: Kind
  package let words: String
  /// When it goes, on the steady clock.
  package let until: Int64

  /// How long a message stays, in milliseconds.
  package static let duration = 6_000
}
