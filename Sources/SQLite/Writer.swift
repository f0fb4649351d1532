import CSQLite

/// The one way to write: gate, transaction, checkpoint, in that order, on one connection.
package final class Writer {
  /// A `-wal` file longer than this many pages is copied into the database after the save.
  private static let checkpointAbove = 1_000

  package let connection: Connection
  package let gate: WriterGate
  /// Who is named to those who wait for this session.
  package var label: String
  /// Seconds to wait for the gate, and at most ten of them for a tool that does not know the gate.
  package var patience = WriterGate.patience {
    didSet { sqlite3_busy_timeout(connection.handle, busyTimeout) }
  }

  private var busyTimeout: Int32 { Int32(max(0, min(10, patience)) * 1_000) }

  /// Joins a connection to the gate of its file.
  package init(_ connection: Connection, gate: WriterGate, label: String) {
    self.connection = connection
    self.gate = gate
    self.label = label
  }

  /// Does the body in one transaction; at the first error nothing of it stays.
  ///
  /// The `saveID` names the save; `outcomeUnknown` carries it when COMMIT itself fails. Otherwise it
  /// throws what the body throws, or the first `SQLiteError`.
  package func write<Answer>(
    saveID: String? = nil, _ body: (Connection) throws -> Answer
  ) throws -> Answer {
    try gate.hold(as: label, patience: patience) {
      let answer = try connection.writeInsideGate(saveID: saveID, body)
      if connection.pagesInWAL > Writer.checkpointAbove { checkpoint() }
      return answer
    }
  }

  /// Empties the `-wal` file if nobody is reading from it, so that deleted words do not linger.
  ///
  /// Does what it can without waiting; true when the file is empty now.
  package func truncateWAL() throws -> Bool {
    try gate.hold(as: label, patience: patience) {
      try connection.checkIdentity()
      sqlite3_busy_timeout(connection.handle, 0)
      defer { sqlite3_busy_timeout(connection.handle, busyTimeout) }
      return sqlite3_wal_checkpoint_v2(
        connection.handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK
    }
  }

  /// The save is in the file already, so a checkpoint that fails changes nothing for it; the next
  /// save tries again.
  private func checkpoint() {
    sqlite3_wal_checkpoint_v2(connection.handle, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }
}
