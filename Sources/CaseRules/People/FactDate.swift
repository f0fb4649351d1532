/// GEN-007 for facts of which only the day is known.
package enum FactDate {
  /// Blocks a day that has not come.
  package static func notInFuture(
    _ day: CalendarDate?, field: FieldCode, today: CalendarDate
  )
    -> [Finding]
  {
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
