/// Two records of one person become one; nothing is deleted, and it can be undone (GEN-004).
package enum MergeForm {
  package static let id: FormID = "merge"
  package static let keep: FieldCode = "keep"
  package static let reason: FieldCode = "reason"
  package static let differs: FieldCode = "differs"

  /// The question that chooses between the two records' answers to a detail.
  package static func field(_ detail: PersonDetail) -> FieldCode { FieldCode(detail.rawValue) }

  package static let definition = FormDefinition(
    id, title: "Merge two records",
    purpose: "Makes one record of two that are of one person; the other then points to it",
    about: [.possibleRecord], function: .personAndCaseload, keptIn: .merge, requiredBy: "PPL-004",
    action: .behind(.record, "m"),
    sections: [
      FormSection(
        "Which record stays",
        [
          FormField(keep, "Which stays", .choice(choices)).required().askingRecords()
            .help(
              "1 or 2, as in the heading. Everything moves to it; the other number leads there"),
          FormField(reason, "Why it is one person", .text(max: 300)).required()
            .help("What you saw or heard; kept with the merge"),
          FormField(differs, "To choose between", .choices(details))
            .help("What the two records have differently; each is asked on the next page"),
        ]),
      FormSection(
        "What is kept",
        PersonDetail.allCases.map { detail in
          FormField(field(detail), detail.words, .choice(choices))
            .required { differing($0).contains(detail) }
            .applying { differing($0).contains(detail) }
            .help("1 or 2: the record whose answer is right. The other stays in the history")
        }),
    ],
    rules: [MatchForms.waits, ReasonRules.said(reason, rule: "PPL-004"), may, standsAlone, tells])

  private static let choices = RecordChoice.list("merge-records", title: "Record", rule: "PPL-004")
  private static let details = PersonDetail.list(
    "merge-details", title: "Details", rule: "PPL-004")

  private static func differing(_ reading: FormReading) -> [PersonDetail] {
    reading.choices(differs)
  }

  private static let may = FormRule { _, facts, context in
    guard let file = facts.match?.file else { return [] }
    return [MergeRules.mayMerge(context.worker, responsible: file.responsible)].compactMap(\.self)
  }

  private static let standsAlone = FormRule { _, facts, _ in
    guard let file = facts.match?.file else { return [] }
    return MergeRules.refusals(file.older, file.newer)
  }

  /// What will move, before it does.
  private static let tells = FormRule { reading, facts, _ in
    guard let file = facts.match?.file, let kept: RecordChoice = reading.choice(keep) else {
      return []
    }
    let gone = kept == .first ? file.newer : file.older
    let stays = kept == .first ? file.older : file.newer
    return [
      Finding(
        "PPL-004", .shows, field: keep.text,
        "\(stays.person.name.display) \(stays.ref.text) stays. From \(gone.ref.text) moves: "
          + "\(gone.holdingWords). It can be undone")
    ]
  }

  /// The details that are taken from the record that goes.
  package static func taken(
    from reading: FormReading, keeping kept: RecordChoice
  ) -> Set<
    PersonDetail
  > {
    Set(
      differing(reading).filter { detail in
        let choice: RecordChoice? = reading.choice(field(detail))
        return choice == kept.other
      })
  }
}
