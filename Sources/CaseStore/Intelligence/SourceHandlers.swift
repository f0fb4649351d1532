import CaseRules
import SQLite

/// How a source that was entered wrongly is entered anew (INT-005).
enum SourceHandlers {
  static let all = [correct]

  /// The report or the referral whose source it is.
  private enum Scope {
    case report(IntelligenceReport)
    case referral(EDIIReferral)

    init(_ about: RecordRef?, _ records: Connection) throws {
      self =
        about?.kind == .ediiReferral
        ? .referral(try EDIIReferralRecords.found(about, in: records))
        : .report(try IntelligenceReports.found(about, in: records))
    }

    var source: SourceNumber {
      switch self {
      case .report(let report): report.source
      case .referral(let referral): referral.source
      }
    }

    var heading: String {
      switch self {
      case .report(let report): report.heading
      case .referral(let referral): referral.heading
      }
    }

    var revision: Int {
      switch self {
      case .report(let report): report.revision
      case .referral(let referral): referral.revision
      }
    }

    func facts(_ records: Connection) throws -> FormFacts {
      var facts = FormFacts()
      facts.intelligence = IntelligenceFacts(
        protected: try SealedSources.protectedNames(of: source, in: records))
      switch self {
      case .report(let report):
        facts.intelligence?.report = report
        // A referral that became the report has the same source, and texts of its own.
        facts.edii = EDIIFacts(
          referral: try EDIIReferralRecords.behind(report.id, in: records))
      case .referral(let referral): facts.edii = EDIIFacts(referral: referral)
      }
      return facts
    }

    func note(because reason: Reason, in transaction: WriteTransaction) throws -> [String] {
      switch self {
      case .report(let report):
        try IntelligenceReports.noteNewSource(report, because: reason, in: transaction)
        let fed = try BronzeRecords.fed(by: report.id, in: transaction.connection)
        guard !fed.isEmpty else { return [] }
        return [
          "Read again what was written in \(fed.map(\.text).joined(separator: ", ")): it was "
            + "held against the entry before (INT-005)"
        ]
      case .referral(let referral):
        try EDIIReferralRecords.noteNewSource(referral, because: reason, in: transaction)
        return []
      }
    }
  }

  static let correct = FormHandler(
    CorrectSourceForm.id,
    open: { records, about, _ in
      let scope = try Scope(about, records)
      return OpenedForm(
        form: CorrectSourceForm.id, about: about, heading: scope.heading,
        facts: try scope.facts(records), revision: scope.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, _ in try Scope(about, records).facts(records) },
    save: { transaction, about, reading, _, context in
      let scope = try Scope(about, transaction.connection)
      guard let about, let source = IntelligenceReportForm.source(from: reading),
        let reason = reading.text(CorrectSourceForm.reason).flatMap({
          Reason($0, settings: context.settings)
        })
      else { throw StoreError.notFound }
      try SealedSources.replace(
        scope.source, with: source, because: reason, in: transaction, context)
      return SavedForm(about, notes: try scope.note(because: reason, in: transaction))
    })
}
