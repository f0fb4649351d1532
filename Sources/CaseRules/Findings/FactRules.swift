/// GEN-007: what has happened has happened by now, and in its order.
package enum FactRules {
  /// Blocks when the time lies in the future.
  package static func notInFuture(
    _ at: Moment?, field: FieldCode, now: Moment
  ) -> [Finding] {
    guard let at, at > now else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: field.text,
        "\(at.ukWithWeekday) has not come yet. Give the time at which it happened")
    ]
  }

  /// Blocks when the time lies before what it follows: "the arrival".
  package static func notBefore(
    _ earlier: Moment?, _ what: String, _ at: Moment?, field: FieldCode
  ) -> [Finding] {
    guard let earlier, let at, at < earlier else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: field.text,
        "\(at.ukWithWeekday) is before \(what) (\(earlier.ukWithWeekday))")
    ]
  }

  /// Blocks a day that has not come, where only the day is known.
  package static func notInFuture(
    _ day: CalendarDate?, field: FieldCode, today: CalendarDate
  ) -> [Finding] {
    guard let day, day > today else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: field.text,
        "\(day.ukWithWeekday) has not come yet. Give the day on which it happened")
    ]
  }

  /// Blocks a day before the one it follows: "the opening".
  package static func notBefore(
    _ earlier: CalendarDate?, _ what: String, _ day: CalendarDate?, field: FieldCode
  ) -> [Finding] {
    guard let earlier, let day, day < earlier else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: field.text,
        "\(day.ukWithWeekday) is before \(what) (\(earlier.ukWithWeekday))")
    ]
  }
}
