/// The detainee's answer to whether details may be taken down (CUS-010).
package enum PermissionForm {
  package static let id: FormID = "permission"
  package static let given: FieldCode = "given"
  package static let at: FieldCode = "at"

  package static let definition = FormDefinition(
    id, title: "Permission to keep details",
    purpose: "Records whether the detainee agrees that details from the custody record are kept",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-010",
    action: .behind(.custody, "p"),
    sections: [
      FormSection(
        "Permission",
        [
          FormField(given, "Permission given", .yesNo(notKnown: false, refused: false)).required()
            .help("Name, custody number, offence, risk and notes may be kept only with a yes"),
          FormField(at, "Time", .dateTime(direction: .past)).required()
            .help("When the detainee answered; details count from then on"),
        ])
    ],
    rules: [FactRules.inDetention(at), newerAnswerCounts, meaningOfNo])

  /// CUS-010: an answer that is written down late says at once that a newer one stands.
  private static let newerAnswerCounts = FormRule { reading, facts, _ in
    guard let entry = facts.custody?.entry, let state = state(reading, entry),
      state == entry.permission
    else { return [] }
    return [
      Finding(
        "CUS-010", .shows, field: given.text,
        "A newer answer is on file and counts: \(state.words)")
    ]
  }

  /// CUS-011: says what a no means, before it is saved.
  private static let meaningOfNo = FormRule { reading, facts, _ in
    guard let entry = facts.custody?.entry, reading.yesNo(given) == .no,
      state(reading, entry) != entry.permission
    else { return [] }
    let kept = entry.details.map { !$0.isEmpty } ?? false || !entry.arrestTests.isEmpty
    return [
      Finding(
        "CUS-011", .shows, field: given.text,
        (kept ? "The details on file are taken off. " : "")
          + "Only suite, cell, times and flags stay, until they turn into counts"),
      entry.details?.person.map {
        Finding("GEN-004", .shows, field: given.text, PermissionRules.staysOnFile($0))
      },
    ].compactMap(\.self)
  }

  /// Where the permission will stand; nil while the answer or its time is missing.
  private static func state(_ reading: FormReading, _ entry: CustodyEntry) -> PermissionState? {
    guard let answer = reading.yesNo(given), let at = reading.moment(at) else { return nil }
    return entry.permission.answered(answer == .yes, at: at)
  }
}
