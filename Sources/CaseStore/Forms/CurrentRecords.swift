package import CaseRules
package import SQLite

/// The records that are meant where only the person is named: the episode that is open, the plan
/// that holds, the detention that is not closed.
package enum CurrentRecords {
  package static func of(
    _ person: PersonID, kinds: [RecordRef.Kind], in records: Connection, _ context: RuleContext
  ) throws -> [RecordRef] {
    for kind in kinds { try context.mustKnow(kind) }
    let episode = try EpisodeRecords.open(of: person, in: records)
    return try kinds.flatMap { kind -> [RecordRef] in
      switch kind {
      case .person: [person.ref]
      case .episode: [episode?.id.ref].compactMap(\.self)
      case .handover:
        try episode.flatMap { try HandoverRecords.pending(of: $0.id, in: records) }
          .map { [$0.id.ref] } ?? []
      case .carePlan:
        try episode.flatMap { try CarePlanRecords.current(of: $0.id, in: records) }
          .map { [$0.id.ref] } ?? []
      case .custodyEntry:
        try numbers(
          "SELECT id FROM custody_entry WHERE person = ? AND closed_at IS NULL ORDER BY id",
          kind, person, records)
      case .dir:
        try numbers(
          "SELECT id FROM dir WHERE person = ? AND completed_at IS NULL ORDER BY id", kind, person,
          records)
      case .appointment:
        try numbers(
          "SELECT id FROM appointment WHERE person = ? AND state = 'booked' ORDER BY starts, id",
          kind, person, records)
      case .consent, .contact, .helplineCall, .incomingReferral, .worker, .agency, .suite,
        .officer, .custodyFact, .referral, .modality, .prescribing, .possibleRecord, .merge,
        .proposal, .exceptionalAccess, .ediiActivity, .ediiReferral, .warrant,
        .intelligenceReport, .intelligenceSubject, .bronzeAction:
        []
      }
    }
  }

  private static func numbers(
    _ sql: String, _ kind: RecordRef.Kind, _ person: PersonID, _ records: Connection
  ) throws -> [RecordRef] {
    try records.query(sql, person) { RecordRef(kind, try $0.int64(0)) }
  }
}
