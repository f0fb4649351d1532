/// An answer that a form offers from a fixed list of its own.
package protocol FormChoice: CaseIterable, Hashable, Sendable {
  /// What is typed and shown before the words: "ACC".
  var code: String { get }
  /// What people read: "Accepted".
  var words: String { get }
}

extension FormChoice {
  /// The choice a code stands for.
  package init?(code: String) {
    guard let choice = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = choice
  }

  /// The list a form offers, in the order of the cases.
  package static func list(_ id: CodeListID, title: String, rule: String) -> CodeList {
    CodeList(id, title: title, rule: rule, codes: allCases.map { Code($0.code, $0.words) })
  }
}

extension Answering {
  /// The chosen case; nil while nothing is chosen.
  package func choice<Choice: FormChoice>(
    _ field: FieldCode, as type: Choice.Type = Choice.self
  ) -> Choice? {
    code(field).flatMap { Choice(code: $0) }
  }

  /// The chosen cases of a field with several answers.
  package func choices<Choice: FormChoice>(
    _ field: FieldCode, as type: Choice.Type = Choice.self
  ) -> [Choice] {
    codes(field).compactMap { Choice(code: $0) }
  }

  /// True for yes, false for any other answer, nil while there is none.
  package func tick(_ field: FieldCode) -> Bool? { yesNo(field).map { $0 == .yes } }

  /// Yes or no; nil where nothing was said, and where nobody knows.
  package func known(_ field: FieldCode) -> Bool? {
    switch yesNo(field) {
    case .yes: true
    case .no: false
    case .notKnown, .refused, nil: nil
    }
  }
}
