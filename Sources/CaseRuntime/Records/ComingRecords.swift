import CaseStore

/// Records that are being opened, while the caller does something else.
package struct ComingRecords: Sendable {
  private let plan: OpeningPlan
  private let store: ComingStore
  private let look = EarlyAnswer<Result<FirstLook, any Error>>()

  /// Begins to open the file, and returns at once.
  ///
  /// - Throws: `CommandFailure` with the sentence for whatever stands in the way.
  package init(_ plan: OpeningPlan) throws {
    self.plan = plan
    store = try FailureWords.during(plan.path) { [look] in
      let isThere = PrivateFolder.exists(plan.path)
      switch plan.missing {
      case .refuse where !isThere:
        throw CommandFailure("There is no data file \(plan.path)")
      case .create where !isThere:
        try PrivateFolder.ensure(PrivateFolder.parent(of: plan.path), for: .records)
      case .refuse, .create: try PrivateFolder.checkFile(plan.path)
      }
      return try ComingStore(
        plan.path, as: plan.account, isMade: !isThere, at: plan.workplace
      ) { records in
        look.give(Result { try FirstLook.begin(plan, records) })
      }
    }
  }

  /// Waits for the file and for who is at work; throws what `init` throws.
  package func open() throws -> OpenRecords {
    try FailureWords.during(plan.path) {
      try OpenRecords.open(plan, StoreFile(store), look)
    }
  }
}
