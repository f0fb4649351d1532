package import CaseRules

/// CUS-001 to CUS-004: the offers of a month that a team leader should look into.
package struct FlaggedOfferList: MonthListPlace {
  package var listing = Listing<FlaggedOfferLine>()
  /// Its first day.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "Flagged offers, \(month.monthWords)" }

  package func request(in context: AppContext) -> ReadRequest? {
    .flaggedOffers(from: month, to: month.adding(months: 1).adding(days: -1))
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<FlaggedOfferLine>? {
    guard case .flaggedOffers(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords(
      "No offer of \(month.monthWords) is flagged.", .earlier, does: "shows the month before")
  }
}

extension FlaggedOfferLine: ListLine {
  package var id: RecordRef { ref }
  package var opens: Opening { .record(ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }

  package var spelled: [String] {
    [
      ref.text, suite, cell, arrived.uk, offer?.words ?? "no offer", flagWords, officer ?? "",
      name ?? "", isTrigger ? "trigger" : "",
    ] + flags.map(\.rawValue)
  }

  package static var sortColumns: [SortColumn<FlaggedOfferLine>] {
    [
      .moments("Arrived") { $0.arrived }, .words("Suite") { $0.suite },
      .words("Why") { $0.flagWords }, .words("Officer") { $0.officer },
    ]
  }
}
