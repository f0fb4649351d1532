extension CodeListID {
  /// The custody suites, as a list to pick from by code or name.
  package static let suites = CodeListID(rawValue: "suites")
}

/// A new line of the board, typed in seconds; or the correction of one.
package enum ArrivalForm {
  package static let id: FormID = "arrival"
  package static let suite: FieldCode = "suite"
  package static let cell: FieldCode = "cell"
  package static let arrived: FieldCode = "arrived"
  package static let offence: FieldCode = "offence"
  package static let trigger: FieldCode = "trigger"
  package static let ppo: FieldCode = "ppo"
  package static let drr: FieldCode = "drr"

  package static let definition = FormDefinition(
    id, title: "Arrival in custody",
    purpose: "Puts a detainee on the custody board, or corrects suite, cell, time and flags",
    about: [.custodyEntry], standsAlone: true, function: .custodyBoardAndDIR,
    keptIn: .custodyEntry, requiredBy: "CUS-001", action: .behind(.custody, "e"),
    sections: [
      FormSection(
        "Arrival",
        [
          FormField(suite, "Suite", .code(.suites)).required().carried().askingRecords()
            .help("The custody suite, by its code or name"),
          FormField(cell, "Cell", .text(max: 8)).required().askingRecords()
            .help("The mark on the door, such as M12. No names and no notes (CUS-011)"),
          FormField(arrived, "Arrived", .dateTime(direction: .past)).required()
            .help("When the detainee came in. A time alone means today"),
          FormField(offence, "Offence", .code(.offences))
            .help(
              "By code or words: shoplifting, T01. It decides the trigger flag; the offence itself "
                + "is not kept until permission is given (CUS-011)"),
          FormField(trigger, "Trigger offence", .yesNo(notKnown: false, refused: false))
            .required { !$0.isAnswered(offence) }
            .applying { !$0.isAnswered(offence) }
            .help("Needed only when no offence is chosen; an offence decides it by itself"),
          FormField(ppo, "PPO", .yesNo(notKnown: true, refused: false))
            .help("A prolific and other priority offender, if known"),
          FormField(drr, "On a DRR", .yesNo(notKnown: true, refused: false))
            .help("Subject to a drug rehabilitation requirement, if known"),
        ])
    ],
    rules: [
      FormRule { reading, facts, context in
        FactRules.notInFuture(reading.moment(arrived), field: arrived, now: context.now)
          + beforeWhatFollowed(reading.moment(arrived), facts.custody?.entry)
      },
      cellIsAMark, DoubleEntryRules.cellIsFree, triggerIsShown, FactRules.recordsStand,
    ]
  ).headed { _, reading, facts, context in
    guard var entry = facts.custody?.entry, let suite = reading.code(suite),
      let cell = reading.text(cell), let arrived = reading.moment(arrived)
    else { return nil }
    entry.suite.name = context.codes.words(of: suite, in: .suites)
    entry.cell = cell
    entry.arrived = arrived
    return entry.heading
  }

  /// CUS-011: a cell takes no notes.
  private static let cellIsAMark = FormRule { reading, _, _ in
    guard let mark = reading.text(cell), !PermissionRules.isCellMark(mark) else { return [] }
    return [
      Finding(
        "CUS-011", .blocks, field: cell.text,
        "Only the mark of the cell, such as M12. Nothing else may be kept before permission")
    ]
  }

  /// COD-001, CUS-005, CUS-011: says at once what the offence means, and that the flag alone stays.
  private static let triggerIsShown = FormRule { reading, facts, context in
    guard let code = reading.code(offence) else { return [] }
    let words = context.codes.words(of: code, in: .offences)
    let kept =
      facts.custody?.entry?.details == nil
      ? "The offence itself (\(words)) is not kept until permission is given (CUS-011)" : words
    return isTrigger(reading, in: context)
      ? [Finding("CUS-005", .shows, field: offence.text, "Trigger offence: see first. \(kept)")]
      : [Finding("COD-001", .shows, field: offence.text, "Not a trigger offence. \(kept)")]
  }

  /// COD-001: from the offence on the day of the arrival; as told while no offence is chosen.
  package static func isTrigger(_ reading: FormReading, in context: RuleContext) -> Bool {
    guard let code = reading.code(offence) else { return reading.isYes(trigger) }
    let day = reading.moment(arrived)?.date ?? context.today
    return context.codes[.offences]?[code]?.isTrigger(on: day) ?? false
  }

  /// GEN-007: a corrected arrival cannot move behind what has been recorded since.
  private static func beforeWhatFollowed(_ at: Moment?, _ entry: CustodyEntry?) -> [Finding] {
    guard let at, let first = entry?.firstFact, at > first else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: arrived.text,
        "Something is recorded for \(first.ukWithWeekday), before this arrival")
    ]
  }
}
