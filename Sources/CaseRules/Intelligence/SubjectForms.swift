/// What is known of a subject is put right or added to.
package enum IntelligenceSubjectForm {
  package static let id: FormID = "change-subject"

  package static let definition = FormDefinition(
    id, title: "Change a subject",
    purpose: "Changes what is known of somebody whom intelligence is about",
    about: [.intelligenceSubject], function: .intelligence, keptIn: .intelligenceSubject,
    requiredBy: "INT-001", action: .behind(.intelligence, "e"),
    sections: [
      FormSection(
        "Subject",
        [
          FormField(Field.family, "Family name", .name).askingRecords(),
          FormField(Field.given, "Given names", .name).askingRecords(),
          FormField(Field.otherNames, "Other names", .text(max: 200)).askingRecords()
            .help("Nicknames and other names, with commas between them"),
          FormField(Field.born, "Born", .date(direction: .past, birth: true)).askingRecords(),
          FormField(Field.age, "Age about", .number(10...110)).askingRecords()
            .applying { !$0.isAnswered(Field.born) },
          FormField(Field.sex, "Sex", .choice(Sex.list("sex", title: "Sex", rule: "INT-001"))),
          FormField(Field.description, "Description", .longText(max: 300))
            .help("What the subject looks like, drives, wears"),
        ])
    ],
    rules: [somebody, mayBeKnown, SanitisedText.rule(SanitisedText.columns)])

  private typealias Field = ReportFields.Subject

  private static let somebody = FormRule { reading, _, _ in
    let isSomebody = [Field.family, Field.given, Field.description].contains {
      reading.text($0) != nil
    }
    return isSomebody
      ? []
      : [
        Finding(
          "INT-001", .blocks, field: Field.family.text, "Give a name, or describe the subject")
      ]
  }

  private static let mayBeKnown = FormRule { _, facts, _ in
    guard let matches = facts.intelligence?.possible[0], !matches.isEmpty else { return [] }
    let listed = matches.prefix(3).map { "\($0.words) (\($0.because))" }
    return [
      Finding(
        "PPL-004", .shows, field: Field.family.text,
        "May be the same as \(listed.joined(separator: "; ")); saved, they wait until you say which"
      )
    ]
  }
}

/// Two subjects are one, or they are not: remembered, and not asked again.
package enum SameSubjectForm {
  package static let id: FormID = "same-subject"
  package static let other: FieldCode = "other"
  package static let answer: FieldCode = "answer"
  package static let reason: FieldCode = "reason"

  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case same, different
  }

  package static let definition = FormDefinition(
    id, title: "Same subject?",
    purpose: "Says whether two subjects are one; of one, all reports stand together",
    about: [.intelligenceSubject], function: .intelligence, keptIn: .intelligenceSubject,
    requiredBy: "PPL-004", action: .near(.intelligence, "q"),
    sections: [FormSection("Same subject?", fields(of: .intelligenceSubject, "Other subject"))],
    rules: rules(
      SanitisedText.rule([reason]), itself,
      LinkRules.known(other, rule: "PPL-004")))

  static func fields(of kind: RecordRef.Kind, _ label: String) -> [FormField] {
    [
      FormField(other, label, .link(kinds: [kind])).required().askingRecords(),
      FormField(
        answer, "They are",
        .choice(Verdict.list("same-subject", title: "Answer", rule: "PPL-004"))
      ).required().askingRecords(),
      FormField(reason, "How you know", .text(max: 300)).required(),
    ]
  }

  static func rules(_ others: FormRule...) -> [FormRule] {
    others + [ReasonRules.said(reason, rule: "GEN-002"), isAnswered]
  }

  private static let itself = FormRule { reading, facts, _ in
    guard let subject = facts.intelligence?.subject, reading.link(other) == subject.id.ref else {
      return []
    }
    return [Finding("PPL-004", .blocks, field: other.text, "That is this subject itself")]
  }

  /// What was answered is told; the other answer may be given later, and takes its place.
  private static let isAnswered = FormRule { reading, facts, _ in
    guard let likeness = facts.intelligence?.likeness, let decision = likeness.decision,
      reading.link(other) == likeness.other
    else { return [] }
    let answer: Verdict? = reading.choice(answer)
    let isAgain =
      (answer == .same && likeness.state == .same)
      || (answer == .different && likeness.state == .different)
    return [
      Finding(
        "PPL-004", isAgain ? .blocks : .shows, field: SameSubjectForm.answer.text,
        "Answered already: \(likeness.state.words.lowercased()) (\(decision))")
    ]
  }
}

extension SameSubjectForm.Verdict: FormChoice {
  package var code: String { self == .same ? "SAME" : "DIFF" }
  package var words: String { self == .same ? "The same" : "Different people" }
}

/// Who a subject is on file: said by a role that reads both people and intelligence, seen by no
/// other.
package enum LinkSubjectForm {
  package static let id: FormID = "link-subject"

  package static let definition = FormDefinition(
    id, title: "Is the subject on file?",
    purpose: "Says whether a subject of intelligence is somebody on file; intelligence officers do "
      + "not see it",
    about: [.intelligenceSubject], function: .intelligenceLink, keptIn: .intelligenceSubject,
    requiredBy: "PPL-004", action: .behind(.intelligence, "l"),
    sections: [FormSection("On file?", SameSubjectForm.fields(of: .person, "Person"))],
    rules: SameSubjectForm.rules(
      SanitisedText.rule([SameSubjectForm.reason]),
      LinkRules.known(SameSubjectForm.other, rule: "PPL-004")))
}
