import CaseRules
import SQLite

/// The clocks of rapid prescribing, brought into line with the records after every change of them.
///
/// What the clocks say follows from the referral, the diary, the dose log and the samples alone, so
/// that corrections and late entries in any order come to the same end (TIME-012).
struct PrescribingClocks {
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }

  /// Answers with notes for the worker.
  func settle(_ id: PrescribingID) throws -> [String] {
    let record = try PrescribingRecords.one(id, in: records).orNotFound()
    try settle(
      PrescribingDeadlines.access(referred: record.episode.referred, settings: context.settings),
      of: record,
      met: try PrescribingRecords.prescriberSeen(record.episode, in: records)?.starts.date,
      isStopped: true, metByForm: nil)
    if let first = record.log.firstDay {
      try settle(
        PrescribingDeadlines.optimal(firstDose: first, settings: context.settings), of: record,
        met: record.episode.optimalReached, isStopped: true, metByForm: OptimalDoseForm.id)
    } else {
      // The first dose was struck through: the clock waits for another.
      try DeadlineRecords.correctStart(
        of: PrescribingDeadlines.optimalName, about: id.ref, to: nil, in: transaction,
        calendar: context.calendar)
    }
    for test in record.tests where test.method == .laboratory {
      try settle(
        PrescribingDeadlines.chase(test), of: record, met: test.resultOn, isStopped: false,
        metByForm: OpiateResultForm.id, struck: test.struckBecause)
    }
    return try SafetyAlerts.raiseIfNeeded(record, in: transaction, context)
  }

  /// One clock: begun if it has not, its start, its end and why it does not run.
  ///
  /// The access clock has no form of its own; it is met in the diary.
  private func settle(
    _ deadline: Deadline, of record: PrescribingRecord, met: CalendarDate?, isStopped: Bool,
    metByForm: FormID?, struck: String? = nil
  ) throws {
    let episode = record.episode
    let subject = episode.id.ref
    let known = try DeadlineRecords.all(about: subject, in: records)
    if !known.contains(where: { $0.deadline.name == deadline.name }) {
      try DeadlineRecords.start(
        deadline, about: subject, person: episode.person, owner: try owner(of: episode),
        metByForm: metByForm, in: transaction, calendar: context.calendar)
    }
    let longer = isStopped ? episode.longer : nil
    let reached = longer.map { longer in met.flatMap { $0 <= longer.since ? $0 : nil } } ?? met
    let why =
      struck.map { "Struck through: \($0)" }
      ?? episode.struckBecause.map { "Struck through: \($0)" } ?? longer?.words
      ?? episode.ending.map { "Ended on \($0.on.uk): \($0.reason.title.lowercased())" }
    try DeadlineRecords.settle(
      deadline.name, about: subject, start: deadline.start, met: reached.map { .day($0) },
      notApplicable: why, in: transaction, calendar: context.calendar)
  }

  /// The named worker of the client, or any CJIT worker while there is none.
  private func owner(of episode: PrescribingEpisode) throws -> DeadlineOwner {
    let time = try EpisodeRecords.open(of: episode.person, in: records)
    return time.flatMap { $0.joined == nil ? nil : .worker($0.worker) } ?? .role(.cjit)
  }

  /// PPL-041: somebody came to a prescriber; what waited for that is met.
  ///
  /// Answers with notes for the worker.
  static func prescriberAttended(
    by person: PersonID, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    let clocks = PrescribingClocks(transaction: transaction, context: context)
    return try PrescribingRecords.all(of: person, in: transaction.connection)
      .filter { $0.state != .struck }
      .flatMap { try clocks.attended($0.episode.id) }
  }

  private func attended(_ id: PrescribingID) throws -> [String] {
    let before = try access(id)
    _ = try settle(id)
    guard let access = try access(id), let met = access.met, met != before?.met else { return [] }
    let status = access.status(now: context.now, in: context.calendar).words.lowercased()
    return ["Prescribing access \(status) on \(met.date.ukWithWeekday)"]
  }

  private func access(_ id: PrescribingID) throws -> DeadlineRow? {
    try DeadlineRecords.all(about: id.ref, in: records).first {
      $0.deadline.name == PrescribingDeadlines.accessName
    }
  }
}
