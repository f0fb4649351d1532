package import CaseRules
import SQLite

/// What happens to an episode, each event in the transaction that records it.
extension EpisodeRecords {
  /// PPL-008: opens an episode in Contact; one that was closed before is linked.
  ///
  /// Throws `StoreError.refused` when one is open already (PPL-009).
  package static func openContact(
    with person: PersonID, entryPoint: EntryPoint, note: String = "", on day: CalendarDate,
    statements: StatementsExplained = .neither, in transaction: WriteTransaction
  ) throws -> Episode {
    let records = transaction.connection
    let earlier = try all(of: person, in: records)
    if let refusal = CaseloadRules.oneOpenEpisode(earlier.first { $0.state.isOpen }) {
      throw StoreError.refused([refusal])
    }
    let worker = transaction.attribution.worker
    try records.execute(
      """
      INSERT INTO episode (person, state, entry_point, entry_note, opened, worker,
                           voluntary_explained, no_alternative_explained, silent_since, previous,
                           family_key, given_key)
      SELECT id, 'contact', ?, ?, ?, ?, ?, ?, ?, ?, family_key, given_key FROM person WHERE id = ?
      """, entryPoint, note, day, worker, statements.voluntary, statements.noAlternative, day,
      earlier.first?.id, person)
    guard records.changes == 1 else { throw StoreError.notFound }
    let id = EpisodeID(records.lastInsertRowID)
    let words = earlier.isEmpty ? "Contact opened" : "Came back"
    try tell(words, of: id, from: nil, to: .contact, on: day, note, in: transaction)
    try transaction.audit(
      AuditEvent(
        .created, person: person, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("entry-point", to: entryPoint), FieldChange("opened", to: day),
          FieldChange("worker", to: worker), FieldChange("state", to: EpisodeState.contact),
        ]))
    return try found(id, in: records)
  }

  /// A completed assessment: Contact becomes Assessed; without an open episode one is opened first.
  ///
  /// Somebody who is on the caseload already stays where they are. Also counts as contact.
  @discardableResult
  package static func assessmentDone(
    with person: PersonID, on day: CalendarDate, entryPoint: EntryPoint,
    statements: StatementsExplained, in transaction: WriteTransaction
  ) throws -> Episode {
    var episode =
      try open(of: person, in: transaction.connection)
      ?? openContact(
        with: person, entryPoint: entryPoint, on: day, statements: statements, in: transaction)
    let before = episode
    episode.voluntaryExplained = episode.voluntaryExplained || statements.voluntary
    episode.noAlternativeExplained = episode.noAlternativeExplained || statements.noAlternative
    if let next = EpisodeMachine.next(episode.state, .assessmentDone) { episode.state = next }
    recordContact(on: day, in: &episode)
    return try save(episode, was: before, because: assessed, on: day, in: transaction)
  }

  /// The words of the steps that tell of an assessment.
  static let assessed = "Assessed"
  static let assessedOnAnotherDay = "Day of the assessment put right"

  /// GEN-003: the assessment was on another day than its step says; history is added to.
  static func assessmentMoved(
    _ episode: Episode, was before: Episode, to day: CalendarDate,
    in transaction: WriteTransaction
  ) throws {
    try save(episode, was: before, because: nil, on: day, in: transaction)
    try tell(
      assessedOnAnotherDay, of: before.id, from: before.state, to: episode.state, on: day, "",
      in: transaction)
  }

  /// PPL-024: a successful contact of any kind; the count of failed attempts starts anew.
  ///
  /// Nothing happens for somebody without an open episode, or when a later contact is known.
  package static func contactMade(
    with person: PersonID, on day: CalendarDate, in transaction: WriteTransaction
  ) throws {
    guard let before = try open(of: person, in: transaction.connection) else { return }
    var episode = before
    recordContact(on: day, in: &episode)
    guard episode != before else { return }
    try save(episode, was: before, because: nil, on: day, in: transaction)
  }

  static func recordContact(on day: CalendarDate, in episode: inout Episode) {
    if let last = episode.lastContact, last > day { return }
    episode.lastContact = day
    episode.failedAttempts = 0
  }

  /// Writes what has changed, with a line of history when there are words for it.
  @discardableResult
  static func save(
    _ episode: Episode, was before: Episode, because event: String?, on day: CalendarDate,
    _ note: String = "", in transaction: WriteTransaction
  ) throws -> Episode {
    guard episode != before else { return before }
    let record = AuditedRecord(before.id.ref)
    let next = try transaction.nextRevision(
      table: "episode", id: before.id.rawValue, expected: before.revision, of: record)
    try transaction.connection.execute(
      """
      UPDATE episode
      SET state = ?, entry_point = ?, opened = ?, worker = ?, voluntary_explained = ?, no_alternative_explained = ?, joined = ?,
          prison = ?, last_contact = ?, silent_since = ?, failed_attempts = ?, closed = ?,
          closure_reason = ?, closure_note = ?
      WHERE id = ?
      """, episode.state, episode.entryPoint, episode.opened, episode.worker,
      episode.voluntaryExplained, episode.noAlternativeExplained, episode.joined, episode.prison,
      episode.lastContact,
      episode.silentSince, episode.failedAttempts, episode.closed, episode.closureReason,
      episode.closureNote, before.id)
    if let event {
      try tell(
        event, of: before.id, from: before.state, to: episode.state, on: day, note,
        in: transaction)
    }
    try transaction.audit(
      AuditEvent(
        .changed, person: before.person, record: record, from: before.revision, to: next,
        changes: changes(from: before, to: episode)))
    return try found(before.id, in: transaction.connection)
  }

  private static func changes(from old: Episode, to new: Episode) -> [FieldChange] {
    [
      FieldChange("state", from: old.state, to: new.state),
      FieldChange("entry-point", from: old.entryPoint, to: new.entryPoint),
      FieldChange("opened", from: old.opened, to: new.opened),
      FieldChange("worker", from: old.worker, to: new.worker),
      FieldChange("voluntary", from: old.voluntaryExplained, to: new.voluntaryExplained),
      FieldChange(
        "no-alternative", from: old.noAlternativeExplained, to: new.noAlternativeExplained),
      FieldChange("joined", from: old.joined, to: new.joined),
      FieldChange("prison", from: old.prison, to: new.prison),
      FieldChange("last-contact", from: old.lastContact, to: new.lastContact),
      FieldChange("failed-attempts", from: old.failedAttempts, to: new.failedAttempts),
      FieldChange("closed", from: old.closed, to: new.closed),
      FieldChange("reason", from: old.closureReason, to: new.closureReason),
      FieldChange("note", from: old.closureNote, to: new.closureNote),
    ]
  }

  private static func tell(
    _ event: String, of id: EpisodeID, from: EpisodeState?, to: EpisodeState, on day: CalendarDate,
    _ note: String, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      INSERT INTO episode_event (episode, event, from_state, to_state, on_day, note, worker,
                                 recorded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, id, event, from, to, day, note, transaction.attribution.worker,
      transaction.attribution.at)
  }

  private static func found(_ id: EpisodeID, in records: Connection) throws -> Episode {
    let episode = try one(id, in: records).orNotFound()
    return episode
  }
}
