package import CaseRules
package import SQLite

/// A worker as the file keeps them.
package struct WorkerRow: Equatable, Sendable {
  package let worker: Worker
  /// The account of this computer that opens the program as this worker.
  package let osAccount: String?
  /// The name to sign in with, in small letters.
  package let signIn: String?
  package let revision: Int
}

extension Connection {
  /// Every worker, those who have left at the end.
  package func workers() throws -> [WorkerRow] {
    try query(
      WorkerRow.columns + " WHERE id > 0 ORDER BY active DESC, name COLLATE NOCASE, id",
      row: WorkerRow.init(row:))
  }

  /// Whether anybody works with the file yet.
  package func hasWorkers() throws -> Bool { try exists("SELECT 1 FROM worker WHERE id > 0") }

  package func worker(_ id: WorkerID) throws -> WorkerRow? {
    try first(WorkerRow.columns + " WHERE id = ? AND id > 0", id, row: WorkerRow.init(row:))
  }

  func worker(whereSignIn name: String) throws -> WorkerRow? {
    try first(
      WorkerRow.columns + " WHERE sign_in = ? AND active = 1", name, row: WorkerRow.init(row:))
  }

  /// The active worker an account of this computer stands for.
  package func worker(osAccount: String) throws -> WorkerRow? {
    try first(
      WorkerRow.columns + " WHERE os_account = ? AND active = 1", osAccount,
      row: WorkerRow.init(row:))
  }
}

extension WriteTransaction {
  /// Takes a worker on; their number is given here, whatever the value says.
  ///
  /// The first worker of a file must name themselves in the attribution, as number 1.
  package func addWorker(
    _ worker: Worker, osAccount: String? = nil, signIn: String? = nil
  ) throws -> WorkerID {
    let signIn = try signIn.map { SignInName.folded($0) } ?? proposedSignIn(for: worker)
    try connection.execute(
      """
      INSERT INTO worker (name, role, designation, team, agency, os_account, arw_trained_on, active,
                          sign_in)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, worker.name, worker.role, worker.designation, worker.team, worker.agency, osAccount,
      worker.arwTrainedOn, worker.active, signIn)
    let id = WorkerID(connection.lastInsertRowID)
    try audit(
      AuditEvent(
        .workerChanged, record: AuditedRecord(id.ref), to: 1,
        changes: WorkerRow.changes(from: nil, to: (worker, osAccount, signIn))))
    return id
  }

  private func proposedSignIn(for worker: Worker) throws -> String {
    SignInName.proposed(for: worker, taken: try connection.signInNames())
  }

  /// Changes a worker, their role or their leaving included; takes effect at their next save.
  ///
  /// Without a sign-in name they keep the one they have. Throws `ChangedElsewhere` or
  /// `StoreError.notFound`.
  package func changeWorker(
    _ worker: Worker, osAccount: String?, signIn: String? = nil, revision: Int
  ) throws {
    let before = try connection.worker(worker.id).orNotFound()
    let record = AuditedRecord(worker.id.ref)
    let signIn = signIn.map { SignInName.folded($0) } ?? before.signIn
    let next = try nextRevision(
      table: "worker", id: worker.id.rawValue, expected: revision, of: record)
    try connection.execute(
      """
      UPDATE worker
      SET name = ?, role = ?, designation = ?, team = ?, agency = ?, os_account = ?,
          arw_trained_on = ?, active = ?, sign_in = ?
      WHERE id = ?
      """, worker.name, worker.role, worker.designation, worker.team, worker.agency, osAccount,
      worker.arwTrainedOn, worker.active, signIn, worker.id)
    try audit(
      AuditEvent(
        .workerChanged, record: record, from: revision, to: next,
        changes: WorkerRow.changes(
          from: (before.worker, before.osAccount, before.signIn),
          to: (worker, osAccount, signIn))))
  }
}

extension WorkerRow {
  fileprivate static let columns = """
    SELECT id, name, role, designation, team, agency, os_account, arw_trained_on, active, revision,
           sign_in
    FROM worker
    """

  fileprivate init(row: Row) throws {
    worker = Worker(
      id: try row.get(0), name: try row.text(1), role: try row.get(2),
      designation: try row.get(3), team: try row.text(4), agency: try row.text(5),
      arwTrainedOn: try row.get(7), active: try row.bool(8))
    osAccount = try row.get(6)
    revision = try row.int(9)
    signIn = try row.get(10)
  }

  fileprivate typealias Names = (worker: Worker, osAccount: String?, signIn: String?)

  fileprivate static func changes(from before: Names?, to after: Names) -> [FieldChange] {
    let (old, new) = (before?.worker, after.worker)
    return [
      FieldChange("name", from: old?.name, to: new.name),
      FieldChange("role", from: old?.role, to: new.role),
      FieldChange("designation", from: old?.designation, to: new.designation),
      FieldChange("team", from: old?.team, to: new.team),
      FieldChange("agency", from: old?.agency, to: new.agency),
      FieldChange("os_account", from: before?.osAccount, to: after.osAccount),
      FieldChange("sign_in", from: before?.signIn, to: after.signIn),
      FieldChange("arw_trained_on", from: old?.arwTrainedOn, to: new.arwTrainedOn),
      FieldChange("active", from: old?.active, to: new.active),
    ]
  }
}
