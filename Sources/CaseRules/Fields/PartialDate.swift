/// A date of which the day, or also the month, is not known.
package struct PartialDate: Hashable, Comparable, Sendable {
  package let year: Int
  /// Nil when only the year is known.
  package let month: Int?

  /// The year, or the month of a year; nil when the calendar has none such.
  package init?(year: Int, month: Int? = nil) {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? true else {
      return nil
    }
    self.year = year
    self.month = month
  }

  /// The first day it may stand for.
  package var earliest: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: 1) ?? .earliest
  }

  /// The last day it may stand for.
  package var latest: CalendarDate {
    let last = month ?? 12
    let day = CalendarDate.daysIn(month: last, year: year)
    return CalendarDate(year: year, month: last, day: day) ?? .latest
  }

  package static func < (one: PartialDate, other: PartialDate) -> Bool {
    (one.earliest, one.latest) < (other.earliest, other.latest)
  }

  /// "04/1985" or "1985": the stored form.
  package var text: String {
    (month.map { Digits.padded($0, 2) + "/" } ?? "") + Digits.padded(year, 4)
  }

  /// "Apr 1985 (day not known)".
  package var words: String {
    guard let month else { return Digits.padded(year, 4) + " (day and month not known)" }
    return MonthName.short(month) + " " + Digits.padded(year, 4) + " (day not known)"
  }
}
