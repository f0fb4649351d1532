package import CaseRules

/// What is in front of the worker: the top page, or the pane that has the keys.
extension AppState {
  package var topPage: Page? { pages.last }

  /// The list in front; nil while a form has the keys.
  package var front: WorkList? {
    guard let page = pages.last else { return panes[pane] }
    switch page.content {
    case .list(let list): return list
    case .form: return nil
    }
  }

  package var frontPlace: (any ListPlace)? { front?.place }

  package var isFormOpen: Bool {
    switch pages.last?.content {
    case .form: true
    case .list, nil: false
    }
  }

  /// The record whose page is in front.
  package var openRecord: RecordRef? { pages.last?.record }

  /// The pane's list, whatever is open above it.
  package func list(_ pane: PaneID) -> WorkList? { panes[pane] }

  mutating func changeFront<Result>(_ body: (inout any ListPlace) -> Result) -> Result? {
    guard let index = pages.indices.last else { return panes[pane]?.change(body) }
    switch pages[index].content {
    case .list(var list):
      let result = list.change(body)
      pages[index].content = .list(list)
      return result
    case .form: return nil
    }
  }

  /// Reads the list in front from the records again.
  mutating func readFront(_ landing: Landing, in context: AppContext) -> [AppEffect] {
    guard let page = pages.last else { return read(pane, landing, in: context) }
    return read(page.id, landing, in: context)
  }

  /// Asks for more rows where the hand comes near the end of what a long list has.
  mutating func readAhead(rows: Int) -> [AppEffect] {
    guard let (request, landing) = changeFront({ $0.readAhead(rows: rows) }) ?? nil else {
      return []
    }
    return [.read(request, tickets.issue(frontRoute(landing)))]
  }

  func frontRoute(_ landing: Landing) -> TicketBook.Route {
    pages.last.map { .page($0.id, landing) } ?? .pane(pane, landing)
  }
}
