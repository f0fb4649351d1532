import CaseRules
import SQLite

/// Calls and referrals as a person's record tells them.
///
/// A detainee's calls are among them only once they are linked, and that takes permission (CUS-010).
enum EnquiryEvents {
  static func all(
    of person: PersonID, in records: Connection, _ context: RuleContext
  ) throws -> [PersonEvent] {
    let referrals = try IncomingReferralRecords.all(of: person, in: records).flatMap {
      events(of: $0)
    }
    guard AccessMatrix.whyNotRead(context.worker, .custodyBoardAndDIR) == nil else {
      return referrals
    }
    return referrals + (try calls(of: person, in: records))
  }

  private static func events(of referral: Referral) -> [PersonEvent] {
    let hours = referral.isOutOfHours ? ", out of hours" : ""
    let received = PersonEvent(
      on: .moment(referral.received), ref: referral.ref,
      words: "Referral \(referral.ref.text) from \(referral.origin)\(hours)",
      by: referral.workerName ?? "")
    return [received]
      + referral.actions.map { taken in
        PersonEvent(
          on: .moment(taken.at), ref: referral.ref,
          words: "Referral \(referral.ref.text): \(taken.action.words.lowercased())",
          by: taken.by)
      }
  }

  private static func calls(of person: PersonID, in records: Connection) throws -> [PersonEvent] {
    try records.query(
      """
      SELECT c.id, c.started_at, c.emergency, c.booked_for, w.name, c.struck_reason
      FROM helpline_call AS c JOIN worker AS w ON w.id = c.taken_by
      WHERE c.person = ? ORDER BY c.started_at DESC LIMIT 50
      """, person
    ) { row in
      let emergency = try row.bool(2) ? ", overdose emergency" : ""
      let booked =
        try row.get(3, as: Moment?.self)
        .map { ", appointment \($0.ukWithWeekday)" } ?? ""
      return PersonEvent(
        on: .moment(try row.get(1)), ref: RecordRef(.helplineCall, try row.int64(0)),
        words: "Helpline call\(emergency)\(booked)", by: try row.text(4),
        struckBecause: try row.get(5))
    }
  }
}
