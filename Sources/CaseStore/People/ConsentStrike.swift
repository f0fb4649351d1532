import CaseRules
import SQLite

/// GEN-004: an answer that was never given, or was somebody else's.
///
/// PPL-011: it holds for nothing from now on, and what was disclosed on it stays as it was made. An
/// earlier answer of the kind counts again, whether yes or no. What rests on it says so.
enum ConsentStrike {
  /// Answers with notes for the worker.
  static func strike(
    _ consent: Consent, because reason: Reason, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    let notes = try follows(from: consent, in: transaction.connection, context).map(\.display)
    try ConsentRecords.strike(consent, because: reason, in: transaction)
    return notes
  }

  /// What follows from striking one through, said before it is done.
  static func follows(
    from consent: Consent, in records: Connection, _ context: RuleContext
  ) throws -> [Finding] {
    let before = try ConsentRecords.all(of: consent.person, in: records)
    let after = before.map { one in
      var one = one
      if one.id == consent.id { one.struckBecause = "" }
      return one
    }
    let episode = try EpisodeRecords.open(of: consent.person, in: records)
    let assessments = try records.query(
      "SELECT assessed_at FROM dir WHERE person = ? ORDER BY assessed_at", consent.person
    ) { try $0.get(0, as: Moment.self) }
    let known = ConsentReliance.findings(before, episode: episode, assessments: assessments)
    let relied = ConsentReliance.findings(after, episode: episode, assessments: assessments)
      .filter { !known.contains($0) }
    return relied + disclosed(consent) + answered(consent.type, before, after, context)
  }

  private static func disclosed(_ consent: Consent) -> [Finding] {
    guard consent.given, consent.type.isSharing else { return [] }
    return [
      Finding(
        "PPL-011", .shows, "What was disclosed on it stays valid; nothing more can rely on it")
    ]
  }

  private static func answered(
    _ type: ConsentType, _ before: [Consent], _ after: [Consent], _ context: RuleContext
  ) -> [Finding] {
    let now = after.inForce(type, at: context.now)
    guard let now, now.id != before.inForce(type, at: context.now)?.id else { return [] }
    return [Finding("PPL-011", .shows, "The consent of \(now.when.date.uk) is in force again")]
  }
}
