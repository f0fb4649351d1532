/// INT-033, INT-034: the answer to the letter.
package struct BronzeReply: Equatable, Sendable {
  package var response: BronzeResponse
  package var on: CalendarDate
  /// INT-034: who treats, and the first appointment, where it was accepted.
  package var agency: String
  package var firstAppointment: Moment?
  package var by: String

  package init(
    response: BronzeResponse, on: CalendarDate, agency: String = "",
    firstAppointment: Moment? = nil, by: String = ""
  ) {
    self.response = response
    self.on = on
    self.agency = agency
    self.firstAppointment = firstAppointment
    self.by = by
  }
}

/// INT-033: what the person said to the letter.
package enum BronzeResponse: String, CaseIterable, Hashable, Sendable {
  case accepted, declined, none
}

extension BronzeResponse: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .accepted: "Accepted"
    case .declined: "Declined"
    case .none: "No response: taken as declined"
    }
  }
}
