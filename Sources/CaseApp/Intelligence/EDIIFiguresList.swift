package import CaseRules

/// INT-050, INT-052: a month of early intervention in figures, without names.
package struct EDIIFiguresList: MonthListPlace {
  package var listing = Listing<EDIIFigures.Line>()
  /// The first day of the month shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "EDII figures, " + month.monthWords }
  package func request(in context: AppContext) -> ReadRequest? {
    .ediiFigures(from: month, to: month.adding(months: 1).adding(days: -1))
  }

  package func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<EDIIFigures.Line>? {
    guard case .ediiFigures(let figures) = answer else { return nil }
    return RowPage(whole: figures.lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nothing was counted in this month.", .earlier, does: "shows the month before")
  }
}

extension EDIIFigures.Line: ListLine {
  package struct ID: Hashable, Sendable {
    let part: EDIIFigures.Part
    let label: String
  }

  package var id: ID { ID(part: part, label: label) }
  package var group: ListGroup? {
    ListGroup(EDIIFigures.Part.allCases.firstIndex(of: part) ?? 0, part.words)
  }
  package var title: String { label }
  package var spelled: [String] { [label, part.words] }
  package var opens: Opening { .nothing("These are counts; there is no record behind them.") }
  package var subject: RecordRef? { nil }
  package var client: RecordRef? { nil }
}
