package import CaseRules

/// The bronze actions that somebody has to do something about, what is pending first (INT-026).
package struct BronzeList: ListPlace {
  package var listing = Listing<BronzeLine>()

  package init() {}

  package var title: String { "Bronze actions" }
  package func request(in context: AppContext) -> ReadRequest? { .bronzes }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<BronzeLine>? {
    guard case .bronzes(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No bronze action is open. A report that is judged valid opens one.")
  }
}

extension BronzeLine: ListLine {
  package var id: RecordRef { ref }
  package var title: String { "\(ref.text)  \(subjectName)" }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { ref }
  package var group: ListGroup? { ListGroup(BronzeLine.place(of: state), state.title) }

  package var spelled: [String] {
    [ref.text, subjectName, grades, kind.map { "letter \($0.code)" } ?? "", state.title, nextWords]
  }

  private static func place(of state: BronzeState) -> Int {
    switch state {
    case .pending: 0
    case .furtherAction: 1
    case .dropOut: 2
    case .authorised: 3
    case .served: 4
    case .humanRightsTest: 5
    case .research: 6
    case .inTreatment: 7
    case .closedOtherOption, .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained: 8
    }
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
