/// How a date of birth on file fits the one that was typed, the better fit first.
package enum BirthLikeness: Int, CaseIterable, Comparable, Sendable {
  case exact
  case swapped
  case oneDayOut
  case anotherYear
  case anotherMonth
  case anotherDay
  /// Two slips at once: believed only of somebody whose name fits too.
  case swappedInAnotherYear

  package static func < (one: BirthLikeness, other: BirthLikeness) -> Bool {
    one.rawValue < other.rawValue
  }

  /// What a hit by such a date says of itself.
  package func words(_ born: CalendarDate) -> String {
    switch self {
    case .exact: "born \(born.uk)"
    case .swapped: "born \(born.uk) with day and month swapped"
    case .oneDayOut: "born \(born.uk), one day out"
    case .anotherYear: "born \(born.uk), another year"
    case .anotherMonth: "born \(born.uk), another month"
    case .anotherDay: "born \(born.uk), another day"
    case .swappedInAnotherYear: "born \(born.uk), another year, day and month swapped"
    }
  }

  /// How the two fit; nil when they have nothing to do with each other.
  package init?(_ typed: TypedBirth, _ born: CalendarDate) {
    let now = born.parts
    guard typed.isWhole else {
      guard typed.day ?? now.day == now.day, typed.month ?? now.month == now.month,
        typed.year ?? now.year == now.year
      else { return nil }
      self = .exact
      return
    }
    let sameDay = typed.day == now.day
    let sameMonth = typed.month == now.month
    let sameYear = typed.year == now.year
    if sameDay, sameMonth, sameYear {
      self = .exact
    } else if sameYear, typed.day == now.month, typed.month == now.day {
      self = .swapped
    } else if let meant = typed.nearestDay, abs(born.days(since: meant)) <= 1 {
      self = .oneDayOut
    } else if sameDay, sameMonth, typed.isSlip(inYear: now.year) {
      self = .anotherYear
    } else if sameDay, sameYear {
      self = .anotherMonth
    } else if sameMonth, sameYear, typed.isSlip(inDay: now.day) {
      self = .anotherDay
    } else if typed.day == now.month, typed.month == now.day, typed.isSlip(inYear: now.year) {
      self = .swappedInAnotherYear
    } else {
      return nil
    }
  }
}

extension TypedBirth {
  /// The day that was typed, or for one that no calendar has, "31/4/85", the one it comes to.
  var nearestDay: CalendarDate? {
    guard let day, let month, let year else { return nil }
    return CalendarDate(year: year, month: month, day: 1)?.adding(days: day - 1)
  }

  /// A neighbouring year, one wrong digit, two digits swapped, or the other century.
  func isSlip(inYear other: Int) -> Bool {
    guard let year, year != other else { return false }
    return abs(year - other) <= 2
      || EditDistance.slips(Digits.padded(year, 4), Digits.padded(other, 4), most: 1) != nil
      || abs(year - other) == 100
  }

  /// One wrong digit, one left out, or two swapped: 3 for 13, 12 for 21.
  func isSlip(inDay other: Int) -> Bool {
    guard let day, day != other else { return false }
    return abs(day - other) <= 2
      || EditDistance.slips(Digits.padded(day, 2), Digits.padded(other, 2), most: 1) != nil
  }

  /// Every day that fits what was typed with one slip, and how it does; the better fits first.
  ///
  /// Empty unless day, month and year were typed.
  package func candidates(on today: CalendarDate) -> [(date: CalendarDate, how: BirthLikeness)] {
    guard isWhole, let day, let month, let year else { return [] }
    var dates: [CalendarDate?] = [date, CalendarDate(year: year, month: day, day: month)]
    if let nearestDay { dates += (-1...1).map { nearestDay.adding(days: $0) } }
    dates += (year - 101...year + 101).map { CalendarDate(year: $0, month: month, day: day) }
    dates += (1...12).map { CalendarDate(year: year, month: $0, day: day) }
    dates += (1...31).map { CalendarDate(year: year, month: month, day: $0) }
    var seen: Set<CalendarDate> = []
    return dates.compactMap(\.self).filter { $0 <= today && seen.insert($0).inserted }
      .compactMap { date in BirthLikeness(self, date).map { (date, $0) } }
      .sorted { ($0.how, $0.date) < ($1.how, $1.date) }
  }

  /// The first and last day that part of a date stands for; nil for a day without its year.
  package var range: ClosedRange<CalendarDate>? {
    guard let year else { return nil }
    guard let month else {
      return CalendarDate(year: year, month: 1, day: 1).flatMap { first in
        CalendarDate(year: year, month: 12, day: 31).map { first...$0 }
      }
    }
    return CalendarDate(year: year, month: month, day: 1).map {
      $0...$0.adding(months: 1).adding(days: -1)
    }
  }

  /// The same day and month in every year in which somebody alive can be born, the likeliest first.
  package func birthdays(on today: CalendarDate) -> [CalendarDate] {
    guard year == nil, let day, let month else { return [] }
    let likely = today.year - 32
    return (today.year - 110...today.year)
      .sorted { abs($0 - likely) < abs($1 - likely) }
      .compactMap { CalendarDate(year: $0, month: month, day: day) }.filter { $0 <= today }
  }
}
