import CaseApp
import CaseRules

/// GEN-003: a list with names that came to the front is put on the trail, once each time it is
/// opened, with how many rows it held.
struct ShownLists {
  private enum Place: Hashable {
    case pane(PaneID)
    case page(PageID)
  }

  /// What the list is called on the trail, and how many rows it held.
  struct Listing: Equatable {
    let what: String
    let rows: Int
  }

  private var noted: Set<Place> = []

  /// The list that has just come to the front; nil when there is none that names people.
  mutating func next(in state: AppState) -> Listing? {
    forget(state)
    guard let list = state.front, let what = Self.name(of: list) else { return nil }
    let place: Place = state.pages.last.map { .page($0.id) } ?? .pane(state.pane)
    guard !noted.contains(place), list.place.phase == .loaded else { return nil }
    noted.insert(place)
    return Listing(what: what, rows: list.place.shownCount)
  }

  /// A page that was closed is another when it is opened again; a pane that was left, too.
  private mutating func forget(_ state: AppState) {
    let open = Set(state.pages.map { Place.page($0.id) } + [.pane(state.pane)])
    noted.formIntersection(open)
  }

  /// Nil for lists without people; records and the trail put themselves on it.
  private static func name(of list: WorkList) -> String? {
    switch list {
    case .today: "today"
    case .board: "custody board"
    case .caseload: "caseload"
    case .diary: "appointments"
    case .missed: "missed appointments"
    case .people: "people"
    case .court: "court list"
    case .bailReturns: "bail returns"
    case .flaggedOffers: "flagged offers"
    case .due: "deadlines"
    case .referrals: "referrals"
    case .calls: "calls"
    case .possibleRecords: "possible records"
    case .exceptionalAccess: "exceptional access"
    case .bronze: "bronze actions"
    case .intelligence: "intelligence reports"
    case .unfinished, .figures, .settings, .codes, .holidays, .officers, .suites, .workers,
      .workloads, .proposals, .directory, .callTakers, .serviceReview, .edii, .ediiFigures, .trail,
      .record:
      nil
    }
  }
}
