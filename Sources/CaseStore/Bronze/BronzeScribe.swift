import CaseRules
import SQLite

/// Writes what becomes of a bronze action: one step, one entry on the trail, and the clocks by it.
struct BronzeScribe {
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }
  private var attribution: Attribution { transaction.attribution }

  /// A column with what is written into it; the same pairs go on the trail.
  struct Column {
    let name: StaticString
    let value: (any SQLBindable)?

    init(_ name: StaticString, _ value: (any SQLBindable)?) {
      self.name = name
      self.value = value
    }
  }

  // MARK: Steps

  /// An event happens to the action: by the state table, or not at all.
  func take(
    _ event: BronzeEvent, of record: BronzeRecord, words: String = "", said: [Column] = [],
    reason: String? = nil
  ) throws {
    let action = record.action
    guard let next = BronzeMachine.next(action.state, event, before: action.before) else {
      throw StoreError.refused(
        BronzeMachine.refusal(event, in: action.state).map { [$0] } ?? [])
    }
    let revision = try nextRevision(of: action)
    try records.execute(
      "UPDATE bronze_action SET state = ?, since = ?, before_state = ? WHERE id = ?", next,
      attribution.at, next == .furtherAction ? action.state : nil, action.id)
    try addStep(event, next, words, to: action.id)
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(action.ref), from: action.revision, to: revision,
        changes: [FieldChange("state", from: action.state, to: next)] + changes(said),
        facts: [.init("event", event)], rule: event.rule, reason: reason))
  }

  /// Something is noted about the action; it stays in its state.
  func note(
    _ said: [Column], of record: BronzeRecord, rule: String, from before: [Column] = []
  ) throws {
    let action = record.action
    let revision = try nextRevision(of: action)
    try transaction.audit(
      AuditEvent(
        .changed, record: AuditedRecord(action.ref), from: action.revision, to: revision,
        changes: changes(said, from: before), rule: rule))
  }

  private func nextRevision(of action: BronzeAction) throws -> Int {
    try transaction.nextRevision(
      table: "bronze_action", id: action.id.rawValue, expected: action.revision,
      of: AuditedRecord(action.ref))
  }

  private func changes(_ said: [Column], from before: [Column] = []) -> [FieldChange] {
    said.map { column in
      let old = before.first { $0.name.description == column.name.description }
      return FieldChange(column.name.description, from: old?.value, to: column.value)
    }
  }

  func addStep(
    _ event: BronzeEvent?, _ state: BronzeState, _ words: String, to id: BronzeActionID
  ) throws {
    try records.execute(
      "INSERT INTO bronze_step (bronze, event, state, words, worker, at) VALUES (?, ?, ?, ?, ?, ?)",
      id, event, state, words, attribution.worker, attribution.at)
  }

  // MARK: Rows

  /// Adds a row that hangs on the action, with who recorded it and when.
  func add(_ columns: [Column], to table: StaticString, of record: BronzeRecord) throws {
    let own = [
      Column("recorded_by", attribution.worker), Column("recorded_at", attribution.at),
    ]
    try insert([Column("bronze", record.action.id)] + columns + own, into: table)
  }

  /// The names are `StaticString`s, which no data can become.
  func insert(_ columns: [Column], into table: StaticString) throws {
    let parts = columns.map(\.name.description)
    let sets = columns.map { _ in "?" }
    try records.execute(
      "INSERT INTO " + table.description + " (" + parts.joined(separator: ", ") + ") VALUES ("
        + sets.joined(separator: ", ") + ")",
      values: columns.map(\.value))
  }

  func set(_ columns: [Column], of record: BronzeRecord) throws {
    let sets = columns.map { $0.name.description + " = ?" }
    try records.execute(
      "UPDATE bronze_action SET " + sets.joined(separator: ", ") + " WHERE id = ?",
      values: columns.map(\.value) + [record.action.id])
  }

  // MARK: Clocks

  func start(
    _ deadline: Deadline, of record: BronzeRecord, owner: DeadlineOwner, metBy form: FormID
  ) throws -> String {
    let row = try DeadlineRecords.start(
      deadline, about: record.action.ref, person: nil, owner: owner, metByForm: form,
      in: transaction, calendar: context.calendar)
    return "\(deadline.name) due \(row.due?.ukWithWeekday ?? "-")"
  }

  func meet(_ name: String, of record: BronzeRecord, on occasion: Occasion) throws {
    try DeadlineRecords.meet(name, about: record.action.ref, on: occasion, in: transaction)
  }

  /// What is still open about the action has no sense any more.
  func setAside(_ record: BronzeRecord, because reason: String) throws {
    try DeadlineRecords.setAside(about: record.action.ref, because: reason, in: transaction)
  }

  /// The monitoring that comes after a day.
  func startMonitoring(
    of record: BronzeRecord, accepted: CalendarDate, after day: CalendarDate
  ) throws -> String {
    let settings = context.settings
    let number = BronzeDeadlines.nextMonitoring(
      after: day, accepted: accepted, settings: settings)
    return try start(
      BronzeDeadlines.monitoring(number, accepted: accepted, settings: settings), of: record,
      owner: .role(.dio), metBy: MonitoringForm.id)
  }

  /// The monitoring that is waited for is met; answers with its day, after which the next one comes.
  ///
  /// INT-034: an entry is due on each anniversary, so a late one leaves those after it owed.
  func meetMonitoring(of record: BronzeRecord, on day: CalendarDate) throws -> CalendarDate {
    let open = try DeadlineRecords.all(about: record.action.ref, in: records).filter {
      $0.isOpen && $0.deadline.ruleID == "INT-034"
    }
    try DeadlineRecords.meet(open, on: .day(day), in: transaction)
    return open.compactMap(\.due).max() ?? day
  }
}
