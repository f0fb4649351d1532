import CaseApp
import CaseRules
import CaseStore

/// Records that fit what was typed into a link field; never taken without the worker's word.
enum RecordLookUp {
  private static let most = 20
  /// A team, a directory or an office is read through whole.
  private static let mostOfAll = 200

  static func hits(
    _ typed: String, kinds: [RecordRef.Kind], on records: Records, in context: RuleContext
  ) throws -> [LookUpHit] {
    if let ref = RecordRef(typed), kinds.contains(ref.kind),
      try RecordNames.words(of: ref, in: records, context) != nil
    {
      let standing = try PersonPointers.standing(ref, in: records)
      let words = try RecordNames.words(of: standing, in: records, context) ?? ""
      return [LookUpHit(standing, words, because: standing == ref ? nil : "was \(ref.text)")]
    }
    return try kinds.flatMap { try hits(typed, $0, on: records, in: context) }
  }

  private static func hits(
    _ typed: String, _ kind: RecordRef.Kind, on records: Records, in context: RuleContext
  ) throws -> [LookUpHit] {
    switch kind {
    case .person:
      try PersonRecords.find(typed, limit: most, in: records, context).map {
        let words = try RecordNames.words(of: $0.ref, in: records, context) ?? ""
        return LookUpHit($0.ref, words, because: $0.because == "name" ? nil : $0.because)
      }
    case .worker:
      try records.workers().map(\.worker).filter { $0.active && fits(typed, $0.name) }
        .prefix(mostOfAll).map {
          LookUpHit($0.id.ref, "\($0.name), \($0.role.titleInSentence)", role: $0.role)
        }
    case .agency:
      try ServiceRecords.find(typed, limit: limit(typed), in: records).map {
        // PPL-054: where it is and what it does narrow the list, and name no service.
        LookUpHit(
          $0.id.ref, $0.callWords(on: context.today),
          because: fits(typed, $0.name) ? nil : "by type or area")
      }
    case .officer:
      try OfficerRecords.find(typed, in: records, limit: limit(typed)).map {
        LookUpHit($0.officer.ref, $0.display)
      }
    case .suite:
      try SuiteRecords.all(in: records).map(\.suite).filter { fits(typed, $0.name) }
        .prefix(limit(typed)).map { LookUpHit($0.ref, $0.name) }
    case .intelligenceSubject:
      try IntelligenceSubjects.find(typed, limit: most, in: records, context).map {
        LookUpHit($0.id.ref, $0.heading(on: context.today))
      }
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess, .ediiActivity,
      .ediiReferral, .warrant,
      .intelligenceReport, .bronzeAction:
      []
    }
  }

  private static func limit(_ typed: String) -> Int { typed.isEmpty ? mostOfAll : most }

  /// Every word typed starts some word of the name.
  private static func fits(_ typed: String, _ name: String) -> Bool {
    let words = name.searchWords
    return typed.searchWords.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
  }
}
