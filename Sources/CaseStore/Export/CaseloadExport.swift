package import CaseRules
package import SQLite

/// The caseload as a list: the very lines of the caseload pane.
package enum CaseloadExport {
  package static func page(
    of scope: ExportScope, only filter: CaseloadFilter = CaseloadFilter(), after place: NamePlace,
    limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<CaseloadLine, NamePlace> {
    try scope.check(context)
    let of: CaseloadOf =
      switch scope {
      case .everyone: .everyone
      case .own(let worker): .worker(worker)
      }
    let window = try CaseloadPages.page(
      of: of, only: filter, narrow: "", place, limit: limit, in: records, context)
    return ExportPage(window.lines, limit: limit) { line in
      .after(NameKey(family: line.familyName, given: line.givenNames, number: line.ref.number))
    }
  }
}
