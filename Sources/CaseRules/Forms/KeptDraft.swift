/// A form that somebody has begun, as it is kept until it is saved or discarded: for its author only.
package struct KeptDraft: Equatable, Sendable {
  package var form: FormID
  package var about: RecordRef?
  /// What has been typed so far.
  package var draft: FormDraft
  /// The answers as the record had them when the form was opened; needed to tell whose change is
  /// whose when the record has moved on meanwhile.
  package var base: FormDraft
  /// The version of the record that was opened; nil for a new record.
  package var revision: Int?
  /// Reasons typed so far for warnings, by rule ID (GEN-002).
  package var reasons: [String: String]
  /// Where the typing stopped; the caret returns there.
  package var lastPlace: FieldPlace?

  package init(
    form: FormID, about: RecordRef?, draft: FormDraft, base: FormDraft = FormDraft(),
    revision: Int? = nil, reasons: [String: String] = [:], lastPlace: FieldPlace? = nil
  ) {
    self.form = form
    self.about = about
    self.draft = draft
    self.base = base
    self.revision = revision
    self.reasons = reasons
    self.lastPlace = lastPlace
  }
}
