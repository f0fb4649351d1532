/// What can become of an appointment.
package enum AppointmentEvent: Hashable, Sendable {
  case came
  /// Came so many minutes late.
  case cameLate(minutes: Int)
  case didNotCome
  /// Cancelled by the client or by the service.
  case cancelled
  /// A new date was agreed.
  case rebooked
  /// GEN-004: booked, or closed, by mistake.
  case struck
}

/// The states of an appointment and the events between them; guards are asked elsewhere.
package enum AppointmentMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  package static func next(
    _ state: AppointmentState, _ event: AppointmentEvent
  )
    -> AppointmentState?
  {
    switch (event, state) {
    case (.came, .booked): .attended
    case (.cameLate, .booked): .attendedLate
    case (.didNotCome, .booked): .missed
    case (.cancelled, .booked): .cancelled
    case (.rebooked, .missed), (.rebooked, .cancelled): .rebooked
    case (.struck, .struck): nil
    case (.struck, _): .struck
    case (.came, _), (.cameLate, _), (.didNotCome, _), (.cancelled, _), (.rebooked, _): nil
    }
  }
}

extension AppointmentState {
  package var title: String {
    switch self {
    case .booked: "Booked"
    case .attended: "Attended"
    case .attendedLate: "Attended late"
    case .missed: "Missed"
    case .cancelled: "Cancelled"
    case .rebooked: "Rebooked"
    case .struck: "Struck through"
    }
  }
}
