/// Somebody has made sure that an entry of the directory is still true (PPL-054).
package enum ServiceCheckedForm {
  package static let id: FormID = "service-checked"
  package static let checked: FieldCode = "checked"

  package static let definition = FormDefinition(
    id, title: "Service checked",
    purpose: "Notes that the directory's entry was made sure of, today unless another day is given",
    about: [.agency], function: .personAndCaseload, requiredBy: "PPL-054",
    action: .behind(.enquiries, "c"),
    sections: [
      FormSection(
        "Check",
        [
          FormField(checked, "Checked on", .date(direction: .past)).required()
            .help("The day somebody asked the service whether all of it still holds")
        ])
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.date(checked), field: checked, today: context.today)
      }
    ]
  ).savedAtOnce()
}
