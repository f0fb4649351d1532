import CaseRules
import SQLite

/// What an episode shows of contacts, worked out anew from the records that stand.
enum ContactStanding {
  /// Every contact and every failed attempt of a person from a day on.
  ///
  /// A contact is a call or a letter that was answered, an appointment that was kept, a DIR, being
  /// seen in a cell, joining the caseload, agreeing a care plan, or the team leader's word that
  /// contact was regained. A step of the episode and an agreement have a day only; they count from
  /// the minute they were recorded where that was on their day. A step "Assessed" whose day was put
  /// right counts no more: its DIR has the day.
  static func history(
    of person: PersonID, since day: CalendarDate, in records: Connection
  ) throws -> ContactHistory {
    let start = Moment(local: day, .midnight)
    let contacts = try records.query(
      """
      SELECT made_at FROM contact_attempt
       WHERE person = ?1 AND is_contact = 1 AND struck_at IS NULL AND made_at >= ?2
      UNION ALL
      SELECT starts FROM appointment
       WHERE person = ?1 AND state IN ('attended', 'attendedLate') AND starts >= ?2
      UNION ALL
      SELECT assessed_at FROM dir WHERE person = ?1 AND assessed_at >= ?2
      UNION ALL
      SELECT f.at FROM custody_entry AS e
        JOIN custody_fact AS f ON f.entry = e.id AND f.struck_at IS NULL
        JOIN custody_approach AS a ON a.fact = f.id AND a.result = 'seen'
       WHERE e.person = ?1 AND f.at >= ?2
      """, person, start
    ) { try $0.get(0, as: Moment.self) }
    let failures = try records.query(
      """
      SELECT made_at FROM contact_attempt
      WHERE person = ? AND is_contact = 0 AND struck_at IS NULL AND made_at >= ?
      """, person, start
    ) { try $0.get(0, as: Moment.self) }
    return ContactHistory(
      contacts: contacts + (try steps(of: person, since: day, in: records))
        + (try agreements(of: person, since: day, in: records)), failures: failures)
  }

  /// The care plans that the client agreed to.
  private static func agreements(
    of person: PersonID, since day: CalendarDate, in records: Connection
  ) throws -> [Moment] {
    try records.query(
      "SELECT agreed_on, recorded FROM care_plan WHERE person = ? AND agreed_on >= ?", person, day
    ) { row in
      let on = try row.get(0, as: CalendarDate.self)
      let recorded = try row.get(1, as: Moment.self)
      return recorded.date == on ? recorded : Moment(local: on, .midnight)
    }
  }

  private static func steps(
    of person: PersonID, since day: CalendarDate, in records: Connection
  ) throws -> [Moment] {
    try records.query(
      """
      SELECT v.event, v.on_day, v.recorded FROM episode AS e
      JOIN episode_event AS v ON v.episode = e.id
      WHERE e.person = ?1 AND v.on_day >= ?2
        AND (v.event IN ('Joined the caseload', 'Contact regained')
             OR v.event = ?3 AND NOT EXISTS (SELECT 1 FROM episode_event AS c
                                             WHERE c.episode = v.episode AND c.id > v.id
                                               AND c.event = ?4))
      """, person, day, EpisodeRecords.assessed, EpisodeRecords.assessedOnAnotherDay
    ) { row in
      let on = try row.get(1, as: CalendarDate.self)
      let recorded = try row.get(2, as: Moment.self)
      // An assessment has its own minute in the DIR; the step only says that there was one.
      guard try row.text(0) != EpisodeRecords.assessed, recorded.date == on else {
        return Moment(local: on, .midnight)
      }
      return recorded
    }
  }

  /// The days on which the team leader recorded that contact was regained.
  static func regained(by person: PersonID, in records: Connection) throws -> [CalendarDate] {
    try records.query(
      """
      SELECT v.on_day FROM episode AS e JOIN episode_event AS v ON v.episode = e.id
      WHERE e.person = ? AND v.event = 'Contact regained' ORDER BY v.on_day
      """, person
    ) { try $0.get(0) }
  }

  /// The open episode follows the records; a closed one keeps what it was closed on.
  @discardableResult
  static func recount(
    _ person: PersonID, on day: CalendarDate, in transaction: WriteTransaction
  ) throws -> Episode? {
    let records = transaction.connection
    guard let before = try EpisodeRecords.open(of: person, in: records) else { return nil }
    let history = try history(of: person, since: before.opened, in: records)
    var episode = before
    episode.lastContact = history.lastContact?.date
    episode.failedAttempts = history.failedAttempts
    return try EpisodeRecords.save(
      episode, was: before, because: nil, on: day, in: transaction)
  }
}
