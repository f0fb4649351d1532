import CaseRules
import SQLite

/// GEN-004: an appointment that was booked, or closed, by mistake, and everything that followed.
///
/// How the rules are read where an appointment turns out never to have been:
/// - PPL-022, TIME-012: its outcome and its follow-up have no start fact; they do not apply any more.
///   Attempts that were made stay made and count; the next one is owed no longer, unless another
///   missed appointment asks for it.
/// - PPL-024: coming to it was no contact; follow-ups that its coming ended are owed again.
/// - PPL-025: without the miss there may be no programme review to hold, or a later one.
/// - CUS-015: a call that led to it is owed an appointment again.
/// - One that was the new date of another gives that one its state back.
struct AppointmentStrike {
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }

  /// Answers with notes for the worker.
  func strike(_ appointment: Appointment, because reason: Reason) throws -> [String] {
    try AppointmentRecords.strike(appointment, because: reason, in: transaction)
    try setAside(appointment)
    let followed: [String] =
      switch appointment.state {
      case .attended, .attendedLate: try uncome(appointment)
      case .missed, .rebooked: try reviewProgramme(appointment)
      case .booked, .cancelled, .struck: []
      }
    return followed + (try unrebook(appointment)) + (try owe(appointment))
  }

  // MARK: What was owed about it

  private func setAside(_ appointment: Appointment) throws {
    let isSeriesAlive = try isAnotherMissed(besides: appointment)
    for row in try DeadlineRecords.all(about: appointment.id.ref, in: records) {
      // The attempts of the series were made, whatever was booked.
      if row.deadline.ruleID == "PPL-023", isSeriesAlive || !row.isOpen { continue }
      try DeadlineRecords.settle(
        row, met: nil, notApplicable: "The appointment is struck through", in: transaction)
    }
  }

  /// Whether a miss that stands keeps the series of attempts going (PPL-023).
  private func isAnotherMissed(besides appointment: Appointment) throws -> Bool {
    let episode = try EpisodeRecords.open(of: appointment.person, in: records)
    let since = episode?.lastContact.map { Moment(local: $0, .midnight) }
    return try records.exists(
      """
      SELECT 1 FROM appointment
      WHERE person = ? AND missed = 1 AND struck_at IS NULL AND id <> ?
        AND starts >= coalesce(?, '')
      """, appointment.person, appointment.id, since)
  }

  // MARK: What its outcome had done

  private func uncome(_ appointment: Appointment) throws -> [String] {
    let notes = try ContactStrike(transaction: transaction, context: context).uncome(appointment)
    switch appointment.kind {
    case .prescriber:
      return notes
        + (try PrescribingClocks.prescriberAttended(
          by: appointment.person, in: transaction, context))
    case .assessment, .oneToOne, .group, .test, .homeVisit, .phone, .court, .prison: return notes
    }
  }

  /// PPL-025: the open review begins with the second miss that stands, if there is one.
  private func reviewProgramme(_ appointment: Appointment) throws -> [String] {
    guard appointment.isTierThree else { return [] }
    let open = try DeadlineRecords.open(
      metBy: ProgrammeReviewForm.id, of: appointment.person, in: records)
    return try open.compactMap { row in
      let misses = try AppointmentRecords.tierThreeMisses(
        of: appointment.person, around: row.deadline.start?.date ?? context.today,
        except: appointment.id, in: records)
      guard let second = LostContactRules.secondMiss(in: misses) else {
        let words = "One of the two misses is struck through"
        try DeadlineRecords.setAside([row], because: words, in: transaction)
        return "PPL-025: No programme review is asked for any more"
      }
      try DeadlineRecords.correctStart(
        of: row.deadline.name, about: row.subject, to: .day(second), in: transaction,
        calendar: context.calendar)
      return nil
    }
  }

  // MARK: Where it came from

  private func unrebook(_ appointment: Appointment) throws -> [String] {
    guard let id = appointment.rebookedFrom,
      let old = try AppointmentRecords.one(id, in: records), old.state == .rebooked
    else { return [] }
    let wasMissed = try records.exists(
      "SELECT 1 FROM appointment WHERE id = ? AND missed = 1", id)
    var again = old
    again.state = wasMissed ? .missed : .cancelled
    try AppointmentRecords.write(again, was: old, cancelledAt: nil, in: transaction)
    return ["\(old.words) is \(again.state.title.lowercased()) again, without a new date"]
  }

  /// CUS-015: the call it was booked after.
  private func owe(_ appointment: Appointment) throws -> [String] {
    let call = try records.first(
      "SELECT id, owed_for FROM helpline_call WHERE appointment = ?", appointment.id
    ) { row in
      (id: HelplineCallID(try row.int64(0)), owed: try row.get(1, as: CalendarDate?.self))
    }
    guard let call else { return [] }
    try HelplineCallRecords.change(
      call.id,
      """
      UPDATE helpline_call
      SET booked_for = NULL, booked_minutes = NULL, booked_place = NULL, booked_with = NULL,
          appointment = NULL
      WHERE id = ?
      """, rule: "GEN-004", in: transaction)
    guard call.owed != nil else { return [] }
    try DeadlineRecords.reopen(
      EntryDeadlines.appointmentName, about: call.id.ref, in: transaction)
    return ["CUS-015: The call \(call.id.ref.text) is owed an appointment again"]
  }
}

extension AppointmentStrike {
  /// What follows from striking one through, said before it is done.
  static func follows(from appointment: Appointment, in records: Connection) throws -> [Finding] {
    var findings: [Finding] = []
    switch appointment.state {
    case .attended, .attendedLate:
      findings.append(
        Finding("PPL-024", .shows, "Coming to it counts as contact; without it that is no contact"))
    case .missed:
      findings.append(
        Finding("PPL-022", .shows, "Its follow-up will not apply any more; attempts made stay"))
    case .rebooked:
      if let next = appointment.rebookedTo {
        findings.append(
          Finding(
            "GEN-004", .shows, "Its new date, \(next.ref.text), stands; strike that one by itself"))
      }
    case .booked, .cancelled, .struck: break
    }
    return findings
  }
}
