package import CaseRules

/// CUS-012: who comes back to a police station on a day.
package struct BailReturnList: DayListPlace {
  package var listing = Listing<BailReturnLine>()
  package var day: CalendarDate

  package init(day: CalendarDate) { self.day = day }

  package var title: String { "Bail returns, " + day.ukWithWeekday }

  package func request(in context: AppContext) -> ReadRequest? { .bailReturns(day) }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<BailReturnLine>? {
    guard case .bailReturns(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nobody returns on bail on \(day.ukWithWeekday).", .later, does: "next day")
  }
}

extension BailReturnLine: ListLine {
  package var id: RecordRef { ref }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }

  package var spelled: [String] {
    [ref.text, suite, returnAt.uk, bailedAt.uk, name ?? "", isTrigger ? "trigger" : ""]
  }

  package static var sortColumns: [SortColumn<BailReturnLine>] {
    [
      .moments("Returns") { $0.returnAt }, .words("Suite") { $0.suite },
      .words("Name") { $0.name }, .moments("Bailed") { $0.bailedAt },
    ]
  }
}
