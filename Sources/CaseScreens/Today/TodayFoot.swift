import CaseApp
import CaseRules
import TextScreen

/// The last line of Today: how much is booked on the next working days.
struct TodayFoot {
  let summary: TodaySummary
  let today: CalendarDate

  func draw(in area: Area) {
    var column = area.write("Next days", column: 1, tone: .textStrong) + 2
    if summary.nextDays.isEmpty {
      area.write("nothing booked", column: column, tone: .textQuiet)
    }
    for day in summary.nextDays where column + 12 < area.columns {
      let words = "\(day.day.weekday.short) \(day.day.uk.prefix(5)) "
      column = area.write(words, column: column)
      let bars = min(day.count, 8)
      area.part(row: 0, column: column, rows: 1, columns: bars)
        .fill(symbol: .barFull, tone: .barPlanned)
      column += bars
      column = area.write(bars > 0 ? " \(day.count)" : "0", column: column) + 2
    }
  }
}
