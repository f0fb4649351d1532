package import CaseRules

/// A place whose work is one list: Today, a pane, a work list, a record's page.
package protocol ListPlace: Equatable, Sendable {
  associatedtype Line: ListLine

  var listing: Listing<Line> { get set }
  /// As in the title row: "Custody board".
  var title: String { get }
  /// The question that fills it; nil where the list is made from what the session knows.
  func request(in context: AppContext) -> ReadRequest?
  /// The question for one part of a long list; nil where the list is read whole.
  func request(for page: PageRequest) -> ReadRequest?
  /// The place of a row in a long list.
  func key(of line: Line) -> PageKey?
  /// What fills the list from an answer; nil when the answer belongs to another place.
  mutating func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<Line>?
  /// Goes a day, a month or another set of rows on or back; false where there is none.
  mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool
  /// Whether it has another day, month or choice of rows like this.
  func canTurn(_ turn: ListTurn) -> Bool
  /// The rows of a list that is made from what the session knows; nil where records are asked.
  func lines(from session: Session) -> [Line]?
  /// The record the actions menu is about.
  var subject: RecordRef? { get }
  /// The person it is about, where the worker may know.
  var client: RecordRef? { get }
  /// The appointment of the row that waits for an outcome.
  var booked: RecordRef? { get }
  /// The form that meets what is due about the row.
  var dueForm: FormID? { get }
  /// What can be done with the row, where it is known without asking.
  var knownActions: [OfferedForm]? { get }
  /// The kind of record whose page this is: its menu is laid out by it on every line.
  var pageKind: RecordRef.Kind? { get }
  /// What the row is called, in titles and questions.
  var currentTitle: String { get }
  /// How much there is, where the list has better words than a count.
  var headWords: String? { get }
  /// The same in fewer and fewer words, for whoever has less room; the fullest first.
  var headWordings: [String] { get }
  /// What must not be overlooked: risks, young age.
  var warnings: [String] { get }
  /// What a long list can be held to, as far as it is known without asking.
  var valuesToAsk: [HeldValue] { get }
  /// Read only when somebody goes to it, for to read it is a look that is noted.
  var isReadOnArrival: Bool { get }
  /// What to do when there is nothing to list.
  var emptyWords: EmptyWords { get }
}

/// Another day, month or choice of rows for the same list.
package enum ListTurn: Equatable, Sendable {
  case earlier, later, now
  case scope(CaseloadScope)
  case everyone(Bool)
  /// With those who left, or without them again.
  case departed
}

/// Why a list is empty, and the command that would put something in it.
package struct EmptyWords: Equatable, Sendable {
  package var words: String
  package var command: Command?
  /// What the command does, after its key: "records an arrival".
  package var does: String

  package init(_ words: String, _ command: Command? = nil, does: String = "") {
    self.words = words
    self.command = command
    self.does = does
  }
}

extension ListPlace {
  package func request(for page: PageRequest) -> ReadRequest? { nil }
  package func key(of line: Line) -> PageKey? { nil }
  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool { false }
  package func canTurn(_ turn: ListTurn) -> Bool { false }
  package func lines(from session: Session) -> [Line]? { nil }
  package var knownActions: [OfferedForm]? { nil }
  package var pageKind: RecordRef.Kind? { nil }
  package var warnings: [String] { [] }
  package var headWords: String? { nil }
  package var headWordings: [String] { [headWords].compactMap(\.self) }
  package var valuesToAsk: [HeldValue] { [] }
  package var isReadOnArrival: Bool { false }
  package var currentTitle: String { listing.current?.title ?? title }

  /// Where the actions of these records stand in the menu.
  func layout(of records: [RecordRef]) -> ActionLayout {
    let kinds = Set(pageKind.map { [$0] } ?? records.map(\.kind))
    return kinds.count == 1 ? kinds.first.map(ActionLayout.init) ?? .grouped : .grouped
  }

  /// Puts an answer in; false when it belongs elsewhere.
  mutating func take(
    _ answer: ReadAnswer, _ landing: Landing, in context: AppContext
  ) -> Bool {
    guard let page = page(in: answer, context) else { return false }
    switch landing {
    case .held: listing.offer(page.lines)
    case .fresh, .start, .again, .end, .above, .below: listing.land(page, landing)
    }
    return true
  }

  /// The rows that will be needed soon, where a long list is near the end of what it has.
  package mutating func readAhead(rows: Int) -> (ReadRequest, Landing)? {
    guard let landing = listing.needs(rows: rows) else { return nil }
    let edge = landing == .below ? listing.rows.last : listing.rows.first
    guard let edge, let key = key(of: edge),
      let request = request(
        for: PageRequest(narrow: listing.narrow, landing == .below ? .after(key) : .before(key)))
    else { return nil }
    listing.isReadingOn = true
    return (request, landing)
  }

  /// The same rows again, as they are now.
  func requestAgain(in context: AppContext) -> (ReadRequest, Landing)? {
    guard listing.isWindow, listing.position != listing.cursor + 1, let first = listing.rows.first,
      let key = key(of: first)
    else { return request(in: context).map { ($0, .fresh) } }
    let page = PageRequest(
      narrow: listing.narrow, .after(key.justBefore), limit: max(200, listing.rows.count))
    return request(for: page).map { ($0, .again) }
  }
}

/// What became of rows that were asked for.
package enum Landing: Hashable, Sendable {
  /// In place of what is there; the hand stays on its record.
  case fresh
  /// In place of what is there, with the hand on the first row.
  case start
  /// The same part of a long list again.
  case again
  /// The last rows of a long list, with the hand on the last.
  case end
  case above, below
  /// Only compared and counted; nothing moves until it is asked for.
  case held
}

/// What can be said of any list without knowing its rows.
extension ListPlace {
  package var narrow: String { listing.narrow }
  package var isEmpty: Bool { listing.isEmpty }
  package var phase: ListPhase { listing.phase }
  package var changedCount: Int { listing.changed.count }
  package var tickedCount: Int { listing.ticked.count }
  package var total: RowCount { listing.total }
  package var shownCount: Int { listing.count }
  package var position: Int? { listing.position }
  package var isWindow: Bool { listing.isWindow }
  package var opens: Opening? { listing.current?.opens }
  package var subject: RecordRef? { listing.current?.subject }
  package var client: RecordRef? { listing.current?.client }
  package var booked: RecordRef? { listing.current?.booked }
  package var dueForm: FormID? { listing.current?.dueForm }
  package var tickedSubjects: [RecordRef] { listing.tickedSubjects }
  package var tickedRows: [TickedRow] { listing.tickedRows }

  package mutating func reduce(_ action: ListAction) { listing.reduce(action) }
  mutating func untick(_ refs: Set<RecordRef>) { listing.untick(refs) }

  package var isDraft: Bool {
    if case .draft? = listing.current?.opens { true } else { false }
  }

  package var isRowWorthOpening: Bool {
    switch listing.current?.opens {
    case .record, .form, .formWith, .clients, .list, .text: true
    case .draft, .nothing, nil: false
    }
  }

  /// Whether a key would be about a row that is not there yet; where none was seen and none was named,
  /// no key is about one.
  package var awaitsRows: Bool { listing.awaited != nil && (phase == .loaded || !narrow.isEmpty) }
  mutating func awaitRows(_ landing: Landing) { listing.awaitRows(landing) }
  package var hasBefore: Bool { listing.hasBefore }
  package var hasAfter: Bool { listing.hasAfter }

  package var sortWords: String? {
    guard let sorting = listing.sorting, Line.sortColumns.indices.contains(sorting.column) else {
      return nil
    }
    let column = Line.sortColumns[sorting.column]
    return "Sorted by \(column.title), \(sorting.downwards ? column.downWords : column.upWords)"
  }

  /// "only State: In prison"; nil while rows of every value are shown.
  package var onlyWords: String? {
    let held = listing.held
    return held.isEmpty ? nil : "only " + held.map(\.display).joined(separator: ", ")
  }

  /// What keeps rows out, as long as anything does: "“mar”, only State: active".
  package var narrowingWords: String? {
    let typed = listing.narrow.isEmpty ? nil : "“\(listing.narrow)”"
    let words = [typed, onlyWords].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The values that rows are held to.
  package var held: [HeldValue] { listing.held }
  /// What it can be held to: what a long list asks for, else what its rows have.
  package var valuesToHold: [HeldValue] { isWindow ? valuesToAsk : listing.valuesToHold }

  /// Why it cannot be held to the value under the mark; nil when it can.
  package var whyNotHeld: String? {
    let columns = Line.sortColumns
    if columns.isEmpty { return "This list keeps its own order" }
    guard isWindow, !columns.indices.contains(listing.column) || !columns[listing.column].isAsked
    else { return nil }
    let asked = columns.filter(\.isAsked).map(\.title)
    return asked.isEmpty
      ? "A list this long is narrowed by typing names"
      : "A list this long can be held to \(asked.joined(separator: ", "))"
  }

  /// The name under which what it is held to is remembered.
  package var filterName: String { String(title.prefix { $0 != "," }) }

  /// The column that sorting would go by; nil where there is none.
  package var columnTitle: String? {
    guard Line.sortColumns.indices.contains(listing.column) else { return nil }
    return Line.sortColumns[listing.column].title
  }

  /// Why the list cannot be sorted; nil when it can.
  package var whyNotSorted: String? {
    if listing.isWindow {
      return "A list this long keeps the one order it is read in. Type words, or filter it, to "
        + "bring rows together"
    }
    if Line.sortColumns.isEmpty { return "This list keeps its own order" }
    return nil
  }
}
