package import CaseRules

/// The calls to the helpline, a week at a time, the newest first.
package struct CallList: ListPlace {
  package var listing = Listing<CallLine>()
  /// The last day shown.
  package private(set) var last: CalendarDate

  package init(today: CalendarDate) { last = today }

  private var first: CalendarDate { last.adding(days: -6) }
  package var title: String { "Helpline calls, \(first.uk) to \(last.uk)" }

  package func request(in context: AppContext) -> ReadRequest? { .calls(from: first, to: last) }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CallLine>? {
    guard case .calls(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    switch turn {
    case .earlier: last = last.adding(days: -7)
    case .later: last = last.adding(days: 7)
    case .now: last = context.today
    case .scope, .everyone, .departed: return false
    }
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn.isInTime }

  package var emptyWords: EmptyWords {
    EmptyWords("No calls in this week.", .newHelplineCall, does: "records one")
  }
}

extension CallLine: ListLine {
  package var id: RecordRef { ref }
  package var title: String { "\(who)  \(ref.text)" }

  package var spelled: [String] {
    [
      ref.text, started.ukWithWeekday, who, caller.words, taker, suite ?? "", outcome.words,
      purposes.map(\.words).joined(separator: ", "), owesAppointment ? "owes an appointment" : "",
      wantsAppointment ? "wants an appointment" : "",
    ]
  }

  package var opens: Opening { .record(ref) }
  package var subject: RecordRef? { ref }
  package var client: RecordRef? { person }

  package static var sortColumns: [SortColumn<CallLine>] {
    [
      .moments("Began") { $0.started }, .words("Who") { $0.who },
      .words("Outcome") { $0.outcome.words }, .words("Taken by") { $0.taker },
    ]
  }
}
