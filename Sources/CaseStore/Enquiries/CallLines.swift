package import CaseRules
package import SQLite

/// The calls as lists tell them, and as the monthly review counts them.
package enum CallLines {
  /// Calls of some days, the newest first.
  package static func lines(
    from first: CalendarDate, to last: CalendarDate, limit: Int = 1_000, in records: Connection,
    _ context: RuleContext
  ) throws -> [CallLine] {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.query(
      columns + """
         WHERE c.started_at >= ? AND c.started_at <= ?
        ORDER BY c.started_at DESC, c.id DESC LIMIT ?
        """, Moment(local: first, .midnight), Moment(endOf: last), limit, row: line(row:))
  }

  static let columns = """
    SELECT c.id, c.started_at, c.ended_at, c.caller, c.purposes, c.emergency, c.answered,
           c.client_name, c.owed_for, c.booked_for, c.no_offer, c.person, p.family_name,
           p.given_names, w.name, s.name, r.id,
           EXISTS (SELECT 1 FROM call_service AS given WHERE given.call = c.id), c.struck_reason
    FROM helpline_call AS c
    JOIN worker AS w ON w.id = c.taken_by
    LEFT JOIN person AS p ON p.id = c.person
    LEFT JOIN custody_suite AS s ON s.id = c.suite
    LEFT JOIN referral AS r ON r.call = c.id
    """

  private static func line(row: Row) throws -> CallLine {
    let started: Moment = try row.get(1)
    let ended: Moment? = try row.get(2)
    let caller: HelplineCall.Caller = try row.get(3)
    guard let purposes = HelplineCall.Purpose.restored(try row.text(4)) else {
      throw row.unreadable(4)
    }
    let given = try row.text(7)
    let name = try row.get(12, as: String?.self).map {
      PersonName(family: $0, given: try row.text(13)).display
    }
    let booked: Moment? = try row.get(9)
    let waits = booked == nil && row.isNull(10) && row.isNull(18)
    return CallLine(
      ref: RecordRef(.helplineCall, try row.int64(0)), started: started,
      minutes: ended.map { $0.minutes(since: started) },
      who: name ?? (given.isEmpty ? caller.words : given),
      person: try row.get(11, as: PersonID?.self)?.ref, caller: caller, taker: try row.text(14),
      suite: try row.get(15), purposes: purposes,
      outcome: CallOutcome(
        wasAnswered: try row.bool(6), isEmergency: try row.bool(5), isReferred: !row.isNull(16),
        isBooked: booked != nil, hasServices: try row.bool(17)),
      owesAppointment: !row.isNull(8) && waits,
      wantsAppointment: purposes.contains(.appointment) && waits, bookedFor: booked,
      struckBecause: try row.get(18))
  }

  // MARK: The month

  /// PPL-055; needs the right to read figures, no more: there are no names in it.
  package static func review(
    of month: CalendarDate, in records: Connection, _ context: RuleContext
  ) throws -> ServiceReview {
    try context.mustRead(.statistics)
    let first = month.firstOfMonth
    let last = first.adding(months: 1).adding(days: -1)
    let calls = try records.query(
      counted, Moment(local: first, .midnight), Moment(endOf: last), row: call(row:))
    return ServiceReview(
      of: first, calls: calls, hours: context.settings.spocHours, in: context.calendar)
  }

  private static let counted = """
    SELECT c.started_at, c.purposes, c.answered, c.emergency, c.booked_for, c.owed_for,
           c.from_custody, r.id IS NOT NULL,
           EXISTS (SELECT 1 FROM call_service AS given WHERE given.call = c.id), a.state,
           c.outcome
    FROM helpline_call AS c
    LEFT JOIN referral AS r ON r.call = c.id
    LEFT JOIN appointment AS a ON a.id = c.appointment
    WHERE c.started_at >= ? AND c.started_at <= ? AND c.struck_at IS NULL
    """

  private static func call(row: Row) throws -> ServiceReview.Call {
    guard let purposes = HelplineCall.Purpose.restored(try row.text(1)) else {
      throw row.unreadable(1)
    }
    let isBooked = !row.isNull(4)
    let outcome: CallerOutcome? = try row.get(10)
    let state = try row.get(9, as: AppointmentState?.self) ?? outcome?.state
    return ServiceReview.Call(
      started: try row.get(0), purposes: purposes,
      outcome: CallOutcome(
        wasAnswered: try row.bool(2), isEmergency: try row.bool(3), isReferred: try row.bool(7),
        isBooked: isBooked, hasServices: try row.bool(8)),
      fromCustody: try row.bool(6), isOwed: !row.isNull(5), isBooked: isBooked,
      wasKept: state.flatMap(wasKept))
  }

  private static func wasKept(_ state: AppointmentState) -> Bool? {
    switch state {
    case .booked, .struck: nil
    case .attended, .attendedLate: true
    case .missed, .cancelled, .rebooked: false
    }
  }
}
