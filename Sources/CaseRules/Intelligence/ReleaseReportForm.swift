/// INT-010: what police share with the programme about somebody's risks, contacts and company.
package enum ReleaseReportForm {
  package static let id: FormID = "share-with-programme"
  package static let topic: FieldCode = "topic"
  package static let subject: FieldCode = "subject"

  package static let definition = FormDefinition(
    id, title: "Share with the programme",
    purpose: "Tells the drug programme of risks, police contact or company of somebody; used only "
      + "for the treatment plan, progress and engagement",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-010", action: .behind(.intelligence, "p"),
    sections: [
      FormSection(
        "Share with the programme",
        [
          FormField(
            topic, "What it tells of",
            .choice(ShareTopic.list("share-topic", title: "Topic", rule: "INT-010"))
          ).required(),
          FormField(subject, "About", .link(kinds: [.intelligenceSubject])).required()
            .askingRecords().help("Which subject of the report"),
          FormField(ShareReportForm.recipient, "Who receives it", .text(max: 200)).required()
            .help("The team leader or PPO co-ordinator"),
          FormField(ShareReportForm.sentAt, "Sent at", .dateTime(direction: .past)).required(),
          FormField(ShareReportForm.text, "What is shared", .longText(max: 4_000)).required()
            .help("In words the programme may use; no detail of what police intend (INT-008)"),
          FormField(ShareReportForm.told, "Conditions told", .longText(max: 1_000)),
        ])
    ],
    rules: [
      ShareReportForm.stands, mayGo, isOfReport, ShareReportForm.conditionsGoAlong,
      SanitisedText.rule([
        ShareReportForm.recipient, ShareReportForm.text, ShareReportForm.told,
      ]),
      ShareReportForm.sentInTime,
    ])

  private static let mayGo = FormRule { _, facts, _ in
    facts.intelligence?.report.flatMap(mayNotGo).map { [$0] } ?? []
  }

  /// INT-009: why its handling keeps a report from the programme; nil when it does not.
  static func mayNotGo(_ report: IntelligenceReport) -> Finding? {
    report.grading.flatMap {
      HandlingRules.refusal(
        toTellOutside: "The programme", under: $0.grades.handling, field: topic)
    }
  }

  private static let isOfReport = FormRule { reading, facts, _ in
    guard let report = facts.intelligence?.report, let ref = reading.link(subject),
      !report.subjects.contains(where: { $0.id.ref == ref })
    else { return [] }
    let subjects = report.subjects.map { "\($0.id.ref.text) \($0.display)" }
    return [
      Finding(
        "INT-010", .blocks, field: subject.text,
        "The report is not about \(ref.text). It is about \(subjects.joined(separator: ", "))")
    ]
  }
}

/// INT-010: what police share with the programme.
package enum ShareTopic: String, CaseIterable, Hashable, Sendable {
  case risk, contact, associates
}

extension ShareTopic: FormChoice {
  package var code: String {
    switch self {
    case .risk: "RISK"
    case .contact: "CONT"
    case .associates: "COMP"
    }
  }

  package var words: String {
    switch self {
    case .risk: "A risk the person poses"
    case .contact: "A recent arrest or police contact"
    case .associates: "Contact with other known offenders"
    }
  }
}
