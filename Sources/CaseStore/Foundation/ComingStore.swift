import SQLite

/// A data file that is being opened for reading, while the caller does something else.
package struct ComingStore: Sendable {
  /// Runs on the reading thread; whoever asks has the answer come back to where it is needed.
  package typealias FirstQuestion = @Sendable (FirstReading) -> Void

  let plan: WritingSeat.Plan
  let missing: DataFile.Missing
  let reader: Confined<Connection>
  private let first: FirstQuestion?

  /// Begins, and returns at once.
  ///
  /// What is asked `first` is asked as soon as the file is open, whoever else waits for it.
  init(_ plan: WritingSeat.Plan, missing: DataFile.Missing, first: FirstQuestion?) throws {
    self.plan = plan
    self.missing = missing
    self.first = first
    reader = try Confined(starting: "store-read") {
      let reader = try DataFile.openCurrent(
        plan.path, as: plan.label, migrator: plan.migrator(), placement: plan.placement,
        patience: plan.patience)
      guard let reader else { throw SQLiteError(.fileMissing) }
      return reader
    }
    ask(on: reader)
    // Made here meanwhile, for the thread that will ask for it.
    _ = plan.migrator()
  }

  /// A file that has to be there, or one that is made when it is not.
  package init(
    _ path: String, as label: String, isMade: Bool, at workplace: Workplace?,
    first: @escaping FirstQuestion
  ) throws {
    try self.init(
      WritingSeat.Plan(
        path: path, label: label, placement: .localOnly, migrator: { Schema.migrator },
        patience: WriterGate.patience, workplace: workplace),
      missing: isMade ? .isCreated : .isRefused, first: first)
  }

  /// Waits; false when there is something to be done before anybody can read: the writer does it, or
  /// has the words for why it cannot be done.
  func isCurrent() throws -> Bool {
    do {
      try reader.ready()
      return true
    } catch let error as SQLiteError {
      // Whoever waited for the gate in vain does not wait for it once more.
      if case .busy = error.trouble { throw error }
      return false
    }
  }

  func ask(on reader: Confined<Connection>) {
    guard let first else { return }
    reader.submit { first(FirstReading($0, on: reader)) }
  }
}
