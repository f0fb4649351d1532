/// How an answer is recorded that needs more than its field takes.
package struct FieldRecorder: Sendable {
  package let form: FormID
  /// What the form is filled in about; nil while the records do not know it.
  package let about: @Sendable (FormFacts) -> RecordRef?
  /// What it says already as it opens.
  package let saying: FormDraft
  /// The answer that the records give once it was saved.
  package let answer: @Sendable (FormFacts) -> Answer?

  package init(
    _ form: FormID, about: @escaping @Sendable (FormFacts) -> RecordRef?,
    saying: FormDraft, answer: @escaping @Sendable (FormFacts) -> Answer?
  ) {
    self.form = form
    self.about = about
    self.saying = saying
    self.answer = answer
  }
}
