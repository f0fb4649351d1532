import CaseRules
import SQLite

/// People beyond those with a story: on file, once with the team, and done with.
///
/// They make the lists, the search and the file as large as they get in the end. Written with
/// plain statements, a lot at a time, each with its entry on the trail.
struct BulkPeople {
  let seed: UInt64
  let today: CalendarDate
  let now: Moment
  let cast: DemoCast

  /// So many share a transaction.
  static let lot = 40_000
  /// In kilobytes; however many people are made, it takes no more.
  static let memory: UInt32 = 64_000

  func write(_ indexes: Range<Int>, to connection: Connection) throws {
    let key = cast.first(.cjit)
    let arw = cast.first(.arw)
    let transaction = WriteTransaction(
      connection, try Attribution(by: arw.id, as: arw.role, at: now))
    try transaction.begin()
    var vocabulary = NameVocabulary()
    for index in indexes {
      let person = InventedPerson(index: index, seed: seed, today: today)
      let id = try add(person, &vocabulary, in: connection)
      let closed = today.adding(days: -(120 + index % 2_000))
      let episode = try addEpisode(of: id, person, closed: closed, key.id, in: connection)
      try transaction.audit(
        AuditEvent(.created, person: id, record: AuditedRecord(id.ref), to: 1))
      try transaction.audit(
        AuditEvent(.created, person: id, record: AuditedRecord(episode.ref), to: 1))
    }
    try transaction.finish()
  }

  private func add(
    _ person: InventedPerson, _ vocabulary: inout NameVocabulary, in connection: Connection
  ) throws -> PersonID {
    try connection.execute(
      """
      INSERT INTO person (family_name, given_names, family_key, given_key, born, sex, ethnicity,
                          pnc, address, postcode, no_fixed_abode, accommodation, language,
                          interpreter, risks)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'none')
      """, person.family, person.given, NameFolding.key(person.family),
      NameFolding.key(person.given), person.born, person.sex, person.ethnicity, person.pnc,
      person.address, person.postcode, person.postcode == nil ? YesNo.yes : YesNo.no,
      person.accommodation, person.language, person.needsInterpreter ? YesNo.yes : YesNo.no)
    let id = PersonID(connection.lastInsertRowID)
    if let phone = person.phone {
      try connection.execute(
        "INSERT INTO person_phone (person, number, safe_to_ring) VALUES (?, ?, 'yes')", id, phone)
    }
    for alias in person.aliases {
      try connection.execute("INSERT INTO person_alias (person, name) VALUES (?, ?)", id, alias)
    }
    try PersonSearchIndex.insert(
      id,
      PersonSearchIndex.Entry(
        name: PersonName(family: person.family, given: person.given), aliases: person.aliases,
        phones: person.phone.map { [$0] } ?? []),
      &vocabulary, in: connection)
    return id
  }

  private func addEpisode(
    of person: PersonID, _ invented: InventedPerson, closed: CalendarDate, _ worker: WorkerID,
    in connection: Connection
  ) throws -> EpisodeID {
    let opened = closed.adding(days: -40)
    try connection.execute(
      """
      INSERT INTO episode (person, state, entry_point, opened, worker, voluntary_explained,
                           no_alternative_explained, silent_since, last_contact, closed,
                           closure_reason, family_key, given_key)
      VALUES (?, 'closed', ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?)
      """, person, EntryPoint.arrest, opened, worker, closed, closed, closed,
      ClosureReason.carePlanCompleted, NameFolding.key(invented.family),
      NameFolding.key(invented.given))
    let id = EpisodeID(connection.lastInsertRowID)
    try connection.execute(
      """
      INSERT INTO episode_event (episode, event, from_state, to_state, on_day, worker, recorded)
      VALUES (?, 'Contact opened', NULL, 'contact', ?, ?, ?),
             (?, 'Closed', 'contact', 'closed', ?, ?, ?)
      """, id, opened, worker, now, id, closed, worker, now)
    return id
  }
}
