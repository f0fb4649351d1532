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
    rules: [FactRules.inDetention(at), meaningOfNo])

  /// CUS-011: says what a no means, before it is saved.
  private static let meaningOfNo = FormRule { reading, facts, _ in
    guard reading.yesNo(given) == .no else { return [] }
    let hasDetails = (facts.custody?.entry?.details ?? CustodyDetails()) != CustodyDetails()
    return [
      Finding(
        "CUS-011", .shows, field: given.text,
        (hasDetails ? "The details on file are taken off. " : "")
          + "Only suite, cell, times and flags stay, until they turn into counts")
    ]
  }
}
