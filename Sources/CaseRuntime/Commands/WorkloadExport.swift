import CaseRules
import CaseStore

/// `export workloads`: how the clients are shared out, without their names.
enum WorkloadExport {
  static let command = Command(
    "export workloads", "list every worker's clients in figures",
    description: """
      Every worker who takes clients, with how many they have, how many of these are in prison or at \
      risk of losing contact (PPL-024), what is overdue, which handovers wait (PPL-012), and who \
      covers for whoever is away. No client is named, unless in the note of a cover, which stands as \
      it was written.

      \(ExportCommand.notes)
      """,
    operands: [ExportCommand.file],
    options: [OutputFormat.option(ExportCommand.formats)] + LargeExports.options
  ) { invocation, console in
    try ExportCommand.run(.workloads, columns, invocation, console) {
      records, context, cells, add in
      let lines = try records.store.read { try Workloads.lines(in: $0, context) }
      for line in lines { try add(row(line, cells), []) }
      return lines.count
    }
  }

  private static let counted = [
    "clients", "in_prison", "clients_at_risk", "overdue", "handovers_asked", "handovers_leaving",
  ]
  static let columns = ExportCommand.columns(
    "worker name role team at_work clients in_prison clients_at_risk overdue handovers_asked "
      + "handovers_leaving away_from away_until covered_by cover_note", numbers: counted)

  static func row(_ line: WorkloadLine, _ cells: Cells) -> [String?] {
    let (worker, cover) = (line.worker, line.cover)
    return [
      worker.id.ref.text, worker.name, worker.role.code, worker.team, cells.yesNo(worker.active),
      String(line.clients), String(line.inCustody), String(line.atRisk), String(line.overdue),
      String(line.asked), String(line.leaving), cells.date(cover?.from), cells.date(cover?.until),
      cover?.byName, cover?.note,
    ]
  }
}
