package import CaseRules
package import SQLite

/// A call as its page shows it.
package enum CallFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> CallFile {
    try context.mustRead(.custodyBoardAndDIR)
    guard let id = HelplineCallID(ref), let call = try HelplineCallRecords.call(id, in: records),
      var file = try records.first(columns, id, row: { try self.file(call, $0) })
    else { throw StoreError.notFound }
    file.services = try ServiceRecords.givenOut(in: id, records)
    file.isWithoutPermission = try HelplineCallRecords.isWithoutPermission(
      id, in: records, context)
    file.linked =
      file.referral == nil ? nil : try EnquiryNaming.named(byReferralOf: id, in: records)
    file.personName = try file.person
      .flatMap { try PersonRecords.identity($0, in: records)?.name.display }
    file.deadlines = try DeadlineRecords.all(about: ref, in: records)
      .map { EntryDueLines.line($0, about: ref, name: file.personName, context) }
    return file
  }

  /// What the rules of a form about the call ask.
  static func facts(of file: CallFile) -> FormFacts {
    var facts = FormFacts()
    facts.enquiry = EnquiryFacts(call: file)
    return facts
  }

  /// Opens a call for somebody: the look is written into the trail (GEN-003).
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> CallFile {
    let file = try load(ref, in: transaction.connection, context)
    try transaction.audit(
      AuditEvent(.callViewed, person: file.person, record: AuditedRecord(ref)))
    return file
  }

  /// "DABELL Laura  L-0012  Helpline call of ..."; nil when there is no such call.
  static func heading(of ref: RecordRef, in records: Connection) throws -> String? {
    guard let id = HelplineCallID(ref), let call = try HelplineCallRecords.call(id, in: records),
      var file = try records.first(columns, id, row: { try self.file(call, $0) })
    else { return nil }
    file.personName = try file.person
      .flatMap { try PersonRecords.identity($0, in: records)?.name.display }
    return "\(file.who)  \(file.heading)"
  }

  private static let columns = """
    SELECT s.name, c.entry, c.person, c.client_name, c.client_phone, c.purposes, c.emergency,
           c.advice, c.ambulance, c.follow_up, c.booked_place, c.appointment, c.no_offer, r.id,
           w.name, a.state, c.came_as
    FROM helpline_call AS c
    LEFT JOIN custody_suite AS s ON s.id = c.suite
    LEFT JOIN referral AS r ON r.call = c.id
    LEFT JOIN appointment AS a ON a.id = c.appointment
    LEFT JOIN worker AS w ON w.id = coalesce(a.worker, c.booked_with)
    WHERE c.id = ?
    """

  private static func file(_ call: HelplineCall, _ row: Row) throws -> CallFile {
    guard let purposes = HelplineCall.Purpose.restored(try row.text(5)) else {
      throw row.unreadable(5)
    }
    let advice = try row.get(7, as: String?.self) ?? ""
    guard let given = HelplineCall.Advice.restored(advice) else { throw row.unreadable(7) }
    var file = CallFile(
      call: call, suite: try row.get(0), entry: try row.get(1, as: EntryID?.self)?.ref,
      person: try row.get(2), clientName: try row.text(3), clientPhone: try row.text(4),
      purposes: purposes, isEmergency: try row.bool(6), advice: given,
      ambulance: row.isNull(8) ? nil : try row.bool(8), followUp: try row.text(9),
      bookedPlace: try row.get(10), bookedWith: try row.get(14),
      appointment: try row.get(11, as: AppointmentID?.self)?.ref,
      appointmentState: try row.get(15),
      referral: try row.get(13, as: IncomingReferralID?.self)?.ref, whyNoneOffered: try row.get(12))
    file.cameAs = try row.get(16, as: String?.self) ?? ""
    return file
  }
}

extension AuditKind {
  /// A call was looked at (GEN-003).
  package static let callViewed = AuditKind("call.view")
}
