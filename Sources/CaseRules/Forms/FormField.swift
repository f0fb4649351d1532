/// One question of a form: what it is called, what may be typed, and when it matters.
package struct FormField: Sendable {
  /// What stands behind the label: something typed, rows of things typed, or something worked out.
  package enum Content: Sendable {
    case typed(FieldKind)
    /// A repeating table; its columns are fields with typed content. At most `most` rows.
    case rows([FormField], most: Int)
    /// AUTO in the rulebook: worked out from the other answers, never typed.
    case computed(@Sendable (FormReading) -> String?)
    /// A line of explanation between fields (SHOW); it holds no answer.
    case explained
  }

  /// When the field has to be answered before the form can be saved.
  package enum Need: Sendable {
    case optional
    case always
    case when(@Sendable (FormReading) -> Bool)
  }

  package let code: FieldCode
  package let label: String
  package let content: Content
  package var need: Need = .optional
  /// False while the question does not arise: it stays in its place, dimmed, and is skipped.
  package var applies: @Sendable (FormReading) -> Bool = { _ in true }
  /// False while it is no question for whom the form is about, as far as the records know them.
  package private(set) var concerns: @Sendable (FormFacts) -> Bool = { _ in true }
  /// The form that records an answer which needs more than this field takes.
  package private(set) var recorder: FieldRecorder?
  /// Shown in the hint row and in help: what is asked for, in the worker's words.
  package var help = ""
  /// What other records say depends on this answer, so the facts are asked for again after it.
  package var changesFacts = false
  /// Kept for the next new record of the same form (date, place, session).
  package var carries = false
  /// INT-005: goes to the sealed table alone; nothing else repeats it or calls a draft by it, and only
  /// the author's own draft holds it until the form is saved.
  package private(set) var isSealed = false
  /// Named when what was typed cannot be read; nil: the rule the form as a whole stands under.
  package var rule: String?
  /// Named when it is needed and missing; nil: the rule that requires the form's other answers.
  package var neededBy: String?

  /// A link to a worker who is to be responsible for clients: nobody else is offered.
  package var namesWhoTakesClients = false

  /// Shown to be read, and never typed into; `submit` does not ask for it.
  package var isForReading = false
  /// Whether it has to be read to its end before the form is saved as it stands.
  package var mustBeRead: @Sendable (FormReading) -> Bool = { _ in false }

  package init(_ code: FieldCode, _ label: String, _ content: Content) {
    self.code = code
    self.label = label
    self.content = content
  }

  package init(_ code: FieldCode, _ label: String, _ kind: FieldKind) {
    self.init(code, label, .typed(kind))
  }
}

extension FormField {
  /// Offers only workers who take clients; whether the one who is named may is asked by a rule.
  package func namingWhoTakesClients() -> FormField {
    var field = self
    field.namesWhoTakesClients = true
    return field
  }

  /// Required always.
  package func required() -> FormField {
    var field = self
    field.need = .always
    return field
  }

  package func required(when condition: @escaping @Sendable (FormReading) -> Bool) -> FormField {
    var field = self
    field.need = .when(condition)
    return field
  }

  package func applying(when condition: @escaping @Sendable (FormReading) -> Bool) -> FormField {
    var field = self
    field.applies = condition
    return field
  }

  /// Asks only whom it can be about; nobody of whom that is not known is left out.
  package func concerning(when condition: @escaping @Sendable (FormFacts) -> Bool) -> FormField {
    var field = self
    field.concerns = condition
    return field
  }

  /// An answer that is a record of its own: its form lies one key away, and what it made is told here.
  package func recorded(by recorder: FieldRecorder) -> FormField {
    var field = self
    field.recorder = recorder
    return field
  }

  package func help(_ words: String) -> FormField {
    var field = self
    field.help = words
    return field
  }

  package func askingRecords() -> FormField {
    var field = self
    field.changesFacts = true
    return field
  }

  /// Names the rule that says what may be typed here.
  package func ruled(by rule: String) -> FormField {
    var field = self
    field.rule = rule
    return field
  }

  /// Names the rule that needs the answer, where it is not the one of the whole form.
  package func needed(by rule: String) -> FormField {
    var field = self
    field.neededBy = rule
    return field
  }

  /// A text to be read in the form, to its end where the condition says so.
  package func forReading(
    before condition: @escaping @Sendable (FormReading) -> Bool = { _ in false }
  ) -> FormField {
    var field = self
    field.isForReading = true
    field.mustBeRead = condition
    return field
  }

  package func sealed() -> FormField {
    var field = self
    field.isSealed = true
    return field
  }

  package func carried() -> FormField {
    var field = self
    field.carries = true
    return field
  }
}

extension FormField {
  /// Answered in somebody's own words.
  var isFreeText: Bool {
    switch content {
    case .typed(.text), .typed(.longText), .typed(.identifier): true
    case .typed, .rows, .computed, .explained: false
    }
  }
}
