/// Whether a worker was at court for somebody on the morning list (CUS-013).
package enum CourtAttendanceForm {
  package static let id: FormID = "court-attendance"
  package static let attended: FieldCode = "attended"

  package static let definition = FormDefinition(
    id, title: "Court attendance",
    purpose: "Records whether a worker was at court for a detainee not seen in custody",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-013",
    action: .behind(.custody, "c"),
    sections: [
      FormSection(
        "At court",
        [
          FormField(attended, "Worker attended", .yesNo(notKnown: false, refused: false))
            .required().help("A worker was at court when the case was listed")
        ])
    ],
    rules: [hearingIsSet, hearingHasCome, missed])

  private static let hearingIsSet = FormRule { _, facts, _ in
    guard let entry = facts.custody?.entry, entry.departure?.hearing == nil else { return [] }
    return [
      Finding("CUS-013", .blocks, "No court date is recorded. Record the departure with it first")
    ]
  }

  /// GEN-007: nobody has attended or missed a hearing that is still to come.
  private static let hearingHasCome = FormRule { _, facts, context in
    guard let hearing = facts.custody?.entry?.departure?.hearing,
      hearing.at.date > context.today
    else { return [] }
    return [
      Finding("GEN-007", .blocks, "The hearing is on \(hearing.at.ukWithWeekday), still to come")
    ]
  }

  /// CUS-013: a missed attendance is accepted with a reason.
  private static let missed = FormRule { reading, _, _ in
    guard reading.yesNo(attended) == .no else { return [] }
    return [
      Finding(
        "CUS-013", .warns, field: attended.text,
        "Nobody was at court for this detainee. Say how it came about")
    ]
  }
}
