package import CaseRules
package import SQLite

/// A detention as the file keeps it.
package struct EntryRow: Equatable, Sendable {
  package let entry: CustodyEntry
  /// The version of arrival and details.
  package let revision: Int
  /// Initials.
  package let enteredBy: String
  /// Every fact, struck-through ones included.
  let facts: [StoredFact]
}

/// Reads detentions; without permission there is nothing personal to read.
package enum EntryRecords {
  package static func entry(_ id: EntryID, in records: Connection) throws -> EntryRow? {
    let facts = try records.query(
      StoredFact.columns + " WHERE f.entry = ? ORDER BY f.at, f.id", id,
      row: StoredFact.init(row:))
    let calls = try HelplineCallRecords.calls(of: id, in: records)
    return try records.first(columns + " WHERE e.id = ?", id) { row in
      try EntryRow(row: row, facts: facts, calls: calls)
    }
  }

  /// The detention, or `notFound`: never there, or turned into counts (CUS-011).
  static func found(_ ref: RecordRef?, in records: Connection) throws -> EntryRow {
    try ref.flatMap { EntryID($0) }.flatMap { try entry($0, in: records) }.orNotFound()
  }

  /// Where a person was held at a moment, as far as they let it be written down (CUS-010).
  static func holding(
    _ person: PersonID, at moment: Moment, suite: String?, in records: Connection
  ) throws -> EntryRow? {
    let id = try records.first(
      """
      SELECT e.id FROM custody_entry AS e JOIN custody_suite AS s ON s.id = e.suite
      WHERE e.person = ? AND e.arrived_at <= ? AND coalesce(e.departed_at, ?) >= ?
        AND s.code = coalesce(?, s.code)
      ORDER BY e.arrived_at DESC, e.id DESC LIMIT 1
      """, person, moment, moment, moment, suite
    ) { try $0.get(0, as: EntryID.self) }
    return try id.flatMap { try entry($0, in: records) }
  }

  /// The trigger detainees of a suite who are still there, for the sweep (CUS-006).
  static func triggerDetainees(in suite: SuiteID, _ records: Connection) throws -> [CustodyEntry] {
    try records.query(triggerDetainees, suite) { try $0.get(0, as: EntryID.self) }
      .map { try found($0.ref, in: records).entry }
  }

  static let triggerDetainees = """
    SELECT id FROM custody_entry
    WHERE suite = ? AND is_trigger = 1 AND departed_at IS NULL ORDER BY arrived_at, id
    """

  fileprivate static let columns = """
    SELECT e.id, s.id, s.code, s.name, s.tests_on_arrest, s.active, e.cell, e.arrived_at,
           e.is_trigger, e.is_ppo, e.is_drr, e.dir_started_at, e.dir_completed_at, e.closed_at,
           e.permission_at, e.person, p.family_name, p.given_names, e.custody_number, e.offence,
           e.offence_text, e.risk_markers, e.risk_note, e.notes, e.revision, w.name
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    JOIN worker AS w ON w.id = e.entered_by
    LEFT JOIN person AS p ON p.id = e.person
    """
}

extension EntryRow {
  fileprivate init(row: Row, facts: [StoredFact], calls: [HelplineCall]) throws {
    var entry = CustodyEntry(
      ref: RecordRef(.custodyEntry, try row.int64(0)),
      suite: SuiteProfile(
        ref: RecordRef(.suite, try row.int64(1)), code: try row.text(2), name: try row.text(3),
        testsOnArrest: try row.bool(4), active: try row.bool(5)),
      cell: try row.text(6), arrived: try row.get(7), isTrigger: try row.bool(8),
      isPPO: try row.get(9), isDRR: try row.get(10), calls: calls,
      dirStarted: try row.get(11), dirCompleted: try row.get(12), closed: try row.get(13))
    for fact in facts where fact.struckBecause == nil { entry.add(fact.content) }
    if !row.isNull(14) { entry.details = try CustodyDetails(row: row) }
    self.entry = entry
    self.facts = facts
    revision = try row.int(24)
    enteredBy = Worker.initials(of: try row.text(25))
  }
}

extension CustodyDetails {
  /// Columns 15 to 23 of an entry.
  fileprivate init(row: Row) throws {
    let person = try row.get(15, as: Int64?.self)
    let risks = try row.get(21, as: String?.self) ?? ""
    guard let known = DetaineeRisk.restored(risks) else { throw row.unreadable(21) }
    self.init(
      person: person.map { RecordRef(.person, $0) },
      personName: person == nil
        ? nil : PersonName(family: try row.text(16), given: try row.text(17)).display,
      custodyNumber: try row.get(18), offenceCode: try row.get(19), offenceText: try row.get(20),
      riskMarkers: known, riskNote: try row.get(22), notes: try row.get(23))
  }
}

extension CustodyEntry {
  fileprivate mutating func add(_ content: StoredFact.Content) {
    switch content {
    case .offer(let offer): offers.append(offer)
    case .approach(let approach): approaches.append(approach)
    case .permission(let permission): permissions.append(permission)
    case .departure(let departure): self.departure = departure
    case .court(let court): courtAttendances.append(court)
    case .test(let test): arrestTests += [test].compactMap(\.self)
    }
  }
}
