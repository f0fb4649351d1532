/// A paper of a bronze action: its letter, or one of its notices.
package enum BronzePaperRef: Hashable, Sendable {
  case letter(RecordRef)
  case notice(RecordRef, number: Int)

  package var bronze: RecordRef {
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
}

/// A frozen letter or notice, ready for paper.
package struct PrintableLetter: Equatable, Sendable {
  package let ref: BronzePaperRef
  /// Whom it is about, on every page.
  package let name: String
  /// "bronze letter A", "partner notice": what the trail calls it.
  package let what: String
  package let text: String

  package init(ref: BronzePaperRef, name: String, what: String, text: String) {
    self.ref = ref
    self.name = name
    self.what = what
    self.text = text
  }
}
