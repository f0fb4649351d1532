package import CaseRules

/// PPL-055: a month of the helpline in figures.
package struct ServiceReviewList: MonthCountsPlace {
  package var listing = Listing<ServiceReview.Line>()
  /// The first day of the month shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "Service review, " + month.monthWords }
  package func request(in context: AppContext) -> ReadRequest? { .serviceReview(month) }

  package func figures(in answer: ReadAnswer) -> [ServiceReview.Line]? {
    guard case .serviceReview(let review) = answer else { return nil }
    return review.lines
  }
}

extension ServiceReview.Part: CountPart {}
extension ServiceReview.Line: CountLine {}
