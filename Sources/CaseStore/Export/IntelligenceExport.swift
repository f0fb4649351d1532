package import CaseRules
package import SQLite

/// Reports as a list, for those who read intelligence: what is sanitised, and never
/// who said it (INT-005).
package enum IntelligenceExport {
  /// The next reports by number.
  package static func reports(
    after place: IntelligenceReportID?, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<IntelligenceReport, IntelligenceReportID> {
    try context.mustRead(.intelligence)
    let ids: [IntelligenceReportID] = try records.query(
      "SELECT id FROM intelligence_report WHERE id > ? ORDER BY id LIMIT ?",
      place ?? IntelligenceReportID(0), limit
    ) { try $0.get(0) }
    let reports = try ids.map { id in
      let report = try IntelligenceReports.one(id, in: records).orNotFound()
      return report
    }
    return ExportPage(reports, limit: limit) { $0.id }
  }
}
