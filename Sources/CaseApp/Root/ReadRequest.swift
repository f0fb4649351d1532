package import CaseRules

/// A question to the records that changes nothing but the trail of who looked at what (GEN-003).
package enum ReadRequest: Equatable, Sendable {
  case today
  /// Every suite, each in the order of CUS-007.
  case board(withDeparted: Bool)
  case caseload(CaseloadScope, PageRequest, CaseloadFilter = CaseloadFilter())
  case diary(CalendarDate, everyone: Bool)
  /// PPL-022: missed and not followed up, the worker's own or everybody's.
  case missed(everyone: Bool)
  case people(PageRequest)
  case courtList(CalendarDate)
  case bailReturns(CalendarDate)
  /// CUS-001 to CUS-004: arrivals of these days whose offer is flagged.
  case flaggedOffers(from: CalendarDate, to: CalendarDate)
  case unfinished
  /// Everything overdue and due, for the worker or, for a supervisor, everybody.
  case due(everyone: Bool)
  /// CUS-021 for the months from the first to the last, both named by their first day.
  case attrition(from: CalendarDate, to: CalendarDate)
  /// Referrals that are open, and those acted on since a day.
  case referrals(actedSince: CalendarDate)
  case calls(from: CalendarDate, to: CalendarDate)
  case directory
  case callTakers
  /// PPL-055 for a month, named by its first day.
  case serviceReview(CalendarDate)
  /// PPL-004: pairs that may be one person, the worker's own or everybody's.
  case possibleRecords(everyone: Bool)
  /// Anybody by name, alias, number or date of birth.
  case find(String, FindDepth, limit: Int)
  /// A person's or a detention's page; a view that is put on the audit trail.
  case record(RecordRef)
  /// What can be done with a record now, without opening it.
  case actions(RecordRef)
  /// What can be done with every one of several records.
  case actionsOfEach([RecordRef])
  /// INT-050, INT-053: what early intervention has to do, and what it did in a period.
  case edii(from: CalendarDate, to: CalendarDate)
  /// INT-050, INT-052: a period of it in figures.
  case ediiFigures(from: CalendarDate, to: CalendarDate)
  case officers
  case suites
  case workers
  /// What needs two people: what waits, and what was answered in the last weeks.
  case proposals
  /// Records that were opened exceptionally.
  case exceptionalAccess
  /// INT-026: bronze actions that somebody has to do something about.
  case bronzes(BronzeScope)
  /// Reports that wait to be graded or judged, and those judged lately.
  case intelligenceQueue
  /// Every report, or every one in a state.
  case intelligenceReports(PageRequest, ReportState?)
  /// Who did what, when and why; the look is put on the trail too.
  case trail(TrailAsk, PageRequest)
  /// Every worker with what they carry, for sharing out the work.
  case workloads
  /// How many rows the other panes hold, for the strip.
  case counts
}

/// Whose clients a caseload lists.
package enum CaseloadScope: Hashable, Sendable {
  case mine, team, all
  /// Those of one worker, who is named in the title.
  case worker(WorkerID, name: String)
}

/// Part of a long list, asked for by the row beside it; a list costs the same however long it is.
package struct PageRequest: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    case first
    case after(PageKey)
    case before(PageKey)
    case last
  }

  /// More than a tall window shows; each letter that narrows a list waits for so many rows.
  private static let rows = 100

  /// Words that every row has to match; empty for all.
  package var narrow: String
  package var place: Place
  package var limit: Int

  package init(narrow: String = "", _ place: Place = .first, limit: Int = PageRequest.rows) {
    self.narrow = narrow
    self.place = place
    self.limit = limit
  }
}

/// Where a row stands in a long list.
package enum PageKey: Hashable, Sendable {
  /// In a list that is kept in the order of names.
  case name(family: String, given: String, ref: RecordRef)
  /// In the trail, whose newest entry comes first.
  case entry(Int64)

  package init(familyName: String, givenNames: String, ref: RecordRef) {
    self = .name(family: familyName, given: givenNames, ref: ref)
  }

  /// The key that this row, and no other, comes right after.
  package var justBefore: PageKey {
    switch self {
    case .name(let family, let given, let ref):
      let number = ref.number > .min ? ref.number - 1 : ref.number
      return .name(family: family, given: given, ref: RecordRef(ref.kind, number))
    case .entry(let number): return .entry(number + 1)
    }
  }

  /// The number of the entry; nil in other lists.
  package var entry: Int64? {
    switch self {
    case .name: nil
    case .entry(let number): number
    }
  }
}

/// Part of a long list as it came back.
package struct RowPage<Line: Equatable & Sendable>: Equatable, Sendable {
  package var lines: [Line]
  /// Whether rows stand before the first and after the last of these.
  package var hasBefore: Bool
  package var hasAfter: Bool
  /// How many rows match altogether, counted no further than a thousand.
  package var total: RowCount

  package init(lines: [Line], hasBefore: Bool, hasAfter: Bool, total: RowCount) {
    self.lines = lines
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.total = total
  }

  /// A list that has all its rows.
  package init(whole lines: [Line]) {
    self.init(lines: lines, hasBefore: false, hasAfter: false, total: .exactly(lines.count))
  }
}

/// A number of rows, or the number at which counting stopped.
package enum RowCount: Hashable, Sendable {
  case exactly(Int)
  case moreThan(Int)

  /// "42", "1000+".
  package var text: String {
    switch self {
    case .exactly(let count): String(count)
    case .moreThan(let count): String(count) + "+"
    }
  }
}
