import CaseRules
import SQLite

/// Custody details: kept with permission, taken off without it (CUS-010, CUS-011).
enum CustodyDetailRecords {
  static let handler = EntryForms.changing(
    CustodyDetailsForm.definition,
    revision: { VersionSeen(record: $0.entry.ref, revision: $0.revision) },
    known: { row, _, _ in known(row.entry.details) },
    save: { row, reading, _, transaction, context in
      let details = details(in: reading)
      try write(details, over: row, in: transaction, context)
      return SavedForm(row.entry.ref)
    })

  private static func known(_ details: CustodyDetails?) -> KnownAnswers {
    var known = KnownAnswers()
    guard let details else { return known }
    known.set(CustodyDetailsForm.person, details.person.map { .link($0) })
    known.set(CustodyDetailsForm.custodyNumber, text: details.custodyNumber)
    known.set(CustodyDetailsForm.offence, code: details.offenceCode)
    known.set(CustodyDetailsForm.offenceText, text: details.offenceText)
    if !details.riskMarkers.isEmpty {
      known.set(CustodyDetailsForm.risks, .codes(details.riskMarkers.map(\.code)))
    }
    known.set(CustodyDetailsForm.riskNote, text: details.riskNote)
    known.set(CustodyDetailsForm.notes, text: details.notes)
    return known
  }

  private static func details(in reading: FormReading) -> CustodyDetails {
    CustodyDetails(
      person: reading.link(CustodyDetailsForm.person),
      custodyNumber: reading.text(CustodyDetailsForm.custodyNumber),
      offenceCode: reading.code(CustodyDetailsForm.offence),
      offenceText: reading.text(CustodyDetailsForm.offenceText),
      riskMarkers: reading.choices(CustodyDetailsForm.risks),
      riskNote: reading.text(CustodyDetailsForm.riskNote),
      notes: reading.text(CustodyDetailsForm.notes))
  }

  private static func write(
    _ details: CustodyDetails, over row: EntryRow, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    let person = details.person.flatMap { PersonID($0) }
    let isTrigger = trigger(details, row.entry, context)
    try update(details, row, isTrigger: isTrigger, in: transaction)
    let entry = try EntrySummary.refresh(
      EntryID(row.entry.ref.number), in: transaction, now: context.now)
    if row.entry.details?.person != details.person {
      try EntryDeadlines.linked(entry, to: person, in: transaction)
      if let person { try NextDayHandler.enterInDiary(entry, person, in: transaction, context) }
    }
    try EntryDeadlines.corrected(from: row.entry, to: entry, in: transaction, context)
  }

  /// COD-001: the offence decides the flag as soon as it is known.
  private static func trigger(
    _ details: CustodyDetails, _ entry: CustodyEntry, _ context: RuleContext
  ) -> Bool {
    guard let code = details.offenceCode, code != entry.details?.offenceCode,
      let offence = context.codes[.offences]?[code]
    else { return entry.isTrigger }
    return offence.isTrigger(on: entry.arrived.date)
  }

  private static func update(
    _ details: CustodyDetails, _ row: EntryRow, isTrigger: Bool,
    in transaction: WriteTransaction
  ) throws {
    let person = details.person ?? row.entry.details?.person
    try transaction.revise(
      row.entry.ref, of: person.flatMap { PersonID($0) }, table: "custody_entry", at: row.revision,
      changes: changes(from: row.entry.details, to: details)
        + [FieldChange("is_trigger", from: row.entry.isTrigger, to: isTrigger)]
    ) {
      try $0.execute(
        """
        UPDATE custody_entry
        SET person = ?, custody_number = ?, offence = ?, offence_text = ?, risk_markers = ?,
            risk_note = ?, notes = ?, is_trigger = ?
        WHERE id = ?
        """, details.person?.number, details.custodyNumber, details.offenceCode,
        details.offenceText, details.storedRisks, details.riskNote, details.notes, isTrigger,
        row.entry.ref.number)
    }
  }

  /// CUS-011: nothing of the details stays, unless the permission as it will stand lets them be kept.
  ///
  /// Answers with what is worth telling the worker.
  static func takeOff(
    _ row: EntryRow, unless permission: PermissionState, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    if permission.isGiven(at: context.now) { return [] }
    let tests = try strikeTests(of: row, in: transaction)
    guard let details = row.entry.details, !details.isEmpty else { return tests }
    let id = EntryID(row.entry.ref.number)
    try update(CustodyDetails(), row, isTrigger: row.entry.isTrigger, in: transaction)
    try EntryDeadlines.linked(row.entry, to: nil, in: transaction)
    try DIRRecords.unlink(id, in: transaction)
    let person = details.person.map { [PermissionRules.staysOnFile($0)] } ?? []
    return ["The details that were on file have been taken off (CUS-011)"] + person + tests
  }

  /// CUS-010, CUS-020: a test on arrest is a detail of the custody record.
  private static func strikeTests(
    of row: EntryRow, in transaction: WriteTransaction
  ) throws -> [String] {
    let tests = row.facts.filter(\.isStandingTest)
    // The program's own words: no setting makes them too short.
    let reason = try needed(Reason("Permission is not given (CUS-011)", minimum: 0))
    for test in tests {
      try FactRecords.strike(
        test, because: reason, FactRecords.Head(row, at: test.at), in: transaction)
    }
    return tests.isEmpty ? [] : ["The test on arrest has been struck through (CUS-011)"]
  }

  private static func changes(
    from old: CustodyDetails?, to new: CustodyDetails
  ) -> [FieldChange] {
    [
      FieldChange("person", from: old?.person, to: new.person),
      FieldChange("custody_number", from: old?.custodyNumber, to: new.custodyNumber),
      FieldChange("offence", from: old?.offenceCode, to: new.offenceCode),
      FieldChange("offence_text", from: old?.offenceText, to: new.offenceText),
      FieldChange("risk_markers", from: old?.storedRisks, to: new.storedRisks),
      FieldChange("risk_note", from: old?.riskNote, to: new.riskNote),
      FieldChange("notes", from: old?.notes, to: new.notes),
    ]
  }
}

extension StoredFact {
  fileprivate var isStandingTest: Bool {
    guard case .test = content else { return false }
    return struckBecause == nil
  }
}

extension CustodyDetails {
  fileprivate var storedRisks: String? {
    riskMarkers.isEmpty ? nil : DetaineeRisk.stored(riskMarkers)
  }
}
