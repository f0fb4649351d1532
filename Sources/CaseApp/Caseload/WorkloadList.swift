package import CaseRules

/// How the clients are shared out between the workers.
package struct WorkloadList: ListPlace {
  package var listing = Listing<WorkloadLine>()

  package init() {}

  package var title: String { "Workloads" }
  package func request(in context: AppContext) -> ReadRequest? { .workloads }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<WorkloadLine>? {
    guard case .workloads(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  /// "4 workers, 233 clients, 12 at risk, 3 overdue of their own".
  ///
  /// What a role owes, or somebody outside, is on the list of deadlines alone.
  package var headWords: String? {
    guard phase == .loaded else { return nil }
    let lines = (0..<listing.count).compactMap { listing.line($0) }
    let parts = [
      Digits.counted(lines.count, "worker"),
      Digits.counted(lines.reduce(0) { $0 + $1.clients }, "client"),
      "\(lines.reduce(0) { $0 + $1.atRisk }) at risk",
      "\(lines.reduce(0) { $0 + $1.overdue }) overdue of their own",
    ]
    return parts.joined(separator: ", ")
  }

  package var emptyWords: EmptyWords {
    EmptyWords(
      "Nobody takes clients yet. An administrator adds workers.", .workers, does: "lists them")
  }
}

extension WorkloadLine: ListLine {
  package var id: RecordRef { worker.id.ref }
  package var opens: Opening { .clients(of: worker.id, name: worker.name) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { worker.id.ref }
  package var spelled: [String] {
    [worker.name, worker.role.title, worker.role.code, worker.team, cover?.byName ?? ""]
  }

  package static var sortColumns: [SortColumn<WorkloadLine>] {
    [
      .words("Worker") { $0.worker.name }, .words("Team") { $0.worker.team },
      .numbers("Clients") { $0.clients }, .numbers("At risk") { $0.atRisk },
      .numbers("Overdue") { $0.overdue },
    ]
  }
}
