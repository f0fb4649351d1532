import CaseRules
import SQLite

/// What all forms about a detention have in common.
enum EntryForms {
  typealias Known = @Sendable (EntryRow, Connection, RuleContext) throws -> KnownAnswers
  typealias Save =
    @Sendable (EntryRow, FormReading, FormFacts, WriteTransaction, RuleContext) throws -> SavedForm

  /// A form that adds a fact to a detention; the fact is new, so nobody's version is compared.
  static func adding(
    _ definition: FormDefinition, known: @escaping Known = { _, _, _ in KnownAnswers() },
    save: @escaping Save
  ) -> FormHandler {
    handler(definition, revision: { _ in nil }, known: known, save: save)
  }

  /// A form that changes the detention itself, or its one departure.
  static func changing(
    _ definition: FormDefinition,
    revision: @escaping @Sendable (EntryRow) -> VersionSeen?,
    known: @escaping Known, save: @escaping Save
  ) -> FormHandler {
    handler(definition, revision: revision, known: known, save: save)
  }

  private static func handler(
    _ definition: FormDefinition, revision: @escaping @Sendable (EntryRow) -> VersionSeen?,
    known: @escaping Known, save: @escaping Save
  ) -> FormHandler {
    FormHandler(
      definition.id,
      open: { records, about, context in
        let row = try EntryRecords.found(about, in: records)
        let answers = try known(row, records, context)
        let seen = revision(row)
        let reading = FormReading(answers.draft, of: definition, in: context.reading)
        return OpenedForm(
          form: definition.id, about: row.entry.ref, heading: row.entry.heading,
          draft: answers.draft, sources: answers.sources,
          facts: try facts(row, reading, records, on: context.today), revision: seen?.revision,
          lastChange: try seen.flatMap { try LastChange.of($0.record, in: records) })
      },
      facts: { records, about, reading, context in
        try facts(
          try EntryRecords.found(about, in: records), reading, records, on: context.today)
      },
      save: { transaction, about, reading, facts, context in
        let row = try EntryRecords.found(about, in: transaction.connection)
        return try save(row, reading, facts, transaction, context)
      })
  }

  /// The detention, and the names of whoever is linked in the form.
  static func facts(
    _ row: EntryRow, _ reading: FormReading, _ records: Connection, on day: CalendarDate
  ) throws -> FormFacts {
    var facts = try RecordNames.facts(naming: reading, in: records, on: day)
    var custody = CustodyFacts(entry: row.entry)
    if let ref = reading.link(OfferForm.officer), let id = OfficerID(ref) {
      custody.officer = try OfficerRecords.officer(id, in: records)?.officer
    }
    if let person = reading.link(CustodyDetailsForm.person) {
      custody.sameElsewhere = try OtherDetentions.of(person, but: row.entry.ref, in: records)
    }
    facts.custody = custody
    return facts
  }
}
