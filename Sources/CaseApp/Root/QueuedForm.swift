import CaseRules

/// A form to be opened for the next of several ticked rows.
struct QueuedForm: Equatable, Sendable {
  let form: FormID
  let about: RecordRef
  /// What the key that began the first of them has said already.
  let answers: FormDraft
}
