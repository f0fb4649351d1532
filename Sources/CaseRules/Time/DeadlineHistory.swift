/// A deadline with the due dates it had before its start fact was corrected (TIME-012).
package struct DeadlineHistory: Equatable, Sendable {
  package private(set) var deadline: Deadline
  /// When it was met; nil while it is open.
  package private(set) var met: Occasion?
  /// Earlier start facts and the due dates they gave, oldest first.
  package private(set) var replaced: [ReplacedStart] = []
  private var settledDue: CalendarDate?

  /// A start fact that turned out wrong.
  package struct ReplacedStart: Equatable, Sendable {
    package let start: Occasion?
    package let due: CalendarDate?
    package let replacedAt: Moment
  }

  package init(_ deadline: Deadline) { self.deadline = deadline }

  /// The due date: recomputed while open, fixed once met (TIME-012).
  package func due(in calendar: WorkingCalendar) -> CalendarDate? {
    settledDue ?? deadline.due(in: calendar)
  }

  /// TIME-012: takes the corrected start fact and keeps the old due date.
  package mutating func correctStart(
    to start: Occasion?, at moment: Moment, in calendar: WorkingCalendar
  ) {
    guard start != deadline.start else { return }
    replaced.append(
      ReplacedStart(start: deadline.start, due: due(in: calendar), replacedAt: moment))
    deadline.start = start
    if met != nil { settledDue = deadline.due(in: calendar) }
  }

  /// Marks it met; a later change of the holiday table no longer moves its due date.
  package mutating func meet(_ occasion: Occasion, in calendar: WorkingCalendar) {
    met = occasion
    settledDue = deadline.due(in: calendar)
  }

  /// TIME-011.
  package func status(on now: Moment, in calendar: WorkingCalendar) -> DeadlineStatus {
    guard deadline.notApplicable == nil, let settledDue, deadline.length.minutesAllowed == nil
    else { return deadline.status(on: now, met: met, in: calendar) }
    return Deadline.status(
      due: settledDue, last: Moment(endOf: settledDue), now: now, met: met, in: calendar)
  }
}
