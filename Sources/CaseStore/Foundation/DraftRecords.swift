package import CaseRules
package import SQLite

/// What is known of a kept form without its contents.
package struct DraftHeading: Equatable, Sendable {
  package let id: DraftID
  package let form: FormID
  /// The record it is about.
  package let about: RecordRef?
  package let startedAt: Moment
  package let touchedAt: Moment
  /// Where the typing stopped.
  package let lastPlace: FieldPlace?
  /// What somebody saved by the same form about the same record since it was last typed in.
  package let savedAs: RecordRef?
}

/// Kept forms: written while their author types, shown to nobody else, part of no record.
extension StoreFile {
  /// Keeps a draft, new without an id; only what differs from the kept one is written.
  ///
  /// Answers with its id. Throws `StoreError.notFound` when the draft is gone or somebody else's.
  package func keepDraft(
    _ id: DraftID?, _ kept: KeptDraft, by worker: WorkerID, at moment: Moment,
    then: @escaping @Sendable (Result<DraftID, any Error>) -> Void
  ) {
    keep({ try $0.keepDraft(id, kept, by: worker, at: moment) }, then: then)
  }
}

extension Connection {
  /// The drafts of a worker, last touched first.
  package func drafts(of worker: WorkerID) throws -> [DraftHeading] {
    try query(
      """
      SELECT id, form, about, started_at, touched_at, last_field, saved_as FROM draft
      WHERE worker = ? ORDER BY touched_at DESC, id DESC
      """, worker
    ) { row in
      DraftHeading(
        id: DraftID(try row.int64(0)), form: FormID(try row.text(1)), about: try row.get(2),
        startedAt: try row.get(3), touchedAt: try row.get(4),
        lastPlace: try row.get(5, as: String?.self).flatMap { FieldPlace(path: $0) },
        savedAs: try row.get(6))
    }
  }

  /// A draft with its contents; nil when there is none of that number by this worker.
  package func draft(_ id: DraftID, of worker: WorkerID) throws -> KeptDraft? {
    let found = try first(
      "SELECT form, about, opened_revision, last_field FROM draft WHERE id = ? AND worker = ?",
      id.number, worker
    ) { row in
      KeptDraft(
        form: FormID(try row.text(0)), about: try row.get(1), draft: FormDraft(),
        revision: try row.get(2),
        lastPlace: try row.get(3, as: String?.self).flatMap { FieldPlace(path: $0) })
    }
    guard var kept = found else { return nil }
    guard DraftEntries.restore(try draftTexts(id), into: &kept) else {
      throw SQLiteError(.unreadableValue, column: "draft_entry.path")
    }
    return kept
  }

  fileprivate func draftTexts(_ id: DraftID) throws -> [DraftEntryKey: String] {
    var texts: [DraftEntryKey: String] = [:]
    try forEach("SELECT part, path, raw FROM draft_entry WHERE draft = ?", id.number) { row in
      guard let part = DraftEntryKey.Part(rawValue: try row.text(0)) else {
        throw row.unreadable(0)
      }
      texts[DraftEntryKey(part: part, path: try row.text(1))] = try row.text(2)
    }
    return texts
  }

  /// Whoever types on means it, whatever was saved by the same form meanwhile.
  func keepDraft(
    _ id: DraftID?, _ kept: KeptDraft, by worker: WorkerID, at moment: Moment
  ) throws -> DraftID {
    let draft = try id ?? startDraft(kept, by: worker, at: moment)
    try execute(
      """
      UPDATE draft
      SET touched_at = ?, about = ?, opened_revision = ?, last_field = ?, saved_as = NULL
      WHERE id = ? AND worker = ?
      """, moment, kept.about, kept.revision, kept.lastPlace?.path, draft.number, worker)
    guard changes == 1 else { throw StoreError.notFound }
    try writeDifferences(of: draft, to: DraftEntries.texts(of: kept))
    return draft
  }

  private func startDraft(
    _ kept: KeptDraft, by worker: WorkerID, at moment: Moment
  ) throws -> DraftID {
    try execute(
      "INSERT INTO draft (worker, form, started_at, touched_at) VALUES (?, ?, ?, ?)", worker,
      kept.form.text, moment, moment)
    return DraftID(lastInsertRowID)
  }

  private func writeDifferences(of draft: DraftID, to texts: [DraftEntryKey: String]) throws {
    let before = try draftTexts(draft)
    for (key, raw) in texts where before[key] != raw {
      try execute(
        """
        INSERT INTO draft_entry (draft, part, path, raw) VALUES (?, ?, ?, ?)
        ON CONFLICT (draft, part, path) DO UPDATE SET raw = excluded.raw
        """, draft.number, key.part.rawValue, key.path, raw)
    }
    for key in before.keys where texts[key] == nil {
      try execute(
        "DELETE FROM draft_entry WHERE draft = ? AND part = ? AND path = ?", draft.number,
        key.part.rawValue, key.path)
    }
  }
}

extension WriteTransaction {
  /// Throws a draft of this worker away; the trail keeps that it was done, not what it said.
  package func discardDraft(_ id: DraftID) throws {
    let kept = try connection.draft(id, of: attribution.worker).orNotFound()
    try finishDraft(id)
    try audit(
      AuditEvent(
        .draftDiscarded, record: AuditedRecord("draft", id.number),
        facts: [
          .init("form", kept.form.text), .init("about", kept.about),
          .init("fields", kept.draft.texts.count),
        ]))
  }

  /// Says of every draft of a form about a record that the form was saved meanwhile, whoever began it.
  ///
  /// None is thrown away: what it says may be another event of the same kind.
  func noteSaved(_ form: FormID, about record: RecordRef?, as saved: RecordRef) throws {
    guard let record else { return }
    try connection.execute(
      "UPDATE draft SET saved_as = ? WHERE form = ? AND about = ?", saved, form.text, record)
  }

  /// Removes the draft a record was made from, in the transaction that saves the record.
  ///
  /// The record's own entry in the trail says what happened.
  package func finishDraft(_ id: DraftID) throws {
    try connection.execute(
      "DELETE FROM draft WHERE id = ? AND worker = ?", id.number, attribution.worker)
  }
}
