package import CaseRules
package import SQLite

/// Whose deadlines a work list holds.
package enum DueScope: Equatable, Sendable {
  /// A worker's own, those that any worker of their role owes, and those of whoever they cover for.
  case worker(Worker)
  case everyone
}

/// GEN-008: the deadlines as work lists, `due` and the exports tell them, all from the same rows.
package enum DueList {
  /// Open deadlines that expire by the end of a day, the oldest first; without a day, all of them.
  ///
  /// `covering`: whom the worker covers for, where that was asked already.
  package static func lines(
    for scope: DueScope, covering known: [Cover]? = nil, until day: CalendarDate? = nil,
    limit: Int = 500,
    in records: Connection, _ context: RuleContext
  ) throws -> [DueLine] {
    let end = Moment(endOf: day ?? .latest)
    switch scope {
    case .everyone: return try lines(everyone, [end, limit], records, context)
    case .worker(let worker):
      let own = try lines(byWorker, [worker.id, end, limit], records, context)
      let shared = try lines(byRole, [worker.role, end, limit], records, context)
      let covers =
        try known ?? CoverRecords.covered(by: worker.id, on: context.today, in: records)
      let covered = try covers.flatMap {
        try lines(byWorker, [$0.worker, end, limit], records, context)
      }
      return Array((own + shared + covered).sorted(by: isEarlier).prefix(limit))
    }
  }

  /// How many of a worker's own are overdue; what the whole role owes is not counted.
  package static func overdue(
    ownedBy worker: WorkerID, in records: Connection, _ context: RuleContext
  ) throws -> Int {
    try count(overdueByWorker, [worker, context.now, 10_000], records)
  }

  private static func isEarlier(_ one: DueLine, _ other: DueLine) -> Bool {
    (expires(one), one.ref) < (expires(other), other.ref)
  }

  private static func expires(_ line: DueLine) -> Moment {
    line.dueAt ?? Moment(endOf: line.due ?? .latest)
  }

  private static func lines(
    _ sql: String, _ values: [(any SQLBindable)?], _ records: Connection, _ context: RuleContext
  ) throws -> [DueLine] {
    let rights = DueRights(context.worker)
    return try records.query(sql, values: values) { try line($0, records, context) }
      .filter { rights.mayKnow(of: $0.ref) }
  }

  /// Whom a record without a person is about: somebody who is not on file, or nobody of the caseload.
  private static func subject(
    _ subject: RecordRef, _ records: Connection
  ) throws -> (name: String?, origin: String?) {
    if let report = IntelligenceReportID(subject) {
      return (try IntelligenceReports.one(report, in: records)?.subjectWords, nil)
    }
    if let referral = IncomingReferralID(subject) {
      let found = try IncomingReferralRecords.one(referral, in: records)
      return (found?.client, found?.source)
    }
    if let call = HelplineCallID(subject) {
      // CUS-010: of a detainee there is none, and the number stands for them.
      return (try HelplineCallRecords.givenName(of: call, in: records), nil)
    }
    return subject.kind == .bronzeAction
      ? (try BronzeFiles.name(of: subject, in: records), nil) : (nil, nil)
  }

  private static func line(
    _ row: Row, _ records: Connection, _ context: RuleContext
  ) throws -> DueLine {
    let deadline = try DeadlineRow(row: row)
    let family: String? = try row.get(DeadlineRow.columnCount)
    let given: String? = try row.get(DeadlineRow.columnCount + 1)
    let mayRead = AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil
    let name = mayRead ? family.map { PersonName(family: $0, given: given ?? "").display } : nil
    let other: (name: String?, origin: String?) =
      try deadline.person == nil ? subject(deadline.subject, records) : (nil, nil)
    var line = EntryDueLines.line(
      deadline, about: deadline.subject, name: name ?? other.name, context)
    line.origin = other.origin
    return line
  }

  private static func count(
    _ sql: String, _ values: [(any SQLBindable)?], _ records: Connection
  ) throws -> Int {
    try records.first(sql, values: values) { try $0.int(0) } ?? 0
  }

  private static let select =
    DeadlineRow.columns + """
      , person.family_name, person.given_names
      FROM deadline LEFT JOIN person ON person.id = deadline.person
      """
  private static let inTime = "deadline.expires <= ?"
  private static let order = "ORDER BY deadline.expires, deadline.id LIMIT ?"

  static let everyone = """
    \(select) WHERE \(DeadlineRow.isOpenSQL) AND deadline.due IS NOT NULL AND \(inTime) \(order)
    """
  static let byWorker = """
    \(select) WHERE deadline.owner_worker = ? AND \(DeadlineRow.isOpenSQL)
      AND deadline.due IS NOT NULL AND \(inTime) \(order)
    """
  static let byRole = """
    \(select) WHERE deadline.owner_role = ? AND \(DeadlineRow.isOpenSQL)
      AND deadline.due IS NOT NULL AND \(inTime) \(order)
    """

  private static let overdueByWorker = """
    SELECT count(*) FROM (SELECT 1 FROM deadline
      WHERE owner_worker = ? AND \(DeadlineRow.isOpenSQL) AND expires < ? LIMIT ?)
    """
}

/// CUS-022: to a role without the board, people or intelligence, not even that something is due is
/// told.
struct DueRights {
  private let seesBoard: Bool
  private let seesPeople: Bool
  private let seesIntelligence: Bool

  init(_ worker: Worker) {
    seesBoard = AccessMatrix.whyNotRead(worker, .custodyBoardAndDIR) == nil
    seesPeople = AccessMatrix.whyNotRead(worker, .personAndCaseload) == nil
    seesIntelligence = AccessMatrix.whyNotRead(worker, .intelligence) == nil
  }

  var mayKnowAll: Bool { seesBoard && seesPeople && seesIntelligence }

  func mayKnow(of subject: RecordRef) -> Bool {
    switch subject.kind {
    case .custodyEntry, .dir, .helplineCall, .custodyFact: seesBoard
    case .person, .episode, .appointment, .consent, .contact, .handover, .carePlan, .referral,
      .incomingReferral, .modality, .prescribing, .possibleRecord, .merge:
      seesPeople
    case .intelligenceReport, .intelligenceSubject, .bronzeAction, .ediiActivity, .ediiReferral,
      .warrant:
      seesIntelligence
    case .worker, .agency, .suite, .officer, .proposal, .exceptionalAccess: true
    }
  }
}
