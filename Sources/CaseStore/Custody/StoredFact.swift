import CaseRules
import SQLite

/// One row of a detention's facts with its particulars, struck through or not.
struct StoredFact: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case offer(Offer)
    case approach(Approach)
    case permission(Permission)
    case departure(Departure)
    case court(CourtAttendance)
    /// Nil without permission: a result is a detail of the custody record (CUS-010).
    case test(ArrestTest?)
  }

  let ref: RecordRef
  let entry: EntryID
  let at: Moment
  let by: String
  let content: Content
  /// GEN-004: why it was struck through; nil while it stands.
  let struckBecause: String?
  let revision: Int

  /// The line of the history: "Offer: Accepted".
  var words: String {
    switch content {
    case .offer(let offer):
      "Offer: " + offer.outcome.words + (offer.officer.map { " (\($0.name))" } ?? "")
    case .approach(let approach): "Approach: " + approach.outcome.words
    case .permission(let permission): "Permission " + (permission.given ? "given" : "refused")
    case .departure(let departure):
      "Left: " + departure.kind.words
        + (departure.next.map { ", \($0.place) \($0.at.ukWithWeekday)" } ?? "")
    case .court(let court):
      court.attended
        ? "Court: worker attended" : "Court: missed" + (court.missedReason.map { ", \($0)" } ?? "")
    case .test(let test): "Test on arrest" + (test.map { ": " + $0.outcome.words } ?? "")
    }
  }
}

extension StoredFact {
  /// All particulars in one row: each fact has exactly one of the joined tables.
  static let columns = """
    SELECT f.id, f.entry, f.kind, f.at, f.worker, w.name, f.struck_reason, f.revision,
           o.result, o.reason, o.positively, o.independence, o.officer, c.name, c.trained_on,
           a.result, a.reason, a.at_risk_assessment, a.looked_at_record, p.given,
           d.how, d.next_place, d.next_at, t.attended, t.missed_reason, x.outcome,
           e.permission_at
    FROM custody_fact AS f
    JOIN custody_entry AS e ON e.id = f.entry
    JOIN worker AS w ON w.id = f.worker
    LEFT JOIN custody_offer AS o ON o.fact = f.id
    LEFT JOIN custody_officer AS c ON c.id = o.officer
    LEFT JOIN custody_approach AS a ON a.fact = f.id
    LEFT JOIN custody_permission AS p ON p.fact = f.id
    LEFT JOIN custody_departure AS d ON d.fact = f.id
    LEFT JOIN court_attendance AS t ON t.fact = f.id
    LEFT JOIN arrest_test AS x ON x.fact = f.id
    """

  init(row: Row) throws {
    ref = RecordRef(.custodyFact, try row.int64(0))
    entry = try row.get(1)
    at = try row.get(3)
    let worker: WorkerID = try row.get(4)
    by = Worker.initials(of: try row.text(5))
    struckBecause = try row.get(6)
    revision = try row.int(7)
    let head = Head(ref: ref, at: at, worker: worker, by: by)
    switch try row.text(2) {
    case "offer": content = .offer(try StoredFact.offer(row, head))
    case "approach": content = .approach(try StoredFact.approach(row, head))
    case "permission":
      content = .permission(
        Permission(
          ref: ref, given: try row.bool(19), at: at, worker: worker, workerInitials: by))
    case "departure": content = .departure(try StoredFact.departure(row, head))
    case "court":
      content = .court(
        CourtAttendance(
          ref: ref, hearing: at, attended: try row.bool(23), missedReason: try row.get(24),
          worker: worker, workerInitials: by))
    case "test":
      let test = ArrestTest(ref: ref, outcome: try row.get(25), at: at)
      content = .test(row.isNull(26) ? nil : test)
    default: throw row.unreadable(2)
    }
  }

  private struct Head {
    let ref: RecordRef
    let at: Moment
    let worker: WorkerID
    let by: String
  }

  private static func offer(_ row: Row, _ head: Head) throws -> Offer {
    guard let outcome = OfferOutcome(try row.get(8), reason: try row.get(9)) else {
      throw row.unreadable(9)
    }
    let officer: CustodyOfficer? = try row.get(12, as: Int64?.self).map {
      CustodyOfficer(
        ref: RecordRef(.officer, $0), name: try row.text(13), trainedOn: try row.get(14))
    }
    return Offer(
      ref: head.ref, outcome: outcome, at: head.at, officer: officer,
      madePositively: try row.get(10), independenceExplained: try row.get(11))
  }

  private static func approach(_ row: Row, _ head: Head) throws -> Approach {
    guard let outcome = ApproachOutcome(try row.get(15), reason: try row.get(16)) else {
      throw row.unreadable(16)
    }
    return Approach(
      ref: head.ref, outcome: outcome, at: head.at, worker: head.worker, workerInitials: head.by,
      atRiskAssessment: try row.get(17), lookedAtCustodyRecord: try row.bool(18))
  }

  private static func departure(_ row: Row, _ head: Head) throws -> Departure {
    let place: String? = try row.get(21)
    let at: Moment? = try row.get(22)
    guard let place, let at else { return Departure(kind: try row.get(20), at: head.at) }
    return Departure(
      kind: try row.get(20), at: head.at, next: Departure.NextPlace(place: place, at: at))
  }
}
