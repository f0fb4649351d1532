import CaseRules
import SQLite

/// Merging two records and undoing it.
enum MergeHandlers {
  static let merge = FormHandler(
    MergeForm.id,
    open: { records, about, context in
      let file = try MatchHandlers.file(about, records, context)
      let known = known(file, context)
      return OpenedForm(
        form: MergeForm.id, about: about,
        heading: file.pair.shortHeading,
        draft: known.draft, sources: known.sources, facts: MatchHandlers.facts(file),
        revision: file.pair.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, context in
      MatchHandlers.facts(try MatchHandlers.file(about, records, context))
    },
    save: { transaction, about, reading, _, _ in
      let pair = try PossibleRecords.found(about, in: transaction.connection)
      guard let choice: RecordChoice = reading.choice(MergeForm.keep),
        let reason = reading.text(MergeForm.reason)
      else { throw StoreError.notFound }
      let kept = choice == .first ? pair.older.id : pair.newer.id
      let (merge, leftOut) = try PersonMerges.merge(
        pair, keeping: kept, taking: MergeForm.taken(from: reading, keeping: choice),
        because: reason, in: transaction)
      return SavedForm(kept.ref, notes: notes(merge, leftOut))
    })

  private static func notes(_ merge: PersonMergeRecord, _ leftOut: [String]) -> [String] {
    let noRoom =
      leftOut.isEmpty
      ? []
      : [
        "No room for \(leftOut.joined(separator: ", ")): still on \(merge.gone.id.ref.text) alone"
      ]
    return noRoom + [
      "\(merge.gone.id.ref.text) leads to \(merge.kept.id.ref.text) now; its names and numbers find it",
      "Was it a mistake? Undo the merge (\(merge.ref.text)) on the page of "
        + "\(merge.kept.id.ref.text)",
    ]
  }

  /// Which record stays and whose answers are kept, as they are best; all of it may be changed.
  private static func known(_ file: PossibleRecordFile, _ context: RuleContext) -> KnownAnswers {
    var known = KnownAnswers()
    let kept = suggested(file)
    known.set(
      MergeForm.keep, code: kept.code,
      from: file.older.openEpisode == nil && file.newer.openEpisode == nil
        ? "on file for longer" : "has the open episode")
    if let decision = file.pair.decision, file.pair.state == .confirmed {
      known.set(MergeForm.reason, text: decision.reason, from: "said by \(decision.by)")
    }
    let details = PersonComparison.details(file.older, file.newer, in: context)
      .filter { $0.outcome != .agrees }
    known.set(
      MergeForm.differs, details.isEmpty ? nil : .codes(details.map(\.detail.code)),
      from: "from both records")
    for detail in details {
      let choice = PersonComparison.suggested(detail, keeping: kept, file.older, file.newer)
      known.set(
        MergeForm.field(detail.detail), code: choice.code,
        from: "1 \(detail.first.isEmpty ? "-" : detail.first) | "
          + "2 \(detail.second.isEmpty ? "-" : detail.second)")
    }
    return known
  }

  private static func suggested(_ file: PossibleRecordFile) -> RecordChoice {
    file.newer.openEpisode != nil && file.older.openEpisode == nil ? .second : .first
  }

  // MARK: Undoing

  static let unmerge = FormHandler(
    UnmergeForm.id,
    open: { records, about, context in
      let merge = try PersonMerges.found(about, in: records)
      var draft = FormDraft()
      let added = try PersonSplits.added(since: merge, in: records)
      if !added.isEmpty { draft.rows[UnmergeForm.added] = UnmergeForm.rows(for: added) }
      let reading = FormReading(draft, of: UnmergeForm.definition, in: context.reading)
      return OpenedForm(
        form: UnmergeForm.id, about: about, heading: merge.heading, draft: draft,
        sources: added.isEmpty ? [:] : [UnmergeForm.added: "since the merge"],
        facts: try facts(merge, reading, records, context), revision: merge.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, reading, context in
      try facts(PersonMerges.found(about, in: records), reading, records, context)
    },
    save: { transaction, about, reading, _, _ in
      let merge = try PersonMerges.found(about, in: transaction.connection)
      let reason = try needed(reading.text(UnmergeForm.reason))
      let notes = try PersonSplits.undo(
        merge, sending: UnmergeForm.along(reading), because: reason, in: transaction)
      return SavedForm(merge.gone.id.ref, notes: notes)
    })

  private static func facts(
    _ merge: PersonMergeRecord, _ reading: FormReading, _ records: Connection,
    _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    let added = try PersonSplits.added(since: merge, in: records)
    for ref in added { facts.names[ref] = try AddedRecords.words(of: ref, in: records) }
    facts.match = MatchFacts(
      merge: merge, added: Set(added),
      obstacles: try PersonSplits.obstacles(
        to: merge, sending: UnmergeForm.along(reading), in: records),
      goesBack: try PersonSplits.goesBack(merge, in: records),
      responsible: try EpisodeRecords.open(of: merge.kept.id, in: records).map { [$0.worker] } ?? []
    )
    return facts
  }
}

/// How records of a person are told apart where all are one person's.
enum AddedRecords {
  /// "Record created 21/11/2026 by A.BEGUM".
  static func words(of ref: RecordRef, in records: Connection) throws -> String? {
    try records.first(
      """
      SELECT audit.at, worker.name FROM audit JOIN worker ON worker.id = audit.worker
      WHERE record_kind = ? AND record_id = ? AND kind = 'record.create' ORDER BY seq LIMIT 1
      """, ref.kind.code, ref.number
    ) { row in
      let at: Moment = try row.get(0)
      return "\(ref.kind.words), \(at.ukWithWeekday), "
        + Worker.initials(of: try row.text(1))
    }
  }
}
