extension AppointmentKind: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension Appointment.Canceller: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension ContactMethod: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension ContactResult: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

/// What came of an appointment, as the outcome form asks.
package enum AppointmentOutcome: String, CaseIterable, Hashable, Sendable {
  case came, late, missed, cancelled
}

extension AppointmentOutcome: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .came: "Came"
    case .late: "Came late"
    case .missed: "Did not come"
    case .cancelled: "Cancelled before the start"
    }
  }

  /// The event of the state table; minutes only matter for somebody who came late.
  package func event(minutesLate: Int) -> AppointmentEvent {
    switch self {
    case .came: .came
    case .late: .cameLate(minutes: minutesLate)
    case .missed: .didNotCome
    case .cancelled: .cancelled
    }
  }
}
