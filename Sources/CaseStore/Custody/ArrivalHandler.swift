import CaseRules
import SQLite

/// The arrival: a new line of the board, or the correction of one.
enum ArrivalHandler {
  static let handler = FormHandler(
    ArrivalForm.id,
    open: { records, about, context in
      if let about { return try openCorrection(about, records, context) }
      return try openNew(records, context)
    },
    facts: { records, about, reading, context in
      var custody = CustodyFacts(entry: try about.map { try found($0, records).entry })
      // A list of arrivals says who was where; who has left since is not in it.
      if !context.isFromFile, let suite = reading.code(ArrivalForm.suite),
        let cell = reading.text(ArrivalForm.cell)
      {
        custody.inCell = try OtherDetentions.inCell(cell, suite: suite, but: about, in: records)
      }
      var facts = FormFacts()
      facts.custody = custody
      return facts
    },
    save: { transaction, about, reading, _, context in
      if let about { return try correct(about, reading, transaction, context) }
      return try arrive(reading, transaction, context)
    })

  private static func found(_ about: RecordRef, _ records: Connection) throws -> EntryRow {
    try EntryRecords.found(about, in: records)
  }

  private static func openNew(_ records: Connection, _ context: RuleContext) throws -> OpenedForm {
    var known = KnownAnswers()
    if let usual = try usualSuite(of: context.worker.id, records) {
      known.set(ArrivalForm.suite, code: usual.code, from: usual.source)
    }
    known.set(ArrivalForm.arrived, at: context.now.startOfMinute, from: "now")
    return OpenedForm(
      form: ArrivalForm.id, about: nil, draft: known.draft, sources: known.sources)
  }

  /// The suite of this worker's last arrival, or the only one in use, and which of the two it is.
  ///
  /// Looked for among the newest only: an index for it would be one more page in every save.
  private static func usualSuite(
    of worker: WorkerID, _ records: Connection
  ) throws -> (code: String, source: String)? {
    let last = try records.first(usualSuite, worker) { try $0.text(0) }
    if let last { return (last, "as last time") }
    let inUse = try SuiteRecords.all(in: records).filter(\.suite.active)
    guard inUse.count == 1, let only = inUse.first else { return nil }
    return (only.suite.code, "the only suite")
  }

  static let usualSuite = """
    SELECT s.code FROM custody_entry AS e JOIN custody_suite AS s ON s.id = e.suite
    WHERE e.id > (SELECT max(id) - 500 FROM custody_entry) AND e.entered_by = ? AND s.active = 1
    ORDER BY e.id DESC LIMIT 1
    """

  private static func openCorrection(
    _ about: RecordRef, _ records: Connection, _ context: RuleContext
  ) throws -> OpenedForm {
    let row = try found(about, records)
    let entry = row.entry
    var known = KnownAnswers()
    known.set(ArrivalForm.suite, code: entry.suite.code)
    known.set(ArrivalForm.cell, text: entry.cell)
    known.set(ArrivalForm.arrived, at: entry.arrived.startOfMinute)
    if let offence = entry.details?.offenceCode {
      known.set(ArrivalForm.offence, code: offence)
    } else {
      known.set(ArrivalForm.trigger, entry.isTrigger)
    }
    known.set(ArrivalForm.ppo, entry.isPPO)
    known.set(ArrivalForm.drr, entry.isDRR)
    var facts = FormFacts()
    facts.custody = CustodyFacts(entry: entry)
    return OpenedForm(
      form: ArrivalForm.id, about: about, heading: entry.heading, draft: known.draft, facts: facts,
      revision: row.revision, lastChange: try LastChange.of(about, in: records))
  }

  /// The answers as columns.
  private struct Columns {
    let suite: SuiteID
    let suiteProfile: SuiteProfile
    let cell: String
    let arrived: Moment
    let isTrigger: Bool
    let isPPO: Bool?
    let isDRR: Bool?
    let offence: String?

    init(
      _ reading: FormReading, correcting old: CustodyEntry? = nil, _ records: Connection,
      _ context: RuleContext
    ) throws {
      guard let code = reading.code(ArrivalForm.suite), let cell = reading.text(ArrivalForm.cell),
        let arrived = reading.moment(ArrivalForm.arrived),
        let suite = try SuiteRecords.suite(code: code, in: records)
      else { throw StoreError.notFound }
      suiteProfile = suite.suite
      self.suite = SuiteID(suite.suite.ref.number)
      self.cell = cell
      self.arrived = arrived.keepingSeconds(of: old?.arrived)
      isTrigger = ArrivalForm.isTrigger(reading, in: context)
      isPPO = reading.known(ArrivalForm.ppo)
      isDRR = reading.known(ArrivalForm.drr)
      offence = reading.code(ArrivalForm.offence)
    }

    /// The fields before and after; the offence is told only where it is kept (CUS-011).
    func changes(from old: CustodyEntry?, keepsOffence: Bool) -> [FieldChange] {
      var changes = [
        FieldChange("suite", from: old?.suite.ref.number, to: suite),
        FieldChange("cell", from: old?.cell, to: cell),
        FieldChange("arrived_at", from: old?.arrived, to: arrived),
        FieldChange("is_trigger", from: old?.isTrigger, to: isTrigger),
        FieldChange("is_ppo", from: old?.isPPO, to: isPPO),
        FieldChange("is_drr", from: old?.isDRR, to: isDRR),
      ]
      if keepsOffence {
        changes.append(FieldChange("offence", from: old?.details?.offenceCode, to: offence))
      }
      return changes
    }
  }

  private static func arrive(
    _ reading: FormReading, _ transaction: WriteTransaction, _ context: RuleContext
  ) throws -> SavedForm {
    let columns = try Columns(reading, transaction.connection, context)
    try transaction.connection.execute(
      """
      INSERT INTO custody_entry (suite, cell, arrived_at, is_trigger, is_ppo, is_drr, entered_by,
                                 entered_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      storing: [
        .of(columns.suite), .text(columns.cell), .of(columns.arrived), .of(columns.isTrigger),
        .of(columns.isPPO), .of(columns.isDRR), .of(transaction.attribution.worker),
        .of(transaction.attribution.at),
      ])
    let id = EntryID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: columns.changes(from: nil, keepsOffence: false)))
    // Nothing has happened to it yet, so its summary is the table's defaults.
    let entry = CustodyEntry(
      ref: id.ref, suite: columns.suiteProfile, cell: columns.cell, arrived: columns.arrived,
      isTrigger: columns.isTrigger, isPPO: columns.isPPO, isDRR: columns.isDRR)
    try EntryDeadlines.arrived(entry, in: transaction, context)
    return SavedForm(id.ref, notes: notes(entry))
  }

  /// CUS-005: the worker who saves a trigger arrival is told at once.
  private static func notes(_ entry: CustodyEntry) -> [String] {
    entry.isTrigger
      ? ["Trigger offence: see cell \(entry.cell) of \(entry.suite.name) first (CUS-005)"] : []
  }

  private static func correct(
    _ about: RecordRef, _ reading: FormReading, _ transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> SavedForm {
    let row = try found(about, transaction.connection)
    let columns = try Columns(
      reading, correcting: row.entry, transaction.connection, context)
    let keepsOffence = row.entry.details != nil
    try transaction.revise(
      about, of: EntryDeadlines.person(of: row.entry), table: "custody_entry", at: row.revision,
      changes: columns.changes(from: row.entry, keepsOffence: keepsOffence)
    ) {
      try $0.execute(
        """
        UPDATE custody_entry
        SET suite = ?, cell = ?, arrived_at = ?, is_trigger = ?, is_ppo = ?, is_drr = ?, offence = ?
        WHERE id = ?
        """, columns.suite, columns.cell, columns.arrived, columns.isTrigger, columns.isPPO,
        columns.isDRR, keepsOffence ? columns.offence : nil, about.number)
    }
    let entry = try EntrySummary.refresh(EntryID(about.number), in: transaction, now: context.now)
    try EntryDeadlines.corrected(from: row.entry, to: entry, in: transaction, context)
    return SavedForm(about, notes: row.entry.isTrigger ? [] : notes(entry))
  }
}
