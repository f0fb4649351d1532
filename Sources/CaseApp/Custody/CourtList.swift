package import CaseRules

/// CUS-013: the morning list of each court on a day.
package struct CourtList: DayListPlace {
  package var listing = Listing<CourtLine>()
  package var day: CalendarDate

  package init(day: CalendarDate) { self.day = day }

  package var title: String { "Court list, " + day.ukWithWeekday }

  package func request(in context: AppContext) -> ReadRequest? { .courtList(day) }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CourtLine>? {
    guard case .courtList(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nobody is on the court list for \(day.ukWithWeekday).", .later, does: "next day")
  }
}

extension CourtLine: ListLine {
  package var id: RecordRef { ref }
  package var group: ListGroup? { ListGroup(0, court) }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }

  package var spelled: [String] {
    [ref.text, court, hearing.uk, suite, name ?? "", onBail ? "on bail" : "in custody"]
  }

  package static var sortColumns: [SortColumn<CourtLine>] {
    [.moments("Hearing") { $0.hearing }, .words("Name") { $0.name }, .words("From") { $0.suite }]
  }
}
