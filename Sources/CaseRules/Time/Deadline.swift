/// Something owed by a date: what starts it, how long it leaves, who owes it, what meets it.
package struct Deadline: Hashable, Sendable {
  /// "Missed follow-up".
  package var name: String
  /// The rule that sets it, for example "PPL-022".
  package var ruleID: String
  /// The start fact in words: "missed appointment".
  package var startFact: String
  /// When the start fact happened; nil while it is not recorded (TIME-012).
  package var start: Occasion?
  package var length: DeadlineLength
  /// Who owes it, in words: "worker".
  package var owner: String
  /// What meets it, in words: "contact attempt recorded".
  package var metBy: String
  /// Why it does not apply to this record; nil when it does.
  package var notApplicable: String?

  package init(
    name: String, ruleID: String, startFact: String, start: Occasion?, length: DeadlineLength,
    owner: String, metBy: String, notApplicable: String? = nil
  ) {
    self.name = name
    self.ruleID = ruleID
    self.startFact = startFact
    self.start = start
    self.length = length
    self.owner = owner
    self.metBy = metBy
    self.notApplicable = notApplicable
  }

  /// The due date by TIME-003 to TIME-010; nil until the start fact is recorded.
  package func due(in calendar: WorkingCalendar) -> CalendarDate? {
    if let moment = dueMomentByClock { return moment.date }
    return start.map { length.due(from: $0.date, in: calendar) }
  }

  /// The last instant at which it is still met: the end of the due date, or the exact minute.
  package func dueMoment(in calendar: WorkingCalendar) -> Moment? {
    dueMomentByClock ?? due(in: calendar).map { Moment(endOf: $0) }
  }

  /// TIME-007: the working day to do it by, when the due date itself is none.
  private func doBy(in calendar: WorkingCalendar) -> CalendarDate? {
    guard case .weeksBefore = length, let due = due(in: calendar), !calendar.isWorkingDay(due)
    else { return nil }
    return calendar.previousWorkingDay(before: due)
  }

  /// TIME-011: where it stands now; `met` is when it was met, nil while it is not.
  package func status(
    on now: Moment, met: Occasion?, in calendar: WorkingCalendar
  )
    -> DeadlineStatus
  {
    if let notApplicable { return .notApplicable(notApplicable) }
    guard let due = due(in: calendar), let last = dueMoment(in: calendar) else {
      return .noStartDate
    }
    return Deadline.status(due: due, last: last, now: now, met: met, in: calendar)
  }

  /// TIME-011 from a due date alone; the last instant counts for facts that have a clock time.
  package static func status(
    due: CalendarDate, last: Moment, now: Moment, met: Occasion?, in calendar: WorkingCalendar
  ) -> DeadlineStatus {
    switch met {
    case .day(let date): return date <= due ? .met : .metLate
    case .moment(let moment): return moment <= last ? .met : .metLate
    case nil: break
    }
    if now > last { return .overdue }
    return due <= calendar.nextWorkingDay(after: now.date) ? .dueSoon : .running
  }

  /// How the due date came about, in one sentence.
  ///
  /// "4 working days from Thu 20/12/2007: 25 and 26 Dec (bank holidays) and the weekend of 22 and
  /// 23 Dec skipped; due Fri 28/12/2007".
  package func working(in calendar: WorkingCalendar) -> String {
    if let notApplicable { return "Does not apply: " + notApplicable }
    guard let start, let due = due(in: calendar) else {
      return length.words + " from " + startFact + ", which is not recorded yet"
    }
    return lengthWords(from: start) + skippedWords(from: start.date, to: due, in: calendar)
      + "; due " + dueWords(due, in: calendar)
  }

  private var dueMomentByClock: Moment? {
    guard let minutes = length.minutesAllowed, case .moment(let moment) = start else { return nil }
    return moment.adding(minutes: minutes)
  }

  private func lengthWords(from start: Occasion) -> String {
    switch length {
    case .weeksBefore: return length.words + " " + start.date.ukWithWeekday
    case .sameDay: return "the same day as " + start.date.ukWithWeekday
    case .followingDay, .nextWorkingDay: return length.words + " after " + start.date.ukWithWeekday
    case .minutes, .immediately: return length.words + " from " + start.words
    case .workingDays, .calendarDays, .weeks, .months:
      return length.words + " from " + start.date.ukWithWeekday
    }
  }

  private func skippedWords(
    from start: CalendarDate, to due: CalendarDate, in calendar: WorkingCalendar
  ) -> String {
    guard length.countsWorkingDays else { return "" }
    let skipped = calendar.skipped(from: start, to: due)
    return skipped.isEmpty ? "" : ": " + skipped.words + " skipped"
  }

  private func dueWords(_ due: CalendarDate, in calendar: WorkingCalendar) -> String {
    if let moment = dueMomentByClock { return moment.ukWithWeekday }
    guard let doBy = doBy(in: calendar) else { return due.ukWithWeekday }
    return due.ukWithWeekday + ", which is not a working day: do by " + doBy.ukWithWeekday
  }
}
