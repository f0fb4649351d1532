import CaseRules
import SQLite

/// How the forms about possible records and merges reach the records.
enum MatchHandlers {
  static let all = [possible, same, different, MergeHandlers.merge, MergeHandlers.unmerge]

  // MARK: Noting one by hand

  static let possible = FormHandler(
    PossibleRecordForm.id,
    open: { records, about, context in
      let scope = try PersonScope(about, records)
      let reading = FormReading(FormDraft(), of: PossibleRecordForm.definition, in: context.reading)
      return OpenedForm(
        form: PossibleRecordForm.id, about: about, heading: scope.heading(context),
        facts: try facts(scope.id, reading, records, context))
    },
    facts: { records, about, reading, context in
      try facts(try PersonScope(about, records).id, reading, records, context)
    },
    save: { transaction, about, reading, _, _ in
      let own = try PersonScope(about, transaction.connection).id
      guard let other = reading.link(PossibleRecordForm.other).flatMap({ PersonID($0) }),
        let why = reading.text(PossibleRecordForm.why)
      else { throw StoreError.notFound }
      let pair = try PossibleRecords.add(
        PossibleRecords.Likeness(id: other, because: why), of: own, .worker, in: transaction)
      return SavedForm(pair.ref)
    })

  private static func facts(
    _ own: PersonID, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    var match = MatchFacts(own: own.ref)
    if let other = reading.link(PossibleRecordForm.other).flatMap({ PersonID($0) }) {
      match.standing = try PossibleRecords.waiting(for: own, in: records).first {
        $0.other(than: own).id == other
      }
    }
    facts.match = match
    return facts
  }

  // MARK: Answering

  static let same = answering(SamePersonForm.definition) { pair, reading, transaction in
    let reason = try needed(reading.text(SamePersonForm.reason))
    try PossibleRecords.decide(pair, .confirmed, because: reason, in: transaction)
    return ["The team leader finds it in Possible records, to be merged"]
  }

  static let different = answering(DifferentPersonForm.definition) { pair, reading, transaction in
    let reason = try needed(reading.text(DifferentPersonForm.reason))
    try PossibleRecords.decide(pair, .rejected, because: reason, in: transaction)
    return ["The two are not offered again while their names, births and numbers stay as they are"]
  }

  private static func answering(
    _ form: FormDefinition,
    save:
      @escaping @Sendable (PossibleRecord, FormReading, WriteTransaction) throws -> [String]
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let file = try self.file(about, records, context)
        return OpenedForm(
          form: form.id, about: about, heading: file.pair.heading, facts: facts(file),
          revision: file.pair.revision,
          lastChange: try about.flatMap { try LastChange.of($0, in: records) })
      },
      facts: { records, about, _, context in facts(try file(about, records, context)) },
      save: { transaction, about, reading, _, _ in
        let pair = try PossibleRecords.found(about, in: transaction.connection)
        return SavedForm(pair.ref, notes: try save(pair, reading, transaction))
      })
  }

  static func file(
    _ about: RecordRef?, _ records: Connection, _ context: RuleContext
  ) throws -> PossibleRecordFile {
    guard let about else { throw StoreError.notFound }
    return try PossibleRecordFiles.load(about, in: records, context)
  }

  static func facts(_ file: PossibleRecordFile) -> FormFacts {
    var facts = FormFacts()
    facts.match = MatchFacts(file: file)
    return facts
  }
}
