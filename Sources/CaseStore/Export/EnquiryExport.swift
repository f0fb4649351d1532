package import CaseRules
package import SQLite

/// Calls and referrals as lists, in the order they came in.
package enum EnquiryExport {
  /// The next calls: those a worker has taken, or everybody's.
  package static func calls(
    of scope: ExportScope, after place: HelplineCallID?, limit: Int = 500, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<CallFile, HelplineCallID> {
    try context.mustRead(.custodyBoardAndDIR)
    try scope.check(context)
    let ids: [HelplineCallID] =
      switch scope {
      case .everyone:
        try records.query(
          "SELECT id FROM helpline_call WHERE id > ? ORDER BY id LIMIT ?",
          place ?? HelplineCallID(0), limit
        ) { try $0.get(0) }
      case .own(let worker):
        try records.query(
          "SELECT id FROM helpline_call WHERE taken_by = ? AND id > ? ORDER BY id LIMIT ?", worker,
          place ?? HelplineCallID(0), limit
        ) { try $0.get(0) }
      }
    let files = try ids.map { try CallFiles.load($0.ref, in: records, context) }
    return ExportPage(files, limit: limit) { HelplineCallID($0.call.ref.number) }
  }

  /// The next referrals: those a worker acts on, or everybody's.
  package static func referrals(
    of scope: ExportScope, after place: IncomingReferralID?, limit: Int = 500,
    in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<ReferralLine, IncomingReferralID> {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    let rows: [Referral] =
      switch scope {
      case .everyone:
        try records.query(
          IncomingReferralRecords.columns + " WHERE r.id > ? ORDER BY r.id LIMIT ?",
          place ?? IncomingReferralID(0), limit, row: IncomingReferralRecords.referral(row:))
      case .own(let worker):
        try records.query(
          IncomingReferralRecords.columns
            + " WHERE r.worker = ? AND r.id > ? ORDER BY r.id LIMIT ?",
          worker, place ?? IncomingReferralID(0), limit, row: IncomingReferralRecords.referral(row:)
        )
      }
    let lines = try rows.map { try IncomingReferralRecords.line($0, in: records, context) }
    return ExportPage(lines, limit: limit) { IncomingReferralID($0.referral.ref.number) }
  }

  /// A word that no other data file has: the number of its first save.
  package static func source(in records: Connection) throws -> String {
    try records.first("SELECT save_id FROM audit WHERE seq = 1") { try $0.text(0) } ?? "new"
  }
}
