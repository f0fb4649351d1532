package import CaseRules
package import SQLite

/// Whose clients a caseload lists.
package enum CaseloadOf: Equatable, Sendable {
  case worker(WorkerID)
  /// Every client of the workers of a team.
  case team(String)
  case everyone
}

/// Open episodes in the order of names, a window at a time.
package enum CaseloadPages {
  /// A window of the list: those whose family name one of the words starts, each word some word of
  /// their names, and after them whoever else it fits, by any name, number, worker or flag.
  package static func page(
    of scope: CaseloadOf, only filter: CaseloadFilter = CaseloadFilter(), narrow: String,
    _ place: NamePlace, limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> NamePage<CaseloadLine> {
    let question = CaseloadQuestion(of: scope, only: filter, context)
    try context.mustRead(.personAndCaseload)
    guard NameFolding.typedWords(narrow).isEmpty else {
      return try CaseloadNarrow(narrow, question, in: records, context).page(place, limit: limit)
    }
    let everybody = NameWords([])
    return try NamePages.window(
      of: NameRange(startingWith: ""), place, limit: limit,
      rows: { part, isBackwards, limit in
        try records.query(
          isBackwards ? question.backwards : question.forwards,
          values: question.values + part.values + everybody.values + [limit]
        ) { try keyed($0, records, context) }
      },
      count: { part, limit in
        try records.query(
          question.keys, values: question.values + part.values + everybody.values + [limit],
          row: key
        ).count
      })
  }

  /// The worker's own clients, and after them those of whoever they look after today.
  package static func ownAndCovered(
    in records: Connection, _ context: RuleContext, limit: Int = 500
  ) throws -> [CaseloadLine] {
    func lines(of worker: WorkerID, as part: CaseloadPart?) throws -> [CaseloadLine] {
      try page(of: .worker(worker), narrow: "", .first, limit: limit, in: records, context).lines
        .map { line in
          var line = line
          line.part = part
          return line
        }
    }
    let worker = context.worker.id
    let covers = try CoverRecords.covered(by: worker, on: context.today, in: records)
    return try lines(of: worker, as: covers.isEmpty ? nil : .own)
      + covers.enumerated().flatMap { index, cover in
        try lines(
          of: cover.worker,
          as: .covered(name: cover.workerName, until: cover.until, order: index + 1))
      }
  }

  /// How many those are, counted no further than the limit for each worker.
  package static func countOwnAndCovered(
    upTo limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> Int {
    guard AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil else { return 0 }
    let covers = try CoverRecords.covered(by: context.worker.id, on: context.today, in: records)
    return try ([context.worker.id] + covers.map(\.worker)).reduce(0) {
      try $0 + count(of: .worker($1), upTo: limit, in: records, context)
    }
  }

  /// The place of a row of which nothing else was asked.
  static func key(_ row: Row) throws -> NameKey {
    NameKey(familyKey: try row.text(0), givenKey: try row.text(1), number: try row.int64(2))
  }

  /// PPL-024: clients who have not been reached for too long, the longest silence first.
  package static func atRisk(
    of scope: CaseloadOf, limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> [CaseloadLine] {
    try context.mustRead(.personAndCaseload)
    let before = LostContactRules.silentBefore(context.today, settings: context.settings)
    return try records.query(scope.silent, values: scope.values + [before, limit]) {
      try keyed($0, records, context).line
    }
  }

  /// How many open episodes there are, counted no further than the limit; none to whoever may not
  /// read people.
  package static func count(
    of scope: CaseloadOf, upTo limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> Int {
    guard AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil else { return 0 }
    return try records.first(scope.count, values: scope.values + [limit]) { try $0.int(0) } ?? 0
  }

  static let columns = """
    SELECT episode.id, episode.person, person.family_name, person.given_names, person.born,
           worker.name, episode.state, episode.joined, episode.last_contact,
           episode.silent_since, person.risks, episode.family_key, episode.given_key,
           episode.worker, worker.team
    FROM episode
    JOIN person ON person.id = episode.person
    JOIN worker ON worker.id = episode.worker
    """

  static func keyed(
    _ row: Row, _ records: Connection, _ context: RuleContext
  ) throws -> (key: NameKey, line: CaseloadLine) {
    let ref = RecordRef(.episode, try row.int64(0))
    let name = PersonName(family: try row.text(2), given: try row.text(3))
    let state: EpisodeState = try row.get(6)
    let silentSince: CalendarDate = try row.get(9)
    let marks = try marks(of: row.int64(1), records)
    let due = try nextDue(of: row.int64(1), name.display, records, context)
    let line = CaseloadLine(
      ref: ref, person: RecordRef(.person, try row.int64(1)), familyName: name.family,
      givenNames: name.given, born: try row.get(4), worker: try row.text(5),
      workerID: try row.get(13), team: try row.text(14), state: state,
      joined: try row.get(7), lastContact: try row.get(8),
      atRisk: state.isActive
        && LostContactRules.isAtRisk(
          since: silentSince, on: context.today, settings: context.settings),
      nextAppointment: try nextAppointment(of: row.int64(1), records, context),
      bookedAppointment: try booked(of: row.int64(1), records, context),
      due: due, dueBand: CaseloadDue(due, on: context.today),
      flags: try PersonRecords.risks(row, 10).map(\.title) + marks.words,
      handoverWaits: marks.handover)
    let key = NameKey(
      familyKey: try row.text(11), givenKey: try row.text(12), number: ref.number)
    return (key, line)
  }

  /// What decides how the client is worked with; it stands behind the risks.
  private struct Marks {
    var ppo = false
    var drr = false
    var handover = false

    var words: [String] {
      [
        ppo ? CaseloadFlag.ppo : nil, drr ? CaseloadFlag.drr : nil,
        handover ? CaseloadFlag.handover : nil,
      ]
      .compactMap(\.self)
    }
  }

  private static func marks(of person: Int64, _ records: Connection) throws -> Marks {
    try records.first(markers, person) { row in
      Marks(ppo: try row.bool(0), drr: try row.bool(1), handover: try row.bool(2))
    } ?? Marks()
  }

  static let markers = """
    SELECT EXISTS (SELECT 1 FROM custody_entry WHERE person = ?1 AND is_ppo = 1),
           EXISTS (SELECT 1 FROM custody_entry WHERE person = ?1 AND is_drr = 1),
           EXISTS (SELECT 1 FROM handover WHERE person = ?1 AND state = 'pending')
    """

  private static func nextAppointment(
    of person: Int64, _ records: Connection, _ context: RuleContext
  ) throws -> Moment? {
    try records.first(
      """
      SELECT starts FROM appointment
      WHERE person = ? AND starts >= ? AND state = 'booked' ORDER BY starts LIMIT 1
      """, person, context.now
    ) { try $0.get(0, as: Moment.self) }
  }

  /// The first that has begun and has no outcome yet.
  private static func booked(
    of person: Int64, _ records: Connection, _ context: RuleContext
  ) throws -> RecordRef? {
    try records.first(
      """
      SELECT id FROM appointment
      WHERE person = ? AND starts <= ? AND state = 'booked' ORDER BY starts LIMIT 1
      """, person, context.now
    ) { RecordRef(.appointment, try $0.int64(0)) }
  }

  private static func nextDue(
    of person: Int64, _ name: String, _ records: Connection, _ context: RuleContext
  ) throws -> DueLine? {
    try records.first(
      DeadlineRow.columns + """
         FROM deadline WHERE deadline.person = ? AND \(DeadlineRow.isOpenSQL)
          AND deadline.due IS NOT NULL
        ORDER BY deadline.expires LIMIT 1
        """, person, row: DeadlineRow.init(row:)
    ).map { EntryDueLines.line($0, about: $0.subject, name: name, context) }
  }
}
