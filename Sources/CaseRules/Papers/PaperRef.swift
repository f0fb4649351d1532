/// A paper that was made once and is printed word for word: a bronze letter, or a notice to a partner.
package enum PaperRef: Hashable, Sendable {
  case letter(RecordRef)
  case notice(RecordRef, number: Int)

  /// The record it belongs to.
  package var record: RecordRef {
    switch self {
    case .letter(let ref), .notice(let ref, _): ref
    }
  }

  /// "the letter of BR-0001", "notice 2 of BR-0001".
  package var words: String {
    switch self {
    case .letter(let ref): "the letter of \(ref.text)"
    case .notice(let ref, let number): "notice \(number) of \(ref.text)"
    }
  }

  /// "letter-BR-0001", "notice-BR-0001-2": how its file begins.
  package var fileWord: String {
    switch self {
    case .letter(let ref): "letter-\(ref.text)"
    case .notice(let ref, let number): "notice-\(ref.text)-\(number)"
    }
  }

  /// Since when no word of it changes, and by which rule.
  package var frozenWords: String {
    switch self {
    case .letter: "it was granted (\(rule))"
    case .notice: "it was made (\(rule))"
    }
  }

  /// The rule it is printed under.
  package var rule: String {
    switch self {
    case .letter: "INT-031"
    case .notice: "INT-038"
    }
  }

  /// Which of several it is; nil where there is one.
  package var number: Int? {
    switch self {
    case .letter: nil
    case .notice(_, let number): number
    }
  }
}

extension RecordRef {
  /// What its row in any list has for paper; whether it may be printed yet is asked of the records.
  package var paper: PaperRef? { kind == .bronzeAction ? .letter(self) : nil }
}
