package import CaseRules
package import SQLite

/// The page of a prescribing episode.
package enum PrescribingFiles {
  package static func load(
    _ ref: RecordRef, in records: Connection, _ context: RuleContext
  ) throws -> PrescribingFile {
    try context.mustRead(.personAndCaseload)
    guard let id = PrescribingID(ref), let record = try PrescribingRecords.one(id, in: records),
      let person = try PersonRecords.one(record.episode.person, in: records)
    else { throw StoreError.notFound }
    let episode = record.episode
    return PrescribingFile(
      record: record, heading: person.heading(on: context.today),
      deadlines: try DeadlineRecords.all(about: ref, in: records).sorted {
        ($0.expires?.seconds ?? .max, $0.id) < ($1.expires?.seconds ?? .max, $1.id)
      }.map {
        EntryDueLines.line($0, about: ref, name: person.name.display, context)
      },
      prescriberSeen: try PrescribingRecords.prescriberSeen(episode, in: records),
      prescriberNext: try AppointmentRecords.nextBooked(
        .prescriber, with: episode.person, from: context.now, in: records),
      risks: person.risks)
  }

  /// GEN-003: looking at it is looking at the person.
  package static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> PrescribingFile {
    var file = try load(ref, in: transaction.connection, context)
    file.damage = try transaction.damage(
      to: file.record.episode.person,
      and: [
        .init("opiate_test", "prescribing", ref.number), .init("dose", "prescribing", ref.number),
        .init("safety_alert", "prescribing", ref.number),
      ], shownAs: ref)
    try transaction.audit(
      AuditEvent(
        .personViewed, person: file.record.episode.person, record: AuditedRecord(ref)))
    return file
  }
}
