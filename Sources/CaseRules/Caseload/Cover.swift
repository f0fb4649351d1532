/// A worker is away for a while and a colleague looks after the clients.
///
/// Responsibility stays where it is (PPL-009, PPL-012): cover adds a pair of eyes, it hands nothing
/// over.
package struct Cover: Equatable, Sendable {
  package var id: Int64
  package var worker: WorkerID
  package var workerName: String
  package var by: WorkerID
  package var byName: String
  /// The first and the last day away, both included.
  package var from: CalendarDate
  package var until: CalendarDate
  package var note: String
  package var revision: Int

  package init(
    id: Int64 = 0, worker: WorkerID, workerName: String = "", by: WorkerID, byName: String = "",
    from: CalendarDate, until: CalendarDate, note: String = "", revision: Int = 1
  ) {
    self.id = id
    self.worker = worker
    self.workerName = workerName
    self.by = by
    self.byName = byName
    self.from = from
    self.until = until
    self.note = note
    self.revision = revision
  }

  package func holds(on day: CalendarDate) -> Bool { from <= day && day <= until }

  /// Whether both are about some of the same days.
  package func overlaps(_ other: Cover) -> Bool { from <= other.until && other.from <= until }

  /// For a narrow column: "till 12/12, Tom Osei"; "from 02/12, Tom Osei" before it begins; with the
  /// year where it is far off.
  package func short(on today: CalendarDate) -> String {
    let isComing = from > today
    let day = isComing ? from : until
    let words = day.days(since: today) > 300 ? day.uk : String(day.uk.prefix(5))
    return "\(isComing ? "from" : "till") \(words), \(byName)"
  }

  /// "away until Fri 12/12/2026, covered by Tom Osei"; with its first day before it begins.
  package func words(on today: CalendarDate) -> String {
    let begins = from > today ? "from \(from.ukWithWeekday) " : ""
    return "away \(begins)until \(until.ukWithWeekday), covered by \(byName)"
  }

  /// "from 02/12/2026 to 14/12/2026".
  package var days: String { "from \(from.uk) to \(until.uk)" }
}
