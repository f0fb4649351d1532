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

  /// The name that was typed, "Harrow, Sam" of a new person; else the first words.
  ///
  /// A mark alone comes with its question: "Cell M12". Nil where nothing was typed.
  package func firstWords(in form: FormDefinition, most: Int = 2) -> String? {
    let names = typed(form.fields.filter(\.isName)).map(\.text)
    let words = typed(form.fields.filter(\.isWords)).map { field, text in
      field.isMark ? "\(field.label) \(text)" : text
    }
    let first = names.isEmpty ? words : names
    return first.isEmpty ? nil : first.prefix(most).joined(separator: ", ")
  }

  private func typed(_ fields: [FormField]) -> [(field: FormField, text: String)] {
    fields.map { ($0, self[$0.code].trimmed) }.filter { !$0.1.isEmpty }
  }
}

extension FormField {
  /// Answered in one's own words, short enough to be a name.
  fileprivate var isWords: Bool {
    if case .typed(.text) = content { !isSealed } else { false }
  }

  fileprivate var isName: Bool {
    if case .typed(.name) = content { !isSealed } else { false }
  }

  /// A few signs that mean nothing without their question.
  fileprivate var isMark: Bool {
    if case .typed(.text(let max)) = content { max <= 12 } else { false }
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
