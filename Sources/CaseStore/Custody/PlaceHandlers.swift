import CaseRules
import SQLite

/// Suites, officers and sweeps.
enum PlaceHandlers {
  static let suite = FormHandler(
    SuiteForm.id,
    open: { records, about, _ in
      var known = KnownAnswers()
      guard let row = try suiteRow(about, records) else {
        known.set(SuiteForm.testsOnArrest, false)
        known.set(SuiteForm.active, true)
        return OpenedForm(form: SuiteForm.id, about: nil, draft: known.draft)
      }
      known.set(SuiteForm.code, text: row.suite.code)
      known.set(SuiteForm.name, text: row.suite.name)
      known.set(SuiteForm.testsOnArrest, row.suite.testsOnArrest)
      known.set(SuiteForm.active, row.suite.active)
      return OpenedForm(
        form: SuiteForm.id, about: row.suite.ref, heading: row.suite.name, draft: known.draft,
        revision: row.revision, lastChange: try LastChange.of(row.suite.ref, in: records))
    },
    facts: { records, about, reading, _ in
      var facts = FormFacts()
      let same = try reading.text(SuiteForm.code).flatMap {
        try SuiteRecords.suite(code: $0, in: records)
      }
      facts.custody = CustodyFacts(isTaken: same.map { $0.suite.ref != about } ?? false)
      return facts
    },
    save: { transaction, about, reading, _, _ in
      guard let code = reading.text(SuiteForm.code), let name = reading.text(SuiteForm.name) else {
        throw StoreError.notFound
      }
      let (tests, active) = (
        reading.isYes(SuiteForm.testsOnArrest), reading.isYes(SuiteForm.active)
      )
      guard let row = try suiteRow(about, transaction.connection) else {
        return SavedForm(
          try SuiteRecords.add(
            code: code, name: name, testsOnArrest: tests, active: active, in: transaction
          ).ref)
      }
      try SuiteRecords.change(
        row, code: code, name: name, testsOnArrest: tests, active: active, in: transaction)
      return SavedForm(row.suite.ref)
    })

  private static func suiteRow(_ about: RecordRef?, _ records: Connection) throws -> SuiteRow? {
    guard let about else { return nil }
    return try SuiteID(about).flatMap { try SuiteRecords.suite($0, in: records) }.orNotFound()
  }

  static let officer = FormHandler(
    OfficerForm.id,
    open: { records, about, _ in
      var known = KnownAnswers()
      guard let row = try officerRow(about, records) else {
        known.set(OfficerForm.active, true)
        return OpenedForm(form: OfficerForm.id, about: nil, draft: known.draft)
      }
      known.set(OfficerForm.name, text: row.officer.name)
      known.set(OfficerForm.collar, text: row.collar)
      known.set(OfficerForm.trainedOn, row.officer.trainedOn.map { .date($0) })
      known.set(OfficerForm.active, row.active)
      return OpenedForm(
        form: OfficerForm.id, about: row.officer.ref, heading: row.display, draft: known.draft,
        revision: row.revision, lastChange: try LastChange.of(row.officer.ref, in: records))
    },
    facts: { records, about, reading, _ in
      var facts = FormFacts()
      let taken = try reading.text(OfficerForm.collar).map {
        try OfficerRecords.other(withCollar: $0, than: about?.number, in: records)
      }
      facts.custody = CustodyFacts(isTaken: taken ?? false)
      return facts
    },
    save: { transaction, about, reading, _, context in
      let name = try needed(reading.text(OfficerForm.name))
      let collar = reading.text(OfficerForm.collar)
      let trained = reading.date(OfficerForm.trainedOn)
      let active = reading.isYes(OfficerForm.active)
      guard let row = try officerRow(about, transaction.connection) else {
        return SavedForm(
          try OfficerRecords.add(
            name: name, collar: collar, trainedOn: trained, active: active, in: transaction
          ).ref)
      }
      try OfficerRecords.change(
        row, name: name, collar: collar, trainedOn: trained, active: active, in: transaction)
      if trained != row.officer.trainedOn {
        try refreshOffers(of: row.officer.ref, in: transaction, now: context.now)
      }
      return SavedForm(row.officer.ref)
    })

  /// CUS-004: what stands beside the offers an officer made follows the date of the training.
  private static func refreshOffers(
    of officer: RecordRef, in transaction: WriteTransaction, now: Moment
  ) throws {
    let entries: [EntryID] = try transaction.connection.query(
      """
      SELECT DISTINCT f.entry FROM custody_offer AS o JOIN custody_fact AS f ON f.id = o.fact
      WHERE o.officer = ?
      """, officer.number
    ) { try $0.get(0) }
    for entry in entries { try EntrySummary.refresh(entry, in: transaction, now: now) }
  }

  private static func officerRow(
    _ about: RecordRef?, _ records: Connection
  ) throws
    -> OfficerRow?
  {
    guard let about else { return nil }
    return try OfficerID(about).flatMap { try OfficerRecords.officer($0, in: records) }.orNotFound()
  }

  static let sweep = FormHandler(
    SweepForm.id,
    open: { records, about, context in
      var known = KnownAnswers()
      known.set(SweepForm.started, at: context.now.startOfMinute, from: "now")
      let row = try suiteRow(about, records).orNotFound()
      return OpenedForm(
        form: SweepForm.id, about: about, heading: row.suite.name, draft: known.draft,
        sources: known.sources, facts: try sweepFacts(row, records))
    },
    facts: { records, about, _, _ in
      let row = try suiteRow(about, records).orNotFound()
      return try sweepFacts(row, records)
    },
    save: { transaction, about, reading, _, _ in
      guard let row = try suiteRow(about, transaction.connection),
        let started = reading.moment(SweepForm.started)
      else { throw StoreError.notFound }
      let approached = reading.number(SweepForm.approached)
      try transaction.connection.execute(
        "INSERT INTO cell_sweep (suite, started_at, approached, worker) VALUES (?, ?, ?, ?)",
        row.suite.ref.number, started, approached, transaction.attribution.worker)
      let number = transaction.connection.lastInsertRowID
      try transaction.audit(
        AuditEvent(
          .created, record: AuditedRecord("sweep", number),
          changes: [
            FieldChange("started_at", to: started), FieldChange("approached", to: approached),
          ], facts: [.init("suite", row.suite.ref)]))
      return SavedForm(row.suite.ref)
    })

  /// CUS-006: who still has to be seen first.
  private static func sweepFacts(_ row: SuiteRow, _ records: Connection) throws -> FormFacts {
    var facts = FormFacts()
    let entries = try EntryRecords.triggerDetainees(in: SuiteID(row.suite.ref.number), records)
    facts.custody = CustodyFacts(waiting: SweepRules.waiting(entries))
    return facts
  }
}
