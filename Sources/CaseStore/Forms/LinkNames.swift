import CaseRules
import SQLite

/// The names behind the links of a form.
enum LinkNames {
  static func facts(
    of reading: FormReading, in records: Connection, on day: CalendarDate
  ) throws -> FormFacts {
    var facts = FormFacts()
    for case .value(.link(let ref), _) in reading.readings.values {
      facts.names[ref] = try name(of: ref, in: records, on: day)
    }
    return facts
  }

  static func name(
    of ref: RecordRef, in records: Connection, on day: CalendarDate
  ) throws -> String? {
    switch ref.kind {
    case .officer: try OfficerRecords.officer(OfficerID(ref.number), in: records)?.display
    case .worker: try records.worker(WorkerID(ref.number))?.worker.name
    case .suite: try SuiteRecords.suite(SuiteID(ref.number), in: records)?.suite.name
    case .person: try PersonRecords.identity(PersonID(ref.number), in: records)?.heading(on: day)
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .agency, .custodyFact, .carePlan, .referral, .modality,
      .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess, .ediiActivity,
      .ediiReferral, .warrant,
      .intelligenceReport, .intelligenceSubject, .bronzeAction:
      nil
    }
  }
}
