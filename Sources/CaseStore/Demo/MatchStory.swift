import CaseRules
import SQLite

/// Records of the demonstration that may be of one person, one of each sort (PPL-004).
struct MatchStory {
  let scribe: DemoScribe
  private let arw: Worker
  private let keyWorker: Worker
  private let leader: Worker

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    arw = scribe.cast.first(.arw)
    keyWorker = scribe.cast.first(.cjit)
    leader = scribe.cast.first(.sup)
  }

  func write() throws {
    let known = try clients()
    // Too few people know too few others.
    guard known.count >= 5 else { return }
    _ = try takeOnFile(known[0], born: known[0].born, minutesAgo: 140)
    try confirm(known[1])
    try reject(known[2])
    try noteByHand(known[3], known[4])
    if known.count > 5 { try merge(known[5]) }
  }

  /// Somebody on the first key worker's caseload.
  private struct Client {
    let id: PersonID
    let family: String
    let given: String
    let born: CalendarDate
    let sex: Sex
    let ethnicity: String
  }

  private func clients() throws -> [Client] {
    try scribe.connection.query(
      """
      SELECT person.id, family_name, given_names, born, sex, ethnicity
      FROM episode JOIN person ON person.id = episode.person
      WHERE episode.worker = ? AND episode.closed IS NULL AND born IS NOT NULL
        AND length(family_name) > 5 AND length(given_names) > 3
        AND NOT EXISTS (SELECT 1 FROM possible_record
                        WHERE older = person.id OR newer = person.id)
      ORDER BY person.id LIMIT 6
      """, keyWorker.id
    ) { row in
      Client(
        id: try row.get(0), family: try row.text(1), given: try row.text(2), born: try row.get(3),
        sex: try row.get(4), ethnicity: try row.text(5))
    }
  }

  /// The record a hurried hand makes: a letter of the family name is lost on the way.
  private func takeOnFile(
    _ known: Client, family: String? = nil, given: String? = nil, born: CalendarDate,
    minutesAgo: Int, because reason: String = "Seen both"
  ) throws -> PersonID {
    let ref = try scribe.fill(
      PersonForm.id, by: arw, at: scribe.now.adding(minutes: -minutesAgo),
      [
        PersonForm.family: family ?? misspelt(known.family),
        PersonForm.given: given ?? known.given, PersonForm.born: born.uk,
        PersonForm.sex: known.sex.rawValue, PersonForm.ethnicity: known.ethnicity,
        PersonForm.noFixedAbode: "yes", PersonForm.language: "English",
        PersonForm.interpreter: "no", PersonForm.risks: "none",
      ], because: reason)
    return PersonID(ref.number)
  }

  private func misspelt(_ family: String) -> String {
    var letters = Array(family)
    letters.remove(at: letters.count / 2)
    return String(letters)
  }

  private func pair(_ one: PersonID, _ other: PersonID) throws -> RecordRef? {
    try PossibleRecords.waiting(for: one, in: scribe.connection)
      .first { $0.other(than: one).id == other }?.ref
  }

  /// The arrest referral worker is sure; the team leader has not merged the two yet.
  private func confirm(_ known: Client) throws {
    let id = try takeOnFile(known, born: known.born.adding(days: 1), minutesAgo: 1_620)
    guard let pair = try pair(id, known.id) else { return }
    try scribe.fill(
      SamePersonForm.id, about: pair, by: arw, at: scribe.now.adding(minutes: -1_560),
      [SamePersonForm.reason: "Told me the right date of birth, and who the key worker is"])
  }

  /// A brother, born on the same day: not offered again.
  private func reject(_ known: Client) throws {
    let id = try takeOnFile(
      known, given: known.sex == .male ? "Gareth" : "Gwenllian", born: known.born,
      minutesAgo: 3_100, because: "Twins: I have seen both of them in one room")
    guard let pair = try pair(id, known.id) else { return }
    try scribe.fill(
      DifferentPersonForm.id, about: pair, by: arw, at: scribe.now.adding(minutes: -3_050),
      [DifferentPersonForm.reason: "Twins: I have seen both of them in one room"])
  }

  /// What no search can find: somebody has married.
  private func noteByHand(_ one: Client, _ other: Client) throws {
    try scribe.fill(
      PossibleRecordForm.id, about: other.id.ref, by: keyWorker,
      at: scribe.now.adding(minutes: -2_900),
      [
        PossibleRecordForm.other: one.id.ref.text,
        PossibleRecordForm.why: "Same mother and same flat; may have married and changed the name",
      ])
  }

  /// One that is done: the number of the lesser record leads on.
  private func merge(_ known: Client) throws {
    let id = try takeOnFile(known, born: known.born, minutesAgo: 4_400)
    guard let pair = try pair(id, known.id) else { return }
    try scribe.fill(
      MergeForm.id, about: pair, by: leader, at: scribe.now.adding(minutes: -4_300),
      [MergeForm.reason: "Same fingerprints on the custody record"])
  }
}
