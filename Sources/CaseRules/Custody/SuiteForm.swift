/// A custody suite and its settings (CUS-020).
package enum SuiteForm {
  package static let id: FormID = "suite"
  package static let code: FieldCode = "code"
  package static let name: FieldCode = "name"
  package static let testsOnArrest: FieldCode = "tests-on-arrest"
  package static let active: FieldCode = "active"

  package static let definition = FormDefinition(
    id, title: "Custody suite",
    purpose: "Adds a custody suite, or changes its name and whether tests on arrest are offered",
    about: [.suite], standsAlone: true, function: .custodyBoardAndDIR,
    orFunction: .settings, keptIn: .suite, requiredBy: "CUS-020", action: .behind(.office, "s"),
    sections: [
      FormSection(
        "Suite",
        [
          FormField(code, "Code", .identifier(max: 12)).required().askingRecords()
            .help("What workers type to pick the suite: NPT"),
          FormField(name, "Name", .text(max: 60)).required(),
          FormField(testsOnArrest, "Tests on arrest", .yesNo(notKnown: false, refused: false))
            .required().help("Drug tests after arrest are offered here (CUS-020)"),
          FormField(active, "In use", .yesNo(notKnown: false, refused: false)).required(),
        ])
    ],
    rules: [
      FormRule { _, facts, _ in
        guard facts.custody?.isTaken == true else { return [] }
        return [
          Finding("CUS-020", .blocks, field: code.text, "Another suite has this code. Take another")
        ]
      }
    ])
}
