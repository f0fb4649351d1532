import CaseRules
import SQLite

/// Whom and what a DIR in hand is about: an earlier DIR, a detention, a person.
struct DIRScope {
  let dir: DIRRow?
  let entry: CustodyEntry?
  let person: PersonID?

  static let noPerson = Finding(
    "CUS-016", .blocks, "The detention is not linked to a person. Add the custody details first")

  init(_ about: RecordRef?, _ records: Connection) throws {
    guard let about else { throw StoreError.notFound }
    if let id = DIRID(about) {
      let row = try DIRRecords.row(id, in: records).orNotFound()
      dir = row
      person = row.person
      entry = try row.entry.flatMap { try EntryRecords.entry($0, in: records)?.entry }
    } else if let id = PersonID(about) {
      guard try PersonRecords.exists(id, in: records) else {
        throw StoreError.notFound
      }
      (dir, person) = (nil, id)
      entry = try DIRScope.detention(of: id, in: records)
    } else {
      let found = try EntryRecords.found(about, in: records).entry
      dir = nil
      entry = found
      person = found.details?.person.flatMap { PersonID($0) }
    }
  }

  /// The detention that a DIR begun from the person's page belongs to: the one they are held in and
  /// were seen in, where they let it be written down.
  ///
  /// Of nobody else it is about the person alone; an assessment in the community needs no board.
  static func detention(
    of person: PersonID, in records: Connection
  ) throws -> CustodyEntry? {
    let ids = try records.query(
      """
      SELECT id FROM custody_entry WHERE person = ? AND departed_at IS NULL
      ORDER BY arrived_at DESC, id DESC
      """, person
    ) { try $0.get(0, as: EntryID.self) }
    return try ids.compactMap { try EntryRecords.entry($0, in: records)?.entry }
      .first { $0.state == .seen }
  }

  var entryID: EntryID? { entry.flatMap { EntryID($0.ref) } }

  func heading(_ records: Connection, on day: CalendarDate) throws -> String? {
    try person.flatMap { try PersonRecords.identity($0, in: records)?.heading(on: day) }
      ?? entry?.heading
  }
}

// MARK: - What is known

extension DIRScope {
  /// Enter once: the detention and the person fill what they know.
  func known(_ records: Connection, _ context: RuleContext) throws -> KnownAnswers {
    if let dir { return KnownAnswers(draft: dir.draft) }
    var known = KnownAnswers()
    known.set(DIRForm.assessedAt, at: context.now.startOfMinute, from: "now")
    known.set(DIRForm.worker, .link(context.worker.id.ref), from: "you")
    if let entry { fill(&known, from: entry) }
    if let person {
      try fill(&known, from: person, records)
      try fillConsents(&known, of: person, records, context)
    }
    return known
  }

  private func fill(_ known: inout KnownAnswers, from entry: CustodyEntry) {
    let board = "from the board"
    if entry.departure == nil {
      known.set(DIRForm.place, code: AssessmentPlace.custody.code, from: board)
    }
    known.set(DIRForm.offence, code: entry.details?.offenceCode, from: board)
    known.set(DIRForm.ppo, entry.isPPO, from: board)
    if let departure = entry.departure {
      known.set(DIRForm.charged, departure.kind.isCharged, from: board)
      if departure.kind == .chargedCustody {
        known.set(DIRForm.custodyLikely, true, from: board)
      }
    }
    known.set(DIRForm.custodyConsent, true, from: "permission given")
  }

  private func fill(
    _ known: inout KnownAnswers, from person: PersonID, _ records: Connection
  ) throws {
    let source = "from the record"
    try records.forEach(
      """
      SELECT accommodation, employed, pregnant, children, safeguarding FROM person WHERE id = ?
      """, person
    ) { row in
      known.set(DIRForm.housing, code: try row.get(0), from: source)
      known.set(DIRForm.employed, try row.get(1, as: YesNo?.self).map { .yesNo($0) }, from: source)
      known.set(DIRForm.pregnant, try row.get(2, as: YesNo?.self).map { .yesNo($0) }, from: source)
      known.set(DIRForm.children, try row.get(3, as: Int?.self).map { $0 > 0 }, from: source)
      let concern = try row.get(4, as: YesNo?.self)
      if concern != .refused {
        known.set(DIRForm.safeguarding, concern.map { .yesNo($0) }, from: source)
      }
    }
  }

  private func fillConsents(
    _ known: inout KnownAnswers, of person: PersonID, _ records: Connection,
    _ context: RuleContext
  ) throws {
    let answers = try DIRConsents.newest(of: person, at: context.now, in: records)
    let source = "from the consent"
    known.set(DIRForm.caseloadConsent, answers[.caseload], from: source)
    known.set(DIRForm.shareConsent, answers[.shareWithAgency], from: source)
    if let custody = answers[.custodyDetails] {
      known.set(DIRForm.custodyConsent, custody, from: source)
    }
  }
}

// MARK: - Facts

extension DIRScope {
  func facts(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = try RecordNames.facts(naming: reading, in: records, on: context.today)
    facts.custody = CustodyFacts(entry: entry)
    facts.assessment = try assessment(records, context)
    return facts
  }

  func assessment(_ records: Connection, _ context: RuleContext) throws -> AssessmentFacts {
    var known = AssessmentFacts(isComplete: dir?.completed != nil, refusedByEntry: refusal(context))
    if dir == nil, let entry {
      known.inOtherHands = try DIRsInHand.of(entry.ref, in: records)
        .first { $0.by != context.worker.id }
    }
    guard let person else { return known }
    known.person = person.ref
    known.birth = try PersonRecords.identity(person, in: records)?.birth
    known.sex = try records.first("SELECT sex FROM person WHERE id = ?", person) { try $0.get(0) }
    let answers = try DIRConsents.newest(of: person, at: context.now, in: records)
    known.consents = answers
    known.hasConsent = answers[.assessment] == true
    known.latest = try DIRRecords.latest(of: person, but: dir?.id, in: records)
    known.unfinished = try unfinished(of: person, records)
    return known
  }

  /// CUS-016, CUS-010: a new DIR needs a detainee who was seen, with permission and a person.
  private func refusal(_ context: RuleContext) -> Finding? {
    guard dir == nil, let entry else { return nil }
    if case .refused(let finding) = entry.state.after(.dirStarted, entry.guards) { return finding }
    if let finding = PermissionRules.findings(entry.permission, now: context.now).first {
      return finding
    }
    return person == nil ? DIRScope.noPerson : nil
  }

  private func unfinished(of person: PersonID, _ records: Connection) throws -> RecordRef? {
    guard dir == nil else { return nil }
    return try records.first(
      "SELECT id FROM dir WHERE person = ? AND completed_at IS NULL ORDER BY id DESC LIMIT 1",
      person
    ) { RecordRef(.dir, try $0.int64(0)) }
  }
}
