/// The forms with which two records are found to be of one person, or of two (PPL-004).
package enum MatchForms {
  package static let all = [
    PossibleRecordForm.definition, SamePersonForm.definition, DifferentPersonForm.definition,
    MergeForm.definition, UnmergeForm.definition,
  ]

  /// A possible record that somebody has answered for already is not answered for twice.
  static let waits = FormRule { _, facts, _ in
    guard let pair = facts.match?.file?.pair, !pair.state.waits else { return [] }
    let decided = pair.decision.map { " (\($0.by), \($0.at.date.uk))" } ?? ""
    return [Finding("PPL-004", .blocks, "\(pair.state.words) already\(decided)")]
  }
}

/// A worker has seen that two records may be of one person, where the program has not.
package enum PossibleRecordForm {
  package static let id: FormID = "possible-record"
  package static let other: FieldCode = "other"
  package static let why: FieldCode = "why"

  package static let definition = FormDefinition(
    id, title: "Possible record",
    purpose: "Notes that another record may be of the same person, so that somebody looks",
    about: [.person], function: .personAndCaseload, keptIn: .possibleRecord, requiredBy: "PPL-004",
    action: .behind(.record, "o"),
    sections: [
      FormSection(
        "Possible record",
        [
          FormField(other, "May be the same as", .link(kinds: [.person])).required()
            .askingRecords().help("F4 finds by name, sound, number or date of birth"),
          FormField(why, "Why", .text(max: 200)).required()
            .help("What makes you think so: same address, same brother, told you"),
        ])
    ],
    rules: [LinkRules.known(other, rule: "PPL-004"), another])

  private static let another = FormRule { reading, facts, _ in
    guard let named = reading.link(other) else { return [] }
    if named == facts.match?.own {
      return [Finding("PPL-004", .blocks, field: other.text, "This is the record itself")]
    }
    guard let pair = facts.match?.standing, pair.state.waits else { return [] }
    return [
      Finding(
        "PPL-004", .blocks, field: other.text,
        "The two are a possible record already (\(pair.ref.text)). Say there what they are")
    ]
  }
}

/// The two are one person; who may not merge them says so, and the team leader does it.
package enum SamePersonForm {
  package static let id: FormID = "same-person"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "The same person",
    purpose: "Says that two records are of one person; the team leader then merges them",
    about: [.possibleRecord], function: .personAndCaseload, keptIn: .possibleRecord,
    requiredBy: "PPL-004",
    action: .behind(.record, "s"),
    sections: [
      FormSection(
        "The same person",
        [
          FormField(reason, "How you know", .text(max: 300)).required()
            .help("What you saw or heard: the person said so, same PNC on the custody record")
        ])
    ],
    rules: [
      MatchForms.waits, ReasonRules.said(reason, rule: "PPL-004"),
      FormRule { _, facts, _ in
        guard let pair = facts.match?.file?.pair, pair.state == .confirmed else { return [] }
        let by = pair.decision.map { " by \($0.by)" } ?? ""
        return [Finding("PPL-004", .blocks, "This is said already\(by); it waits to be merged")]
      },
    ])
}

/// The two are different people: remembered, and never offered again while neither changes.
package enum DifferentPersonForm {
  package static let id: FormID = "different-person"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Different people",
    purpose: "Says that two records are of two people; they are not offered again",
    about: [.possibleRecord], function: .personAndCaseload, keptIn: .possibleRecord,
    requiredBy: "PPL-004",
    action: .behind(.record, "d"),
    sections: [
      FormSection(
        "Different people",
        [
          FormField(reason, "How you know", .text(max: 300)).required()
            .help("Twins, father and son, both seen. Offered again only if a name or date changes")
        ])
    ],
    rules: [MatchForms.waits, ReasonRules.said(reason, rule: "PPL-004")])
}
