/// Whether a caller came who is not on file; the appointments of everybody else are in the diary.
package enum CallerCameForm {
  package static let id: FormID = "caller-came"
  package static let outcome: FieldCode = "outcome"
  package static let cancelledAt: FieldCode = "cancelled-at"

  package static let definition = FormDefinition(
    id, title: "Outcome of a caller's appointment",
    purpose: "Records whether a caller who is not on file came to the appointment",
    about: [.helplineCall], function: .custodyBoardAndDIR, keptIn: .helplineCall,
    requiredBy: "PPL-055", action: .behind(.enquiries, "o"),
    sections: [
      FormSection(
        "Outcome",
        [
          FormField(
            outcome, "Outcome",
            .choice(CallerOutcome.list("caller-outcome", title: "Outcome", rule: "PPL-055"))
          ).required().help("It stays with them when they go on file later"),
          FormField(cancelledAt, "Cancelled at", .dateTime(direction: .past))
            .required { isCancelled($0) }.applying { isCancelled($0) },
        ])
    ],
    rules: [waits, notBefore, cancellation]
  ).closedWhenSaved()

  private static func isCancelled(_ reading: FormReading) -> Bool {
    reading.choice(outcome, as: CallerOutcome.self) == .cancelled
  }

  private static let waits = FormRule { _, facts, _ in
    facts.enquiry?.call.flatMap(refusal).map { [$0] } ?? []
  }

  /// GEN-007: nobody comes, or stays away, before it begins.
  private static let notBefore = FormRule { reading, facts, context in
    guard let starts = facts.enquiry?.call?.call.bookedFor,
      let outcome: CallerOutcome = reading.choice(outcome)
    else { return [] }
    return OutcomeRules.tooEarly(outcome.event, starting: starts, now: context.now)
  }

  /// GEN-007: as in the diary, it is cancelled before it begins; whoever rang later did not come.
  private static let cancellation = FormRule { reading, facts, context in
    guard isCancelled(reading), let starts = facts.enquiry?.call?.call.bookedFor
    else { return [] }
    let at = reading.moment(cancelledAt)
    return FactRules.notInFuture(at, field: cancelledAt, now: context.now)
      + (OutcomeRules.cancellation(at: at, starting: starts).map { [$0] } ?? [])
  }

  /// Why no outcome can be recorded here; nil while it is waited for.
  package static func refusal(_ file: CallFile) -> Finding? {
    if let why = CallRules.stands(struckBecause: file.call.struckBecause).first { return why }
    guard file.call.bookedFor != nil else {
      return Finding("PPL-055", .blocks, "No appointment is booked after this call")
    }
    if let appointment = file.appointment {
      return Finding(
        "PPL-022", .blocks,
        "It is in the diary under the client's name: record the outcome of \(appointment.text)")
    }
    return file.call.outcome.map {
      Finding("PPL-055", .blocks, "The outcome is recorded: \($0.words.lowercasedFirst)")
    }
  }
}

/// What came of the appointment of a caller who is not on file.
package enum CallerOutcome: String, CaseIterable, Hashable, Sendable, FormChoice {
  case came, missed, cancelled

  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .came: "Came"
    case .missed: "Did not come"
    case .cancelled: "Cancelled before the start"
    }
  }

  /// The same as the diary says it, once they are on file.
  package var event: AppointmentEvent {
    switch self {
    case .came: .came
    case .missed: .didNotCome
    case .cancelled: .cancelled
    }
  }

  package var state: AppointmentState {
    switch self {
    case .came: .attended
    case .missed: .missed
    case .cancelled: .cancelled
    }
  }
}
