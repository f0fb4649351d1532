/// Somebody who is in custody now, as another entry of the board has them.
package struct OtherDetention: Equatable, Sendable {
  package var ref: RecordRef
  /// CUS-010: only with permission.
  package var name: String?
  package var suite: String
  package var cell: String
  package var arrived: Moment

  package init(
    ref: RecordRef, name: String? = nil, suite: String, cell: String, arrived: Moment
  ) {
    self.ref = ref
    self.name = name
    self.suite = suite
    self.cell = cell
    self.arrived = arrived
  }

  /// "SMITH John (C-0012)", "C-0012" without permission.
  package var who: String { name.map { "\($0) (\(ref.text))" } ?? ref.text }

  /// "since 09:30"; with the day where it was not today.
  package func since(on today: CalendarDate) -> String {
    "since " + (arrived.date == today ? arrived.time.text : arrived.ukWithWeekday)
  }
}

/// The board has one entry for each detention: what speaks against another one.
enum DoubleEntryRules {
  /// CUS-001: the same arrival typed twice is one offer too many that is never made.
  ///
  /// A cell that was shared already is not asked about at every correction.
  static let cellIsFree = FormRule { reading, facts, context in
    let custody = facts.custody
    let before = custody?.entry
    let isAsBefore =
      before.map { $0.cell == reading.text(ArrivalForm.cell) ?? "" } == true
      && before?.suite.code == reading.code(ArrivalForm.suite)
    guard let first = custody?.inCell.first, before?.departure == nil, !isAsBefore else {
      return []
    }
    let others = (custody?.inCell.count ?? 0) - 1
    let more = others > 0 ? " and \(Digits.counted(others, "other"))" : ""
    return [
      Finding(
        "CUS-001", .warns, field: ArrivalForm.cell.text,
        "\(first.who)\(more) is in cell \(first.cell) \(first.since(on: context.today)). Go on with "
          + "that entry, or say why this is somebody else")
    ]
  }

  /// CUS-001: nobody is in two cells; one of the entries is a double, or its departure is missing.
  static let inOneCell = FormRule { reading, facts, context in
    guard let other = facts.custody?.sameElsewhere.first,
      reading.link(CustodyDetailsForm.person) != facts.custody?.entry?.details?.person
    else { return [] }
    return [
      Finding(
        "CUS-001", .warns, field: CustodyDetailsForm.person.text,
        "In custody already: \(other.ref.text), \(other.suite) \(other.cell), "
          + "\(other.since(on: context.today)). Go on with that entry, or say why there are two")
    ]
  }
}
