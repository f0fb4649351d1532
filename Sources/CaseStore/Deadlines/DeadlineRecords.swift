package import CaseRules
package import SQLite

/// What is owed by a date: started and met in the transaction that records the fact.
///
/// Status is never kept; it is derived from the clock when somebody looks (TIME-011).
package enum DeadlineRecords {
  /// Starts a deadline; without a start fact it waits until one is recorded (TIME-012).
  @discardableResult
  package static func start(
    _ deadline: Deadline, about subject: RecordRef, person: PersonID?, owner: DeadlineOwner,
    metByForm: FormID? = nil, in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws -> DeadlineRow {
    let id = try insert(
      Content(
        deadline: deadline, subject: subject, person: person, owner: owner, metByForm: metByForm),
      in: transaction, calendar: calendar)
    let row = try row(id, in: transaction.connection).orNotFound()
    return row
  }

  /// The open deadlines of a name about a record.
  package static func open(
    _ name: String, about subject: RecordRef, in records: Connection
  ) throws -> [DeadlineRow] {
    try records.query(
      DeadlineRow.columns + """
         FROM deadline
        WHERE subject_kind = ? AND subject = ? AND name = ? AND \(DeadlineRow.isOpenSQL)
        ORDER BY id
        """, subject.kind.code, subject.number, name, row: DeadlineRow.init(row:))
  }

  /// A person's open deadlines that a form meets, the earliest due first.
  package static func open(
    metBy form: FormID, of person: PersonID, in records: Connection
  ) throws -> [DeadlineRow] {
    try records.query(
      DeadlineRow.columns + """
         FROM deadline
        WHERE person = ? AND met_form = ? AND \(DeadlineRow.isOpenSQL)
        ORDER BY expires, id
        """, person, form.text, row: DeadlineRow.init(row:))
  }

  /// Everything a person's record shows: open, met and set aside, the latest due first.
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws
    -> [DeadlineRow]
  {
    try records.query(
      DeadlineRow.columns + """
         FROM deadline
        WHERE person = ? AND superseded_by IS NULL
        ORDER BY expires DESC, id DESC LIMIT ?
        """, person, limit, row: DeadlineRow.init(row:))
  }

  /// Everything about a record, superseded rows left out.
  package static func all(about subject: RecordRef, in records: Connection) throws -> [DeadlineRow]
  {
    try records.query(
      DeadlineRow.columns + """
         FROM deadline
        WHERE subject_kind = ? AND subject = ? AND superseded_by IS NULL
        ORDER BY id
        """, subject.kind.code, subject.number, row: DeadlineRow.init(row:))
  }

  /// The open deadline about a record that runs out first; one without a date comes last.
  static func next(about subject: RecordRef, in records: Connection) throws -> DeadlineRow? {
    try records.first(
      DeadlineRow.columns + """
         FROM deadline
        WHERE subject_kind = ? AND subject = ? AND due IS NOT NULL AND \(DeadlineRow.isOpenSQL)
        ORDER BY expires IS NULL, expires, id LIMIT 1
        """, subject.kind.code, subject.number, row: DeadlineRow.init(row:))
  }

  /// Marks deadlines met; one that was met or set aside stays as it is.
  package static func meet(
    _ rows: [DeadlineRow], on occasion: Occasion, in transaction: WriteTransaction
  ) throws {
    for row in rows {
      try transaction.connection.execute(
        """
        UPDATE deadline SET met_day = ?, met_at = ?
        WHERE id = ? AND met_day IS NULL AND not_applicable IS NULL
        """, occasion.date, occasion.instant, row.id)
    }
  }

  /// Marks the open deadlines of a name about a record met.
  package static func meet(
    _ name: String, about subject: RecordRef, on occasion: Occasion,
    in transaction: WriteTransaction
  ) throws {
    try meet(
      try open(name, about: subject, in: transaction.connection), on: occasion, in: transaction)
  }

  /// TIME-011: sets open deadlines aside, with the reason.
  package static func setAside(
    _ rows: [DeadlineRow], because reason: String, in transaction: WriteTransaction
  ) throws {
    for row in rows {
      try transaction.connection.execute(
        "UPDATE deadline SET not_applicable = ? WHERE id = ? AND met_day IS NULL", reason, row.id)
    }
  }

  /// Sets aside whatever is open about a record.
  package static func setAside(
    about subject: RecordRef, because reason: String, in transaction: WriteTransaction
  ) throws {
    let rows = try all(about: subject, in: transaction.connection)
    try setAside(rows.filter(\.isOpen), because: reason, in: transaction)
  }

  /// PPL-012: what a worker owes for a client passes to the one who takes over.
  package static func passOn(
    _ person: PersonID, from old: WorkerID, to new: WorkerID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      UPDATE deadline SET owner_worker = ?
      WHERE person = ? AND owner_worker = ? AND met_day IS NULL AND not_applicable IS NULL
        AND superseded_by IS NULL
      """, new, person, old)
  }

  /// What is open about a record is owed by another worker from now on.
  package static func reassign(
    about subject: RecordRef, to worker: WorkerID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      UPDATE deadline SET owner_worker = ?
      WHERE subject_kind = ? AND subject = ? AND owner_worker IS NOT NULL AND met_day IS NULL
        AND not_applicable IS NULL AND superseded_by IS NULL
      """, worker, subject.kind.code, subject.number)
  }

  /// Names the person of deadlines that began before permission was given (CUS-010).
  package static func link(
    about subject: RecordRef, to person: PersonID?, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      "UPDATE deadline SET person = ? WHERE subject_kind = ? AND subject = ?", person,
      subject.kind.code, subject.number)
  }
}

// MARK: - Rows

extension DeadlineRecords {
  /// What is written of a deadline, but for what has become of it.
  struct Content {
    var deadline: Deadline
    var subject: RecordRef
    var person: PersonID?
    var owner: DeadlineOwner
    var metByForm: FormID?
    var met: Occasion?
  }

  static func row(_ id: Int64, in records: Connection) throws -> DeadlineRow? {
    try records.first(
      DeadlineRow.columns + " FROM deadline WHERE id = ?", id, row: DeadlineRow.init(row:))
  }

  static func insert(
    _ content: Content, in transaction: WriteTransaction, calendar: WorkingCalendar
  ) throws -> Int64 {
    let deadline = content.deadline
    let length = deadline.length.stored
    let owner = columns(of: content.owner)
    try transaction.connection.execute(
      """
      INSERT INTO deadline (name, rule, person, subject_kind, subject, owner_worker, owner_role,
                            owner, start_fact, start_day, start_at, unit, amount, due, expires,
                            met_by, met_form, met_day, met_at, not_applicable, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      storing: [
        .text(deadline.name), .text(deadline.ruleID), .of(content.person),
        .text(content.subject.kind.code), .integer(content.subject.number), .of(owner.worker),
        .of(owner.role), .text(deadline.owner), .text(deadline.startFact),
        .of(deadline.start?.date), .of(deadline.start?.instant), .of(length.unit),
        .of(length.amount), .of(deadline.due(in: calendar)),
        .of(deadline.dueMoment(in: calendar)), .text(deadline.metBy),
        .of(content.metByForm?.text), .of(content.met?.date), .of(content.met?.instant),
        .of(deadline.notApplicable), .of(transaction.attribution.at),
      ])
    return transaction.connection.lastInsertRowID
  }

  private static func columns(of owner: DeadlineOwner) -> (worker: WorkerID?, role: Role?) {
    switch owner {
    case .worker(let worker): (worker, nil)
    case .role(let role): (nil, role)
    case .outside: (nil, nil)
    }
  }
}
