/// What is known about somebody's age.
package enum Birth: Hashable, Sendable {
  case on(CalendarDate)
  /// An estimate, and the day it was made; it grows older with the days.
  case estimated(age: Int, noted: CalendarDate)

  /// TIME-014: completed years on that day.
  package func age(on day: CalendarDate) -> Int {
    switch self {
    case .on(let born): Periods.age(bornOn: born, on: day)
    case .estimated(let age, let noted):
      age.clamped(to: 0...200) + max(0, Periods.age(bornOn: noted, on: day))
    }
  }

  package var date: CalendarDate? {
    switch self {
    case .on(let born): born
    case .estimated: nil
    }
  }

  /// "born 03/04/1985 (41)" or "about 35 (estimated)".
  package func words(on day: CalendarDate) -> String {
    switch self {
    case .on: "born \(answer(on: day))"
    case .estimated: answer(on: day)
    }
  }

  /// The same as the answer to "Born": "03/04/1985 (41)".
  package func answer(on day: CalendarDate) -> String {
    switch self {
    case .on(let born): "\(born.uk) (\(age(on: day)))"
    case .estimated: "about \(age(on: day)) (estimated)"
    }
  }
}
