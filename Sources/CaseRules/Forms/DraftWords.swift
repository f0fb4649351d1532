/// What a form that is not saved yet can be called by.
extension FormDraft {
  /// The people it names, in the order of its questions.
  package func people(in form: FormDefinition?) -> [RecordRef] {
    (form?.fields ?? []).compactMap { field in
      guard !field.isSealed, case .typed(.link(let kinds)) = field.content,
        kinds.contains(.person)
      else {
        return nil
      }
      return RecordRef(self[field.code]).flatMap { $0.kind == .person ? $0 : nil }
    }
  }

  /// The first words typed: "Harrow, Sam" of a new person; nil where none were.
  package func firstWords(in form: FormDefinition, most: Int = 2) -> String? {
    let typed = form.fields.filter(\.isWords).map { self[$0.code].trimmed }
      .filter { !$0.isEmpty }
    return typed.isEmpty ? nil : typed.prefix(most).joined(separator: ", ")
  }
}

extension FormField {
  /// Answered in one's own words, short enough to be a name.
  fileprivate var isWords: Bool {
    if case .typed(.text) = content { !isSealed } else { false }
  }
}

extension FormDraft {
  /// What of it may be remembered for the next form of its kind: nothing that is sealed (INT-005).
  package func withoutSealed(of form: FormDefinition) -> FormDraft {
    var draft = self
    for field in form.fields where field.isSealed { draft.texts[field.code] = nil }
    return draft
  }
}
