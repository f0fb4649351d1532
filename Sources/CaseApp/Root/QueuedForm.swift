import CaseRules

/// A form to be opened for the next of several ticked rows.
struct QueuedForm: Equatable, Sendable {
  let form: FormID
  let about: RecordRef
}
