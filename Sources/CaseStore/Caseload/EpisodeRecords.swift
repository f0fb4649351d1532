package import CaseRules
package import SQLite

/// People's time with the team, each from first contact to the close.
package enum EpisodeRecords {
  package static func one(_ id: EpisodeID, in records: Connection) throws -> Episode? {
    try records.first(columns + " WHERE episode.id = ?", id, row: episode(row:))
  }

  /// PPL-009: the one that is open, if any.
  package static func open(of person: PersonID, in records: Connection) throws -> Episode? {
    try records.first(
      columns + " WHERE episode.person = ? AND episode.closed IS NULL", person, row: episode(row:))
  }

  /// All of a person's, newest first.
  package static func all(of person: PersonID, in records: Connection) throws -> [Episode] {
    try records.query(
      columns + " WHERE episode.person = ? ORDER BY episode.id DESC", person, row: episode(row:))
  }

  /// What happened in an episode, oldest first.
  package static func events(
    of id: EpisodeID, in records: Connection
  ) throws
    -> [EpisodeHistoryLine]
  {
    try records.query(
      """
      SELECT event, from_state, to_state, on_day, note, name, recorded
      FROM episode_event JOIN worker ON worker.id = episode_event.worker
      WHERE episode = ? ORDER BY episode_event.id
      """, id
    ) { row in
      EpisodeHistoryLine(
        event: try row.text(0), from: try row.get(1), to: try row.get(2), on: try row.get(3),
        note: try row.text(4), by: try row.text(5), recorded: try row.get(6))
    }
  }

  static let columns = """
    SELECT episode.id, episode.person, episode.state, episode.entry_point, episode.opened,
           episode.worker, worker.name, episode.joined, episode.closed, episode.closure_reason,
           episode.closure_note, episode.voluntary_explained, episode.no_alternative_explained,
           episode.last_contact, episode.failed_attempts, episode.previous, episode.revision,
           episode.prison, worker.role
    FROM episode JOIN worker ON worker.id = episode.worker
    """

  static func episode(row: Row) throws -> Episode {
    Episode(
      id: try row.get(0), person: try row.get(1), state: try row.get(2), entryPoint: try row.get(3),
      opened: try row.get(4), worker: try row.get(5), workerName: try row.text(6),
      joined: try row.get(7), closed: try row.get(8), closureReason: try row.get(9),
      closureNote: try row.text(10), voluntaryExplained: try row.bool(11),
      noAlternativeExplained: try row.bool(12), lastContact: try row.get(13),
      failedAttempts: try row.int(14), previous: try row.get(15), revision: try row.int(16),
      prison: try row.text(17), workerRole: try row.get(18))
  }
}
