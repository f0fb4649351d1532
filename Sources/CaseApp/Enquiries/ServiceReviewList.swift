package import CaseRules

/// PPL-055: a month of the helpline in figures.
package struct ServiceReviewList: MonthListPlace {
  package var listing = Listing<ServiceReview.Line>()
  /// The first day of the month shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "Service review, " + month.monthWords }
  package func request(in context: AppContext) -> ReadRequest? { .serviceReview(month) }

  package func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<ServiceReview.Line>? {
    guard case .serviceReview(let review) = answer else { return nil }
    return RowPage(whole: review.lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nothing was counted in this month.", .earlier, does: "shows the month before")
  }
}

extension ServiceReview.Line: ListLine {
  package struct ID: Hashable, Sendable {
    let part: ServiceReview.Part
    let label: String
  }

  package var id: ID { ID(part: part, label: label) }
  package var group: ListGroup? {
    ListGroup(ServiceReview.Part.allCases.firstIndex(of: part) ?? 0, part.words)
  }
  package var title: String { label }
  package var spelled: [String] { [label, part.words] }
  package var opens: Opening { .nothing("These are counts; there is no record behind them.") }
  package var subject: RecordRef? { nil }
  package var client: RecordRef? { nil }
}
