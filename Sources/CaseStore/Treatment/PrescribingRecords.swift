package import CaseRules
package import SQLite

/// Referrals for rapid prescribing with their samples, doses and alerts.
package enum PrescribingRecords {
  package static func one(
    _ id: PrescribingID, in records: Connection
  ) throws -> PrescribingRecord? {
    try records.first(columns + " WHERE prescribing.id = ?", id, row: episode(row:))
      .map { try whole($0, records) }
  }

  /// A person's, newest first.
  package static func all(
    of person: PersonID, in records: Connection, limit: Int = 20
  ) throws -> [PrescribingRecord] {
    try records.query(
      columns + " WHERE prescribing.person = ? ORDER BY prescribing.id DESC LIMIT ?", person, limit,
      row: episode(row:)
    ).map { try whole($0, records) }
  }

  /// The person's episode that is neither ended nor struck through.
  static func open(of person: PersonID, in records: Connection) throws -> PrescribingID? {
    try records.first(
      "SELECT id FROM prescribing WHERE person = ? AND ended IS NULL AND struck_at IS NULL", person
    ) { try $0.get(0) }
  }

  /// PPL-041: the first prescriber appointment attended between the referral and the end.
  static func prescriberSeen(
    _ episode: PrescribingEpisode, in records: Connection
  ) throws -> Appointment? {
    let first = try AppointmentRecords.firstAttended(
      .prescriber, by: episode.person, since: episode.referred, in: records)
    guard let first, let end = episode.ending?.on, first.starts.date > end else { return first }
    return nil
  }

  private static func whole(
    _ episode: PrescribingEpisode, _ records: Connection
  ) throws -> PrescribingRecord {
    PrescribingRecord(
      episode: episode,
      tests: try records.query(
        """
        SELECT number, fluid, method, taken_at, result, result_on, struck_reason, worker.name
        FROM opiate_test JOIN worker ON worker.id = opiate_test.worker
        WHERE prescribing = ? ORDER BY number
        """, episode.id, row: test(row:)),
      log: DoseLog(
        try records.query(
          """
          SELECT number, given_on, medicine, mg, supervised, struck_reason, worker.name
          FROM dose JOIN worker ON worker.id = dose.worker
          WHERE prescribing = ? ORDER BY number
          """, episode.id, row: dose(row:))),
      alerts: try records.query(
        SafetyAlerts.columns + " WHERE safety_alert.prescribing = ? ORDER BY safety_alert.id",
        episode.id
      ) { try SafetyAlerts.alert(row: $0, from: 0) })
  }

  private static func test(row: Row) throws -> OpiateTest {
    OpiateTest(
      number: try row.int(0), fluid: try row.get(1), method: try row.get(2), taken: try row.get(3),
      result: try row.get(4), resultOn: try row.get(5), struckBecause: try row.get(6),
      by: try row.text(7))
  }

  private static func dose(row: Row) throws -> Dose {
    Dose(
      number: try row.int(0), on: try row.get(1), medicine: try row.get(2), mg: try row.int(3),
      isSupervised: try row.bool(4), struckBecause: try row.get(5), by: try row.text(6))
  }

  static let columns = """
    SELECT prescribing.id, prescribing.person, person.family_name, person.given_names,
           prescribing.referred, prescribing.dependence_by, prescribing.dependence_on,
           prescribing.risk_by, prescribing.risk_on, prescribing.factors,
           prescribing.longer_reason, prescribing.longer_since, prescribing.planned_on,
           prescribing.planned_medicine, prescribing.planned_mg, prescribing.prescriber,
           prescribing.negative_reason, prescribing.optimal_reached, prescribing.ended,
           prescribing.exit_reason, prescribing.exit_note, prescribing.struck_reason, worker.name,
           prescribing.revision
    FROM prescribing
    JOIN person ON person.id = prescribing.person
    JOIN worker ON worker.id = prescribing.recorded_by
    """

  static func episode(row: Row) throws -> PrescribingEpisode {
    PrescribingEpisode(
      id: try row.get(0), person: try row.get(1),
      personName: PersonName(family: try row.text(2), given: try row.text(3)).display,
      referred: try row.get(4), dependence: try check(row, by: 5, on: 6),
      risk: try check(row, by: 7, on: 8), longer: try longer(row), plan: try plan(row),
      optimalReached: try row.get(17),
      ending: try TreatmentRecords.ending(row, day: 18, reason: 19, note: 20),
      struckBecause: try row.get(21), recordedBy: try row.text(22), revision: try row.int(23))
  }

  private static func check(_ row: Row, by: Int, on: Int) throws -> PrescribingCheck {
    guard let day: CalendarDate = try row.get(on) else { return .notYet }
    return .done(by: try row.text(by), on: day)
  }

  private static func longer(_ row: Row) throws -> LongerAssessment? {
    guard let since: CalendarDate = try row.get(11) else { return nil }
    let factors = try row.text(9).split(separator: ",").map { word in
      guard let factor = ComplicatingFactor(rawValue: String(word)) else { throw row.unreadable(9) }
      return factor
    }
    return LongerAssessment(factors: factors, reason: try row.text(10), since: since)
  }

  private static func plan(_ row: Row) throws -> FirstDosePlan? {
    guard let day: CalendarDate = try row.get(12) else { return nil }
    return FirstDosePlan(
      on: day, medicine: try row.get(13), mg: try row.int(14), prescriber: try row.text(15),
      reason: try row.text(16))
  }
}
