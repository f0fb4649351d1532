/// A custody officer and the training arrest referral workers gave them (CUS-004).
package enum OfficerForm {
  package static let id: FormID = "officer"
  package static let name: FieldCode = "name"
  package static let collar: FieldCode = "collar"
  package static let trainedOn: FieldCode = "trained-on"
  package static let active: FieldCode = "active"

  package static let definition = FormDefinition(
    id, title: "Custody officer",
    purpose: "Lists an officer who makes offers, with the day of their training",
    about: [.officer], standsAlone: true, function: .custodyBoardAndDIR,
    orFunction: .settings, keptIn: .officer, requiredBy: "CUS-004", action: .behind(.office, "o"),
    sections: [
      FormSection(
        "Officer",
        [
          FormField(name, "Name and rank", .text(max: 60)).required().help(
            "As it is written down, such as PS Hale"),
          FormField(collar, "Collar number", .identifier(max: 10)).askingRecords(),
          FormField(trainedOn, "Trained on", .date(direction: .past))
            .help("The day of the arrest referral training; empty means not trained"),
          FormField(active, "Still here", .yesNo(notKnown: false, refused: false)).required(),
        ])
    ],
    rules: [
      FormRule { reading, _, context in
        guard let day = reading.date(trainedOn), day > context.today else { return [] }
        return [
          Finding(
            "GEN-007", .blocks, field: trainedOn.text, "\(day.ukWithWeekday) has not come yet")
        ]
      },
      FormRule { _, facts, _ in
        guard facts.custody?.isTaken == true else { return [] }
        return [
          Finding(
            "CUS-004", .warns, field: collar.text,
            "Another officer has this collar number. Say why there are two")
        ]
      },
    ])
}
