package import CaseRules
package import SQLite

/// PPL-013: the agencies around a client.
package enum AgencyRecords {
  /// Those involved now before those who were.
  package static func all(of person: PersonID, in records: Connection) throws -> [InvolvedAgency] {
    try records.query(
      """
      SELECT id, name, service, lead, provides, is_coordinator, since, until
      FROM involved_agency WHERE person = ? ORDER BY until IS NOT NULL, id
      """, person
    ) { row in
      InvolvedAgency(
        id: try row.int(0), name: try row.text(1), service: try row.get(2), lead: try row.text(3),
        provides: try row.text(4), isCoordinator: try row.bool(5), since: try row.get(6),
        until: try row.get(7))
    }
  }

  /// Writes the whole list as the form has it; a row that was taken out gets its end today.
  ///
  /// The person's version moves, so that two people who work on the list meet.
  static func replace(
    _ list: [InvolvedAgency], of person: PersonID, revision: Int,
    in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let before = try all(of: person, in: records)
    let record = AuditedRecord(person.ref)
    let next = try transaction.nextRevision(
      table: "person", id: person.rawValue, expected: revision, of: record)
    // One care co-ordinator at a time, also for a moment: the old one steps down first.
    try records.execute(
      "UPDATE involved_agency SET is_coordinator = 0 WHERE person = ? AND is_coordinator = 1",
      person)
    let known = Set(before.map(\.id))
    for agency in list {
      if known.contains(agency.id) {
        try update(agency, records)
      } else {
        try insert(agency, of: person, records)
      }
    }
    let kept = Set(list.map(\.id))
    for agency in before where !kept.contains(agency.id) && agency.until == nil {
      try records.execute(
        "UPDATE involved_agency SET until = ? WHERE id = ?", transaction.today, agency.id)
    }
    let after = try all(of: person, in: records)
    try transaction.audit(
      AuditEvent(
        .changed, person: person, record: record, from: revision, to: next,
        changes: AgencyForm.draft(of: before).changes(to: AgencyForm.draft(of: after)),
        rule: "PPL-013"))
  }

  private static func insert(
    _ agency: InvolvedAgency, of person: PersonID, _ records: Connection
  ) throws {
    try records.execute(
      """
      INSERT INTO involved_agency (person, name, service, lead, provides, is_coordinator, since,
                                   until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, person, agency.name, agency.service, agency.lead, agency.provides,
      agency.isCoordinator, agency.since, agency.until)
  }

  private static func update(_ agency: InvolvedAgency, _ records: Connection) throws {
    try records.execute(
      """
      UPDATE involved_agency
      SET name = ?, service = ?, lead = ?, provides = ?, is_coordinator = ?, since = ?, until = ?,
          revision = revision + 1
      WHERE id = ?
      """, agency.name, agency.service, agency.lead, agency.provides, agency.isCoordinator,
      agency.since, agency.until, agency.id)
  }
}
