package enum ExceptionalAccessForms {
  package static let all = [OpenRecordForm.definition, ReviewAccessForm.definition]
}

/// Breaks the glass: the reason first, then the record.
package enum OpenRecordForm {
  package static let id: FormID = "open-exceptionally"
  package static let person: FieldCode = "person"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Open a record exceptionally",
    purpose: "Opens one person's record for an hour to somebody who may not read people; the team "
      + "leader is told",
    standsAlone: true, function: .exceptionalAccess, keptIn: .exceptionalAccess,
    requiredBy: "GEN-003", action: .behind(.office, "x"),
    sections: [
      FormSection(
        "Exceptional access",
        [
          FormField(person, "Person's number", .identifier(max: 12)).required().askingRecords()
            .help("As on the letter or the disclosure: P-0042"),
          FormField(reason, "Why you must see it now", .longText(max: 500)).required()
            .help("What happened, who asked you, why nobody else can. The team leader reads it"),
        ])
    ],
    rules: [
      FormRule { _, _, context in
        ExceptionalAccessRules.mayOpen(context.worker)
          ? []
          : [
            Finding(
              "GEN-003", .blocks,
              "As \(context.worker.role.titleInSentence) you do not open records exceptionally")
          ]
      },
      isSomebody, ReasonRules.said(reason, rule: "GEN-002"), onceOnly,
    ]
  ).askingPassword { _, _ in "Opening a record exceptionally needs your password" }

  private static let isSomebody = FormRule { reading, facts, _ in
    guard let typed = reading.text(person), facts.access?.personExists == false else { return [] }
    return [
      Finding(
        "GEN-003", .blocks, field: person.text,
        "\(typed) is nobody's number. It looks like P-0042")
    ]
  }

  private static let onceOnly = FormRule { _, facts, _ in
    guard let standing = facts.access?.standing else { return [] }
    return [
      Finding(
        "GEN-003", .blocks, field: person.text,
        "It is open to you until \(standing.until.local.time.text) already (\(standing.ref.text))")
    ]
  }
}

/// The team leader answers for what was opened.
package enum ReviewAccessForm {
  package static let id: FormID = "review-access"
  package static let right: FieldCode = "right"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Look into exceptional access",
    purpose: "Says whether a record was rightly opened, and what follows",
    about: [.exceptionalAccess], function: .exceptionalAccess, keptIn: .exceptionalAccess,
    requiredBy: "GEN-003", action: .behind(.office, "v"),
    sections: [
      FormSection(
        "Looked into",
        [
          FormField(right, "Rightly opened", .yesNo(notKnown: false, refused: false)).required(),
          FormField(note, "How you know, and what follows", .longText(max: 500)).required(),
        ])
    ],
    rules: [
      FormRule { _, facts, context in
        guard let access = facts.access?.access else {
          return [Finding("GEN-003", .blocks, "There is no such access")]
        }
        return ExceptionalAccessRules.mayReview(access, context.worker).map { [$0] } ?? []
      }, ReasonRules.said(note, rule: "GEN-002"),
    ])
}

/// What can be done with an exceptional access now, and why the rest cannot.
package enum ExceptionalAccessActions {
  package static func offered(
    for access: ExceptionalAccess, in context: RuleContext
  ) -> [OfferedForm] {
    [
      OfferedForm(
        ReviewAccessForm.id, about: access.ref, title: "Look into it",
        whyNot: ExceptionalAccessRules.mayReview(access, context.worker)?.display)
    ]
  }
}
