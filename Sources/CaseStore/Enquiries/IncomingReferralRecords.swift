package import CaseRules
package import SQLite

/// Referrals to the single point of contact, and those that calls have made: one queue.
package enum IncomingReferralRecords {
  package static func one(_ id: IncomingReferralID, in records: Connection) throws -> Referral? {
    guard var referral = try records.first(columns + " WHERE r.id = ?", id, row: referral(row:))
    else { return nil }
    referral.actions = try actions(of: id, in: records)
    return referral
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> Referral {
    try ref.flatMap { IncomingReferralID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  /// PPL-053: the referral that came of a call; nil when none did.
  static func made(by call: HelplineCallID, in records: Connection) throws -> Referral? {
    try records.first("SELECT id FROM referral WHERE call = ?", call) {
      try $0.get(0, as: IncomingReferralID.self)
    }.flatMap { try one($0, in: records) }
  }

  /// Those that are open, the oldest first; then those acted on since a day, the newest first.
  package static func lines(
    actedSince day: CalendarDate, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> [ReferralLine] {
    try context.mustRead(.personAndCaseload)
    let open = try records.query(
      columns + " WHERE r.ended_at IS NULL ORDER BY r.received_at, r.id LIMIT ?", limit,
      row: referral(row:))
    let ended = try records.query(
      columns + """
         WHERE r.ended_at IS NOT NULL AND r.ended_at >= ?
        ORDER BY r.ended_at DESC, r.id DESC LIMIT ?
        """, Moment(local: day, .midnight), limit, row: referral(row:))
    return try (open + ended).map { try line($0, in: records, context) }
  }

  static func line(
    _ referral: Referral, in records: Connection, _ context: RuleContext
  ) throws -> ReferralLine {
    var referral = referral
    if let id = IncomingReferralID(referral.ref) {
      referral.actions = try actions(of: id, in: records)
    }
    let due = try DeadlineRecords.all(about: referral.ref, in: records).first
    return ReferralLine(
      referral: referral,
      due: due.map {
        EntryDueLines.line($0, about: referral.ref, name: referral.personName, context)
      })
  }

  /// A person's, the newest first.
  static func all(of person: PersonID, in records: Connection) throws -> [Referral] {
    try records.query(
      columns + " WHERE r.person = ? ORDER BY r.received_at DESC, r.id DESC LIMIT 50", person,
      row: referral(row:)
    ).map { referral in
      var referral = referral
      if let id = IncomingReferralID(referral.ref) {
        referral.actions = try actions(of: id, in: records)
      }
      return referral
    }
  }

  static let columns = """
    SELECT r.id, r.call, r.received_at, r.out_of_hours, r.route, r.referrer, r.agency, r.person,
           p.family_name, p.given_names, r.client_name, r.client_phone, r.consent, r.documents,
           r.worker, w.name, r.revision, r.reason, r.came_as, r.kept_phone
    FROM referral AS r
    LEFT JOIN person AS p ON p.id = r.person
    LEFT JOIN worker AS w ON w.id = r.worker
    """

  static func referral(row: Row) throws -> Referral {
    guard let documents = Referral.Document.restored(try row.text(13)) else {
      throw row.unreadable(13)
    }
    var referral = Referral(
      ref: RecordRef(.incomingReferral, try row.int64(0)),
      call: try row.get(1, as: HelplineCallID?.self)?.ref, received: try row.get(2),
      isOutOfHours: try row.bool(3), route: try row.get(4), referrer: try row.text(5),
      agency: try row.get(6), person: try row.get(7),
      personName: try row.get(8, as: String?.self).map {
        PersonName(family: $0, given: try row.text(9)).display
      }, clientName: try row.text(10), clientPhone: try row.text(11),
      consent: row.isNull(12) ? nil : try row.bool(12), documents: documents,
      reason: try row.text(17),
      worker: try row.get(14), workerName: try row.get(15), revision: try row.int(16))
    referral.cameAs = try row.get(18, as: String?.self) ?? ""
    referral.keptPhone = try row.get(19, as: String?.self) ?? ""
    return referral
  }

  private static func actions(
    of referral: IncomingReferralID, in records: Connection
  ) throws -> [ReferralActionTaken] {
    try records.query(
      """
      SELECT a.action, a.acted_at, w.name, a.note
      FROM referral_action AS a JOIN worker AS w ON w.id = a.worker
      WHERE a.referral = ? ORDER BY a.id
      """, referral
    ) { row in
      ReferralActionTaken(
        action: try row.get(0), at: try row.get(1), by: try row.text(2), note: try row.text(3))
    }
  }

  /// PPL-050.
  static func isOutOfHours(_ received: Moment, _ context: RuleContext) -> Bool {
    !context.settings.spocHours.isStaffed(at: received, in: context.calendar)
  }
}

// MARK: - Writing

extension IncomingReferralRecords {
  /// Takes a referral in and starts its clock (PPL-050).
  static func add(
    _ referral: Referral, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> IncomingReferralID {
    try transaction.connection.execute(
      """
      INSERT INTO referral (call, received_at, out_of_hours, route, referrer, agency, person,
                            client_name, client_phone, consent, documents, reason, worker)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, referral.call?.number, referral.received, referral.isOutOfHours, referral.route,
      referral.referrer, referral.agency, referral.person, referral.clientName,
      referral.clientPhone, referral.consent, Referral.Document.stored(referral.documents),
      referral.reason, referral.worker)
    let id = IncomingReferralID(transaction.connection.lastInsertRowID)
    try transaction.audit(
      AuditEvent(
        .created, person: referral.person, record: AuditedRecord(id.ref), to: 1,
        changes: FormDraft().changes(to: ReferralForm.draft(of: referral)),
        facts: referral.call.map { [.init("call", $0)] } ?? []))
    try DeadlineRecords.start(
      EnquiryDeadlines.spocAction(
        received: referral.received, hours: context.settings.spocHours, in: context.calendar),
      about: id.ref, person: referral.person,
      owner: referral.worker.map { .worker($0) } ?? .role(.cjit),
      metByForm: ReferralActionForm.id, in: transaction, calendar: context.calendar)
    return id
  }

  /// Corrects what was taken in; TIME-012: another time of receipt is another due date.
  static func change(
    _ referral: Referral, was before: Referral, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    var changes = ReferralForm.draft(of: before).changes(to: ReferralForm.draft(of: referral))
    if referral.cameAs != before.cameAs {
      changes.append(FieldChange("came_as", from: before.cameAs, to: referral.cameAs))
    }
    if referral.keptPhone != before.keptPhone {
      changes.append(FieldChange("kept_phone", from: before.keptPhone, to: referral.keptPhone))
    }
    try revise(before, of: referral.person, changes, in: transaction) {
      try $0.execute(
        """
        UPDATE referral
        SET received_at = ?, out_of_hours = ?, route = ?, referrer = ?, agency = ?, person = ?,
            client_name = ?, client_phone = ?, consent = ?, documents = ?, reason = ?, worker = ?,
            came_as = nullif(?, ''), kept_phone = nullif(?, '')
        WHERE id = ?
        """, referral.received, referral.isOutOfHours, referral.route, referral.referrer,
        referral.agency, referral.person, referral.clientName, referral.clientPhone,
        referral.consent, Referral.Document.stored(referral.documents),
        referral.reason, referral.worker, referral.cameAs, referral.keptPhone,
        before.ref.number)
    }
    if referral.received != before.received {
      try startAnew(referral, was: before, in: transaction, context)
    }
    if referral.worker != before.worker, let worker = referral.worker {
      try handOver(before.ref, to: worker, in: transaction)
    }
    if referral.person != before.person {
      try DeadlineRecords.link(about: before.ref, to: referral.person, in: transaction)
      try takenOff(before, to: referral.person, in: transaction)
    }
  }

  /// The trail of whoever was named wrongly tells that it has gone from them.
  private static func takenOff(
    _ before: Referral, to person: PersonID?, in transaction: WriteTransaction
  ) throws {
    guard let wrong = before.person else { return }
    try transaction.audit(
      AuditEvent(
        .changed, person: wrong, record: AuditedRecord(before.ref),
        changes: [FieldChange("person", from: wrong.ref, to: person?.ref)], rule: "PPL-050"))
  }

  /// The corrected time may lie on the other side of the staffed hours, which is another length.
  private static func startAnew(
    _ referral: Referral, was before: Referral, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    if referral.isOutOfHours == before.isOutOfHours {
      return try DeadlineRecords.correctStart(
        of: EnquiryDeadlines.spocActionName, about: before.ref, to: .moment(referral.received),
        in: transaction, calendar: context.calendar)
    }
    let open = try DeadlineRecords.open(
      EnquiryDeadlines.spocActionName, about: before.ref, in: transaction.connection)
    guard !open.isEmpty else { return }
    try DeadlineRecords.setAside(
      open, because: "corrected: received \(referral.received.ukWithWeekday)", in: transaction)
    try DeadlineRecords.start(
      EnquiryDeadlines.spocAction(
        received: referral.received, hours: context.settings.spocHours, in: context.calendar),
      about: before.ref, person: referral.person,
      owner: referral.worker.map { .worker($0) } ?? .role(.cjit),
      metByForm: ReferralActionForm.id, in: transaction, calendar: context.calendar)
  }

  private static func revise(
    _ before: Referral, of person: PersonID?, _ changes: [FieldChange],
    in transaction: WriteTransaction, _ write: (Connection) throws -> Void
  ) throws {
    try transaction.revise(
      before.ref, of: person, table: "referral", at: before.revision, changes: changes, write)
  }

  /// One worker is responsible from now on, in whose work list the action stands.
  static func take(
    _ before: Referral, by worker: WorkerID, in transaction: WriteTransaction
  ) throws {
    try revise(
      before, of: before.person, [FieldChange("worker", from: before.worker, to: worker)],
      in: transaction
    ) {
      try $0.execute("UPDATE referral SET worker = ? WHERE id = ?", worker, before.ref.number)
    }
    try handOver(before.ref, to: worker, in: transaction)
  }

  private static func handOver(
    _ referral: RecordRef, to worker: WorkerID, in transaction: WriteTransaction
  ) throws {
    try transaction.connection.execute(
      """
      UPDATE deadline SET owner_worker = ?, owner_role = NULL
      WHERE subject_kind = ? AND subject = ? AND met_day IS NULL AND not_applicable IS NULL
        AND superseded_by IS NULL
      """, worker, referral.kind.code, referral.number)
  }

  /// What was done meets the deadline; all but an attempt ends the referral.
  static func act(
    _ action: ReferralAction, at: Moment, by worker: WorkerID, note: String,
    about before: Referral, in transaction: WriteTransaction
  ) throws {
    try revise(
      before, of: before.person,
      [
        FieldChange("action", to: action), FieldChange("acted_at", to: at),
        FieldChange("by", to: worker), FieldChange("note", to: note),
      ], in: transaction
    ) {
      try $0.execute(
        """
        INSERT INTO referral_action (referral, action, acted_at, worker, note)
        VALUES (?, ?, ?, ?, ?)
        """, before.ref.number, action, at, worker, note)
      try $0.execute(
        "UPDATE referral SET worker = coalesce(worker, ?), ended_at = ? WHERE id = ?", worker,
        action.endsIt ? at : nil, before.ref.number)
    }
    if action == .mistake {
      let open = try DeadlineRecords.open(
        EnquiryDeadlines.spocActionName, about: before.ref, in: transaction.connection)
      try DeadlineRecords.setAside(open, because: "entered by mistake: \(note)", in: transaction)
    } else {
      try DeadlineRecords.meet(
        EnquiryDeadlines.spocActionName, about: before.ref, on: .moment(at), in: transaction)
    }
  }

  /// Names the client; nothing that is on file with the person is kept here a second time, but for the
  /// name it came under, and which number the person has from here.
  static func name(
    _ before: Referral, as person: PersonID, keeping phone: String? = nil,
    in transaction: WriteTransaction
  ) throws {
    try revise(
      before, of: person,
      [
        FieldChange("person", from: before.person, to: person),
        FieldChange("client_name", from: before.clientName, to: ""),
        FieldChange("client_phone", from: before.clientPhone, to: ""),
        FieldChange("came_as", from: before.cameAs, to: before.clientName),
        FieldChange("kept_phone", from: before.keptPhone, to: phone ?? ""),
      ], in: transaction
    ) {
      try $0.execute(
        """
        UPDATE referral
        SET person = ?, came_as = nullif(client_name, ''), client_name = '', client_phone = '',
            kept_phone = ?
        WHERE id = ?
        """, person, phone, before.ref.number)
    }
    try DeadlineRecords.link(about: before.ref, to: person, in: transaction)
  }
}
