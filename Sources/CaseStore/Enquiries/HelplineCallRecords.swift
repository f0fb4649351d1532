import CaseRules
import SQLite

/// Reads helpline calls.
enum HelplineCallRecords {
  private static let columns = """
    SELECT c.id, c.started_at, c.ended_at, c.caller, c.taken_by, w.name, c.from_custody, c.owed_for,
           c.booked_for, c.no_offer, c.answered
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

  static func services(of call: HelplineCallID, in records: Connection) throws -> [Service] {
    try records.query(
      "SELECT service FROM call_service WHERE call = ? ORDER BY service", call
    ) { try $0.get(0, as: AgencyID.self) }
    .compactMap { try ServiceRecords.one($0, in: records) }
  }
}

extension HelplineCall {
  init(row: Row) throws {
    let worker: WorkerID = try row.get(4)
    self.init(
      ref: RecordRef(.helplineCall, try row.int64(0)), started: try row.get(1),
      ended: try row.get(2), caller: try row.get(3), takenBy: worker,
      takenByName: Worker(id: worker, name: try row.text(5), role: .arw).initials,
      isFromCustody: try row.bool(6), owedFor: try row.get(7), bookedFor: try row.get(8),
      noneOffered: !row.isNull(9))
    wasAnswered = try row.bool(10)
  }
}
