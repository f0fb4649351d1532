/// GEN-002: reasons that are fields of a form, for whatever rule asks for one.
enum ReasonRules {
  /// A reason that was typed must be one that somebody can read later.
  ///
  /// Whether there has to be one is the field's own affair; `condition` says when it is asked for.
  static func said(
    _ field: FieldCode, rule: String,
    when condition: @escaping @Sendable (FormReading) -> Bool = { _ in true }
  ) -> FormRule {
    FormRule { reading, _, context in
      guard condition(reading), let text = reading.text(field),
        let problem = Reason.problem(text, minimum: context.settings.overrideReasonMin)
      else { return [] }
      return [Finding(rule, .blocks, field: field.text, problem)]
    }
  }
}

extension FormReading {
  /// A reason that was typed; nil where there is none that somebody can read later.
  package func reason(_ field: FieldCode, settings: Settings) -> Reason? {
    text(field).flatMap { Reason($0, settings: settings) }
  }
}
