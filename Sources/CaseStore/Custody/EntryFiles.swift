package import CaseRules
package import SQLite

/// The detention as its screen shows it.
package enum EntryFiles {
  /// Everything of a detention that may be shown now; throws for roles without the board.
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> EntryFile {
    try context.mustRead(.custodyBoardAndDIR)
    let row = try EntryRecords.found(ref, in: records)
    let entry = row.entry
    let id = EntryID(ref.number)
    var file = EntryFile(
      entry: entry, revision: row.revision, timeline: timeline(row),
      deadlines: try EntryDueLines.lines(about: entry, in: records, context),
      assessments: try DIRRecords.summaries(of: id, in: records, context),
      assessment: entry.details?.person == nil
        ? nil : try DIRScope(ref, records).assessment(records, context),
      offerFlags: OfferRules.flags(
        entry.offers, arrived: entry.arrived, now: entry.departure?.at ?? context.now,
        closing: entry.departure != nil),
      purgeDue: BoardPurge.due(entry, hours: context.settings.boardPurgeHours))
    file.dirInHand = DIRInHand.told(
      to: context.worker.id, of: try DIRsInHand.of(ref, in: records), in: entry.state)
    if let person = EntryDeadlines.person(of: entry) {
      file.episode = try EpisodeRecords.open(of: person, in: records)
      file.pendingHandover = try file.episode.flatMap {
        try HandoverRecords.pending(of: $0.id, in: records)
      }
    }
    file.possible =
      try EntryDeadlines.person(of: entry).map {
        try PossibleRecords.waiting(for: $0, in: records)
      } ?? []
    return file
  }

  /// The detention that one record of its history is about.
  package static func load(
    fact: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> EntryFile {
    try load(try FactRecords.fact(fact, in: records).entry.ref, in: records, context)
  }

  /// Opens a detention for somebody: the look is written into the trail (GEN-003), and what they
  /// are alerted to counts as shown (CUS-005).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> EntryFile {
    var file = try load(ref, in: transaction.connection, context)
    file.damage = try OpeningCheck.damage(
      to: "custody_entry", ref, in: transaction.connection)
    if let damage = file.damage {
      try transaction.noteDamage(damage, to: ref, of: EntryDeadlines.person(of: file.entry))
    }
    try transaction.audit(
      AuditEvent(
        .entryViewed, person: EntryDeadlines.person(of: file.entry), record: AuditedRecord(ref)))
    try CustodyAlerts.markShown(about: EntryID(ref.number), in: transaction, context)
    return file
  }

  private static func timeline(_ row: EntryRow) -> [EntryEvent] {
    let arrival = EntryEvent(
      ref: nil, at: row.entry.arrived,
      words: "Arrived, cell \(row.entry.cell)" + (row.entry.isTrigger ? ", trigger offence" : ""),
      by: row.enteredBy)
    let facts = row.facts.map { fact in
      EntryEvent(
        ref: fact.ref, at: fact.at, words: fact.words, by: fact.by,
        struckBecause: fact.struckBecause)
    }
    let calls = row.entry.calls.map { call in
      let booked = call.bookedFor.map { ", appointment \($0.ukWithWeekday)" } ?? ""
      return EntryEvent(
        ref: nil, at: call.started, words: "Helpline call" + booked, by: call.takenByInitials)
    }
    let marks = [
      (row.entry.dirStarted, "DIR started"), (row.entry.dirCompleted, "DIR complete"),
      (row.entry.closed, "Entry closed"),
    ].compactMap { at, words in
      at.map { EntryEvent(ref: nil, at: $0, words: words, by: "") }
    }
    return [arrival] + (facts + calls + marks).sorted { $0.at < $1.at }
  }
}

extension AuditKind {
  /// A detention was looked at (GEN-003).
  package static let entryViewed = AuditKind("custody.view")
}

/// The deadlines of a detention as work lists tell them.
enum EntryDueLines {
  static func lines(
    about entry: CustodyEntry, in records: Connection, _ context: RuleContext
  ) throws -> [DueLine] {
    try ([entry.ref] + entry.calls.map(\.ref)).flatMap { subject in
      try DeadlineRecords.all(about: subject, in: records)
    }.map { line($0, about: $0.subject, name: entry.details?.personName, context) }
  }

  static func line(
    _ row: DeadlineRow, about ref: RecordRef, name: String? = nil, _ context: RuleContext
  ) -> DueLine {
    let owner: WorkerID? =
      switch row.owner {
      case .worker(let worker): worker
      case .role, .outside: nil
      }
    let byClock = row.deadline.length.minutesAllowed != nil
    return DueLine(
      ref: ref, person: row.person?.ref, personName: name,
      name: row.deadline.name, rule: row.deadline.ruleID,
      owner: owner.flatMap { _ in row.ownerName.map(Worker.initials(of:)) }
        ?? row.deadline.owner,
      ownerID: owner,
      startFact: row.deadline.startFact + (row.deadline.start.map { " \($0.words)" } ?? ""),
      due: row.due, dueAt: byClock ? row.expires : nil,
      status: row.status(now: context.now, in: context.calendar),
      working: row.deadline.working(in: context.calendar), metByForm: row.metByForm)
  }
}
