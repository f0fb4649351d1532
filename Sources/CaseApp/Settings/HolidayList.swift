package import CaseRules

/// The bank holidays of a year: the days that working-day counts skip (TIME-002).
package struct HolidayList: ListPlace {
  package var listing = Listing<BankHoliday>()
  package private(set) var year: Int

  package init(year: Int) { self.year = year }

  package var title: String { "Bank holidays, \(year)" }
  package func request(in context: AppContext) -> ReadRequest? { nil }
  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<BankHoliday>? { nil }

  package func lines(from session: Session) -> [BankHoliday]? {
    session.calendar.holidays.filter { $0.date.year == year }
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    switch turn {
    case .earlier: year = max(1, year - 1)
    case .later: year = min(9999, year + 1)
    case .now: year = context.today.year
    case .scope, .everyone, .departed: return false
    }
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn.isInTime }

  package var emptyWords: EmptyWords {
    EmptyWords("No bank holidays are known for \(year).", .now, does: "goes back to this year")
  }
}

extension BankHoliday: ListLine {
  package var id: CalendarDate { date }
  package var spelled: [String] { [date.ukWithWeekday, name] }
  package var opens: Opening { .text(title: date.ukWithWeekday, name) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { nil }

  package static var sortColumns: [SortColumn<BankHoliday>] {
    [.days("Day") { $0.date }, .words("Name") { $0.name }]
  }
}
