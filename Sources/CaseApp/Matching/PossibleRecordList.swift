package import CaseRules

/// PPL-004: pairs of records that may be of one person, the worker's own or everybody's.
package struct PossibleRecordList: EveryonePlace {
  package var listing = Listing<PossibleRecordLine>()
  package var everyone: Bool

  package init(everyone: Bool) { self.everyone = everyone }

  package var title: String { "Possible records, " + (everyone ? "everybody" : "mine") }

  package func request(in context: AppContext) -> ReadRequest? {
    .possibleRecords(everyone: everyone)
  }

  package func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<PossibleRecordLine>? {
    guard case .possibleRecords(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    everyone
      ? EmptyWords("No two records wait to be looked at.")
      : EmptyWords("None of yours wait.", .showEveryone, does: "shows everybody's")
  }
}

extension PossibleRecordLine: ListLine {
  package var id: RecordRef { pair.ref }
  package var title: String { pair.heading }
  package var opens: Opening { .record(pair.ref) }
  package var subject: RecordRef? { pair.ref }
  /// It is about two people, and nobody knows yet whether they are one.
  package var client: RecordRef? { nil }

  package var group: ListGroup? {
    switch pair.state {
    case .confirmed: ListGroup(0, "The same person, to be merged")
    case .pending, .rejected, .merged: ListGroup(1, "One person or two?")
    }
  }

  package var spelled: [String] {
    [
      pair.ref.text, pair.older.name.display, pair.older.id.ref.text, pair.newer.name.display,
      pair.newer.id.ref.text, pair.because, pair.found.date.uk, pair.foundBy, pair.state.words,
      olderWorker ?? "", newerWorker ?? "",
    ]
  }

  package static var sortColumns: [SortColumn<PossibleRecordLine>] {
    [
      .words("On file") { $0.pair.older.name.display },
      .words("May be") { $0.pair.newer.name.display }, .words("Why") { $0.pair.because },
      .moments("Found") { $0.pair.found }, .words("Worker") { $0.olderWorker ?? $0.newerWorker },
    ]
  }
}
