package import CaseRules
package import SQLite

/// How the clients are shared out: every worker with what they carry.
package enum Workloads {
  /// Those who take clients, and whoever else holds some; by name.
  package static func lines(
    in records: Connection, _ context: RuleContext
  ) throws -> [WorkloadLine] {
    try context.mustRead(.personAndCaseload)
    return try records.workers().map { try line($0.worker, records, context) }.filter {
      $0.clients > 0 || $0.worker.active && CaseloadRules.takesClients($0.worker.role)
    }
  }

  private static func line(
    _ worker: Worker, _ records: Connection, _ context: RuleContext
  ) throws -> WorkloadLine {
    let silentBefore = LostContactRules.silentBefore(context.today, settings: context.settings)
    let (clients, inCustody) =
      try records.first(clientsOf, worker.id) { (try $0.int(0), try $0.int(1)) } ?? (0, 0)
    return WorkloadLine(
      worker: worker, clients: clients, inCustody: inCustody,
      atRisk: try count(silentOf, [worker.id, silentBefore], records),
      overdue: try DueList.overdue(ownedBy: worker.id, in: records, context),
      asked: try count(askedOf, [worker.id], records),
      leaving: try count(leavingFrom, [worker.id], records),
      cover: try CoverRecords.next(of: worker.id, on: context.today, in: records))
  }

  private static func count(
    _ sql: String, _ values: [(any SQLBindable)?], _ records: Connection
  ) throws -> Int {
    try records.first(sql, values: values) { try $0.int(0) } ?? 0
  }

  static let clientsOf = """
    SELECT count(*), coalesce(sum(state = 'activeCustody'), 0)
    FROM episode WHERE worker = ? AND closed IS NULL
    """
  static let silentOf = """
    SELECT count(*) FROM episode
    WHERE worker = ? AND state IN ('activeCommunity', 'activeCustody') AND silent_since < ?
    """
  static let askedOf = "SELECT count(*) FROM handover WHERE to_worker = ? AND state = 'pending'"
  static let leavingFrom =
    "SELECT count(*) FROM handover WHERE from_worker = ? AND state = 'pending'"
}
