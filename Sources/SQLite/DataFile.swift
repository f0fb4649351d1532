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
  /// its gate. `alongside` is called in the gate when the file has been in use already, before it is
  /// opened here, so that a reader can open it at the same time. Throws `SQLiteError`; a file that is
  /// refused has not been changed.
  package static func open(
    _ path: String, as label: String, migrator: Migrator, missing: Missing = .isCreated,
    placement: DatabaseFiles.Placement = .localOnly, mode: UInt32 = 0o600,
    patience: Double = WriterGate.patience, alongside: () throws -> Void = {}
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
      if files.isInUse { try alongside() }
      if !files.exists { try files.makeFile(mode: mode) }
      let connection = try Connection(
        path: path, for: .writing, placement: placement, applicationID: migrator.applicationID)
      let outcome = try migrator.run(on: connection)
      let writer = Writer(connection, gate: gate, label: label)
      writer.patience = patience
      return (writer, outcome)
    }
  }
}
