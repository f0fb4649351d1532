/// GEN-006: how long a password serves.
package enum PasswordAge {
  /// Why a new one has to be chosen before anything else; nil when the old one still serves.
  package enum Demand: Equatable, Sendable {
    /// It was handed out, and another person has read it.
    case firstUse
    /// GEN-006: it is older than `password_max_days`.
    case tooOld(days: Int)

    package var words: String {
      switch self {
      case .firstUse: "This password was given to you. Choose one that only you know"
      case .tooOld(let days):
        "GEN-006: your password is \(Digits.counted(days, "day")) old. Choose a new one"
      }
    }
  }

  /// 0 in the setting: it serves for ever.
  package static func demand(
    setOn day: CalendarDate, isFirst: Bool, today: CalendarDate, _ settings: Settings
  ) -> Demand? {
    if isFirst { return .firstUse }
    let days = today.days(since: day)
    return settings.passwordMaxDays > 0 && days > settings.passwordMaxDays
      ? .tooOld(days: days) : nil
  }

  /// From so many days before, the worker is told.
  private static let notice = 7

  /// "GEN-006: change your password within 3 days"; nil while there is time.
  package static func reminder(
    setOn day: CalendarDate, today: CalendarDate, _ settings: Settings
  ) -> String? {
    guard settings.passwordMaxDays > 0 else { return nil }
    let left = settings.passwordMaxDays - today.days(since: day)
    guard (0...notice).contains(left) else { return nil }
    return left == 0
      ? "GEN-006: today is the last day of your password. Change it"
      : "GEN-006: your password serves \(Digits.counted(left, "more day"))"
  }
}
