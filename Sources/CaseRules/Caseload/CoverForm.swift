/// A worker will be away; a colleague sees what is due for the clients meanwhile.
package enum CoverForm {
  package static let id: FormID = "cover"
  package static let from: FieldCode = "from"
  package static let until: FieldCode = "until"
  package static let by: FieldCode = "covered-by"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Cover",
    purpose: "While a worker is away, a colleague sees the clients and what is due for them",
    about: [.worker], function: .personAndCaseload, requiredBy: "PPL-009",
    action: .behind(.caseload, "c"),
    sections: [
      FormSection(
        "Cover",
        [
          FormField(from, "First day away", .date(direction: .future)).required().askingRecords(),
          FormField(until, "Last day away", .date(direction: .future)).required().askingRecords(),
          FormField(by, "Covered by", .link(kinds: [.worker])).required().askingRecords()
            .help("They see the clients and deadlines; the worker away stays responsible"),
          FormField(note, "Note", .longText(max: 500))
            .help("What the colleague should know first"),
        ])
    ],
    rules: [LinkRules.known(by, rule: "PPL-009"), makesSense, isOwnOrLed])

  /// The days and the colleague; nil while one of them is missing.
  package static func cover(_ reading: FormReading, of worker: WorkerID) -> Cover? {
    guard let from = reading.date(from), let until = reading.date(until),
      let by = reading.link(by).flatMap({ WorkerID($0) })
    else { return nil }
    return Cover(
      worker: worker, by: by, from: from, until: until, note: reading.text(note) ?? "")
  }

  package static func draft(of cover: Cover) -> FormDraft {
    var draft = FormDraft()
    draft[from] = cover.from.uk
    draft[until] = cover.until.uk
    draft[by] = cover.by.ref.text
    draft[note] = cover.note
    return draft
  }

  private static let makesSense = FormRule { reading, facts, context in
    guard let facts = facts.cover, let cover = cover(reading, of: facts.worker) else { return [] }
    return CoverRules.findings(
      cover, by: facts.colleague, others: facts.others, standing: facts.standing,
      today: context.today)
  }

  private static let isOwnOrLed = FormRule { _, facts, context in
    guard let worker = facts.cover?.worker, worker != context.worker.id,
      !context.worker.role.leadsTeam
    else { return [] }
    return [
      Finding("PPL-009", .blocks, "A worker arranges their own cover, or the team leader does")
    ]
  }
}

/// What the records say that the cover form needs.
package struct CoverFacts: Equatable, Sendable {
  /// Who will be away.
  package var worker: WorkerID
  /// The colleague who is named.
  package var colleague: Worker?
  /// When the colleague is away themselves, and whom else they cover for.
  package var others: [Cover]
  /// What is arranged for the worker already.
  package var standing: Cover?

  package init(
    worker: WorkerID, colleague: Worker? = nil, others: [Cover] = [], standing: Cover? = nil
  ) {
    self.standing = standing
    self.worker = worker
    self.colleague = colleague
    self.others = others
  }
}
