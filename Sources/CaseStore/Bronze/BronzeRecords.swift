package import CaseRules
import SQLite

extension BronzeState: StoredWord {}
extension BronzeEvent: StoredWord {}
extension ResearchReply: StoredWord {}
extension BronzeLetter.Kind: StoredWord {}
extension BronzeDecisionKind: StoredWord {}
extension PoliceRank: StoredWord {}
extension ServiceMethod: StoredWord {}
extension BronzeResponse: StoredWord {}
extension MonitoringResult: StoredWord {}
extension FurtherOutcome: StoredWord {}
extension BronzePartner: StoredWord {}

/// Bronze actions with everything that hangs on them.
package enum BronzeRecords {
  private static func one(
    _ id: BronzeActionID, in records: Connection
  ) throws -> BronzeRecord? {
    guard
      let found = try records.first(columns + " WHERE b.id = ?", id, row: found(row:))
    else { return nil }
    var record = BronzeRecord(action: found.action)
    record.retention = found.retention
    record.back = found.back
    record.reports = try reports(of: id, in: records)
    record.research = try research(of: id, in: records)
    record.submissions = try submissions(of: id, in: records)
    record.services = try services(of: id, in: records)
    record.replies = try replies(of: id, in: records)
    record.monitoring = try monitoring(of: id, in: records)
    record.assessments = try assessments(of: id, in: records)
    record.notices = try notices(of: id, in: records)
    record.further = try further(of: id, in: records)
    record.steps = try steps(of: id, in: records)
    return record
  }

  static func found(_ ref: RecordRef?, in records: Connection) throws -> BronzeRecord {
    try ref.flatMap { BronzeActionID($0) }.flatMap { try one($0, in: records) }.orNotFound()
  }

  /// A subject's other bronze actions, the newest first.
  static func others(
    of subject: IntelligenceSubjectID, but id: BronzeActionID?, in records: Connection
  ) throws -> [BronzeSummary] {
    try records.query(
      columns + """
         WHERE coalesce(s.same_as, s.id) = (SELECT coalesce(same_as, id)
                                            FROM intelligence_subject WHERE id = ?)
        ORDER BY b.id DESC LIMIT 50
        """, subject, row: found(row:)
    ).map(\.action).filter { $0.id != id }.map(BronzeSummary.init)
  }

  /// The bronze actions a report feeds, the newest first.
  static func fed(
    by report: IntelligenceReportID, in records: Connection
  ) throws -> [RecordRef] {
    try records.query(
      "SELECT bronze FROM bronze_report WHERE report = ? ORDER BY id DESC LIMIT 20", report
    ) { try $0.get(0, as: BronzeActionID.self).ref }
  }

  // MARK: The action

  struct Found {
    var action: BronzeAction
    var retention: RMSRetention?
    var back: CalendarDate?
  }

  static let columns = """
    SELECT b.id, b.subject, s.family_name, s.given_names, s.description, s.born, s.estimated_age,
           s.estimated_on, b.state, b.since, b.before_state, b.opened_at, opener.name, b.revision,
           b.justifiable, b.justifiable_because, b.authorised, b.authorised_because,
           b.proportionate, b.proportionate_because, b.auditable, b.auditable_because,
           b.necessary, b.necessary_because, b.drug_link, b.criteria_met,
           b.letter_kind, b.part_first, b.part_second, b.invitation, b.service, b.contact,
           b.reply_by, b.address, b.drafted_by, drafter.name, b.rms_reference, b.rms_on,
           b.back_on, s.id
    FROM bronze_action AS b
    JOIN intelligence_subject AS own ON own.id = b.subject
    JOIN intelligence_subject AS s ON s.id = coalesce(own.same_as, own.id)
    JOIN worker AS opener ON opener.id = b.opened_by
    LEFT JOIN worker AS drafter ON drafter.id = b.drafted_by
    """

  static func found(row: Row) throws -> Found {
    let subject = try subject(row, 2)
    var action = BronzeAction(
      id: try row.get(0), subject: try row.get(1), standing: try row.get(39),
      subjectName: subject.display, addressee: subject.addressee,
      birth: try birth(row, 5), state: try row.get(8), since: try row.get(9),
      before: try row.get(10), opened: try row.get(11), openedBy: try row.text(12),
      revision: try row.int(13))
    action.test = try test(row)
    if !row.isNull(26) {
      action.letter = LetterDraft(
        parts: try parts(row, 26), by: try row.get(34), byName: try row.text(35))
    }
    let reference: String? = try row.get(36)
    let retention = try reference.map { RMSRetention(reference: $0, on: try row.get(37)) }
    return Found(action: action, retention: retention, back: try row.get(38))
  }

  static func subjectName(_ row: Row, _ first: Int) throws -> String {
    try subject(row, first).display
  }

  /// As far as its names go.
  private static func subject(_ row: Row, _ first: Int) throws -> IntelligenceSubject {
    IntelligenceSubject(
      family: try row.text(first), given: try row.text(first + 1),
      description: try row.text(first + 2))
  }

  private static func birth(_ row: Row, _ first: Int) throws -> Birth? {
    if let day: CalendarDate = try row.get(first) { return .on(day) }
    guard let noted: CalendarDate = try row.get(first + 2) else { return nil }
    return .estimated(age: try row.int(first + 1), noted: noted)
  }

  /// The five answers begin at column 14; all of them are there or none.
  private static func test(_ row: Row) throws -> HumanRightsTest? {
    guard !row.isNull(25) else { return nil }
    var answers: [HumanRight: HumanRightsTest.Answer] = [:]
    for (number, right) in HumanRight.allCases.enumerated() {
      let column = 14 + number * 2
      answers[right] = .init(try row.bool(column), try row.text(column + 1))
    }
    return HumanRightsTest(
      answers: answers, drugLink: try row.bool(24), isMet: try row.bool(25))
  }

  static func parts(_ row: Row, _ first: Int) throws -> BronzeLetter.Parts {
    BronzeLetter.Parts(
      kind: try row.get(first), first: try row.text(first + 1), second: try row.text(first + 2),
      invitation: try row.text(first + 3), service: try row.text(first + 4),
      contact: try row.text(first + 5), replyBy: try row.get(first + 6),
      address: try row.text(first + 7))
  }

  // MARK: What hangs on it

  private static func reports(
    of id: BronzeActionID, in records: Connection
  ) throws -> [IntelligenceReport] {
    let ids: [IntelligenceReportID] = try records.query(
      "SELECT report FROM bronze_report WHERE bronze = ? ORDER BY id", id
    ) { try $0.get(0) }
    return try ids.map { report in
      let found = try IntelligenceReports.one(report, in: records).orNotFound()
      return found
    }
  }

  private static func research(
    of id: BronzeActionID, in records: Connection
  ) throws -> [ResearchRequest] {
    try records.query(
      """
      SELECT r.number, r.agency, r.office, r.asked, r.reply, r.replied, r.facts, worker.name
      FROM bronze_research AS r JOIN worker ON worker.id = r.recorded_by
      WHERE r.bronze = ? ORDER BY r.number
      """, id
    ) { row in
      ResearchRequest(
        number: try row.int(0), agency: try row.get(1), office: try row.text(2),
        asked: try row.get(3), reply: try row.get(4), replied: try row.get(5),
        facts: try row.text(6), by: Worker.initials(of: try row.text(7)))
    }
  }

  private static func submissions(
    of id: BronzeActionID, in records: Connection
  ) throws -> [BronzeSubmission] {
    try records.query(
      """
      SELECT m.number, m.letter_kind, m.part_first, m.part_second, m.invitation, m.service,
             m.contact, m.reply_by, m.address, drafter.id, drafter.name, drafter.role,
             submitter.id, submitter.name, submitter.role, m.submitted_at, m.yot, m.yot_on,
             adviser.name, m.recommended_at, m.recommendation, m.decision, m.decided_name,
             m.decided_rank, m.decided_on, m.reference, m.decision_reason, keyer.name,
             m.decided_at, m.letter
      FROM bronze_submission AS m
      JOIN worker AS drafter ON drafter.id = m.drafted_by
      JOIN worker AS submitter ON submitter.id = m.submitted_by
      LEFT JOIN worker AS adviser ON adviser.id = m.recommended_by
      LEFT JOIN worker AS keyer ON keyer.id = m.decided_by
      WHERE m.bronze = ? ORDER BY m.number
      """, id, row: submission(row:))
  }

  private static func submission(row: Row) throws -> BronzeSubmission {
    func worker(_ first: Int) throws -> Worker {
      Worker(id: try row.get(first), name: try row.text(first + 1), role: try row.get(first + 2))
    }
    var submission = BronzeSubmission(
      number: try row.int(0), parts: try parts(row, 1), drafter: try worker(9),
      submitter: try worker(12), at: try row.get(15), yot: try row.text(16),
      yotOn: try row.get(17))
    if !row.isNull(18) {
      submission.recommendation = .init(
        by: Worker.initials(of: try row.text(18)), at: try row.get(19), words: try row.text(20))
    }
    if !row.isNull(21) {
      submission.decision = .init(
        kind: try row.get(21), name: try row.text(22), rank: try row.get(23),
        on: try row.get(24), reference: try row.get(25, as: String?.self) ?? "",
        reason: try row.get(26, as: String?.self) ?? "",
        keyedBy: Worker.initials(of: try row.text(27)), at: try row.get(28),
        letter: try row.get(29, as: String?.self) ?? "")
    }
    return submission
  }

  private static func services(
    of id: BronzeActionID, in records: Connection
  ) throws -> [BronzeService] {
    try records.query(
      """
      SELECT v.served_at, v.method, v.server, v.place, v.to_subject, worker.name
      FROM bronze_service AS v JOIN worker ON worker.id = v.recorded_by
      WHERE v.bronze = ? ORDER BY v.id
      """, id
    ) { row in
      BronzeService(
        at: try row.get(0), method: try row.get(1), server: try row.text(2),
        place: try row.text(3), toSubject: try row.bool(4),
        by: Worker.initials(of: try row.text(5)))
    }
  }

  private static func replies(
    of id: BronzeActionID, in records: Connection
  ) throws -> [BronzeReply] {
    try records.query(
      """
      SELECT p.response, p.responded_on, p.agency, p.first_appointment, worker.name
      FROM bronze_response AS p JOIN worker ON worker.id = p.recorded_by
      WHERE p.bronze = ? ORDER BY p.id
      """, id
    ) { row in
      BronzeReply(
        response: try row.get(0), on: try row.get(1), agency: try row.text(2),
        firstAppointment: try row.get(3), by: Worker.initials(of: try row.text(4)))
    }
  }

  private static func monitoring(
    of id: BronzeActionID, in records: Connection
  ) throws -> [MonitoringEntry] {
    try records.query(
      """
      SELECT o.number, o.reported_on, o.no_offending, o.attendance, o.engagement, o.last_attended,
             o.result, worker.name
      FROM bronze_monitoring AS o JOIN worker ON worker.id = o.recorded_by
      WHERE o.bronze = ? ORDER BY o.number
      """, id
    ) { row in
      MonitoringEntry(
        number: try row.int(0), on: try row.get(1), noOffending: try row.bool(2),
        attendance: try row.bool(3), engagement: try row.bool(4), lastAttended: try row.get(5),
        result: try row.get(6), by: Worker.initials(of: try row.text(7)))
    }
  }

  private static func assessments(
    of id: BronzeActionID, in records: Connection
  ) throws -> [RiskAssessment] {
    try records.query(
      """
      SELECT a.partners, a.told_on, a.offending, a.drugs, a.abuse, a.criminality, a.assessed_on,
             worker.name
      FROM bronze_assessment AS a JOIN worker ON worker.id = a.recorded_by
      WHERE a.bronze = ? ORDER BY a.id
      """, id
    ) { row in
      RiskAssessment(
        partners: try row.text(0).split(separator: ",").map { word in
          guard let partner = BronzePartner(rawValue: String(word)) else {
            throw row.unreadable(0)
          }
          return partner
        }, toldOn: try row.get(1), offending: try row.text(2), drugs: try row.text(3),
        abuse: try row.text(4), criminality: try row.text(5), on: try row.get(6),
        by: Worker.initials(of: try row.text(7)))
    }
  }

  private static func notices(
    of id: BronzeActionID, in records: Connection
  ) throws -> [PartnerNotice] {
    try records.query(
      """
      SELECT n.number, n.partner, n.text, n.recorded_at, worker.name
      FROM bronze_notice AS n JOIN worker ON worker.id = n.recorded_by
      WHERE n.bronze = ? ORDER BY n.number
      """, id
    ) { row in
      PartnerNotice(
        number: try row.int(0), partner: try row.get(1), text: try row.text(2),
        at: try row.get(3), by: Worker.initials(of: try row.text(4)))
    }
  }

  private static func further(
    of id: BronzeActionID, in records: Connection
  ) throws -> [FurtherAction] {
    try records.query(
      """
      SELECT f.report, f.raised_at, f.outcome, f.reason, f.decided_at, worker.name
      FROM bronze_further AS f LEFT JOIN worker ON worker.id = f.decided_by
      WHERE f.bronze = ? ORDER BY f.id
      """, id
    ) { row in
      FurtherAction(
        report: RecordRef(.intelligenceReport, try row.int64(0)), raised: try row.get(1),
        outcome: try row.get(2), reason: try row.get(3, as: String?.self) ?? "",
        decided: try row.get(4),
        by: Worker.initials(of: try row.get(5, as: String?.self) ?? ""))
    }
  }

  private static func steps(
    of id: BronzeActionID, in records: Connection
  ) throws -> [BronzeStep] {
    try records.query(
      """
      SELECT t.event, t.state, t.at, worker.name, t.words
      FROM bronze_step AS t JOIN worker ON worker.id = t.worker
      WHERE t.bronze = ? ORDER BY t.id
      """, id
    ) { row in
      BronzeStep(
        event: try row.get(0), state: try row.get(1), at: try row.get(2),
        by: Worker.initials(of: try row.text(3)), words: try row.text(4))
    }
  }
}
