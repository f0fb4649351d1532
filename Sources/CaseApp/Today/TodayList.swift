package import CaseRules

/// Home: everything that is due now, in the order the worker's role needs it.
package struct TodayList: ListPlace {
  package var listing = Listing<TodayLine>()
  package private(set) var summary = TodaySummary()
  private let role: Role
  private let order: TodayOrder

  package init(role: Role) {
    self.role = role
    order = TodayOrder(role: role)
  }

  package var title: String { "Today" }

  package func request(in context: AppContext) -> ReadRequest? { .today }

  package mutating func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<TodayLine>? {
    guard case .today(let view) = answer else { return nil }
    summary = TodaySummary(view, for: context.session.worker, at: context.now)
    return RowPage(whole: order.lines(of: view, at: context.now))
  }

  /// "3 in custody, 1 trigger not seen, 2 overdue, 4 due today".
  package var headWords: String? { headWordings.first }

  package var headWordings: [String] {
    guard phase == .loaded, narrow.isEmpty else { return [] }
    let changed = changedCount > 0 ? "\(changedCount) changed *   " : ""
    return [summary.words, summary.shortWords].map { changed + $0 }
  }

  package var emptyWords: EmptyWords {
    switch role {
    case .aud: EmptyWords("Nothing is due for you.", .trail, does: "opens the trail")
    case .sm: EmptyWords("Nothing is due for you.", .figures, does: "shows the figures")
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .sup, .supt, .adm:
      EmptyWords("Nothing is due.", .newArrival, does: "records an arrival")
    }
  }
}
