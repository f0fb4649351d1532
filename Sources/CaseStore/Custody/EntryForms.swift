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
    var facts = try LinkNames.facts(of: reading, in: records, on: day)
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

/// The version of a record that a form shows.
struct VersionSeen: Sendable {
  let record: RecordRef
  let revision: Int
}

/// Answers that are known when a form opens, and where they come from.
struct KnownAnswers: Sendable {
  var draft = FormDraft()
  var sources: [FieldCode: String] = [:]

  /// Fills a field; nothing happens when there is no answer.
  mutating func set(_ field: FieldCode, _ answer: Answer?, from source: String? = nil) {
    guard let answer else { return }
    draft[field] = answer.raw
    sources[field] = source
  }

  mutating func set(_ field: FieldCode, _ ticked: Bool?, from source: String? = nil) {
    set(field, ticked.map { .yesNo($0 ? .yes : .no) }, from: source)
  }

  mutating func set(_ field: FieldCode, text: String?, from source: String? = nil) {
    set(field, text.map { .text($0) }, from: source)
  }

  mutating func set(_ field: FieldCode, code: String?, from source: String? = nil) {
    set(field, code.map { .code($0) }, from: source)
  }

  mutating func set(_ field: FieldCode, at moment: Moment?, from source: String? = nil) {
    set(field, moment.map { .dateTime($0) }, from: source)
  }
}

/// Who made the version of a record that stands now.
enum LastChange {
  static func of(_ ref: RecordRef, in records: Connection) throws -> OpenedForm.Change? {
    try records.first(
      """
      SELECT w.name, a.at FROM audit AS a JOIN worker AS w ON w.id = a.worker
      WHERE a.record_kind = ? AND a.record_id = ? AND a.revision_after IS NOT NULL
      ORDER BY a.seq DESC LIMIT 1
      """, ref.kind.code, ref.number
    ) { row in
      OpenedForm.Change(by: Worker.initials(of: try row.text(0)), at: try row.get(1))
    }
  }
}

/// The names behind the links of a form.
enum LinkNames {
  static func facts(
    of reading: FormReading, in records: Connection, on day: CalendarDate
  ) throws -> FormFacts {
    var facts = FormFacts()
    for case .value(.link(let ref), _) in reading.readings.values {
      facts.names[ref] = try name(of: ref, in: records, on: day)
    }
    return facts
  }

  static func name(
    of ref: RecordRef, in records: Connection, on day: CalendarDate
  ) throws -> String? {
    switch ref.kind {
    case .officer: try OfficerRecords.officer(OfficerID(ref.number), in: records)?.display
    case .worker: try records.worker(WorkerID(ref.number))?.worker.name
    case .suite: try SuiteRecords.suite(SuiteID(ref.number), in: records)?.suite.name
    case .person: try PersonRecords.identity(PersonID(ref.number), in: records)?.heading(on: day)
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .agency, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess, .ediiActivity,
      .ediiReferral, .warrant,
      .intelligenceReport, .intelligenceSubject, .bronzeAction:
      nil
    }
  }
}
