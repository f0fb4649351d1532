import CaseRules

/// What a worker records many times a day about the client of a row, each with a key of its own.
package enum DailyAct: CaseIterable, Hashable, Sendable {
  case contact, call, missed, attended

  /// Of a caller who is not on file the outcome is kept with the call.
  func form(about record: RecordRef?) -> FormID {
    switch self {
    case .contact, .call: ContactAttemptForm.id
    case .missed, .attended:
      record?.kind == .helplineCall ? CallerCameForm.id : AppointmentOutcomeForm.id
    }
  }

  /// What the key has said already; both forms ask for it in the same words.
  var answers: FormDraft {
    switch self {
    case .contact: FormDraft()
    case .call: FormDraft(texts: [ContactAttemptForm.method: ContactMethod.phone.code])
    case .missed:
      FormDraft(texts: [AppointmentOutcomeForm.outcome: AppointmentOutcome.missed.code])
    case .attended:
      FormDraft(texts: [AppointmentOutcomeForm.outcome: AppointmentOutcome.came.code])
    }
  }

  /// Whether it is about an appointment that is booked, rather than about the client.
  var isOutcome: Bool {
    switch self {
    case .contact, .call: false
    case .missed, .attended: true
    }
  }

  /// The commands in the order of the hint, with the least words that tell them.
  package static let hints: [(command: Command, words: String)] = [
    (.recordContact, "contact"), (.recordCall, "client call"), (.recordMissed, "did not come"),
    (.recordAttended, "came"),
  ]
}
