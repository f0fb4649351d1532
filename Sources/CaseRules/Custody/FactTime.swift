/// GEN-007: what has happened has happened by now, and in its order.
package enum FactTime {
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

  /// The two checks every fact of a detention has: not in the future, not before the arrival.
  package static func rule(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, context in
      let at = reading.moment(field)
      let arrived = facts.custody?.entry?.arrived
      return notInFuture(at, field: field, now: context.now)
        + notBefore(arrived, "the arrival", at, field: field)
    }
  }
}
