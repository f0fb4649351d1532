/// What every recorded fact has to keep to.
package enum FactRules {
  /// GEN-007: something that has happened cannot lie in the future.
  package static func notInFuture(_ answer: Answer?, field: String?, now: Moment) -> Finding? {
    let isFuture: Bool =
      switch answer {
      case .dateTime(let moment): moment > now
      case .date(let date): date > now.date
      case .partialDate(let date): date.earliest > now.date
      case nil, .text, .time, .minutes, .money, .number, .decimal, .yesNo, .code, .codes, .link:
        false
      }
    guard isFuture, let answer else { return nil }
    return Finding(
      "GEN-007", .blocks, field: field,
      "\(answer.raw) has not come yet. Type when it happened, or leave it empty")
  }

  /// GEN-007: an end cannot come before its start.
  package static func endsAfterStart(
    _ start: Moment?, _ end: Moment?, field: String?, words: String = "The end"
  ) -> Finding? {
    guard let start, let end, end < start else { return nil }
    return Finding(
      "GEN-007", .blocks, field: field,
      "\(words) (\(end.uk)) is before the start (\(start.uk)). Check both")
  }

  /// GEN-007: a last day cannot come before the first.
  package static func endsAfterStart(
    _ start: CalendarDate?, _ end: CalendarDate?, field: String?, words: String = "The end"
  ) -> Finding? {
    guard let start, let end, end < start else { return nil }
    return Finding(
      "GEN-007", .blocks, field: field,
      "\(words) (\(end.uk)) is before the start (\(start.uk)). Check both")
  }
}
