/// INT-009: what was told to which agency; refused where its handling does not let it go there.
package enum ShareReportForm {
  package static let id: FormID = "share-report"
  package static let agency: FieldCode = "agency"
  package static let recipient: FieldCode = "recipient"
  package static let sentAt: FieldCode = "sent-at"
  package static let text: FieldCode = "shared-text"
  package static let told: FieldCode = "told-conditions"

  package static let definition = FormDefinition(
    id, title: "Share a report",
    purpose: "Sends what a report says to an agency as its handling grade allows, and keeps what "
      + "was sent to whom",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-009", action: .behind(.intelligence, "b"),
    sections: [
      FormSection(
        "Share with",
        [
          FormField(
            agency, "Agency",
            .choice(BlueBoxAgency.list("blue-box-agency", title: "Agency", rule: "INT-020"))
          ).required(),
          FormField(recipient, "Who there", .text(max: 200)).required()
            .help("Name and post of whoever receives it"),
          FormField(sentAt, "Sent at", .dateTime(direction: .past)).required(),
          FormField(text, "What is sent", .longText(max: 8_000)).required()
            .help("The sanitised text, or less of it"),
          FormField(told, "Conditions told", .longText(max: 1_000))
            .help("What the receiver has to keep to"),
        ])
    ],
    rules: [
      stands, mayGo, conditionsGoAlong, SanitisedText.rule([recipient, text, told]),
      sentInTime,
    ])

  static let sentInTime = FormRule { reading, facts, context in
    let sent = reading.moment(sentAt)
    return FactRules.notInFuture(sent, field: sentAt, now: context.now)
      + FactRules.notBefore(
        facts.intelligence?.report?.received, "it was received", sent, field: sentAt)
  }

  static let ungraded = Finding(
    "INT-002", .blocks, "Grade it first: without a handling grade nobody may be told")

  /// INT-002: nothing is told of what has no handling grade.
  static let stands = FormRule { _, facts, _ in
    guard let report = facts.intelligence?.report else { return [] }
    switch report.state {
    case .received: return [ungraded]
    case .struck: return [Finding("GEN-004", .blocks, "This report is struck through")]
    case .graded, .valid, .notValid: return []
    }
  }

  private static let mayGo = FormRule { reading, facts, _ in
    guard let handling = facts.intelligence?.report?.grading?.grades.handling,
      let agency: BlueBoxAgency = reading.choice(agency)
    else { return [] }
    return HandlingRules.refusal(
      toTell: agency, under: handling, field: ShareReportForm.agency
    ).map { [$0] } ?? []
  }

  /// INT-009: whoever receives it keeps the conditions, so they are told them.
  static let conditionsGoAlong = FormRule { reading, facts, _ in
    guard let grading = facts.intelligence?.report?.grading,
      grading.grades.handling.needsConditions,
      reading.text(told) == nil
    else { return [] }
    return [
      Finding(
        "INT-009", .blocks, field: told.text,
        "Tell the conditions with it: \(grading.conditions)")
    ]
  }
}
