/// CUS-006: the trigger-offence detainees come before a sweep of the cells.
package enum SweepRules {
  /// A trigger detainee still in the suite without any approach.
  package struct Waiting: Equatable, Sendable {
    package var ref: RecordRef
    package var cell: String
    package var arrived: Moment

    package init(ref: RecordRef, cell: String, arrived: Moment) {
      self.ref = ref
      self.cell = cell
      self.arrived = arrived
    }
  }

  /// Those who have neither an approach result nor a reason why they could not be seen.
  package static func waiting(_ entries: [CustodyEntry]) -> [Waiting] {
    entries.filter { $0.isTrigger && $0.state.isInCustody && $0.approaches.isEmpty }
      .sorted { $0.order < $1.order }
      .map { Waiting(ref: $0.ref, cell: $0.cell, arrived: $0.arrived) }
  }

  package static func findings(_ waiting: [Waiting]) -> [Finding] {
    if waiting.isEmpty { return [] }
    let cells = waiting.map { "cell \($0.cell) (arrived \($0.arrived.time.text))" }
      .joined(separator: ", ")
    return [
      Finding(
        "CUS-006", .blocks,
        "See the trigger-offence detainees first, or record why they could not be seen: \(cells)")
    ]
  }
}
