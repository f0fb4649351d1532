/// TIME-002, TIME-003: counts working days around weekends and bank holidays.
package struct WorkingCalendar: Sendable {
  /// The holidays, oldest first.
  package let holidays: [BankHoliday]

  /// The calendar that ships: England and Wales, 1998 to 2040.
  package static let englandAndWales = WorkingCalendar(holidays: BankHolidays.englandAndWales())

  package init(holidays: [BankHoliday]) {
    self.holidays = holidays.sorted { $0.date < $1.date }
  }

  /// TIME-002: Monday to Friday and not in the bank-holiday table.
  package func isWorkingDay(_ date: CalendarDate) -> Bool {
    !date.weekday.isWeekend && holidayName(on: date) == nil
  }

  /// The name of the bank holiday on that day.
  package func holidayName(on date: CalendarDate) -> String? {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low < holidays.count && holidays[low].date == date ? holidays[low].name : nil
  }

  /// TIME-003: the Nth working day after the date, which itself is day 0; backwards when negative.
  package func adding(workingDays count: Int, to date: CalendarDate) -> CalendarDate {
    let step = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = date
    while left > 0, day > .earliest, day < .latest {
      day = day.adding(days: step)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// TIME-009: the first working day after the date.
  package func nextWorkingDay(after date: CalendarDate) -> CalendarDate {
    adding(workingDays: 1, to: date)
  }

  /// The last working day before the date.
  package func previousWorkingDay(before date: CalendarDate) -> CalendarDate {
    adding(workingDays: -1, to: date)
  }

  /// Working days after the first date up to and with the second; 0 when the second is not later.
  package func workingDays(from start: CalendarDate, to end: CalendarDate) -> Int {
    guard end > start else { return 0 }
    let span = end.days(since: start)
    return (1...span).count { isWorkingDay(start.adding(days: $0)) }
  }

  /// The days after the first date, up to and with the second, that were not counted, and why.
  package func skipped(from start: CalendarDate, to end: CalendarDate) -> SkippedDays {
    var skipped = SkippedDays()
    var day = start.adding(days: 1)
    while day <= end {
      if day.weekday.isWeekend {
        skipped.weekendDays.append(day)
      } else if let name = holidayName(on: day) {
        skipped.holidays.append(BankHoliday(date: day, name: name))
      }
      if day == .latest { break }
      day = day.adding(days: 1)
    }
    return skipped
  }
}

extension WorkingCalendar: Equatable {
  package static func == (one: WorkingCalendar, other: WorkingCalendar) -> Bool {
    one.holidays == other.holidays
  }
}
