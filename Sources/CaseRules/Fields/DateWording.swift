/// How a day that was read is said back.
struct DateWording {
  let context: ReadingContext

  /// "Fri 03/04/2026, 233 days ago"; a birth is told with the age.
  func words(_ date: CalendarDate, in reader: DateReader, note: String) -> String {
    let parts = [
      date.ukWithWeekday, relative(date, birth: reader.birth), holiday(date, reader), note,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func holiday(_ date: CalendarDate, _ reader: DateReader) -> String {
    guard reader.direction == .future, let name = context.calendar.holidayName(on: date) else {
      return ""
    }
    return "bank holiday: " + name
  }

  /// "today", "yesterday", "in 3 days", "4 years ago"; "aged 41" for a birth.
  func relative(_ date: CalendarDate, birth: Bool = false) -> String {
    let days = date.days(since: context.today)
    if birth, days <= 0 { return "aged \(Periods.age(bornOn: date, on: context.today))" }
    switch days {
    case 0: return "today"
    case 1: return "tomorrow"
    case -1: return "yesterday"
    case 2...366: return "in \(days) days"
    case -366 ... -2: return "\(-days) days ago"
    case 367...: return "in " + Digits.counted(years(from: context.today, to: date), "year")
    default: return Digits.counted(years(from: date, to: context.today), "year") + " ago"
    }
  }

  private func years(from start: CalendarDate, to end: CalendarDate) -> Int {
    Periods.age(bornOn: start, on: end)
  }
}
