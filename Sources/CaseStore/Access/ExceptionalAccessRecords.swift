package import CaseRules
package import SQLite

extension Migration {
  /// Records opened by those who may not read them as a rule.
  static let exceptionalAccess = Migration("exceptional-access") {
    try $0.executeScript(
      """
      CREATE TABLE exceptional_access (
        id          INTEGER PRIMARY KEY, -- Z-number
        salt        BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        person      INTEGER NOT NULL REFERENCES person (id),
        worker      INTEGER NOT NULL REFERENCES worker (id),
        reason      TEXT NOT NULL CHECK (trim(reason) <> ''), -- typed before anything was shown
        opened_at   TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T??:??:??Z'),
        until_at    TEXT NOT NULL CHECK (until_at > opened_at),
        reviewed_by INTEGER REFERENCES worker (id),
        reviewed_at TEXT CHECK (reviewed_at GLOB '????-??-??T??:??:??Z'),
        was_right   INTEGER CHECK (was_right IN (0, 1)),
        note        TEXT NOT NULL DEFAULT '',
        revision    INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
        CHECK ((reviewed_by IS NULL) = (was_right IS NULL)),
        CHECK (reviewed_by <> worker)
      ) STRICT;
      CREATE INDEX exceptional_access_by_worker ON exceptional_access (worker, person, until_at);
      CREATE INDEX exceptional_access_by_person ON exceptional_access (person);
      """)
  }
}

extension AuditKind {
  /// Somebody opened a record that their role does not read; the reason was typed first.
  package static let glassBroken = AuditKind("break-glass.opened")
  package static let glassReviewed = AuditKind("break-glass.reviewed")
}

/// Records opened case by case, each with its reason and what the team leader made of it.
package enum ExceptionalAccessRecords {
  /// How long those that were looked into stay in the list, in days.
  static let shownFor = 92

  static func one(_ id: ExceptionalAccessID, in records: Connection) throws -> ExceptionalAccess? {
    try records.first(columns + " WHERE x.id = ?", id, row: access(row:))
  }

  /// What is open to a worker now of a person.
  static func standing(
    of person: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> ExceptionalAccess? {
    guard ExceptionalAccessRules.mayOpen(context.worker) else { return nil }
    return try records.first(
      columns + """
         WHERE x.worker = ? AND x.person = ? AND x.opened_at <= ? AND x.until_at > ?
        ORDER BY x.id DESC LIMIT 1
        """, context.worker.id, person, context.now, context.now, row: access(row:))
  }

  /// For a team leader or an auditor, and for whoever opened it.
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> ExceptionalAccess {
    try context.mustRead(.exceptionalAccess)
    guard let access = try ExceptionalAccessID(ref).flatMap({ try one($0, in: records) }) else {
      throw StoreError.notFound
    }
    return told(access, to: context)
  }

  /// Opens its page: a look at what was done with somebody's record (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> ExceptionalAccess {
    let access = try load(ref, in: transaction.connection, context)
    try transaction.audit(
      AuditEvent(.historyViewed, person: access.person, record: AuditedRecord(ref)))
    return access
  }

  /// Everything to be looked into, and what was in the last months; the newest first.
  package static func lines(
    in records: Connection, _ context: RuleContext
  ) throws -> [ExceptionalAccessLine] {
    try context.mustRead(.exceptionalAccess)
    let since = Moment(local: context.today.adding(days: -shownFor), .midnight)
    return try records.query(
      columns + """
         WHERE x.reviewed_at IS NULL OR x.reviewed_at >= ? ORDER BY x.id DESC LIMIT 500
        """, since, row: access(row:)
    ).map { ExceptionalAccessLine(told($0, to: context), at: context.now) }
  }

  /// A name is for those who read people, or have opened that record now; a reason can hold one.
  private static func told(
    _ access: ExceptionalAccess, to context: RuleContext
  ) -> ExceptionalAccess {
    let worker = context.worker
    if AccessMatrix.whyNotRead(worker, .personAndCaseload) == nil { return access }
    var told = access
    if access.worker.id == worker.id {
      if !access.isOpen(at: context.now) { told.personName = nil }
      return told
    }
    told.personName = nil
    told.reason = "given, not shown to you"
    told.review = access.review.map {
      ExceptionalAccess.Review(
        by: $0.by, at: $0.at, wasRight: $0.wasRight, note: "given, not shown to you")
    }
    return told
  }

  private static let columns = """
    SELECT x.id, x.person, p.family_name, p.given_names, x.worker, opener.name, opener.role,
           x.reason, x.opened_at, x.until_at, reviewer.name, x.reviewed_at, x.was_right, x.note,
           x.revision,
           (SELECT count(*) FROM audit AS a
             WHERE a.person = x.person AND a.worker = x.worker AND a.kind = 'person.view'
               AND a.at >= x.opened_at AND a.at < x.until_at)
    FROM exceptional_access AS x
    JOIN person AS p ON p.id = x.person
    JOIN worker AS opener ON opener.id = x.worker
    LEFT JOIN worker AS reviewer ON reviewer.id = x.reviewed_by
    """

  private static func access(row: Row) throws -> ExceptionalAccess {
    var review: ExceptionalAccess.Review?
    if let at: Moment = try row.get(11) {
      review = ExceptionalAccess.Review(
        by: Worker.initials(of: try row.text(10)), at: at, wasRight: try row.bool(12),
        note: try row.text(13))
    }
    return ExceptionalAccess(
      ref: RecordRef(.exceptionalAccess, try row.int64(0)), person: try row.get(1),
      personName: PersonName(family: try row.text(2), given: try row.text(3)).display,
      worker: Worker(id: try row.get(4), name: try row.text(5), role: try row.get(6)),
      reason: try row.text(7), opened: try row.get(8), until: try row.get(9),
      looks: try row.int(15), review: review, revision: try row.int(14))
  }
}

// MARK: - Opening and looking into it

extension ExceptionalAccessRecords {
  static func open(
    _ person: PersonID, because reason: String, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> ExceptionalAccess {
    let (records, now) = (transaction.connection, transaction.attribution.at)
    try records.execute(
      """
      INSERT INTO exceptional_access (person, worker, reason, opened_at, until_at)
      VALUES (?, ?, ?, ?, ?)
      """, person, transaction.attribution.worker, reason, now,
      now.adding(minutes: ExceptionalAccessRules.lasts))
    let id = ExceptionalAccessID(records.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .glassBroken, person: person, record: AuditedRecord(id.ref), to: 1,
        facts: [.init("minutes", ExceptionalAccessRules.lasts)], reason: reason))
    try DeadlineRecords.start(
      ExceptionalAccessRules.deadline(opened: now), about: id.ref, person: person,
      owner: .role(.sup), metByForm: ReviewAccessForm.id, in: transaction,
      calendar: context.calendar)
    let access = try one(id, in: records).orNotFound()
    return access
  }

  static func review(
    _ access: ExceptionalAccess, wasRight: Bool, note: String, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      access.ref, of: access.person, table: "exceptional_access", at: access.revision,
      as: .glassReviewed,
      changes: [FieldChange("right", to: wasRight), FieldChange("note", to: note)]
    ) {
      try $0.execute(
        """
        UPDATE exceptional_access
        SET reviewed_by = ?, reviewed_at = ?, was_right = ?, note = ? WHERE id = ?
        """, transaction.attribution.worker, transaction.attribution.at, wasRight, note,
        access.ref.number)
    }
    try DeadlineRecords.meet(
      ExceptionalAccessRules.deadlineName, about: access.ref,
      on: .moment(transaction.attribution.at), in: transaction)
  }
}

/// How the glass is broken, and how it is answered for.
enum ExceptionalAccessHandlers {
  static let all = [open, review]

  static let open = FormHandler(
    OpenRecordForm.id,
    open: { _, _, _ in OpenedForm(form: OpenRecordForm.id, about: nil) },
    facts: { records, _, reading, context in
      var facts = FormFacts()
      var access = ExceptionalAccessFacts()
      if let person = try person(reading, in: records) {
        access.personExists = true
        access.standing = try ExceptionalAccessRecords.standing(
          of: person, in: records, context)
      }
      facts.access = access
      return facts
    },
    save: { transaction, _, reading, _, context in
      guard let person = try person(reading, in: transaction.connection),
        let reason = reading.text(OpenRecordForm.reason)
      else { throw StoreError.notFound }
      let access = try ExceptionalAccessRecords.open(
        person, because: reason, in: transaction, context)
      return SavedForm(
        access.ref,
        notes: [
          "\(person.ref.text) is open to you until \(access.until.local.time.text)",
          "The team leader is told, and every look is marked",
        ])
    })

  static let review = FormHandler(
    ReviewAccessForm.id,
    open: { records, about, context in
      let access = try found(about, records, context)
      var facts = FormFacts()
      facts.access = ExceptionalAccessFacts()
      facts.access?.access = access
      return OpenedForm(
        form: ReviewAccessForm.id, about: about, heading: "\(access.heading): \(access.reason)",
        facts: facts, revision: access.revision)
    },
    facts: { records, about, _, context in
      var facts = FormFacts()
      facts.access = ExceptionalAccessFacts()
      facts.access?.access = try found(about, records, context)
      return facts
    },
    save: { transaction, about, reading, _, context in
      let access = try found(about, transaction.connection, context)
      try ExceptionalAccessRecords.review(
        access, wasRight: reading.isYes(ReviewAccessForm.right),
        note: reading.text(ReviewAccessForm.note) ?? "", in: transaction)
      return SavedForm(access.ref)
    })

  /// The record that stands: a number that only points to another is that one's.
  private static func person(_ reading: FormReading, in records: Connection) throws -> PersonID? {
    guard let typed = reading.text(OpenRecordForm.person),
      let id = RecordRef(typed).flatMap({ PersonID($0) })
    else { return nil }
    return try RecordNames.person(of: id.ref, in: records)
  }

  private static func found(
    _ about: RecordRef?, _ records: Connection, _ context: RuleContext
  ) throws -> ExceptionalAccess {
    guard let about else { throw StoreError.notFound }
    return try ExceptionalAccessRecords.load(about, in: records, context)
  }
}
