import CaseRules
import SQLite

/// Reads and changes helpline calls.
enum HelplineCallRecords {
  private static let columns = """
    SELECT c.id, c.started_at, c.ended_at, c.caller, c.taken_by, w.name, c.from_custody, c.owed_for,
           c.booked_for, c.no_offer, c.answered, c.struck_reason, c.outcome
    FROM helpline_call AS c JOIN worker AS w ON w.id = c.taken_by
    """

  static func calls(of entry: EntryID, in records: Connection) throws -> [HelplineCall] {
    try records.query(
      columns + " WHERE c.entry = ? ORDER BY c.started_at, c.id", entry,
      row: HelplineCall.init(row:))
  }

  static func call(_ id: HelplineCallID, in records: Connection) throws -> HelplineCall? {
    try records.first(columns + " WHERE c.id = ?", id, row: HelplineCall.init(row:))
  }

  /// The detention a call came from; nil for other calls.
  static func entry(of call: HelplineCallID, in records: Connection) throws -> EntryID? {
    try records.first("SELECT entry FROM helpline_call WHERE id = ?", call) {
      try $0.get(0, as: EntryID?.self)
    }.flatMap { $0 }
  }

  static func person(of call: HelplineCallID, in records: Connection) throws -> PersonID? {
    try records.first("SELECT person FROM helpline_call WHERE id = ?", call) {
      try $0.get(0, as: PersonID?.self)
    }.flatMap { $0 }
  }

  /// The number that was given; empty where none was, or is kept any more.
  static func phone(of call: HelplineCallID, in records: Connection) throws -> String {
    guard
      let phone = try records.first(
        "SELECT client_phone FROM helpline_call WHERE id = ?", call, row: { try $0.text(0) })
    else { throw StoreError.notFound }
    return phone
  }

  /// The number that was kept with whom it is about; empty where none was.
  static func keptPhone(of call: HelplineCallID, in records: Connection) throws -> String {
    try records.first("SELECT coalesce(kept_phone, '') FROM helpline_call WHERE id = ?", call) {
      try $0.text(0)
    } ?? ""
  }

  /// The time agreed as it stands in the diary; nil while it stands with the call alone.
  static func appointment(of call: HelplineCallID, in records: Connection) throws -> AppointmentID?
  {
    try records.first("SELECT appointment FROM helpline_call WHERE id = ?", call) {
      try $0.get(0, as: AppointmentID?.self)
    }.flatMap { $0 }
  }

  /// The name that was given of somebody who is not on file; nil where none was, or may be kept.
  static func givenName(of call: HelplineCallID, in records: Connection) throws -> String? {
    let name = try records.first("SELECT client_name FROM helpline_call WHERE id = ?", call) {
      try $0.text(0)
    }
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// CUS-010: a call from custody of somebody who has not given permission, or may no longer be
  /// asked.
  static func isWithoutPermission(
    _ call: HelplineCallID, in records: Connection, _ context: RuleContext
  ) throws -> Bool {
    guard try self.call(call, in: records)?.isFromCustody == true else { return false }
    guard let id = try entry(of: call, in: records),
      let entry = try EntryRecords.entry(id, in: records)?.entry
    else { return true }
    return !entry.permission.isGiven(at: context.now)
  }
}

// MARK: - Changing

extension HelplineCallRecords {
  /// The version of a call.
  static func revision(of call: HelplineCallID, in records: Connection) throws -> Int? {
    try records.first("SELECT revision FROM helpline_call WHERE id = ?", call) { try $0.int(0) }
  }

  /// Runs one `UPDATE` of this call, whose last place is the id, as the next version of the call.
  ///
  /// What changed is read from the row itself before and after, so nothing is left off the trail.
  static func change(
    _ call: HelplineCallID, _ update: StaticString, _ values: (any SQLBindable)?...,
    rule: String? = nil, in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let record = AuditedRecord(call.ref)
    let revision = try revision(of: call, in: records).orNotFound()
    let before = try fields(of: call, in: records)
    let namedBefore = try person(of: call, in: records)
    let next = try transaction.nextRevision(
      table: "helpline_call", id: call.ref.number, expected: revision, of: record)
    try records.execute(update.description, values: values + [call])
    let after = try fields(of: call, in: records)
    let named = try person(of: call, in: records)
    try transaction.audit(
      AuditEvent(
        .changed, person: named ?? namedBefore, record: record, from: revision, to: next,
        changes: zip(before, after).map { FieldChange($0.name, from: $0.value, to: $1.value) },
        rule: rule))
  }

  /// Names the person it is about; the time agreed goes into the diary.
  ///
  /// As with a referral, nothing is kept here a second time that is on file with the person. The number
  /// stays where somebody is to be rung back on it, whosever it is; else one that the worker did not
  /// keep with the person is somebody else's, and goes. The name it came under stays to be seen.
  /// Answers with notes for the worker.
  static func name(
    _ call: HelplineCallID, as person: PersonID, keeping phone: String? = nil,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    try change(
      call,
      """
      UPDATE helpline_call
      SET person = ?, came_as = nullif(client_name, ''), client_name = '', kept_phone = ?,
          client_phone = CASE WHEN follow_up = '' THEN '' ELSE client_phone END
      WHERE id = ?
      """, person, phone, in: transaction)
    try DeadlineRecords.link(about: call.ref, to: person, in: transaction)
    return try NextDayHandler.enterInDiary(call, person, in: transaction, context)
  }

  /// GEN-004: strikes a call through that never came, or was noted twice; nothing is owed on it.
  static func strike(
    _ call: HelplineCall, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    let id = HelplineCallID(call.ref.number)
    let revision = try revision(of: id, in: transaction.connection).orNotFound()
    try transaction.strike(
      call.ref, of: try person(of: id, in: transaction.connection), table: "helpline_call",
      at: revision, because: reason)
    try DeadlineRecords.setAside(
      about: call.ref, because: "The call is struck through", in: transaction)
  }

  private static func fields(
    of call: HelplineCallID, in records: Connection
  ) throws -> [(name: String, value: SQLValue)] {
    let fields = try records.first(
      """
      SELECT person, client_name, client_phone, started_at, ended_at, booked_for, booked_minutes,
             booked_place, booked_with, appointment, no_offer, emergency, advice, ambulance, outcome,
             cancelled_at, came_as, kept_phone
      FROM helpline_call WHERE id = ?
      """, call
    ) { row in
      try changeable.enumerated().map { (name: $1, value: try row.value($0)) }
    }
    guard let fields else { throw StoreError.notFound }
    return fields
  }

  /// The columns of the question above, by the names they have on the trail.
  private static let changeable = [
    "person", "client_name", "client_phone", "started_at", "ended_at", "booked_for",
    "booked_minutes", "booked_place", "booked_with", "appointment", "no_offer", "emergency",
    "advice", "ambulance", "outcome", "cancelled_at", "came_as", "kept_phone",
  ]
}

extension HelplineCall {
  init(row: Row) throws {
    let worker: WorkerID = try row.get(4)
    self.init(
      ref: RecordRef(.helplineCall, try row.int64(0)), started: try row.get(1),
      ended: try row.get(2), caller: try row.get(3), takenBy: worker,
      takenByInitials: Worker.initials(of: try row.text(5)),
      isFromCustody: try row.bool(6), owedFor: try row.get(7), bookedFor: try row.get(8),
      noneOffered: !row.isNull(9))
    wasAnswered = try row.bool(10)
    struckBecause = try row.get(11)
    outcome = try row.get(12)
  }
}
