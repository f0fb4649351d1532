package import CaseRules
package import SQLite

/// GEN-008: every deadline, told from the same rows as the work lists.
package enum DeadlineExport {
  /// Whose deadlines.
  package enum Owner: Equatable, Sendable {
    case everyone
    case worker(WorkerID)
    /// Those that any worker of the role owes.
    case role(Role)
  }

  /// After which row a page begins.
  package struct Place: Equatable, Sendable {
    let expires: Moment
    let id: Int64

    /// Before the first row.
    package static let start = Place(expires: Moment(seconds: .min), id: 0)
  }

  package struct Entry: Equatable, Sendable {
    package let line: DueLine
    /// When it was met, as far as it is known.
    package let met: Occasion?
    let place: Place
  }

  /// The next deadlines that somebody still owes, the earliest first.
  package static func open(
    of owner: Owner, after place: Place, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<Entry, Place> {
    try check(owner, context)
    let rows: [Entry] =
      switch owner {
      case .everyone:
        try records.query(openOfEveryone, place.expires, place.id, limit) { try entry($0, context) }
      case .worker(let worker):
        try records.query(openOfWorker, worker, place.expires, place.id, limit) {
          try entry($0, context)
        }
      case .role(let role):
        try records.query(openOfRole, role, place.expires, place.id, limit) {
          try entry($0, context)
        }
      }
    return ExportPage(rows, limit: limit, next: \.place).told(to: context.worker)
  }

  /// The next deadlines that are met, set aside, or wait for their start fact; in their order.
  package static func settled(
    of owner: Owner, after place: Place, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<Entry, Place> {
    try check(owner, context)
    let rows: [Entry] =
      switch owner {
      case .everyone:
        try records.query(settledOfEveryone, place.id, limit) { try entry($0, context) }
      case .worker(let worker):
        try records.query(settledOfWorker, place.id, worker, limit) { try entry($0, context) }
      case .role(let role):
        try records.query(settledOfRole, place.id, role, limit) { try entry($0, context) }
      }
    return ExportPage(rows, limit: limit, next: \.place).told(to: context.worker)
  }

  /// The function matrix: everybody's are for those who may have lists with names.
  package static func check(_ owner: Owner, _ context: RuleContext) throws {
    let worker = context.worker
    switch owner {
    case .worker(worker.id), .role(worker.role): break
    case .everyone, .worker, .role: try context.mustRead(.namedLists)
    }
  }

  private static func entry(_ row: Row, _ context: RuleContext) throws -> Entry {
    let deadline = try DeadlineRow(row: row)
    let family: String? = try row.get(DeadlineRow.columnCount)
    let given: String? = try row.get(DeadlineRow.columnCount + 1)
    let mayRead = AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil
    let name = mayRead ? family.map { PersonName(family: $0, given: given ?? "").display } : nil
    return Entry(
      line: EntryDueLines.line(deadline, about: deadline.subject, name: name, context),
      met: deadline.met,
      place: Place(expires: deadline.expires ?? Place.start.expires, id: deadline.id))
  }

  private static let select =
    DeadlineRow.columns + """
      , person.family_name, person.given_names
      FROM deadline LEFT JOIN person ON person.id = deadline.person
      """
  private static let isOwed = """
    \(DeadlineRow.isOpenSQL) AND (deadline.expires, deadline.id) > (?, ?)
    ORDER BY deadline.expires, deadline.id LIMIT ?
    """
  static let openOfEveryone = "\(select) WHERE \(isOwed)"
  static let openOfWorker = "\(select) WHERE deadline.owner_worker = ? AND \(isOwed)"
  static let openOfRole = "\(select) WHERE deadline.owner_role = ? AND \(isOwed)"

  private static let isSettled = """
    deadline.id > ? AND deadline.superseded_by IS NULL
      AND (deadline.met_day IS NOT NULL OR deadline.not_applicable IS NOT NULL
           OR deadline.expires IS NULL)
    """
  private static let byNumber = "ORDER BY deadline.id LIMIT ?"
  static let settledOfEveryone = "\(select) WHERE \(isSettled) \(byNumber)"
  static let settledOfWorker = "\(select) WHERE \(isSettled) AND owner_worker = ? \(byNumber)"
  static let settledOfRole = "\(select) WHERE \(isSettled) AND owner_role = ? \(byNumber)"
}

extension ExportPage where Row == DeadlineExport.Entry, Place == DeadlineExport.Place {
  /// Without what a role may not even know to be due (CUS-022); where to go on stays.
  fileprivate func told(to worker: Worker) -> ExportPage {
    let rights = DueRights(worker)
    return rights.mayKnowAll
      ? self : ExportPage(rows.filter { rights.mayKnow(of: $0.line.ref) }, next: next)
  }
}
