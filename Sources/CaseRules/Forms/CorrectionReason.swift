/// GEN-003: why a record was wrong, as every form asks that puts one right.
package enum CorrectionReason {
  package static let field: FieldCode = "correction-reason"

  /// A reason that was typed must be one that somebody can read later (GEN-002).
  static let rule = ReasonRules.said(field, rule: "GEN-003")

  static func question(_ help: String) -> FormField {
    FormField(field, "Why it was wrong", .text(max: 200)).required().needed(by: "GEN-003")
      .help(help)
  }
}
