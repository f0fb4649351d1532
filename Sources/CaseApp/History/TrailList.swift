package import CaseRules

/// Which part of the trail is asked for; what is typed narrows it further.
package struct TrailAsk: Equatable, Sendable {
  /// One record or person; nil: everything anybody did.
  package var about: RecordRef?
  /// One month, by its first day; nil: all times.
  package var month: CalendarDate?
  /// One kind of event; nil: all of them.
  package var group: EventKind.Group?
  /// Looks at own clients, or at people who are none; nil: either, and everything else.
  package var related: Bool?

  package init(about: RecordRef? = nil, month: CalendarDate? = nil) {
    self.about = about
    self.month = month
  }

  /// Held to some of the entries: a narrowing, which is noted when the hand rests on it.
  package var isHeld: Bool { group != nil || related != nil }
}

/// A part of the trail as it came back, and what of the typed words was understood.
package struct TrailAnswer: Equatable, Sendable {
  package var page: RowPage<HistoryRow>
  package var understood: [String]
  package var unknown: [String]

  package init(page: RowPage<HistoryRow>, understood: [String], unknown: [String]) {
    self.page = page
    self.understood = understood
    self.unknown = unknown
  }
}

/// Who did what, when and why: of one record, of one person, or the whole trail; the newest first.
package struct TrailList: ListPlace {
  package var listing = Listing<HistoryRow>(.window(.init()))
  package let about: RecordRef?
  private let called: String
  package private(set) var month: CalendarDate?
  package private(set) var understood: [String] = []
  package private(set) var unknown: [String] = []
  /// The narrowing that stands on the trail already.
  var noted = ""

  package init(about: RecordRef? = nil, called: String = "") {
    self.about = about
    self.called = called
  }

  package var ask: TrailAsk {
    var ask = TrailAsk(about: about, month: month)
    for value in listing.held {
      switch TrailColumn(rawValue: value.title) {
      case .what: ask.group = EventKind.Group(rawValue: value.code)
      case .person: ask.related = value.code == TrailColumn.Looker.own.rawValue
      case nil: break
      }
    }
    return ask
  }

  /// Reading the trail is a look of its own, which nobody takes by starting the program: as a pane it
  /// is read when somebody goes to it.
  package var isReadOnArrival: Bool { about == nil }

  /// As nobody has narrowed it; the month stays, for it stands in the title and in the entry.
  mutating func openWhole() {
    reduce(.narrowingCleared)
    reduce(.allValues)
    noted = ""
  }

  package var valuesToAsk: [HeldValue] {
    TrailColumn.what.values(EventKind.Group.allCases.map { ($0.rawValue, $0.words) })
      + TrailColumn.person.values([
        (TrailColumn.Looker.unrelated.rawValue, ClientRelation.words(related: false)),
        (TrailColumn.Looker.own.rawValue, ClientRelation.words(related: true)),
      ])
  }

  package var title: String {
    let place = about.map { called.isEmpty ? "History of \($0.text)" : "History of \(called)" }
    return (place ?? "Trail") + (month.map { ", \($0.uk.dropFirst(3))" } ?? "")
  }

  /// What it is narrowed to and nobody has noted yet.
  var unnoted: String? {
    let key = noteKey
    return key.isEmpty || key == noted || !unknown.isEmpty ? nil : listing.narrow.trimmed
  }

  /// What is typed and what it is held to, for telling one narrowing from another.
  var noteKey: String {
    ([listing.narrow.trimmed] + held.map(\.display)).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  package func request(in context: AppContext) -> ReadRequest? {
    .trail(ask, PageRequest(narrow: listing.narrow))
  }

  package func request(for page: PageRequest) -> ReadRequest? { .trail(ask, page) }

  package func key(of line: HistoryRow) -> PageKey? { .entry(line.number) }

  package mutating func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<HistoryRow>? {
    guard case .trail(let answer) = answer else { return nil }
    understood = answer.understood
    unknown = answer.unknown
    return answer.page
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    let this = context.today.firstOfMonth
    switch turn {
    case .earlier: month = month.map { $0.adding(days: -1).firstOfMonth } ?? this
    case .later: month = month.flatMap { $0 < this ? $0.adding(days: 32).firstOfMonth : nil }
    case .now: month = nil
    case .scope, .everyone, .departed: return false
    }
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn.isInTime }

  /// "1000+ entries: looks, A.BEGUM".
  package var headWords: String? {
    let count = "\(listing.total.text) \(listing.total == .exactly(1) ? "entry" : "entries")"
    return understood.isEmpty ? count : "\(count): " + understood.joined(separator: ", ")
  }

  package var emptyWords: EmptyWords {
    guard unknown.isEmpty else {
      let words = unknown.map { "\"\($0)\"" }.joined(separator: ", ")
      return EmptyWords(
        "\(words) is not understood. Type P-0042, a worker's name, a day, \"last month\", or "
          + TrailWords.kindWords.joined(separator: ", ") + ".")
    }
    return EmptyWords(
      listing.narrow.isEmpty && month == nil ? "Nothing was done yet." : "No entry fits.")
  }
}

/// The columns that the trail can be held to.
enum TrailColumn: String {
  case what = "What"
  case person = "Person"

  /// Who looked at somebody, by the codes of the second.
  enum Looker: String {
    /// The worker whose client it was, or who covered for them.
    case own
    /// Somebody who had nothing to do with the client.
    case unrelated

    init(isRelated: Bool) { self = isRelated ? .own : .unrelated }
  }

  func values(_ all: [(code: String, words: String)]) -> [HeldValue] {
    guard let column = HistoryRow.sortColumns.firstIndex(where: { $0.title == rawValue }) else {
      return []
    }
    return all.map { HeldValue(column: column, title: rawValue, code: $0.code, words: $0.words) }
  }
}

extension HistoryRow: ListLine {
  package static var sortColumns: [SortColumn<HistoryRow>] {
    [
      .words(TrailColumn.what.rawValue) { $0.what }
        .asked { ($0.group?.rawValue ?? "", $0.group?.words ?? "") },
      .words(TrailColumn.person.rawValue) { $0.person?.text }.asked { row in
        let related = row.relation?.isRelated == true
        return (
          TrailColumn.Looker(isRelated: related).rawValue, ClientRelation.words(related: related)
        )
      },
    ]
  }

  package var id: Int64 { number }
  package var title: String { "Entry \(number)" }
  package var spelled: [String] { [at.uk, who, what, summary] }

  /// The whole entry, a line for each thing that is known of it.
  package var opens: Opening {
    let width = details.map { $0.label.count }.max() ?? 0
    let lines = details.map { detail in
      let gap = String(repeating: " ", count: max(0, min(width, 24) - detail.label.count) + 2)
      return detail.label + gap + detail.text
    }
    return .text(title: title, lines.joined(separator: "\n"))
  }

  package var subject: RecordRef? { ref ?? person }
  package var client: RecordRef? { person }
}
