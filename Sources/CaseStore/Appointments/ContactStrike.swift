import CaseRules
import SQLite

/// GEN-004: a contact that was recorded by mistake, and everything that followed from it.
///
/// How the rules are read where a record turns out never to have been:
/// - PPL-024: the last contact is that of the records that are left; days of silence count from it.
/// - PPL-022: a follow-up that only this attempt met is owed again, from its old day and so perhaps
///   overdue at once; one that a later attempt would have met is met by that one.
/// - PPL-023: the attempt that was owed after it does not apply any more. The series goes on from
///   the last attempt that stands, with its true number, and a drop-out review that was proposed on
///   too few attempts is taken back.
/// - PPL-026: what the team leader has decided stands; but nobody is closed as lost before there are
///   enough attempts again. An episode that is closed keeps what it was closed on.
/// - TIME-012: a start fact that is gone ends its deadline; the row stays with the reason.
struct ContactStrike {
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }

  /// Answers with notes for the worker.
  func strike(_ attempt: ContactAttempt, because reason: Reason) throws -> [String] {
    let owed = try ContactRecords.madeDue(by: attempt.id, in: records)
    try ContactRecords.strike(attempt, because: reason, in: transaction)
    if let owed {
      try DeadlineRecords.settle(
        owed, met: nil, notApplicable: "The attempt before it is struck through", in: transaction)
    }
    let again = try resettle(attempt.person) {
      $0.met == .moment(attempt.when) && isMetByContacts($0)
    }
    let episode = try ContactStanding.recount(attempt.person, on: context.today, in: transaction)
    let wasInSeries = owed != nil || !again.isEmpty
    return again.compactMap(note)
      + (try carryOn(attempt.person, episode, wasInSeries, lost: attempt.result.isContact))
  }

  /// An appointment the client had come to is struck through: it was no contact, ended no
  /// follow-up and met no proposal.
  func uncome(_ appointment: Appointment) throws -> [String] {
    let words = FollowUpChain.cameWords(appointment.starts.date)
    let again = try resettle(appointment.person) {
      $0.metByForm == ContactAttemptForm.id && $0.deadline.notApplicable == words
        || isProposal($0) && $0.met == .moment(appointment.starts)
    }
    let episode = try ContactStanding.recount(
      appointment.person, on: context.today, in: transaction)
    return again.compactMap(note)
      + (try carryOn(appointment.person, episode, !again.isEmpty, lost: true))
  }

  // MARK: What it met

  /// Answers with the deadlines that are open again.
  private func resettle(
    _ person: PersonID, where isAffected: (DeadlineRow) -> Bool
  ) throws -> [DeadlineRow] {
    let standing = try ContactRecords.standing(of: person, in: records)
    var starters: [Int64: ContactAttempt] = [:]
    for attempt in standing {
      if let row = try ContactRecords.madeDue(by: attempt.id, in: records) {
        starters[row.id] = attempt
      }
    }
    let affected = try DeadlineRecords.all(of: person, in: records, limit: 10_000)
      .filter(isAffected)
    var open: [DeadlineRow] = []
    for row in affected {
      let after = standing.filter { attempt in
        starters[row.id].map { ($0.when, $0.id) < (attempt.when, attempt.id) } ?? true
      }
      if try settle(row, with: after, of: person) { open.append(row) }
    }
    return open
  }

  private func isMetByContacts(_ row: DeadlineRow) -> Bool {
    row.metByForm == ContactAttemptForm.id || isProposal(row)
  }

  /// PPL-023: only a contact, or the team leader's decision, meets it.
  private func isProposal(_ row: DeadlineRow) -> Bool { row.metByForm == LostContactForm.id }

  /// Whether the deadline is open again.
  private func settle(
    _ row: DeadlineRow, with attempts: [ContactAttempt], of person: PersonID
  ) throws -> Bool {
    let start = row.deadline.start?.date ?? .latest
    let next = attempts.first {
      $0.when.date >= start && ($0.result.isContact || !isProposal(row))
    }
    if let next {
      try DeadlineRecords.settle(
        row, met: .moment(next.when), notApplicable: nil, in: transaction)
      return false
    }
    if let came = try cameSince(start, person) {
      try DeadlineRecords.settle(
        row, met: isProposal(row) ? .moment(came) : nil,
        notApplicable: isProposal(row) ? nil : FollowUpChain.cameWords(came.date),
        in: transaction)
      return false
    }
    let regained = try ContactStanding.regained(by: person, in: records).first { $0 >= start }
    if let regained {
      try DeadlineRecords.settle(row, met: .day(regained), notApplicable: nil, in: transaction)
      return false
    }
    let closed = try closedEpisode(of: person)
    try DeadlineRecords.settle(
      row, met: nil, notApplicable: closed.map { "Closed: \($0.closureReason?.title ?? "")" },
      in: transaction)
    return closed == nil
  }

  private func cameSince(_ day: CalendarDate, _ person: PersonID) throws -> Moment? {
    try records.first(
      """
      SELECT starts FROM appointment
      WHERE person = ? AND starts >= ? AND state IN ('attended', 'attendedLate')
      ORDER BY starts LIMIT 1
      """, person, Moment(local: day, .midnight)
    ) { try $0.get(0) }
  }

  /// The last episode of somebody who has no open one: nothing of the caseload is owed for them.
  private func closedEpisode(of person: PersonID) throws -> Episode? {
    try EpisodeRecords.all(of: person, in: records).first.flatMap { $0.state.isOpen ? nil : $0 }
  }

  // MARK: How the series goes on

  /// A contact that is lost may bring back enough attempts for a review; an attempt that is taken
  /// out never does.
  private func carryOn(
    _ person: PersonID, _ episode: Episode?, _ wasInSeries: Bool, lost contact: Bool
  ) throws -> [String] {
    guard try closedEpisode(of: person) == nil else { return [] }
    let standing = try ContactRecords.standing(of: person, in: records)
    let failed = try ContactRecords.failedAttempts(of: person, in: records)
    guard failed > 0, let last = standing.last(where: { !$0.result.isContact }) else {
      return try takeBackProposal(episode, failed)
    }
    switch LostContactRules.after(last.result, failedAttempts: failed, settings: context.settings) {
    case .reached: return []
    case .tryAgain(let number):
      let taken = try takeBackProposal(episode, failed)
      return taken + (try owe(number, after: last, episode, wasInSeries))
    case .proposeReview:
      guard contact else { return [] }
      let chain = FollowUpChain(transaction: transaction, context: context)
      return try chain.proposeReview(last, episode).map { [$0] } ?? []
    }
  }

  /// PPL-023: proposed on more attempts than there were.
  private func takeBackProposal(_ episode: Episode?, _ failed: Int) throws -> [String] {
    guard let episode else { return [] }
    let name = CaseloadDeadlines.dropOutReview(
      proposed: context.today, settings: context.settings
    ).name
    let open = try DeadlineRecords.open(name, about: episode.id.ref, in: records)
    guard !open.isEmpty else { return [] }
    let words = Digits.counted(failed, "attempt") + " without contact left"
    try DeadlineRecords.setAside(open, because: words, in: transaction)
    return ["PPL-023: The drop-out review is no longer proposed: \(words)"]
  }

  /// The next attempt has its true number, and is owed where nothing else is.
  private func owe(
    _ number: Int, after last: ContactAttempt, _ episode: Episode?, _ wasInSeries: Bool
  ) throws -> [String] {
    let chain = FollowUpChain(transaction: transaction, context: context)
    if let row = try ContactRecords.madeDue(by: last.id, in: records) {
      try DeadlineRecords.rename(
        row,
        to: CaseloadDeadlines.repeatedFollowUp(
          after: last.when.date, attempt: number, settings: context.settings
        ).name, in: transaction, calendar: context.calendar)
      return []
    }
    let open = try DeadlineRecords.open(metBy: ContactAttemptForm.id, of: last.person, in: records)
    guard wasInSeries, open.isEmpty else { return [] }
    return [try chain.tryAgain(number, last, about: last.person.ref)]
  }

  private func note(_ row: DeadlineRow) -> String? {
    row.due.map { "\(row.deadline.name) is owed again, due \($0.ukWithWeekday)" }
  }
}

extension ContactStrike {
  /// What follows from striking one through, said before it is done.
  static func follows(
    from attempt: ContactAttempt, in records: Connection, _ context: RuleContext
  ) throws -> [Finding] {
    guard let episode = try EpisodeRecords.open(of: attempt.person, in: records) else {
      let last = try EpisodeRecords.all(of: attempt.person, in: records).first
      guard let last, last.closureReason == .lostContact, !attempt.result.isContact else {
        return []
      }
      return [
        Finding(
          "PPL-026", .shows, "The client was closed as lost with this attempt counted; that stands")
      ]
    }
    var history = try ContactStanding.history(
      of: attempt.person, since: episode.opened, in: records)
    history.take(out: attempt)
    let last = history.lastContact.map { $0.date.ukWithWeekday } ?? "none"
    return [
      Finding(
        "PPL-024", .shows,
        "Left without it: last contact \(last), "
          + Digits.counted(history.failedAttempts, "attempt") + " since")
    ]
  }
}

extension ContactHistory {
  fileprivate mutating func take(out attempt: ContactAttempt) {
    let at = attempt.when
    if attempt.result.isContact {
      if let index = contacts.firstIndex(of: at) { contacts.remove(at: index) }
    } else if let index = failures.firstIndex(of: at) {
      failures.remove(at: index)
    }
  }
}
