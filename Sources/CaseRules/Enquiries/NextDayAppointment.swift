/// CUS-015: the appointment owed to somebody who was arrested outside staffed hours and rang.
package enum NextDayAppointment {
  /// The day it is owed for; nil for a call in staffed hours, which owes none.
  ///
  /// From the end of hours to midnight it is the next calendar day, from midnight to the start of
  /// hours the same date. On a day without staff the opening time still divides the day.
  package static func due(
    after call: Moment, hours: StaffedHours, in calendar: WorkingCalendar
  ) -> CalendarDate? {
    if hours.isStaffed(at: call, in: calendar) { return nil }
    let local = call.local
    return local.time < hours.opens ? local.date : local.date.adding(days: 1)
  }

  /// A working day to begin with for a caller who is owed nothing: after a night call the day owed
  /// would be, or the first working day after it; nil in staffed hours.
  package static func suggested(
    after call: Moment, hours: StaffedHours, in calendar: WorkingCalendar
  ) -> CalendarDate? {
    guard let day = due(after: call, hours: hours, in: calendar) else { return nil }
    return calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(after: day)
  }

  /// Whether a booking for this day is what was owed: the day itself or, when nobody works on it,
  /// the next working day.
  package static func isAccepted(
    _ day: CalendarDate, due: CalendarDate, in calendar: WorkingCalendar
  ) -> Bool {
    day == due || !calendar.isWorkingDay(due) && day == calendar.nextWorkingDay(after: due)
  }

  /// What is to be said about a booking for another day; nil when it is for the day owed.
  package static func finding(
    bookedFor day: CalendarDate, due: CalendarDate, in calendar: WorkingCalendar
  ) -> Finding? {
    if day == due { return nil }
    let owed = "The appointment is owed for \(due.ukWithWeekday)"
    if isAccepted(day, due: due, in: calendar) {
      return Finding(
        "CUS-015", .warns,
        "\(owed), which is not a working day. "
          + "\(day.ukWithWeekday), the next working day, is accepted with a reason")
    }
    return Finding("CUS-015", .warns, "\(owed), not for \(day.ukWithWeekday). Say why")
  }

  /// What is to be said when no appointment is offered at all.
  package static func notOffered(due: CalendarDate?) -> Finding {
    let day = due.map { " for \($0.ukWithWeekday)" } ?? ""
    return Finding("CUS-015", .warns, "An appointment\(day) is owed. Say why none is offered")
  }
}
