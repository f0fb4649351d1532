package import CaseRules

/// The diary: one day's appointments, the worker's own or everybody's.
package struct DiaryList: ListPlace {
  package var listing = Listing<DiaryLine>()
  package private(set) var day: CalendarDate
  package private(set) var everyone = false

  package init(day: CalendarDate, everyone: Bool = false) {
    self.day = day
    self.everyone = everyone
  }

  package var title: String {
    "Appointments, \(day.ukWithWeekday)" + (everyone ? ", everybody" : ", mine")
  }

  package func request(in context: AppContext) -> ReadRequest? {
    .diary(day, everyone: everyone)
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<DiaryLine>? {
    guard case .diary(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    switch turn {
    case .everyone(let everyone): self.everyone = everyone
    case .earlier, .later, .now, .scope, .departed:
      guard let day = turn.day(from: day, today: context.today) else { return false }
      self.day = day
    }
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool {
    turn.isInTime || turn == .everyone(!everyone)
  }

  package var emptyWords: EmptyWords {
    let day = day.ukWithWeekday
    return everyone
      ? EmptyWords("No appointments on \(day).", .later, does: "next day")
      : EmptyWords("You have no appointments on \(day).", .showEveryone, does: "shows everybody's")
  }
}

extension DiaryLine: ListLine {
  package var id: RecordRef { ref }
  package var opens: Opening { .record(person ?? ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }
  package var booked: RecordRef? { state == .booked ? ref : nil }

  package var dueForm: FormID? { due?.pressingForm }

  package var spelled: [String] {
    [name ?? "", (person ?? ref).text, starts.uk, place, worker, kind, purpose, state.title]
  }

  package static var sortColumns: [SortColumn<DiaryLine>] {
    [
      .moments("Time") { $0.starts }, .words("Who") { $0.name }, .words("Kind") { $0.kind },
      .words("Place") { $0.place }, .words("Worker") { $0.worker },
      .words("State") { $0.state.title },
    ]
  }
}
