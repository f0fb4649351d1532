package import CaseRules
package import SQLite

extension Migration {
  /// What two people agreed on was done: once.
  static let agreements = Migration("agreements") {
    try $0.executeScript(
      """
      CREATE TABLE proposal_use (
        proposal INTEGER PRIMARY KEY REFERENCES proposal (id), -- used once
        salt     BLOB NOT NULL DEFAULT (randomblob(16)), -- of its seal
        used_at  TEXT NOT NULL CHECK (used_at GLOB '????-??-??T??:??:??Z')
      ) STRICT;
      CREATE INDEX proposal_by_proposer ON proposal (proposed_by);
      """)
  }
}

extension AuditKind {
  /// What a second person had agreed to was done.
  package static let agreementUsed = AuditKind("two-person.used")
}

/// Acts outside the records that a second person has agreed to: one for each confirmed proposal.
package enum AgreementRecords {
  /// The newest that a worker has asked for in the last day, is in the state, and was not done yet.
  package static func newest(
    _ form: FormID, in state: Proposal.State, of worker: WorkerID, in records: Connection,
    _ context: RuleContext, where fits: (FormReading) -> Bool
  ) throws -> Proposal? {
    let definition = try needed(FormCatalogue.form(form))
    let found = try records.query(
      ProposalRecords.columns + """
         WHERE p.proposed_by = ? AND p.form = ? AND p.state = ?
           AND coalesce(p.decided_at, p.proposed_at) >= ?
           AND NOT EXISTS (SELECT 1 FROM proposal_use AS u WHERE u.proposal = p.id)
        ORDER BY p.id DESC
        """, worker, form.text, state, context.now.adding(minutes: -ProposalRules.lasts),
      row: ProposalRecords.proposal(row:))
    return try found.first { proposal in
      // To the letter what was confirmed; anything else is refused here.
      let answers = try ProposalRecords.submission(of: proposal, in: records).draft
      return fits(FormReading(answers, of: definition, in: context.reading))
    }
  }
}

extension WriteTransaction {
  /// Notes that it is done now; a second time is refused by the table.
  package func use(_ agreement: Proposal, for what: String) throws {
    try connection.execute(
      "INSERT INTO proposal_use (proposal, used_at) VALUES (?, ?)", agreement.ref.number,
      attribution.at)
    try audit(
      AuditEvent(
        .agreementUsed, record: AuditedRecord(agreement.ref), facts: [.init("what", what)]))
  }

  /// T18: a list of so many people leaves the program only when a second person has agreed.
  package func agree(
    to list: ExportedList, naming people: Int, in context: RuleContext
  ) throws {
    guard let refusal = LargeExport.refusal(of: list, naming: people, context.settings) else {
      return
    }
    let agreement = try AgreementRecords.newest(
      LargeExportForm.id, in: .confirmed, of: attribution.worker, in: connection, context
    ) { LargeExportForm.list(in: $0) == list }
    guard let agreement else { throw StoreError.refused([refusal]) }
    try use(agreement, for: "export \(list.rawValue)")
  }
}
