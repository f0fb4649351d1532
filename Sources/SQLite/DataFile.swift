/// Opens a data file for a session: folder, gate, file, schema, in that order.
package enum DataFile {
  /// What to do about a file that is not there.
  package enum Missing: Sendable {
    case isCreated
    case isRefused
  }

  /// Opens for writing; all of it inside the gate.
  ///
  /// The label says who opens it, for those who wait; `mode` are the permissions of a new file and
  /// its gate. Throws `SQLiteError`; a file that is refused has not been changed.
  package static func open(
    _ path: String, as label: String, migrator: Migrator, missing: Missing = .isCreated,
    placement: DatabaseFiles.Placement = .localOnly, mode: UInt32 = 0o600,
    patience: Double = WriterGate.patience
  ) throws -> (writer: Writer, outcome: Migrator.Outcome) {
    let files = DatabaseFiles(path: path)
    switch missing {
    case .isCreated: try files.makeFolder()
    case .isRefused where !files.exists: throw SQLiteError(.fileMissing)
    case .isRefused: break
    }
    try files.checkFolder(placement)
    let gate = try WriterGate(of: files, mode: mode)
    return try gate.hold(as: label, patience: patience) {
      if !files.exists { try files.makeFile(mode: mode) }
      let connection = try Connection(
        path: path, for: .writing, placement: placement, applicationID: migrator.applicationID)
      let outcome = try migrator.run(on: connection)
      let writer = Writer(connection, gate: gate, label: label)
      writer.patience = patience
      return (writer, outcome)
    }
  }

  /// Opens a file for reading, if it is there and needs nothing done before.
  ///
  /// Nil when it has to be made, upgraded or opened for writing first, or may only be read: `open`
  /// does that, or has the error for it. The gate is held meanwhile, because whoever comes first to
  /// a file may have to put its `-wal` in order.
  package static func openCurrent(
    _ path: String, as label: String, migrator: @autoclosure () -> Migrator,
    placement: DatabaseFiles.Placement = .localOnly, patience: Double = WriterGate.patience
  ) throws -> Connection? {
    let files = DatabaseFiles(path: path)
    guard files.exists else { return nil }
    try files.checkFolder(placement)
    let gate = try WriterGate(of: files)
    return try gate.hold(as: label, patience: patience) {
      guard files.isInUse else { return nil }
      let connection = try Connection(path: path, for: .reading, placement: placement)
      guard !connection.isReadOnly, try migrator().isCurrent(connection) else { return nil }
      return connection
    }
  }
}
