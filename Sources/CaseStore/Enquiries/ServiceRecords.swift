package import CaseRules
package import SQLite

/// The service directory: who else helps, and how somebody is referred there.
package enum ServiceRecords {
  package static func one(_ id: AgencyID, in records: Connection) throws -> Service? {
    try records.first(columns + " WHERE id = ?", id, row: service(row:))
  }

  /// In the order of names, those first whose name starts with what was typed.
  package static func find(
    _ typed: String, limit: Int, in records: Connection
  ) throws
    -> [Service]
  {
    let key = NameFolding.key(typed)
    let starting = try records.query(
      columns + " WHERE name_key >= ? AND name_key < ? ORDER BY name_key, id LIMIT ?", key,
      key + NameRange.end, limit, row: service(row:))
    let missing = limit - starting.count
    guard missing > 0, !key.isEmpty else { return starting }
    let holding = try records.query(
      columns + """
         WHERE instr(' ' || name_key, ' ' || ?) > 1
        ORDER BY name_key, id LIMIT ?
        """, key, missing, row: service(row:))
    return starting + holding
  }

  static func add(_ service: Service, in transaction: WriteTransaction) throws -> AgencyID {
    try transaction.connection.execute(
      """
      INSERT INTO service (name, name_key, type, area, age_group, phone, free_number, address,
                           hours, referral_route, eligibility, last_checked)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values: values(of: service))
    let id = AgencyID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: ServiceForm.draft(of: service))))
    return id
  }

  static func change(_ service: Service, in transaction: WriteTransaction) throws {
    guard let before = try one(service.id, in: transaction.connection) else {
      throw StoreError.notFound
    }
    let record = AuditedRecord(service.id.ref)
    let next = try transaction.nextRevision(
      table: "service", id: service.id.rawValue, expected: service.revision, of: record)
    try transaction.connection.execute(
      """
      UPDATE service
      SET name = ?, name_key = ?, type = ?, area = ?, age_group = ?, phone = ?, free_number = ?,
          address = ?, hours = ?, referral_route = ?, eligibility = ?, last_checked = ?
      WHERE id = ?
      """, values: values(of: service) + [service.id])
    try transaction.audit(
      AuditEvent(
        .changed, record: record, from: service.revision, to: next,
        changes: ServiceForm.draft(of: before).changes(to: ServiceForm.draft(of: service))))
  }

  private static func values(of service: Service) -> [(any SQLBindable)?] {
    [
      service.name, NameFolding.key(service.name), service.type, service.area, service.ageGroup,
      service.phone, service.isFreeCall, service.address, service.hours, service.referralRoute,
      service.eligibility, service.lastChecked,
    ]
  }

  private static let columns = """
    SELECT id, name, type, area, age_group, phone, free_number, address, hours, referral_route,
           eligibility, last_checked, revision
    FROM service
    """

  private static func service(row: Row) throws -> Service {
    var service = Service(id: try row.get(0), name: try row.text(1), type: try row.get(2))
    service.area = try row.text(3)
    service.ageGroup = try row.text(4)
    service.phone = try row.text(5)
    service.isFreeCall = try row.get(6)
    service.address = try row.text(7)
    service.hours = try row.text(8)
    service.referralRoute = try row.text(9)
    service.eligibility = try row.text(10)
    service.lastChecked = try row.get(11)
    service.revision = try row.int(12)
    return service
  }
}

extension ServiceType: StoredWord {}
