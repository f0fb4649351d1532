import CaseApp
import CaseRules
import CaseStore

/// Rows that are on the screen, as a file: the same columns as `export`, the same rights, the same
/// two people where there are many.
extension EffectRunner {
  func exportList(_ rows: ShownRows, _ format: ListFormat, _ ticket: Ticket) {
    let (context, folder) = (context, records.exportFolder)
    let output = OutputFormat(rawValue: format.rawValue) ?? .csv
    let what = rows.list.rawValue
    let name = PaperFile.name(ofExport: rows.list, at: context.now, suffix: format.rawValue)
    change(ticket) { transaction -> ListTable.Asked in
      do {
        let table = try ListTable(rows, Cells(format: output), in: transaction, context)
        try transaction.agree(to: rows.list, naming: table.people.count, in: context)
        try transaction.noteExport(of: "\(what), from the screen", rows: table.rows.count)
        return .allowed(table)
      } catch {
        guard let finding = Viewing.refusal(error) else { throw error }
        try transaction.noteRefusedListing(of: "export \(what)", finding)
        return .refused(.failed(TroubleWording.trouble(error)))
      }
    } then: { asked in
      switch asked {
      case .refused(let refusal): refusal
      case .allowed(let table): .read(.printed(try table.write(output, to: name, in: folder)))
      }
    }
  }
}

/// A list as it goes to a file.
private struct ListTable: Sendable {
  enum Asked: Sendable {
    case allowed(ListTable)
    case refused(Reply)
  }

  let columns: [RowOutput.Column]
  let rows: [[String?]]
  let people: Set<RecordRef>

  /// - Throws: `StoreError.refused` where some of the rows are not the worker's own to take out.
  init(
    _ shown: ShownRows, _ cells: Cells, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let scope = try ExportScope.allowed(to: context.worker)
    switch shown {
    case .caseload(let lines):
      try ListTable.check(lines.map { $0.workerID == context.worker.id }, scope)
      columns = ExportCommand.caseloadColumns
      rows = lines.map { ExportCommand.row($0, cells) }
      people = Set(lines.map(\.person))
    case .appointments(let lines):
      let booked = try AppointmentExport.lines(
        lines.map(\.ref), in: transaction.connection, context)
      try ListTable.check(booked.map(\.isOwn), scope)
      columns = ExportCommand.appointmentColumns
      rows = booked.map { line in
        switch line.booked {
        case .onFile(let appointment): ExportCommand.row(appointment, cells)
        case .caller(let caller): ExportCommand.row(caller, cells)
        }
      }
      people = Set(booked.map(\.named))
    case .workloads(let lines):
      let now = Dictionary(
        uniqueKeysWithValues: try Workloads.lines(in: transaction.connection, context)
          .map { ($0.worker.id, $0) })
      columns = WorkloadExport.columns
      rows = lines.map { WorkloadExport.row(now[$0.worker.id] ?? $0, cells) }
      people = []
    }
  }

  /// GEN-003: own cases for most; whoever reads everybody's takes out everybody's.
  private static func check(_ isOwn: [Bool], _ scope: ExportScope) throws {
    let others = isOwn.count { !$0 }
    switch scope {
    case .everyone: return
    case .own:
      guard others > 0 else { return }
      throw StoreError.refused([
        Finding(
          "GEN-003", .blocks,
          "\(others) of these \(Digits.counted(isOwn.count, "row")) "
            + "\(others == 1 ? "is" : "are") not of your own cases: only those leave with you")
      ])
    }
  }

  func write(_ format: OutputFormat, to name: String, in folder: String) throws -> String {
    try PaperFile.write(to: name, in: folder) { file in
      var table = RowOutput(columns, as: format, on: file)
      for row in rows { try table.add(row) }
      try table.finish()
    }
  }
}
