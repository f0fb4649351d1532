package import CaseRules
package import SQLite

/// The service directory: who else helps, and how somebody is referred there.
package enum ServiceRecords {
  package static func one(_ id: AgencyID, in records: Connection) throws -> Service? {
    try records.first(columns + " WHERE id = ?", id, row: service(row:))
  }

  /// - Throws: `StoreError.notFound`.
  package static func load(_ ref: RecordRef, in records: Connection) throws -> Service {
    try AgencyID(ref).flatMap { try one($0, in: records) }.orNotFound()
  }

  /// PPL-054: every word typed starts a word of the name, the type or the area.
  ///
  /// Those first whose name starts with what was typed, then by name; nothing typed: the first
  /// names.
  package static func find(
    _ typed: String, limit: Int, in records: Connection
  ) throws -> [Service] {
    let words = NameFolding.typedWords(typed)
    guard let longest = words.max(by: { $0.count < $1.count }) else {
      return try records.query(
        columns + " WHERE closed_on IS NULL AND struck_at IS NULL ORDER BY name_key, id LIMIT ?",
        limit,
        row: service(row:))
    }
    // Names, types and places of a directory are few enough to be looked through.
    let fitting = try records.query(
      columns + " WHERE closed_on IS NULL AND struck_at IS NULL ORDER BY name_key, id",
      row: service(row:)
    ).filter { fits($0, words) }
    let isFirst: (Service) -> Bool = { NameFolding.key($0.name).hasPrefix(longest) }
    return Array((fitting.filter(isFirst) + fitting.filter { !isFirst($0) }).prefix(limit))
  }

  /// The entry of the same name, type and area, however they are spelt with capitals, accents and
  /// signs.
  static func same(as service: Service, in records: Connection) throws -> AgencyID? {
    let area = NameFolding.key(service.area)
    return try records.query(
      columns
        + """
         WHERE name_key = ? AND type = ? AND closed_on IS NULL AND struck_at IS NULL ORDER BY id
        """, NameFolding.key(service.name), service.type, row: self.service(row:)
    ).first { NameFolding.key($0.area) == area }?.id
  }

  private static func fits(_ service: Service, _ words: [String]) -> Bool {
    let own = NameFolding.words("\(service.name) \(service.type.words) \(service.area)")
    return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }

  /// PPL-054: what was given out in a call.
  static func givenOut(in call: HelplineCallID, _ records: Connection) throws -> [Service] {
    try records.query(
      columns + " WHERE id IN (SELECT service FROM call_service WHERE call = ?) ORDER BY id", call,
      row: service(row:))
  }

  /// The whole directory as a list, for those who work with it.
  package static func listed(
    in records: Connection, _ context: RuleContext
  ) throws -> [Service] {
    try context.mustRead(.personAndCaseload)
    return try all(in: records)
  }

  /// The whole directory by name.
  package static func all(limit: Int = 5_000, in records: Connection) throws -> [Service] {
    try records.query(
      columns + " WHERE closed_on IS NULL AND struck_at IS NULL ORDER BY name_key, id LIMIT ?",
      limit,
      row: service(row:))
  }

  /// The next entries after one, for lists that are read out from end to end.
  package static func page(
    after place: AgencyID?, limit: Int = 500, in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<Service, AgencyID> {
    try context.mustRead(.personAndCaseload)
    let rows = try records.query(
      columns + " WHERE id > ? ORDER BY id LIMIT ?", place ?? AgencyID(0), limit,
      row: service(row:))
    return ExportPage(rows, limit: limit) { $0.id }
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
    let before = try one(service.id, in: transaction.connection).orNotFound()
    try transaction.revise(
      service.id.ref, of: nil, table: "service", at: service.revision,
      changes: ServiceForm.draft(of: before).changes(to: ServiceForm.draft(of: service))
    ) {
      try $0.execute(
        """
        UPDATE service
        SET name = ?, name_key = ?, type = ?, area = ?, age_group = ?, phone = ?, free_number = ?,
            address = ?, hours = ?, referral_route = ?, eligibility = ?, last_checked = ?
        WHERE id = ?
        """, values: values(of: service) + [service.id])
    }
  }

  /// GEN-004: strikes an entry through that was made twice or never was a service.
  static func strike(
    _ service: Service, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      service.id.ref, of: nil, table: "service", at: service.revision, because: reason)
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
           eligibility, last_checked, revision, struck_reason
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
    service.struckBecause = try row.get(13)
    return service
  }
}

extension ServiceType: StoredWord {}
