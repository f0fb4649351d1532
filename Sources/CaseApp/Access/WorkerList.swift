package import CaseRules

/// Who uses the program, and in which role.
package struct WorkerList: ListPlace {
  package var listing = Listing<Worker>()

  package init() {}

  package var title: String { "Workers" }
  package func request(in context: AppContext) -> ReadRequest? { .workers }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<Worker>? {
    guard case .workers(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nobody is listed.", .newWorker, does: "adds a worker")
  }
}

extension Worker: ListLine {
  package var spelled: [String] { [name, initials, role.title, role.code, team, agency] }
  package var opens: Opening { .form("worker", about: id.ref) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { id.ref }

  package static var sortColumns: [SortColumn<Worker>] {
    [
      .words("Name") { $0.name }, .words("Role") { $0.role.title }, .words("Team") { $0.team },
      .words("Agency") { $0.agency },
    ]
  }
}
