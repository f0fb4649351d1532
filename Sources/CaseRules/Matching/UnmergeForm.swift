/// A merge was a mistake: both records stand again as they were (GEN-004).
package enum UnmergeForm {
  package static let id: FormID = "unmerge"
  package static let reason: FieldCode = "reason"
  package static let added: FieldCode = "added"
  package static let record: FieldCode = "record"
  package static let goes: FieldCode = "goes"

  private static let most = 100

  package static let definition = FormDefinition(
    id, title: "Undo a merge",
    purpose: "Takes two merged records apart: each has again what it had, nothing is lost",
    about: [.merge], function: .personAndCaseload, keptIn: .merge, requiredBy: "GEN-004",
    action: .behind(.record, "u"),
    sections: [
      FormSection(
        "Undo the merge",
        [
          FormField(reason, "Why it was wrong", .text(max: 300)).required()
            .help("How it came out that they are two people"),
          FormField(
            added, "Added since",
            .rows(
              [
                FormField(record, "Record", .link(kinds: kinds)).required().askingRecords(),
                FormField(goes, "Goes along", .yesNo(notKnown: false, refused: false)),
              ], most: most)
          ).applying { !($0.rows[added] ?? []).isEmpty }
            .help(
              "What came after the merge stays, unless you answer y: then it goes to the other"),
        ])
    ],
    rules: [ReasonRules.said(reason, rule: "GEN-004"), stands, may, obstacles, listed, tells])

  /// What can be added to a person and sent along.
  package static let kinds: [RecordRef.Kind] = [
    .episode, .appointment, .consent, .contact, .dir, .helplineCall, .incomingReferral, .referral,
    .modality, .prescribing,
  ]

  private static let stands = FormRule { _, facts, _ in
    guard let split = facts.match?.merge?.split else { return [] }
    return [
      Finding("GEN-004", .blocks, "The merge was undone already (\(split.by), \(split.at.date.uk))")
    ]
  }

  private static let may = FormRule { _, facts, context in
    guard let match = facts.match, match.merge != nil else { return [] }
    return [MergeRules.mayMerge(context.worker, responsible: match.responsible)]
      .compactMap(\.self)
  }

  private static let obstacles = FormRule { _, facts, _ in facts.match?.obstacles ?? [] }

  private static let listed = FormRule { reading, facts, _ in
    (reading.rows[added] ?? []).compactMap { row in
      guard let ref = row.link(record), facts.match?.added.contains(ref) != true else { return nil }
      let field = FieldPlace(added, row: row.id, column: record).path
      return Finding(
        "GEN-004", .blocks, field: field,
        "\(ref.text) was not added to this record since the merge. Take the row out")
    }
  }

  private static let tells = FormRule { _, facts, _ in
    guard let match = facts.match, let merge = match.merge, merge.split == nil else { return [] }
    return [
      Finding(
        "GEN-004", .shows,
        "\(merge.gone.name.display) \(merge.gone.id.ref.text) stands alone again and takes back: "
          + match.goesBack)
    ]
  }

  package static func rows(for records: [RecordRef]) -> [FormDraft.Row] {
    records.prefix(most).enumerated().map { place, ref in
      FormDraft.Row(id: place + 1, texts: [record: ref.text, goes: YesNo.no.rawValue])
    }
  }

  /// The records the worker sends along.
  package static func along(_ reading: FormReading) -> [RecordRef] {
    (reading.rows[added] ?? []).compactMap { row in
      row.yesNo(goes) == .yes ? row.link(record) : nil
    }
  }
}
