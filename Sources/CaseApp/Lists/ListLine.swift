package import CaseRules

/// A row of a list: what it is, where it belongs, what finds it, and what Enter opens.
package protocol ListLine: Equatable, Sendable {
  associatedtype ID: Hashable, Sendable

  /// Stays the same however the list is sorted or brought up to date.
  var id: ID { get }
  /// The heading it stands under; nil in a plain list.
  var group: ListGroup? { get }
  /// What it is called, in titles and questions: "SMITH John  P-1042".
  var title: String { get }
  /// Its texts as shown, for narrowing as you type.
  var spelled: [String] { get }
  /// The form that meets what is due here; nil where nothing presses.
  var dueForm: FormID? { get }
  /// What Enter does with it.
  var opens: Opening { get }
  /// The record that the actions menu is about.
  var subject: RecordRef? { get }
  /// The person it is about, where the worker may know.
  var client: RecordRef? { get }
  /// Its appointment that waits for an outcome, if it has one.
  var booked: RecordRef? { get }
  /// The columns it can be sorted by, from left to right.
  static var sortColumns: [SortColumn<Self>] { get }
}

extension ListLine {
  package var group: ListGroup? { nil }
  package var title: String { spelled.first ?? "" }
  package var booked: RecordRef? { nil }
  package var dueForm: FormID? { nil }
  package static var sortColumns: [SortColumn<Self>] { [] }
}

/// A heading of a list and its place among the headings.
package struct ListGroup: Hashable, Sendable {
  package let order: Int
  package let title: String

  package init(_ order: Int, _ title: String) {
    self.order = order
    self.title = title
  }
}

/// What opens when Enter is pressed on a row.
package enum Opening: Equatable, Sendable {
  case record(RecordRef)
  case draft(DraftID)
  case form(FormID, about: RecordRef?)
  /// A new form with answers given already.
  case formWith(FormID, [FieldCode: String])
  /// One worker's caseload.
  case clients(of: WorkerID, name: String)
  /// All there is of what the row only counts.
  case list(WorkListID)
  /// A text too long for a row, read in a window of its own.
  case text(title: String, String)
  /// Nothing, and why.
  case nothing(String)
}

/// A column that rows can be sorted by.
package struct SortColumn<Line: Sendable>: Sendable {
  /// As in the header: "Last seen".
  package let title: String
  /// "oldest first" and "newest first", as the hint says it.
  package let upWords: String
  package let downWords: String
  let key: @Sendable (Line) -> SortKey
  /// What a list can be held to: what rows are compared by, and the words that tell it.
  package private(set) var held: @Sendable (Line) -> (code: String, words: String)
  /// Whether its values are kinds of something, so that rows can be told apart by them.
  package private(set) var hasKinds = false
  /// Whether a long list asks the records for the rows that have a value.
  package private(set) var isAsked = false

  package init(
    _ title: String, up: String, down: String, words: @escaping @Sendable (Line) -> String?,
    key: @escaping @Sendable (Line) -> SortKey
  ) {
    self.title = title
    upWords = up
    downWords = down
    held = { line in
      let words = words(line) ?? "none"
      return (String(decoding: Folding.fold(words), as: UTF8.self), words)
    }
    self.key = key
  }

  /// Held by a code of its own, which long lists ask the records for.
  package func asked(
    _ held: @escaping @Sendable (Line) -> (code: String, words: String)
  ) -> SortColumn {
    var column = self
    column.held = held
    column.isAsked = true
    column.hasKinds = true
    return column
  }

  /// The value of a line, at the place the column has among the others.
  func value(of line: Line, at column: Int) -> HeldValue {
    let (code, words) = held(line)
    return HeldValue(column: column, title: title, code: code, words: words)
  }

  /// A column of words.
  package static func words(
    _ title: String, _ text: @escaping @Sendable (Line) -> String?
  ) -> SortColumn {
    var column = SortColumn(title, up: "A to Z", down: "Z to A", words: text) { line in
      .text(text(line).map(Folding.fold))
    }
    column.hasKinds = true
    return column
  }

  /// A column of days.
  package static func days(
    _ title: String, _ day: @escaping @Sendable (Line) -> CalendarDate?
  ) -> SortColumn {
    SortColumn(title, up: "oldest first", down: "newest first", words: { day($0)?.uk }) { line in
      .number(day(line)?.dayNumber)
    }
  }

  /// A column of days with a time.
  package static func moments(
    _ title: String, _ moment: @escaping @Sendable (Line) -> Moment?
  ) -> SortColumn {
    SortColumn(title, up: "earliest first", down: "latest first", words: { moment($0)?.uk }) {
      line in
      .number(moment(line).map { Int($0.seconds) })
    }
  }

  /// A column of numbers.
  package static func numbers(
    _ title: String, _ number: @escaping @Sendable (Line) -> Int?
  ) -> SortColumn {
    SortColumn(
      title, up: "smallest first", down: "largest first", words: { number($0).map(String.init) }
    ) { line in
      .number(number(line))
    }
  }
}

/// What rows are compared by; a row without a value comes last either way.
package enum SortKey: Equatable, Sendable {
  case text([UInt8]?)
  case number(Int?)

  /// Whether this one comes before the other; nil when neither does.
  func precedes(_ other: SortKey, downwards: Bool) -> Bool? {
    switch (self, other) {
    case (.text(let mine), .text(let theirs)):
      return SortKey.order(mine, theirs, downwards) { $0.lexicographicallyPrecedes($1) }
    case (.number(let mine), .number(let theirs)):
      return SortKey.order(mine, theirs, downwards, <)
    case (.text, .number): return true
    case (.number, .text): return false
    }
  }

  private static func order<Value: Equatable>(
    _ mine: Value?, _ theirs: Value?, _ downwards: Bool, _ isBefore: (Value, Value) -> Bool
  ) -> Bool? {
    switch (mine, theirs) {
    case (nil, nil): nil
    case (_, nil): true
    case (nil, _): false
    case (let mine?, let theirs?):
      mine == theirs ? nil : (downwards ? isBefore(theirs, mine) : isBefore(mine, theirs))
    }
  }
}
