import CaseRules
import SQLite

/// How the person form and the list of agencies reach the records.
enum PersonHandlers {
  static let person = FormHandler(
    PersonForm.id,
    open: { records, about, context in
      guard let about else { return openNew() }
      let person = try PersonRecords.one(PersonID(about.number), in: records).orNotFound()
      let draft = PersonForm.draft(of: person, on: context.today)
      let reading = FormReading(draft, of: PersonForm.definition, in: context.reading)
      return OpenedForm(
        form: PersonForm.id, about: about, heading: person.heading(on: context.today),
        draft: draft, facts: try facts(reading, about, records, context),
        revision: person.revision, lastChange: try LastChange.of(about, in: records))
    },
    facts: { records, about, reading, context in try facts(reading, about, records, context) },
    save: { transaction, about, reading, facts, context in
      let records = transaction.connection
      let before = try about.flatMap { try PersonRecords.one(PersonID($0.number), in: records) }
      guard
        let person = PersonForm.person(
          from: reading, id: before?.id ?? PersonID(0), was: before, on: context.today)
      else { throw StoreError.notFound }
      guard let before else {
        let id = try PersonRecords.add(person, in: transaction)
        return SavedForm(
          id.ref, notes: try PersonLikeness.taken(onFile: id, facts, in: transaction))
      }
      try PersonRecords.change(person, in: transaction)
      return SavedForm(
        person.id.ref,
        notes: try PersonLikeness.changed(
          from: before, to: person, facts, in: transaction, context))
    })

  /// What is nearly always so stands there already, and is said to be only that.
  private static func openNew() -> OpenedForm {
    var known = KnownAnswers()
    known.set(PersonForm.language, text: "English", from: "usual answer")
    known.set(PersonForm.interpreter, .yesNo(.no), from: "usual answer")
    return OpenedForm(
      form: PersonForm.id, about: nil, draft: known.draft, sources: known.sources)
  }

  private static func facts(
    _ reading: FormReading, _ about: RecordRef?, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    let own = about.map { PersonID($0.number) }
    var person = PersonFacts()
    if let own {
      person.isUnknown = try !PersonRecords.exists(own, in: records)
      person.isAssessed = try isAssessed(own, records)
      person.pregnantIn = try pregnantIn(own, records)
    }
    person.samePNC = try others(
      "SELECT id FROM person WHERE pnc = ? AND id <> ?",
      reading.text(PersonForm.pnc), own, records, context)
    person.sameCRO = try others(
      "SELECT id FROM person WHERE cro = ? AND id <> ?",
      reading.text(PersonForm.cro), own, records, context)
    person.sameNameAndBirth = try sameNameAndBirth(reading, own, records, context).filter { match in
      // What was answered for is not asked again at every change.
      guard let own else { return true }
      return try !PossibleRecords.isAnswered(own, PersonID(match.ref.number), in: records)
    }
    if own == nil {
      person.possible = try PersonLikeness.possible(reading, records, context).filter { match in
        !person.sameNameAndBirth.contains { $0.ref == match.ref }
      }
    }
    facts.person = person
    return facts
  }

  private static func isAssessed(_ person: PersonID, _ records: Connection) throws -> Bool {
    try records.exists(
      "SELECT 1 FROM dir WHERE person = ? AND completed_at IS NOT NULL", person)
      || records.exists(
        """
        SELECT 1 FROM episode JOIN episode_event ON episode_event.episode = episode.id
        WHERE episode.person = ? AND episode_event.to_state = 'assessed'
        """, person)
  }

  private static func pregnantIn(
    _ person: PersonID, _ records: Connection
  ) throws -> [RecordRef] {
    let own = try records.exists(
      "SELECT 1 FROM person WHERE id = ? AND pregnant = ?", person, YesNo.yes)
    let dirs = try records.query(
      """
      SELECT id FROM dir WHERE person = ? AND pregnant = ? ORDER BY assessed_at DESC, id DESC LIMIT 3
      """, person, YesNo.yes
    ) { RecordRef(.dir, try $0.int64(0)) }
    return (own ? [person.ref] : []) + dirs
  }

  private static func others(
    _ sql: String, _ value: String?, _ own: PersonID?, _ records: Connection,
    _ context: RuleContext
  ) throws -> [PersonFacts.Match] {
    guard let value else { return [] }
    let ids = try records.query(sql, value, own ?? PersonID(0)) { try $0.get(0, as: PersonID.self) }
    return try matches(ids, besides: own, records, context)
  }

  /// PPL-004: folded, so that O'Connor and OConnor are the same name.
  private static func sameNameAndBirth(
    _ reading: FormReading, _ own: PersonID?, _ records: Connection, _ context: RuleContext
  ) throws -> [PersonFacts.Match] {
    guard let family = reading.text(PersonForm.family), let born = reading.date(PersonForm.born)
    else { return [] }
    let ids = try records.query(
      "SELECT id FROM person WHERE born = ? AND family_key = ? AND id <> ? LIMIT 20", born,
      NameFolding.key(family), own ?? PersonID(0)
    ) { try $0.get(0, as: PersonID.self) }
    return try matches(ids, besides: own, records, context)
  }

  /// A record that points to another stands for that one, and for nobody else.
  private static func matches(
    _ ids: [PersonID], besides own: PersonID?, _ records: Connection, _ context: RuleContext
  ) throws -> [PersonFacts.Match] {
    var seen = Set([own].compactMap(\.self))
    return try ids.compactMap { id in
      let standing = try PersonPointers.standing(id, in: records)
      guard seen.insert(standing).inserted else { return nil }
      return try PersonRecords.identity(standing, in: records).map {
        PersonFacts.Match(
          ref: standing.ref, words: $0.heading(on: context.today),
          because: "same family name, born \($0.birth.answer(on: context.today))")
      }
    }
  }

  static let agencies = FormHandler(
    AgencyForm.id,
    open: { records, about, context in
      let scope = try PersonScope(about, records)
      let draft = AgencyForm.draft(of: try AgencyRecords.all(of: scope.id, in: records))
      let reading = FormReading(draft, of: AgencyForm.definition, in: context.reading)
      var facts = FormFacts()
      try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
      return OpenedForm(
        form: AgencyForm.id, about: about, heading: scope.heading(context), draft: draft,
        facts: facts, revision: scope.revision,
        lastChange: try LastChange.of(scope.id.ref, in: records))
    },
    facts: { records, _, reading, context in
      var facts = FormFacts()
      try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
      return facts
    },
    save: { transaction, about, reading, _, _ in
      let scope = try PersonScope(about, transaction.connection)
      try AgencyRecords.replace(
        AgencyForm.agencies(from: reading), of: scope.id, revision: scope.revision,
        in: transaction)
      return SavedForm(scope.id.ref)
    })
}

/// The person a form is about, straight or through a record of theirs.
struct PersonScope {
  let id: PersonID
  let identity: PersonIdentity
  let revision: Int

  init(_ about: RecordRef?, _ records: Connection) throws {
    guard let about, let id = try RecordNames.person(of: about, in: records),
      let identity = try PersonRecords.identity(id, in: records),
      let revision = try records.first(
        "SELECT revision FROM person WHERE id = ?", id, row: { try $0.int(0) })
    else { throw StoreError.notFound }
    self.id = id
    self.identity = identity
    self.revision = revision
  }

  func heading(_ context: RuleContext) -> String { identity.heading(on: context.today) }
}
