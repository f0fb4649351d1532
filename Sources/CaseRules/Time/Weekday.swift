/// A day of the week; the week starts on Monday.
package enum Weekday: Int, CaseIterable, Comparable, Hashable, Sendable {
  case monday = 0
  case tuesday, wednesday, thursday, friday, saturday, sunday

  package static func < (one: Weekday, other: Weekday) -> Bool { one.rawValue < other.rawValue }

  /// True on Saturday and Sunday.
  package var isWeekend: Bool { self >= .saturday }

  /// "Monday".
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// "Mon".
  package var short: String { String(name.prefix(3)) }
}
