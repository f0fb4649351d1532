package import CaseRules

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
  /// The row the command is meant for, as rows move when the lists come in anew.
  package let row: Row?
  /// When it goes, on the steady clock.
  package let until: Int64

  package struct Row: Equatable, Sendable {
    package let ref: RecordRef
    package let title: String

    /// "SMITH John" of "SMITH John, born 03/04/1985 (22), P-1042".
    package var name: String {
      var name = title[...]
      for end in [", ", ": ", "  "] {
        name = name.firstRange(of: end).map { name[..<$0.lowerBound] } ?? name
      }
      return name.isEmpty ? ref.text : String(name)
    }
  }

  /// How long a message stays, in milliseconds.
  package static let duration = 6_000
  /// How long after that the help still has it whole.
  package static let recalled = 60_000
}
