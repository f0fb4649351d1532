package import CaseRules
import SQLite

/// How valid intelligence reaches the bronze room.
package enum BronzeOpening {
  /// What became of a report that was judged valid.
  package enum Outcome: Equatable, Sendable {
    /// Research has begun for its subject.
    case opened(RecordRef)
    /// INT-040: one is open, and has the report now.
    case linked(RecordRef)
    /// INT-039: one waits for what to do about earlier new information, and has the report now.
    case waiting(RecordRef)
    /// The report has fed one of the person's already, so it is no news.
    case known(RecordRef)
    /// INT-039: an earlier one is looked at again.
    case furtherAction(RecordRef)

    /// For whoever judged the report.
    package var words: String {
      switch self {
      case .opened(let ref): "\(ref.text) is opened: research comes next (INT-020)"
      case .linked(let ref): "Goes to \(ref.text), which is open for the same person (INT-040)"
      case .waiting(let ref):
        "Goes to \(ref.text), whose further action waits for its outcome (INT-039)"
      case .known(let ref): "\(ref.text) has this report already"
      case .furtherAction(let ref):
        "\(ref.text) calls for further action: the person was bronzed before (INT-039)"
      }
    }
  }

  /// A report was judged valid: it opens a bronze action for its main subject, feeds the one that is
  /// open, or raises further action on an earlier one.
  ///
  /// INT-039 is for anyone ever bronzed: of the others it names, those who have a bronze action get
  /// the report as well, and nothing is opened for the rest.
  package static func take(
    _ report: IntelligenceReport, in transaction: WriteTransaction, context: RuleContext
  ) throws -> [Outcome] {
    let scribe = BronzeScribe(transaction: transaction, context: context)
    return try report.subjects.compactMap { subject in
      let records = transaction.connection
      let known = try BronzeRecords.others(of: subject.id, but: nil, in: records)
      guard known.isEmpty else { return try bring(report.id, to: known, scribe) }
      guard subject.id == report.mainSubject?.id else { return nil }
      return .opened(try open(for: subject.id, report: report.id, scribe))
    }
  }

  /// To those a person has, the newest first.
  private static func bring(
    _ report: IntelligenceReportID, to known: [BronzeSummary], _ scribe: BronzeScribe
  ) throws -> Outcome? {
    let records = try known.map {
      try BronzeRecords.found($0.ref, in: scribe.transaction.connection)
    }
    if let fed = records.first(where: { $0.reports.contains { $0.id == report } }) {
      return .known(fed.action.ref)
    }
    if let open = records.first(where: { $0.state.isOpen || $0.state == .furtherAction }) {
      try link(report, to: open, scribe)
      try scribe.note([.init("report", report.ref)], of: open, rule: "INT-040")
      return open.state == .furtherAction
        ? .waiting(open.action.ref) : .linked(open.action.ref)
    }
    return try records.first.map { .furtherAction(try raise($0, report: report, scribe)) }
  }

  /// Research begins for a subject.
  static func open(
    for subject: IntelligenceSubjectID, report: IntelligenceReportID, _ scribe: BronzeScribe
  ) throws -> RecordRef {
    let transaction = scribe.transaction
    let (records, attribution) = (transaction.connection, transaction.attribution)
    try scribe.insert(
      [
        .init("subject", subject), .init("state", BronzeState.research),
        .init("since", attribution.at), .init("opened_at", attribution.at),
        .init("opened_by", attribution.worker),
      ], into: "bronze_action")
    let id = BronzeActionID(records.lastInsertRowID)
    try scribe.addStep(nil, .research, "", to: id)
    try transaction.audit(
      AuditEvent(
        .created, record: AuditedRecord(id.ref), to: 1,
        changes: [
          FieldChange("state", to: BronzeState.research), FieldChange("report", to: report.ref),
          FieldChange("subject", to: subject.ref),
        ], rule: "INT-020"))
    try link(report, to: try BronzeRecords.found(id.ref, in: records), scribe)
    return id.ref
  }

  private static func link(
    _ report: IntelligenceReportID, to record: BronzeRecord, _ scribe: BronzeScribe
  ) throws {
    let attribution = scribe.transaction.attribution
    try scribe.insert(
      [
        .init("bronze", record.action.id), .init("report", report),
        .init("linked_by", attribution.worker), .init("linked_at", attribution.at),
      ], into: "bronze_report")
  }

  /// INT-039: new valid information on somebody whose bronze is settled.
  private static func raise(
    _ record: BronzeRecord, report: IntelligenceReportID, _ scribe: BronzeScribe
  ) throws -> RecordRef {
    try link(report, to: record, scribe)
    try scribe.insert(
      [
        .init("bronze", record.action.id), .init("report", report),
        .init("raised_at", scribe.transaction.attribution.at),
      ], into: "bronze_further")
    try scribe.take(
      .newInformation, of: record, words: report.ref.text, said: [.init("report", report.ref)])
    return record.action.ref
  }
}
