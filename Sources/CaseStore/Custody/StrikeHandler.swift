import CaseRules
import SQLite

/// GEN-004: a wrong fact of a detention is struck through, and what hung on it is put right.
enum StrikeHandler {
  static let handler = FormHandler(
    StrikeForm.id,
    open: { records, about, _ in
      let fact = try FactRecords.fact(about, in: records)
      let row = try EntryRecords.found(fact.entry.ref, in: records)
      return OpenedForm(
        form: StrikeForm.id, about: about, heading: "\(fact.words), \(row.entry.heading)",
        facts: facts(fact, row), revision: fact.revision,
        lastChange: try LastChange.of(fact.ref, in: records))
    },
    facts: { records, about, _, _ in
      let fact = try FactRecords.fact(about, in: records)
      return facts(fact, try EntryRecords.found(fact.entry.ref, in: records))
    },
    save: { transaction, about, reading, _, context in
      let fact = try FactRecords.fact(about, in: transaction.connection)
      let row = try EntryRecords.found(fact.entry.ref, in: transaction.connection)
      let reason = try needed(reading.reason(StrikeForm.reason, settings: context.settings))
      try FactRecords.strike(
        fact, because: reason, FactRecords.Head(row, at: fact.at), in: transaction)
      var notes: [String] = []
      if case .permission = fact.content {
        let left = row.entry.permissions.filter { $0.ref != fact.ref }
        notes = try CustodyDetailRecords.takeOff(
          row, unless: PermissionState(left), in: transaction, context)
      }
      if case .approach(let approach) = fact.content, approach.outcome == .seen,
        let person = try FactRecords.Head(row, at: fact.at).person
      {
        // PPL-024: being seen in the cell was contact.
        try ContactStanding.recount(person, on: context.today, in: transaction)
      }
      let entry = try EntrySummary.refresh(fact.entry, in: transaction, now: context.now)
      try putRight(row.entry, entry, in: transaction, context)
      return SavedForm(entry.ref, notes: notes)
    })

  private static func facts(_ fact: StoredFact, _ row: EntryRow) -> FormFacts {
    var facts = FormFacts()
    facts.custody = CustodyFacts(
      entry: row.entry, struckAlready: fact.struckBecause != nil)
    return facts
  }

  /// The deadlines follow the facts that are left.
  private static func putRight(
    _ before: CustodyEntry, _ after: CustodyEntry, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    if before.offers != after.offers {
      try EntryDeadlines.offersChanged(after, in: transaction)
    }
    if before.departure != after.departure {
      try EntryDeadlines.departed(from: before.departure, after, in: transaction, context)
    }
    if before.contactedOnReturn != nil, after.contactedOnReturn == nil {
      try DeadlineRecords.reopen(
        EntryDeadlines.returnName, about: after.ref, in: transaction)
    }
  }
}
