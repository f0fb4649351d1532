import CaseRules
import SQLite

@testable import CaseStore

/// A file of many people, made quickly and straight into the tables: some on a caseload, with
/// appointments and deadlines.
final class LargeFile: Sendable {
  let file: TemporaryStore
  let workers: [Worker]
  let leader: Worker

  /// One for all questions: they change nothing.
  static let shared = Result { try LargeFile() }

  static let families = ["Ash", "Birch", "Cedar", "Dale", "Elm", "Smith", "Smithers", "Thorn"]
  static let ends = ["", "by", "er", "ford", "ing", "ley", "man", "son", "ton", "well"]
  static let givens = ["Ana", "Ben", "Cal", "Dee", "Eve", "Jo", "Jon", "Kit", "Lea", "Max", "Zoe"]

  /// Every tenth person has a worker, so many clients each.
  init(people: Int = 20_000, workers count: Int = 40) throws {
    file = try TemporaryStore()
    let file = file
    workers = try (0..<count).map {
      try file.worker("Worker Number\($0)", .cjit, team: "Team \($0 % 4)")
    }
    leader = try file.worker("Sue Lane", .sup)
    let ids = workers.map(\.id)
    try file.store.write(try file.attribution()) { transaction in
      var vocabulary = NameVocabulary()
      for number in 0..<people { try LargeFile.add(number, ids, &vocabulary, transaction) }
      try transaction.audit(AuditEvent(.imported, facts: [.init("people", people)]))
    }
  }

  private static func add(
    _ number: Int, _ workers: [WorkerID], _ vocabulary: inout NameVocabulary,
    _ transaction: WriteTransaction
  ) throws {
    let family = families[number % 8] + ends[number / 8 % 10]
    let given = givens[number / 80 % 11] + " " + givens[number / 880 % 11]
    let born = CalendarDate.on("1960-01-01").adding(days: number % 14_000)
    let (familyKey, givenKey) = (NameFolding.key(family), NameFolding.key(given))
    let records = transaction.connection
    try records.execute(
      """
      INSERT INTO person (family_name, given_names, family_key, given_key, born, sex, ethnicity,
                          address, language, interpreter, risks)
      VALUES (?, ?, ?, ?, ?, 'F', 'W1', '1 Quay Lane', 'English', 'no', 'none')
      """, family, given, familyKey, givenKey, born)
    let person = PersonID(records.lastInsertRowID)
    try PersonSearchIndex.insert(
      person, .init(name: PersonName(family: family, given: given), aliases: []), &vocabulary,
      in: records)
    guard number % 10 == 0 else { return }
    let worker = workers[number / 10 % workers.count]
    let day = CalendarDate.on("2026-11-23").adding(days: number / 10 % 30 - 25)
    try records.execute(
      """
      INSERT INTO episode (person, state, entry_point, opened, worker, joined, last_contact,
                           silent_since, family_key, given_key)
      VALUES (?, 'activeCommunity', 'arrest', '2026-01-05', ?, '2026-01-05', ?, ?, ?, ?)
      """, person, worker, day, day, familyKey, givenKey)
    try records.execute(
      """
      INSERT INTO appointment (person, worker, starts, minutes, place, kind, tier_three, state,
                               booked_at)
      VALUES (?, ?, ?, 45, 'Quay House', '1-1', 0, 'booked', ?)
      """, person, worker, Moment(local: day, ClockTime(minutesOfDay: 600)),
      transaction.attribution.at)
    let appointment = RecordRef(.appointment, records.lastInsertRowID)
    try DeadlineRecords.start(
      CaseloadDeadlines.outcome(of: Moment(local: day, ClockTime(minutesOfDay: 600))),
      about: appointment, person: person, owner: .worker(worker),
      metByForm: AppointmentOutcomeForm.id, in: transaction, calendar: .englandAndWales)
  }

  func context(_ worker: Worker) -> RuleContext { file.context(worker) }
}
