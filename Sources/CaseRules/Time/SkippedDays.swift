/// The weekends and bank holidays that a count of working days passed over.
package struct SkippedDays: Equatable, Sendable {
  package var holidays: [BankHoliday] = []
  package var weekendDays: [CalendarDate] = []

  package var isEmpty: Bool { holidays.isEmpty && weekendDays.isEmpty }

  /// "25 and 26 Dec (bank holidays) and the weekend of 22 and 23 Dec"; empty when none was passed.
  package var words: String {
    [holidayWords, weekendWords].filter { !$0.isEmpty }.joined(separator: " and ")
  }

  private var holidayWords: String {
    if holidays.isEmpty { return "" }
    if holidays.count > 4 { return "\(holidays.count) bank holidays" }
    let days = SkippedDays.list(holidays.map(\.date))
    return days + (holidays.count == 1 ? " (bank holiday)" : " (bank holidays)")
  }

  private var weekendWords: String {
    let weekends = SkippedDays.groupedByWeek(weekendDays)
    switch weekends.count {
    case 0: return ""
    case 1: return "the weekend of " + SkippedDays.list(weekends[0])
    case 2...3:
      let days = weekends.map { SkippedDays.list($0) }
      return "the weekends of " + SkippedDays.joined(days, last: ", and ")
    default: return "\(weekends.count) weekends"
    }
  }

  private static func groupedByWeek(_ days: [CalendarDate]) -> [[CalendarDate]] {
    var weeks: [[CalendarDate]] = []
    for day in days {
      if let last = weeks.last?.last, last.monday == day.monday {
        weeks[weeks.count - 1].append(day)
      } else {
        weeks.append([day])
      }
    }
    return weeks
  }

  /// "25 and 26 Dec and 1 Jan": the month is said once for neighbouring days.
  private static func list(_ days: [CalendarDate]) -> String {
    var months: [(month: Int, days: [String])] = []
    for day in days {
      if months.last?.month == day.month {
        months[months.count - 1].days.append(String(day.day))
      } else {
        months.append((day.month, [String(day.day)]))
      }
    }
    let parts = months.map { joined($0.days, last: " and ") + " " + MonthName.short($0.month) }
    return joined(parts, last: " and ")
  }

  private static func joined(_ parts: [String], last: String) -> String {
    guard let end = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + last + end
  }
}
