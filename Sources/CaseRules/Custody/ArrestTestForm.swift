/// The drug test after arrest, in suites where it is offered (CUS-020).
package enum ArrestTestForm {
  package static let id: FormID = "test-on-arrest"
  package static let outcome: FieldCode = "outcome"
  package static let at: FieldCode = "at"

  package static let definition = FormDefinition(
    id, title: "Test on arrest",
    purpose: "Records a drug test offered after arrest, and its result",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-020",
    action: .behind(.custody, "t"),
    sections: [
      FormSection(
        "Test",
        [
          FormField(
            outcome, "Result",
            .choice(ArrestTest.Outcome.list("arrest-test", title: "Test result", rule: "CUS-020"))
          ).required().help("Opiates, cocaine, both, negative, refused or not offered"),
          FormField(at, "Time", .dateTime(direction: .past)).required()
            .help("When the test was taken or offered"),
        ])
    ],
    rules: [
      FactRules.inDetention(at),
      FormRule { _, facts, context in
        // CUS-010: a test result is a detail of the custody record.
        facts.custody?.entry.map { PermissionRules.findings($0.permission, now: context.now) } ?? []
      },
      FormRule { _, facts, _ in
        guard let suite = facts.custody?.entry?.suite, !suite.testsOnArrest else { return [] }
        return [
          Finding(
            "CUS-020", .blocks,
            "\(suite.name) is not a test-on-arrest suite. If it is one now, change the suite first")
        ]
      },
    ])
}
