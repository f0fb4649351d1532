package import CaseRules

/// A list on the screen: its rows, which of them are shown, and where the hand is.
///
/// The cursor stays on the same record through refreshing, sorting, narrowing and resizing, and
/// nothing moves by itself: what others changed waits, counted, until it is brought in.
package struct Listing<Line: ListLine>: Equatable, Sendable {
  /// Whether the list has all its rows, or a window that goes along as one moves.
  package enum Extent: Equatable, Sendable {
    case whole
    case window(Window)
  }

  /// Which part of a long list the rows are.
  package struct Window: Equatable, Sendable {
    package var hasBefore = false
    package var hasAfter = false
    package var total = RowCount.exactly(0)
    /// How many rows stand before the first one here; nil when nobody counted.
    package var before: Int? = 0

    package init() {}
  }

  package struct Sorting: Equatable, Sendable {
    package var column: Int
    package var downwards: Bool
  }

  package internal(set) var phase = ListPhase.loading
  package internal(set) var extent: Extent
  /// As the records hand them over, in the order the rules want.
  package internal(set) var rows: [Line] = []
  /// Indexes into `rows`: what is left after narrowing, in the order of the screen.
  package internal(set) var shown: [Int] = []
  package internal(set) var narrow = ""
  /// The place in `shown` the hand is on; 0 when nothing is shown.
  package internal(set) var cursor = 0
  /// The first line on the screen, headings counted.
  package internal(set) var top = 0
  package internal(set) var column = 0
  package internal(set) var sorting: Sorting?
  /// Only rows with these values are shown, one for a column.
  package internal(set) var held: [HeldValue] = []
  package internal(set) var ticked: Set<Line.ID> = []
  /// What ticked rows are about, also those that are out of the window now.
  var tickedAbout: [Line.ID: TickedRow] = [:]
  /// Rows as they are now on file, held back until they are asked for.
  package internal(set) var waiting: [Line]?
  package internal(set) var changed = ListChanges<Line.ID>()
  package internal(set) var headings: [ListHeading] = []
  /// True while rows beside the window are on their way.
  var isReadingOn = false
  /// The rows without which the hand is not yet where it was sent; nil while it is there.
  ///
  /// Another set in place of these, as for a word just typed or another day, the end of a long list,
  /// or more of it. Until they come the row under the hand is not the one meant.
  package internal(set) var awaited: Landing?
  var haystacks: [[UInt8]]?

  package init(_ extent: Extent = .whole) { self.extent = extent }

  package var isWindow: Bool {
    switch extent {
    case .whole: false
    case .window: true
    }
  }

  package var isEmpty: Bool { shown.isEmpty }
  package var count: Int { shown.count }

  /// The row the hand is on.
  package var current: Line? {
    guard shown.indices.contains(cursor) else { return nil }
    return rows[shown[cursor]]
  }

  /// The row at a place of the screen's order.
  package func line(_ place: Int) -> Line? {
    guard shown.indices.contains(place) else { return nil }
    return rows[shown[place]]
  }

  /// The ticked rows: those here in the order of the list, then the others.
  package var tickedRows: [TickedRow] {
    // Asked for every picture, and hardly ever is a row ticked.
    guard !ticked.isEmpty else { return [] }
    let here = rows.filter { ticked.contains($0.id) }
    let ids = Set(here.lazy.map { $0.id })
    let others = tickedAbout.filter { !ids.contains($0.key) }.values
    return here.map { TickedRow($0) } + others.sorted { $0.order < $1.order }
  }

  /// The records of the ticked rows, each once.
  package var tickedSubjects: [RecordRef] {
    var seen: Set<RecordRef> = []
    return tickedRows.compactMap(\.subject).filter { seen.insert($0).inserted }
  }
}

/// What a ticked row is about, kept when the row is out of sight.
package struct TickedRow: Equatable, Sendable {
  package let subject: RecordRef?
  package let client: RecordRef?
  package let booked: RecordRef?

  init(_ line: some ListLine) {
    subject = line.subject
    client = line.client
    booked = line.booked
  }

  /// Rows that are out of sight come in the order of their numbers.
  fileprivate var order: RecordRef { subject ?? client ?? RecordRef(.person, 0) }
}

/// How far a list has got.
package enum ListPhase: Equatable, Sendable {
  case loading, loaded
  /// Nothing could be read, and why.
  case failed(String)
}

/// What others changed since the rows were read.
package struct ListChanges<ID: Hashable & Sendable>: Equatable, Sendable {
  /// Rows on the screen that read differently now, or are gone.
  package var marked: Set<ID> = []
  /// Those, and the new ones.
  package var count = 0
}

/// A heading and the place of the first row under it.
package struct ListHeading: Equatable, Sendable {
  package let group: ListGroup
  package let first: Int
  package let count: Int
}
