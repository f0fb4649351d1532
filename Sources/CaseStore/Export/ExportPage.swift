package import CaseRules

/// Some rows of a list that is read out from end to end, and where to go on.
///
/// Read in pages of a few hundred, so that neither memory nor a reading transaction grows with the
/// list.
package struct ExportPage<Row: Sendable, Place: Sendable>: Sendable {
  package let rows: [Row]
  /// nil when these were the last.
  package let next: Place?

  init(_ rows: [Row], limit: Int, next: (Row) -> Place) {
    self.rows = rows
    self.next = rows.count < limit ? nil : rows.last.map(next)
  }

  /// For lists that are put together of several.
  init(_ rows: [Row], next: Place?) {
    self.rows = rows
    self.next = next
  }

  /// The same page with places of another type.
  package func map<Other: Sendable>(_ change: (Place) -> Other) -> ExportPage<Row, Other> {
    ExportPage<Row, Other>(rows, next: next.map(change))
  }
}

extension WriteTransaction {
  /// GEN-003: puts on the trail that a list has left the program.
  package func noteExport(of what: String, rows: Int) throws {
    try audit(AuditEvent(.exported, facts: [.init("what", what), .init("rows", rows)]))
  }
}

/// Whose rows a worker may take out of the program as a list with names.
package enum ExportScope: Equatable, Sendable {
  case everyone
  case own(WorkerID)

  /// By the function matrix: own cases for most, everybody's for team leaders.
  ///
  /// - Throws: `StoreError.refused` for roles that get no lists with names.
  package static func allowed(to worker: Worker) throws -> ExportScope {
    switch AccessMatrix.right(of: worker, to: .namedLists) {
    case .read, .recommend, .edit, .approve: return .everyone
    case .readOwn: return .own(worker.id)
    case .none, .ask:
      let why = AccessMatrix.whyNotRead(worker, .namedLists) ?? ""
      throw StoreError.refused([Finding("GEN-003", .blocks, why)])
    }
  }

  /// The same where the rows are read: nobody is handed more than their role allows.
  func check(_ context: RuleContext) throws {
    switch self {
    case .own(context.worker.id): _ = try ExportScope.allowed(to: context.worker)
    case .everyone, .own: try context.mustRead(.namedLists)
    }
  }
}
