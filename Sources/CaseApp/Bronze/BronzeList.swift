package import CaseRules

/// The bronze actions that somebody has to do something about, what is pending first (INT-026); or
/// those that are settled, or all of them.
package struct BronzeList: ListPlace {
  package var listing = Listing<BronzeLine>()
  package let scope: BronzeScope

  package init(_ scope: BronzeScope = .open) { self.scope = scope }

  package var title: String {
    switch scope {
    case .open: "Bronze actions"
    case .settled: "Bronze actions, settled"
    case .all: "Bronze actions, all"
    }
  }

  package func request(in context: AppContext) -> ReadRequest? { .bronzes(scope) }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard turn == .departed else { return false }
    self = BronzeList(scope.next)
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn == .departed }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<BronzeLine>? {
    guard case .bronzes(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    switch scope {
    case .open:
      EmptyWords("No bronze action is open. A report that is judged valid opens one.")
    case .settled: EmptyWords("No bronze action is settled yet.")
    case .all: EmptyWords("There is no bronze action. A report that is judged valid opens one.")
    }
  }
}

extension BronzeLine: ListLine {
  package var id: RecordRef { ref }
  package var title: String { "\(ref.text)  \(subjectName)" }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { ref }
  package var group: ListGroup? {
    ListGroup(BronzeState.listed.firstIndex(of: state) ?? 0, state.title)
  }

  package var spelled: [String] {
    [ref.text, subjectName, grades, kind.map { "letter \($0.code)" } ?? "", state.title, nextWords]
  }

  package static var sortColumns: [SortColumn<BronzeLine>] {
    [
      .words("Ref") { $0.ref.text }, .words("Subject") { $0.subjectName },
      .words("Grades") { $0.grades }, .words("Letter") { $0.kind?.code },
      .moments("Waiting") { $0.since }, .words("State") { $0.state.title },
      .days("Due") { $0.due },
    ]
  }
}
