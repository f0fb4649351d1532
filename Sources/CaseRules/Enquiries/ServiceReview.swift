/// PPL-055: what a month of the helpline came to; counts only, and nobody's name.
package struct ServiceReview: Equatable, Sendable {
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case calls, hour, purpose, outcome
    case nextDay = "next_day"

    package var words: String {
      switch self {
      case .calls: "Calls"
      case .hour: "By the hour they began"
      case .purpose: "By purpose (a call may have several)"
      case .outcome: "By outcome"
      case .nextDay: "Next-day appointments"
      }
    }
  }

  package struct Line: Hashable, Sendable {
    package let part: Part
    package let label: String
    package let count: Int

    package init(_ part: Part, _ label: String, _ count: Int) {
      self.part = part
      self.label = label
      self.count = count
    }
  }

  /// One call, as far as the review needs it.
  package struct Call: Equatable, Sendable {
    package var started: Moment
    package var purposes: [HelplineCall.Purpose]
    package var outcome: CallOutcome
    package var fromCustody: Bool
    /// CUS-015: an appointment was owed.
    package var isOwed: Bool
    package var isBooked: Bool
    /// nil while nobody knows: not yet, or agreed without a name.
    package var wasKept: Bool?

    package init(
      started: Moment, purposes: [HelplineCall.Purpose] = [], outcome: CallOutcome,
      fromCustody: Bool = false, isOwed: Bool = false, isBooked: Bool = false,
      wasKept: Bool? = nil
    ) {
      self.started = started
      self.purposes = purposes
      self.outcome = outcome
      self.fromCustody = fromCustody
      self.isOwed = isOwed
      self.isBooked = isBooked
      self.wasKept = wasKept
    }
  }

  /// The first day of the month.
  package let month: CalendarDate
  package let lines: [Line]

  /// Hours without a call are left out; every purpose and outcome has a figure, if only 0.
  package init(
    of month: CalendarDate, calls: [Call], hours: StaffedHours, in calendar: WorkingCalendar
  ) {
    self.month = month
    let answered = calls.filter { $0.outcome != .unanswered }
    let outside = calls.filter { !hours.isStaffed(at: $0.started, in: calendar) }
    var lines = [
      Line(.calls, "All", calls.count), Line(.calls, "Answered", answered.count),
      Line(.calls, "Unanswered", calls.count - answered.count),
      Line(.calls, "Out of hours", outside.count),
      Line(.calls, "From custody", calls.count { $0.fromCustody }),
    ]
    let byHour = Dictionary(grouping: calls) { $0.started.time.hour }
    lines += byHour.keys.sorted().map { hour in
      Line(
        .hour, "\(Digits.padded(hour, 2)):00 to \(Digits.padded(hour, 2)):59",
        byHour[hour]?.count ?? 0)
    }
    lines += HelplineCall.Purpose.allCases.map { purpose in
      Line(.purpose, purpose.words, answered.count { $0.purposes.contains(purpose) })
    }
    lines += CallOutcome.allCases.map { outcome in
      Line(.outcome, outcome.words, calls.count { $0.outcome == outcome })
    }
    let owed = calls.filter(\.isOwed)
    let booked = calls.filter { $0.isBooked }
    lines += [
      Line(.nextDay, "Owed (CUS-015)", owed.count),
      Line(.nextDay, "Owed and booked", owed.count { $0.isBooked }),
      Line(.nextDay, "Booked after a call", booked.count),
      Line(.nextDay, "Kept", booked.count { $0.wasKept == true }),
      Line(.nextDay, "Not kept", booked.count { $0.wasKept == false }),
      Line(.nextDay, "Not known yet", booked.count { $0.wasKept == nil }),
    ]
    self.lines = lines
  }
}
