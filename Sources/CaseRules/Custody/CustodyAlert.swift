/// Something workers are told of, until one of them has looked (CUS-005, CUS-012).
package struct CustodyAlert: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A trigger detainee has arrived.
    case arrival
    /// A trigger detainee has been bailed to return, or comes back soon.
    case bail
  }

  package var entry: RecordRef
  package var kind: Kind
  /// The day on which workers are told.
  package var day: CalendarDate
  /// Without permission only these: suite, time and entry number (CUS-012).
  package var suite: String
  /// The arrival, or the return.
  package var at: Moment

  package init(
    entry: RecordRef, kind: Kind, day: CalendarDate, suite: String, at: Moment
  ) {
    self.entry = entry
    self.kind = kind
    self.day = day
    self.suite = suite
    self.at = at
  }

  /// "Trigger offence: C-0012, Newport, arrived Fri 05/10/2007 09:00: see first (CUS-005)".
  package var words: String {
    switch kind {
    case .arrival:
      "Trigger offence: \(entry.text), \(suite), arrived \(at.ukWithWeekday): see first (CUS-005)"
    case .bail: "Bail return: \(entry.text), \(suite), back \(at.ukWithWeekday) (CUS-012)"
    }
  }
}
