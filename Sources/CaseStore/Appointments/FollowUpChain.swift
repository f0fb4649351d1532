import CaseRules
import SQLite

/// PPL-022, PPL-023: what follows from a missed appointment and from each attempt after it.
struct FollowUpChain {
  let transaction: WriteTransaction
  let context: RuleContext

  /// Who follows a client up: the named worker, or whoever the appointment was with.
  private func owner(of person: PersonID, else worker: WorkerID) throws -> WorkerID {
    let episode = try EpisodeRecords.open(of: person, in: transaction.connection)
    return episode.flatMap { $0.joined == nil ? nil : $0.worker } ?? worker
  }

  /// PPL-022: opens the follow-up; PPL-025: a second miss in tier 3 asks for a programme review.
  ///
  /// Answers with notes for the worker.
  func missed(_ appointment: Appointment) throws -> [String] {
    let day = appointment.starts.date
    let owner = try owner(of: appointment.person, else: appointment.worker)
    let followUp = try DeadlineRecords.start(
      CaseloadDeadlines.missedFollowUp(missed: day, settings: context.settings),
      about: appointment.id.ref, person: appointment.person, owner: .worker(owner),
      metByForm: ContactAttemptForm.id, in: transaction, calendar: context.calendar)
    return [try since(appointment, followUp) ?? note("Follow-up", followUp)]
      + (try programmeReview(after: appointment, on: day, owner).map { [$0] } ?? [])
  }

  /// PPL-022: what has met a follow-up in time meets one that is recorded late as well.
  ///
  /// The client may have been tried or seen again before anybody recorded that they had not come.
  private func since(_ appointment: Appointment, _ followUp: DeadlineRow) throws -> String? {
    let records = transaction.connection
    let tried = try ContactRecords.firstAttempt(
      with: appointment.person, after: appointment.starts, in: records)
    let came = try AppointmentRecords.firstKept(
      by: appointment.person, after: appointment.starts, in: records)
    if let tried, tried <= came ?? tried {
      try DeadlineRecords.meet([followUp], on: .moment(tried), in: transaction)
      return "The follow-up is met by the contact attempt of \(tried.uk)"
    }
    guard let came else { return nil }
    try DeadlineRecords.setAside(
      [followUp], because: Self.cameWords(came.date), in: transaction)
    return "No follow-up: the client came on \(came.date.uk)"
  }

  private func programmeReview(
    after appointment: Appointment, on day: CalendarDate, _ owner: WorkerID
  ) throws -> String? {
    guard appointment.isTierThree else { return nil }
    let records = transaction.connection
    let misses = try AppointmentRecords.tierThreeMisses(
      of: appointment.person, around: day, except: appointment.id, in: records)
    let open = try DeadlineRecords.open(
      metBy: ProgrammeReviewForm.id, of: appointment.person, in: records)
    guard open.isEmpty,
      LostContactRules.callsForProgrammeReview(missed: day, earlierMisses: misses)
    else { return nil }
    let second = ([day] + misses).max() ?? day
    let review = try DeadlineRecords.start(
      CaseloadDeadlines.programmeReview(secondMiss: second, settings: context.settings),
      about: appointment.person.ref, person: appointment.person, owner: .worker(owner),
      metByForm: ProgrammeReviewForm.id, in: transaction, calendar: context.calendar)
    return note("Programme review", review)
  }

  /// PPL-022: an attempt meets the follow-ups that had begun by then; PPL-023: and what comes next.
  ///
  /// Answers with notes for the worker.
  func attempted(_ attempt: ContactAttempt, about subject: RecordRef) throws -> [String] {
    let records = transaction.connection
    let met = try DeadlineRecords.open(
      metBy: ContactAttemptForm.id, of: attempt.person, in: records
    ).filter { ($0.deadline.start?.date ?? .latest) <= attempt.when.date }
    try DeadlineRecords.meet(met, on: .moment(attempt.when), in: transaction)
    let before = try EpisodeRecords.open(of: attempt.person, in: records)
    if attempt.result.isContact { return try reached(attempt, met: met.count) }
    let failed = try countFailure(attempt, before)
    let step = LostContactRules.after(
      attempt.result, failedAttempts: failed, settings: context.settings)
    switch step {
    case .reached: return []
    case .tryAgain(let number):
      return met.isEmpty ? [] : [try tryAgain(number, attempt, about: met.last?.subject ?? subject)]
    case .proposeReview: return try proposeReview(attempt, before).map { [$0] } ?? []
    }
  }

  private func reached(_ attempt: ContactAttempt, met: Int) throws -> [String] {
    try EpisodeRecords.contactMade(
      with: attempt.person, on: attempt.when.date, in: transaction)
    if let episode = try EpisodeRecords.open(of: attempt.person, in: transaction.connection) {
      try meetProposal(about: episode, on: .moment(attempt.when))
    }
    return met == 0 ? [] : ["The follow-up is met"]
  }

  /// An attempt that is older than the last contact is kept, but no longer counts.
  private func countFailure(_ attempt: ContactAttempt, _ before: Episode?) throws -> Int {
    guard let before else {
      return try ContactRecords.failedAttempts(of: attempt.person, in: transaction.connection)
    }
    if let last = before.lastContact, last > attempt.when.date { return before.failedAttempts }
    var episode = before
    episode.failedAttempts += 1
    try EpisodeRecords.save(
      episode, was: before, because: nil, on: attempt.when.date, in: transaction)
    return episode.failedAttempts
  }

  func tryAgain(
    _ number: Int, _ attempt: ContactAttempt, about subject: RecordRef
  ) throws
    -> String
  {
    let owner = try owner(of: attempt.person, else: transaction.attribution.worker)
    let next = try DeadlineRecords.start(
      CaseloadDeadlines.repeatedFollowUp(
        after: attempt.when.date, attempt: number, settings: context.settings),
      about: subject, person: attempt.person, owner: .worker(owner),
      metByForm: ContactAttemptForm.id, in: transaction, calendar: context.calendar)
    try ContactRecords.note(next, after: attempt.id, in: transaction)
    return note("Attempt \(number)", next)
  }

  /// PPL-023: once, and only for somebody on the caseload.
  func proposeReview(_ attempt: ContactAttempt, _ episode: Episode?) throws -> String? {
    guard let episode, episode.state.isActive else { return nil }
    let deadline = CaseloadDeadlines.dropOutReview(
      proposed: attempt.when.date, settings: context.settings)
    let open = try DeadlineRecords.open(
      deadline.name, about: episode.id.ref, in: transaction.connection)
    guard open.isEmpty else { return nil }
    try DeadlineRecords.start(
      deadline, about: episode.id.ref, person: attempt.person, owner: .role(.sup),
      metByForm: LostContactForm.id, in: transaction, calendar: context.calendar)
    return "A drop-out review is proposed to the team leader"
  }

  /// The team leader has decided, or the client has been reached.
  func meetProposal(about episode: Episode, on occasion: Occasion) throws {
    let proposal = CaseloadDeadlines.dropOutReview(
      proposed: occasion.date, settings: context.settings)
    try DeadlineRecords.meet(
      proposal.name, about: episode.id.ref, on: occasion, in: transaction)
  }

  /// Why a follow-up does not apply any more once the client has come.
  static func cameWords(_ day: CalendarDate) -> String { "The client came on \(day.uk)" }

  /// The client came: earlier follow-ups have nothing left to do.
  func came(_ appointment: Appointment) throws {
    let open = try DeadlineRecords.open(
      metBy: ContactAttemptForm.id, of: appointment.person, in: transaction.connection)
    try DeadlineRecords.setAside(
      open, because: Self.cameWords(appointment.starts.date), in: transaction)
    try EpisodeRecords.contactMade(
      with: appointment.person, on: appointment.starts.date, in: transaction)
    if let episode = try EpisodeRecords.open(of: appointment.person, in: transaction.connection) {
      try meetProposal(about: episode, on: .moment(appointment.starts))
    }
  }

  private func note(_ what: String, _ row: DeadlineRow) -> String {
    row.due.map { "\(what) due \($0.ukWithWeekday)" } ?? what
  }
}
