package import CaseRules

/// The custody board: every suite, each in the order of CUS-007.
package struct BoardList: ListPlace {
  package var listing = Listing<BoardLine>()
  package private(set) var withDeparted = false

  package init() {}

  package var title: String { withDeparted ? "Custody board, with departed" : "Custody board" }

  package func request(in context: AppContext) -> ReadRequest? {
    .board(withDeparted: withDeparted)
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<BoardLine>? {
    guard case .board(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard turn == .departed else { return false }
    withDeparted.toggle()
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn == .departed }

  package var emptyWords: EmptyWords {
    EmptyWords("Nobody is in custody.", .newArrival, does: "records an arrival")
  }
}

extension BoardLine: ListLine {
  package var id: RecordRef { ref }
  package var group: ListGroup? { ListGroup(0, suite) }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }

  package var spelled: [String] {
    [
      ref.text, suite, cell, arrived.uk, isTrigger ? "trigger" : "", state.words,
      offer?.words ?? "", approach?.words ?? "", name ?? "", custodyNumber ?? "", offence ?? "",
      isPPO == true ? "PPO" : "", isDRR == true ? "DRR" : "", next?.name ?? "",
    ]
  }

  package static var sortColumns: [SortColumn<BoardLine>] {
    [
      .moments("Arrived") { $0.arrived },
      .words("Cell") { $0.cell },
      .words("State") { $0.state.words },
      .words("Name") { $0.name },
    ]
  }
}
