package import CaseRules
package import SQLite

/// CUS-021: how many of those who arrive reach the caseload, month by month.
package enum Attrition {
  /// One line for each month from the first date's to the last date's, trigger and other apart.
  ///
  /// Detentions that have turned into counts (CUS-011) are counted with the others. Needs the right
  /// to read figures, no more: there are no names in it.
  package static func lines(
    from start: CalendarDate, to end: CalendarDate, in records: Connection,
    _ context: RuleContext
  ) throws -> [AttritionLine] {
    try context.mustRead(.statistics)
    var lines: [AttritionLine] = []
    var month = start.firstOfMonth
    while month <= end, lines.count < 240 {
      lines.append(try line(of: month, records))
      month = month.adding(months: 1)
    }
    return lines
  }

  private static func line(of month: CalendarDate, _ records: Connection) throws -> AttritionLine {
    var counts: [Bool: [AttritionLine.Stage: Int]] = [:]
    let last = month.adding(months: 1).adding(days: -1)
    try records.forEach(live, Moment(local: month, .midnight), Moment(endOf: last)) { row in
      let isTrigger = try row.bool(0)
      for (offset, stage) in AttritionLine.Stage.allCases.enumerated() {
        counts[isTrigger, default: [:]][stage, default: 0] += try row.int(offset + 1)
      }
    }
    try records.forEach(purged, month) { row in
      let isTrigger = try row.bool(0)
      for (offset, stage) in Self.purgedStages.enumerated() {
        counts[isTrigger, default: [:]][stage, default: 0] += try row.int(offset + 1)
      }
    }
    return AttritionLine(
      month: month, trigger: complete(counts[true]), other: complete(counts[false]))
  }

  /// Every stage has a figure, if only 0.
  private static func complete(
    _ counts: [AttritionLine.Stage: Int]?
  ) -> [AttritionLine.Stage: Int] {
    AttritionLine.Stage.allCases.reduce(into: [:]) { $0[$1] = counts?[$1] ?? 0 }
  }

  private static let purgedStages: [AttritionLine.Stage] = [.arrived, .offered, .accepted, .seen]

  /// The stages in their order; the later ones only for detentions with a person.
  ///
  /// Referred: a referral among the agreed actions. First appointment kept: the first one on or
  /// after the arrival was attended. Caseload: joined in an episode on or after the arrival.
  static let live = """
    SELECT e.is_trigger, count(*), sum(e.was_offered), sum(e.was_accepted), sum(e.was_seen),
           sum(e.dir_completed_at IS NOT NULL),
           sum(e.dir_completed_at IS NOT NULL AND EXISTS (
             SELECT 1 FROM dir JOIN dir_action AS a ON a.dir = dir.id
             WHERE dir.entry = e.id AND a.action = 'referral')),
           sum(e.person IS NOT NULL AND coalesce((
             SELECT a.state IN ('attended', 'attendedLate') FROM appointment AS a
             WHERE a.person = e.person AND a.starts >= e.arrived_at AND a.struck_at IS NULL
             ORDER BY a.starts, a.id LIMIT 1), 0)),
           sum(e.person IS NOT NULL AND EXISTS (
             SELECT 1 FROM episode
             WHERE episode.person = e.person AND episode.joined >= date(e.arrived_at)))
    FROM custody_entry AS e
    WHERE e.arrived_at >= ? AND e.arrived_at <= ?
    GROUP BY e.is_trigger
    """

  private static let purged = """
    SELECT is_trigger, sum(arrived), sum(offered), sum(accepted), sum(seen)
    FROM custody_count WHERE month = ? GROUP BY is_trigger
    """
}
