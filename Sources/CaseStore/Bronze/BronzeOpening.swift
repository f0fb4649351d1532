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
    /// INT-039: an earlier one is looked at again.
    case furtherAction(RecordRef)

    package var ref: RecordRef {
      switch self {
      case .opened(let ref), .linked(let ref), .furtherAction(let ref): ref
      }
    }

    /// For whoever judged the report.
    package var words: String {
      switch self {
      case .opened(let ref): "\(ref.text) is opened: research comes next (INT-020)"
      case .linked(let ref): "Goes to \(ref.text), which is open for the same person (INT-040)"
      case .furtherAction(let ref):
        "\(ref.text) calls for further action: the person was bronzed before (INT-039)"
      }
    }
  }

  /// A report was judged valid: it opens a bronze action for its main subject, feeds the one that is
  /// open, or raises further action on an earlier one.
  package static func take(
    report: IntelligenceReportID, subject: IntelligenceSubjectID,
    in transaction: WriteTransaction, context: RuleContext
  ) throws -> Outcome {
    let scribe = BronzeScribe(transaction: transaction, context: context)
    let records = transaction.connection
    let known = try BronzeRecords.others(of: subject, but: nil, in: records)
    // One whose new information has not been decided on takes the report as well.
    if let open = known.first(where: { $0.state.isOpen || $0.state == .furtherAction }) {
      let record = try BronzeRecords.found(open.ref, in: records)
      if try link(report, to: record, scribe) {
        try scribe.note(
          [.init("report", report.ref)], of: try BronzeRecords.found(open.ref, in: records),
          rule: "INT-040")
      }
      return .linked(open.ref)
    }
    guard let last = known.first else {
      return .opened(try open(for: subject, report: report, scribe))
    }
    return .furtherAction(try raise(last.ref, report: report, scribe))
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
    _ = try link(report, to: try BronzeRecords.found(id.ref, in: records), scribe)
    return id.ref
  }

  /// False when the report feeds it already.
  static func link(
    _ report: IntelligenceReportID, to record: BronzeRecord, _ scribe: BronzeScribe
  ) throws -> Bool {
    guard !record.reports.contains(where: { $0.id == report }) else { return false }
    let attribution = scribe.transaction.attribution
    try scribe.insert(
      [
        .init("bronze", record.action.id), .init("report", report),
        .init("linked_by", attribution.worker), .init("linked_at", attribution.at),
      ], into: "bronze_report")
    return true
  }

  /// INT-039: new valid information on somebody whose bronze is settled.
  private static func raise(
    _ ref: RecordRef, report: IntelligenceReportID, _ scribe: BronzeScribe
  ) throws -> RecordRef {
    let record = try BronzeRecords.found(ref, in: scribe.transaction.connection)
    _ = try link(report, to: record, scribe)
    try scribe.insert(
      [
        .init("bronze", record.action.id), .init("report", report),
        .init("raised_at", scribe.transaction.attribution.at),
      ], into: "bronze_further")
    try scribe.take(
      .newInformation, of: record, words: report.ref.text, said: [.init("report", report.ref)])
    return ref
  }
}
