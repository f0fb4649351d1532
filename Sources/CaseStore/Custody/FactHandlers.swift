import CaseRules
import SQLite

/// The forms that add one fact to a detention.
enum FactHandlers {
  static let offer = EntryForms.adding(
    OfferForm.definition, known: timeIsNow(OfferForm.at)
  ) { row, reading, _, transaction, context in
    guard let outcome = OfferForm.outcome(in: reading), let at = reading.moment(OfferForm.at) else {
      throw StoreError.notFound
    }
    let made = outcome.result.wasMade
    _ = try FactRecords.add(
      outcome, officer: reading.link(OfferForm.officer).flatMap { OfficerID($0) },
      positively: made ? reading.tick(OfferForm.positively) : nil,
      independence: made ? reading.tick(OfferForm.independence) : nil,
      FactRecords.Head(row, at: at), in: transaction)
    let entry = try refresh(row, in: transaction, context)
    try EntryDeadlines.offersChanged(entry, in: transaction)
    return SavedForm(entry.ref)
  }

  static let approach = EntryForms.adding(
    ApproachForm.definition, known: timeIsNow(ApproachForm.at)
  ) { row, reading, _, transaction, context in
    guard let outcome = ApproachForm.outcome(in: reading), let at = reading.moment(ApproachForm.at)
    else { throw StoreError.notFound }
    let head = try FactRecords.Head(row, at: at)
    _ = try FactRecords.add(
      outcome, atRiskAssessment: reading.tick(ApproachForm.atRiskAssessment),
      lookedAtRecord: reading.isYes(ApproachForm.lookedAtRecord), head, in: transaction)
    let entry = try refresh(row, in: transaction, context)
    try CustodyAlerts.markShown(about: head.entry, in: transaction, context)
    try EntryDeadlines.approached(entry, in: transaction)
    if outcome == .seen, let person = head.person {
      // PPL-024: seeing a known client in the cell is contact.
      try EpisodeRecords.contactMade(with: person, on: at.date, in: transaction)
    }
    return SavedForm(entry.ref, notes: responseNote(before: row.entry, after: entry))
  }

  /// CUS-005: the response time, once it is known.
  private static func responseNote(before: CustodyEntry, after: CustodyEntry) -> [String] {
    guard after.isTrigger, before.responseMinutes == nil, let minutes = after.responseMinutes
    else { return [] }
    return ["Response time: \(minutes) minutes after the arrival (CUS-005)"]
  }

  static let permission = EntryForms.adding(
    PermissionForm.definition, known: timeIsNow(PermissionForm.at)
  ) { row, reading, _, transaction, context in
    let at = try needed(reading.moment(PermissionForm.at))
    let given = reading.isYes(PermissionForm.given)
    let head = try FactRecords.Head(row, at: at)
    _ = try FactRecords.add(permission: given, head, in: transaction)
    let notes = try CustodyDetailRecords.takeOff(
      row, unless: row.entry.permission.answered(given, at: at), in: transaction, context)
    let entry = try refresh(row, in: transaction, context)
    return SavedForm(entry.ref, notes: notes)
  }

  static let test = EntryForms.adding(
    ArrestTestForm.definition, known: timeIsNow(ArrestTestForm.at)
  ) { row, reading, _, transaction, context in
    guard let outcome: ArrestTest.Outcome = reading.choice(ArrestTestForm.outcome),
      let at = reading.moment(ArrestTestForm.at)
    else { throw StoreError.notFound }
    _ = try FactRecords.add(outcome, FactRecords.Head(row, at: at), in: transaction)
    return SavedForm(try refresh(row, in: transaction, context).ref)
  }

  static let court = EntryForms.adding(CourtAttendanceForm.definition) {
    row, reading, facts, transaction, context in
    let hearing = try needed(row.entry.departure?.hearing)
    let attended = reading.isYes(CourtAttendanceForm.attended)
    _ = try FactRecords.add(
      attended: attended, missedBecause: attended ? nil : facts.reasons["CUS-013"],
      FactRecords.Head(row, at: hearing.at), in: transaction)
    return SavedForm(try refresh(row, in: transaction, context).ref)
  }

  static let close = EntryForms.adding(CloseEntryForm.definition) {
    row, _, facts, transaction, context in
    let id = EntryID(row.entry.ref.number)
    let record = AuditedRecord(id.ref)
    let next = try transaction.nextRevision(
      table: "custody_entry", id: id.ref.number, expected: row.revision, of: record)
    try transaction.connection.execute(
      "UPDATE custody_entry SET closed_at = ? WHERE id = ?", transaction.attribution.at, id)
    let entry = try refresh(row, in: transaction, context)
    try transaction.audit(
      AuditEvent(
        .changed, person: EntryDeadlines.person(of: entry), record: record, from: row.revision,
        to: next,
        changes: [
          FieldChange("state", from: row.entry.state, to: entry.state),
          FieldChange("closed_at", to: transaction.attribution.at),
        ]))
    if let reason = facts.reasons["CUS-015"] {
      for call in entry.calls where call.owesAppointment {
        try NextDayHandler.noneOffered(call, because: reason, in: transaction)
      }
    }
    return SavedForm(entry.ref)
  }

  private static func refresh(
    _ row: EntryRow, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> CustodyEntry {
    try EntrySummary.refresh(
      EntryID(row.entry.ref.number), in: transaction, now: context.now)
  }

  /// Most facts are written down as they happen.
  private static func timeIsNow(_ field: FieldCode) -> EntryForms.Known {
    { _, _, context in
      var known = KnownAnswers()
      known.set(field, at: context.now.startOfMinute, from: "now")
      return known
    }
  }
}
