package import CaseRules
package import SQLite

/// The care plans that hold now, goal by goal.
package enum CarePlanExport {
  /// A goal of a plan; a plan without any has one line without a goal.
  package struct Line: Equatable, Sendable {
    package let plan: RecordRef
    package let version: Int
    package let person: RecordRef
    package let name: PersonName
    /// Who is responsible for the client.
    package let worker: String
    package let made: CalendarDate
    package let agreed: CalendarDate?
    package let notAgreed: String
    package let reviewDue: CalendarDate?
    package let goal: PlanGoal?
    let place: Place
  }

  /// After which goal a page begins.
  package struct Place: Equatable, Sendable {
    let plan: Int64
    let line: Int

    package static let start = Place(plan: 0, line: 0)
  }

  /// The next goals, in the order the plans were made.
  package static func page(
    of scope: ExportScope, after place: Place, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<Line, Place> {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    let review: [(any SQLBindable)?] = [CaseloadDeadlines.carePlanReviewName]
    let after: [(any SQLBindable)?] = [place.plan, place.plan, place.line, limit]
    let rows: [Line] =
      switch scope {
      case .everyone: try records.query(ofEveryone, values: review + after, row: line)
      case .own(let worker):
        try records.query(ofWorker, values: review + [worker] + after, row: line)
      }
    return ExportPage(rows, limit: limit, next: \.place)
  }

  private static func line(_ row: Row) throws -> Line {
    let plan = RecordRef(.carePlan, try row.int64(0))
    let number: Int? = try row.get(11)
    return Line(
      plan: plan, version: try row.int(1), person: RecordRef(.person, try row.int64(2)),
      name: PersonName(family: try row.text(3), given: try row.text(4)), worker: try row.text(5),
      made: try row.get(6), agreed: try row.get(7), notAgreed: try row.text(8),
      reviewDue: try row.get(9), goal: try number.map { try goal($0, row) },
      place: Place(plan: plan.number, line: number ?? 0))
  }

  private static func goal(_ number: Int, _ row: Row) throws -> PlanGoal {
    PlanGoal(
      id: number, domain: try row.get(10), goal: try row.text(12), action: try row.text(13),
      leadAgency: try row.text(14), target: try row.get(15), status: try row.get(16),
      tackles: try row.get(17))
  }

  /// Of the open episodes, each plan's newest version; the review from the same row as work lists.
  private static let select = """
    SELECT p.id, p.version, p.person, person.family_name, person.given_names, worker.name,
           p.made_on, p.agreed_on, p.not_agreed,
           (SELECT d.due FROM deadline AS d
            WHERE d.subject_kind = 'E' AND d.subject = e.id AND d.name = ?
              AND d.met_day IS NULL AND d.not_applicable IS NULL AND d.superseded_by IS NULL),
           g.domain, g.line, g.goal, g.action, g.lead_agency, g.target, g.status, g.tackles
    FROM care_plan AS p
    JOIN episode AS e ON e.id = p.episode AND e.closed IS NULL
    JOIN person ON person.id = p.person
    JOIN worker ON worker.id = e.worker
    LEFT JOIN care_plan_goal AS g ON g.plan = p.id
    """
  private static let rest = """
    p.version = (SELECT max(version) FROM care_plan WHERE episode = p.episode)
      AND p.id >= ? AND (p.id > ? OR coalesce(g.line, 0) > ?)
    ORDER BY p.id, g.line LIMIT ?
    """
  static let ofEveryone = "\(select) WHERE \(rest)"
  static let ofWorker = "\(select) WHERE e.worker = ? AND \(rest)"
}
