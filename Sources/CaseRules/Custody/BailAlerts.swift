/// CUS-012: the days on which workers are told of a trigger detainee bailed to return.
package enum BailAlerts {
  /// At departure, on the working day before the return, and on the return date.
  ///
  /// Each day once and in order; a working day before the departure is left out.
  package static func days(
    departed: Moment, returns: Moment, in calendar: WorkingCalendar
  ) -> [CalendarDate] {
    let (left, back) = (departed.date, returns.date)
    let eve = calendar.previousWorkingDay(before: back)
    return Set([left, back] + (eve > left ? [eve] : [])).sorted()
  }

  /// The alert days of an entry; none unless it is a trigger detainee bailed to return.
  package static func days(
    for entry: CustodyEntry, in calendar: WorkingCalendar
  )
    -> [CalendarDate]
  {
    guard entry.isTrigger, let departure = entry.departure, let back = departure.bailReturn else {
      return []
    }
    return days(departed: departure.at, returns: back.at, in: calendar)
  }
}
