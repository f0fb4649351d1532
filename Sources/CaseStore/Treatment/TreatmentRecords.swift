package import CaseRules
package import SQLite

/// Treatments of clients at services (PPL-030).
package enum TreatmentRecords {
  package static func one(_ id: ModalityID, in records: Connection) throws -> ModalityEpisode? {
    try records.first(
      columns + " WHERE modality_episode.id = ?", id, row: episode(row:))
  }

  /// A person's, newest first.
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 100
  ) throws -> [ModalityEpisode] {
    try records.query(
      columns + """
         WHERE modality_episode.person = ?
        ORDER BY modality_episode.referred DESC, modality_episode.id DESC LIMIT ?
        """, person, limit, row: episode(row:))
  }

  /// PPL-031: what the client's current care plan says about a service.
  static func naming(
    _ service: TreatmentService, of person: PersonID, in records: Connection
  ) throws -> TreatmentRules.PlanNaming {
    guard let episode = try EpisodeRecords.open(of: person, in: records),
      try CarePlanRecords.current(of: episode.id, in: records) != nil
    else { return .noPlan }
    guard let modality = service.modality,
      let named = try CarePlanRecords.naming(modality, of: person, in: records)
    else { return .doesNotName }
    return named.agreement.agreedOn == nil
      ? .notAgreed : .names(termsAgreed: named.termsAgreed)
  }

  /// Keeps a new treatment; its number is given here.
  static func add(
    _ episode: ModalityEpisode, under rule: String, in transaction: WriteTransaction
  ) throws -> ModalityID {
    try transaction.connection.execute(
      """
      INSERT INTO modality_episode (service, tier, modality, provider, referred, agreed, agreed_on,
                                    funded_by, funded_on, need, note, planned_start, started,
                                    start_flags, ended, exit_reason, exit_note, person,
                                    recorded_by, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values: values(of: episode) + [
        episode.person, transaction.attribution.worker, transaction.attribution.at,
      ])
    let id = ModalityID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: episode.person, record: AuditedRecord(id.ref), to: 1,
        changes: changes(from: nil, to: episode), rule: rule))
    return id
  }

  /// Writes what has become of a treatment, from the version the worker saw.
  static func write(
    _ episode: ModalityEpisode, was before: ModalityEpisode, under rule: String,
    in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      before.id.ref, of: before.person, table: "modality_episode", at: before.revision,
      changes: changes(from: before, to: episode), rule: rule
    ) {
      try $0.execute(
        """
        UPDATE modality_episode
        SET service = ?, tier = ?, modality = ?, provider = ?, referred = ?, agreed = ?,
            agreed_on = ?, funded_by = ?, funded_on = ?, need = ?, note = ?, planned_start = ?,
            started = ?, start_flags = ?, ended = ?, exit_reason = ?, exit_note = ?
        WHERE id = ?
        """, values: values(of: episode) + [before.id])
    }
  }

  /// GEN-004: it stays on file, struck through.
  static func strike(
    _ episode: ModalityEpisode, because reason: Reason, in transaction: WriteTransaction
  ) throws {
    try transaction.strike(
      episode.id.ref, of: episode.person, table: "modality_episode", at: episode.revision,
      because: reason)
  }

  private static func values(of episode: ModalityEpisode) -> [(any SQLBindable)?] {
    let terms = episode.terms
    return [
      episode.service, episode.tier.rawValue, episode.service.modality, episode.provider,
      episode.referred, terms.agreed, terms.agreedOn, terms.fundedBy, terms.fundedOn, terms.need,
      episode.note, episode.plannedStart, episode.started,
      episode.startFlags.joined(separator: " "), episode.ending?.on, episode.ending?.reason,
      episode.ending?.note ?? "",
    ]
  }

  private static let names = [
    "service", "tier", "modality", "provider", "referred", "client-agreed", "agreed-on",
    "funding-by", "funded-on", "need", "note", "planned-start", "started", "start-flags", "ended",
    "exit-reason", "exit-note",
  ]

  private static func changes(
    from before: ModalityEpisode?, to after: ModalityEpisode
  ) -> [FieldChange] {
    let old = before.map { values(of: $0) } ?? names.map { _ in nil }
    return zip(names, zip(old, values(of: after))).map { name, values in
      FieldChange(name, from: values.0, to: values.1)
    }
  }

  static let columns = """
    SELECT modality_episode.id, modality_episode.person, person.family_name, person.given_names,
           modality_episode.service, modality_episode.tier, modality_episode.provider,
           service.name, modality_episode.referred, modality_episode.agreed,
           modality_episode.agreed_on, modality_episode.funded_by, modality_episode.funded_on,
           modality_episode.need, modality_episode.note, modality_episode.planned_start,
           modality_episode.started, modality_episode.start_flags, modality_episode.ended,
           modality_episode.exit_reason, modality_episode.exit_note,
           modality_episode.struck_reason, worker.name, modality_episode.revision
    FROM modality_episode
    JOIN person ON person.id = modality_episode.person
    JOIN service ON service.id = modality_episode.provider
    JOIN worker ON worker.id = modality_episode.recorded_by
    """

  static func episode(row: Row) throws -> ModalityEpisode {
    guard let tier = TreatmentTier(rawValue: try row.int(5)) else { throw row.unreadable(5) }
    return ModalityEpisode(
      id: try row.get(0), person: try row.get(1),
      personName: PersonName(family: try row.text(2), given: try row.text(3)).display,
      service: try row.get(4), tier: tier, provider: try row.get(6),
      providerName: try row.text(7), referred: try row.get(8),
      terms: TreatmentTerms(
        agreed: try row.get(9), agreedOn: try row.get(10), fundedBy: try row.text(11),
        fundedOn: try row.get(12), need: try row.text(13)),
      note: try row.text(14), plannedStart: try row.get(15), started: try row.get(16),
      startFlags: try row.text(17).split(separator: " ").map(String.init),
      ending: try TreatmentRecords.ending(row, day: 18, reason: 19, note: 20),
      struckBecause: try row.get(21), recordedBy: try row.text(22), revision: try row.int(23))
  }

  /// The three columns of an end; nil while there is none.
  static func ending(
    _ row: Row, day: Int, reason: Int, note: Int
  ) throws -> ModalityEpisode.Ending? {
    guard let on: CalendarDate = try row.get(day) else { return nil }
    return ModalityEpisode.Ending(on: on, reason: try row.get(reason), note: try row.text(note))
  }
}

extension TreatmentService: StoredWord {}
extension TreatmentExit: StoredWord {}
extension Medicine: StoredWord {}
extension OpiateTest.Fluid: StoredWord {}
extension OpiateTest.Method: StoredWord {}
extension OpiateTest.Result: StoredWord {}
