import CaseRules
import SQLite

/// GEN-001: a referral that was tied to the wrong person, put right with everything the tie had brought.
///
/// The number that was kept with that person, their name on the call it came of, and the time in their
/// diary go back to whoever rang; what is theirs from elsewhere stays.
struct WrongClient {
  let wrong: PersonID
  let reason: Reason
  let transaction: WriteTransaction
  let context: RuleContext

  private var records: Connection { transaction.connection }

  /// The number that was kept with them from the referral or its call; empty where none was.
  func keptNumber(of referral: Referral) throws -> String {
    guard referral.keptPhone.isEmpty, let call = referral.call.flatMap({ HelplineCallID($0) })
    else { return referral.keptPhone }
    return try HelplineCallRecords.keptPhone(of: call, in: records)
  }

  /// Answers with notes for the worker; `phone` is the number that is kept with the right client.
  func takeOff(
    _ referral: Referral, for right: PersonID?, keeping phone: String?
  ) throws -> [String] {
    var notes = try takeOff(phones: [referral.keptPhone])
    guard let call = referral.call.flatMap({ HelplineCallID($0) }),
      try HelplineCallRecords.person(of: call, in: records) == wrong
    else { return notes }
    notes += try takeOff(phones: [
      try HelplineCallRecords.keptPhone(of: call, in: records)
    ])
    let appointment = try HelplineCallRecords.appointment(of: call, in: records)
      .flatMap { try AppointmentRecords.one($0, in: records) }
    try clear(call, appointment)
    if let appointment { notes += try putRight(appointment) }
    guard let right else {
      try owe(call)
      return notes + ["\(call.ref.text) is about nobody on file again"]
    }
    return try notes
      + HelplineCallRecords.name(call, as: right, keeping: phone, in: transaction, context)
      + ["\(call.ref.text) is about \(right.ref.text) too"]
  }

  private func takeOff(phones: [String]) throws -> [String] {
    try phones.filter { !$0.isEmpty }.flatMap {
      try EnquiryNaming.takeOff(phone: $0, of: wrong, in: transaction)
    }
  }

  // MARK: The time agreed

  /// What was given on the phone stands with the call again, with what came of the appointment; one
  /// that was moved has become a matter of the diary.
  private func clear(_ call: HelplineCallID, _ appointment: Appointment?) throws {
    let isMoved = appointment?.state == .rebooked
    try HelplineCallRecords.change(
      call,
      """
      UPDATE helpline_call
      SET person = NULL, client_name = coalesce(came_as, ''), came_as = NULL,
          client_phone = CASE WHEN client_phone = '' THEN coalesce(kept_phone, '')
                              ELSE client_phone END,
          kept_phone = NULL,
          outcome = coalesce(?, outcome),
          cancelled_at = coalesce((SELECT a.cancelled_at FROM appointment AS a
                                   WHERE a.id = helpline_call.appointment
                                     AND a.state = 'cancelled'), cancelled_at),
          appointment = CASE WHEN ? THEN appointment END
      WHERE id = ?
      """, appointment.flatMap { CallerOutcome(of: $0.state) }, isMoved, rule: "PPL-050",
      in: transaction)
    try DeadlineRecords.link(about: call.ref, to: nil, in: transaction)
  }

  /// GEN-004: it was never an appointment of theirs.
  private func putRight(_ appointment: Appointment) throws -> [String] {
    switch appointment.state {
    case .booked, .attended, .attendedLate, .missed, .cancelled:
      let followed = try AppointmentStrike(transaction: transaction, context: context)
        .strike(appointment, because: reason)
      return ["\(appointment.id.ref.text) is struck through with \(wrong.ref.text)"] + followed
    case .rebooked:
      return [
        "\(appointment.id.ref.text) was rebooked: strike it and the new one through with "
          + wrong.ref.text
      ]
    case .struck: return []
    }
  }

  /// PPL-022: of somebody who is not on file the outcome is owed on the call.
  private func owe(_ call: HelplineCallID) throws {
    let booked = try records.first(
      """
      SELECT booked_for, booked_with FROM helpline_call
      WHERE id = ? AND booked_for IS NOT NULL AND booked_with IS NOT NULL AND outcome IS NULL
        AND appointment IS NULL AND struck_at IS NULL
      """, call
    ) { (starts: try $0.get(0, as: Moment.self), worker: try $0.get(1, as: WorkerID.self)) }
    guard let booked else { return }
    try NextDayHandler.oweOutcome(
      of: call.ref, at: booked.starts, by: booked.worker, in: transaction, context)
  }
}

extension CallerOutcome {
  /// What the diary says of an appointment, as it is said of a caller who is not on file.
  fileprivate init?(of state: AppointmentState) {
    switch state {
    case .attended, .attendedLate: self = .came
    case .missed: self = .missed
    case .cancelled: self = .cancelled
    case .booked, .rebooked, .struck: return nil
    }
  }
}
