/// A round of all cells (CUS-006).
package enum SweepForm {
  package static let id: FormID = "sweep"
  package static let started: FieldCode = "started"
  package static let approached: FieldCode = "approached"

  package static let definition = FormDefinition(
    id, title: "Cell sweep",
    purpose: "Starts a round of all the cells of a suite, once trigger detainees have been seen",
    about: [.suite], function: .custodyBoardAndDIR, requiredBy: "CUS-006",
    action: .behind(.custody, "w"),
    sections: [
      FormSection(
        "Sweep",
        [
          FormField(started, "Started", .dateTime(direction: .past)).required()
            .help("When the round of the cells begins"),
          FormField(approached, "Detainees spoken to", .number(0...200))
            .help("If known; each approach is also recorded on its own line of the board"),
        ])
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.moment(started), field: started, now: context.now)
      },
      FormRule { _, facts, _ in SweepRules.findings(facts.custody?.waiting ?? []) },
    ])
}
