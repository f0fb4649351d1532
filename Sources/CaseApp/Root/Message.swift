/// One line for the worker, shown for a while in the hint row.
package struct Message: Equatable, Sendable {
  package enum Kind: Hashable, Sendable {
    case done, info, warning, problem
  }

  package let kind: Kind
  package let words: String
  /// A command that helps on; the screens name its key, and then what it does: "leaves".
  package let command: Command?
  package let does: String
  /// When it goes, on the steady clock.
  package let until: Int64

  /// How long a message stays, in milliseconds.
  package static let duration = 6_000
}
