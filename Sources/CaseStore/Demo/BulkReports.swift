import CaseRules
import SQLite

/// Reports beyond those with a story: judged not valid long ago, and kept for analysis (INT-004).
///
/// They make the list of all reports as long as it gets where many people are on file.
struct BulkReports {
  let seed: UInt64
  let today: CalendarDate
  let now: Moment
  let cast: DemoCast

  /// However many people are made, there are no more.
  static let most = 2_000

  /// One for so many people.
  static func count(of people: Int) -> Int { min(people / 50, most) }

  private static let texts = [
    "Is said to sell heroin from a parked car.", "Is said to buy crack with stolen goods.",
    "Was seen with needles behind the cannery.", "Is said to hold drugs for somebody older.",
    "Is thought to have moved in with a known dealer.", "Is said to owe money for cocaine.",
  ]

  func write(_ count: Int, to connection: Connection, _ practice: Practice) throws {
    let officer = cast.first(.dio)
    let context = practice.context(at: now, for: officer)
    let transaction = WriteTransaction(
      connection, try Attribution(by: officer.id, as: officer.role, at: now))
    try transaction.begin()
    for index in 0..<count { try add(index, in: transaction, context) }
    try transaction.finish()
  }

  private func add(
    _ index: Int, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let records = transaction.connection
    // Nobody of the people on file has a number as high.
    let invented = InventedPerson(index: 10_000_000 + index, seed: seed, today: today)
    let subject = try IntelligenceSubjects.add(
      IntelligenceSubject(
        id: IntelligenceSubjectID(0), family: invented.family, given: invented.given,
        birth: .on(invented.born)), in: transaction, context)
    let source = try SealedSources.keep(
      IntelligenceSource(kind: .community, identity: "Caller \(index + 1)"), in: transaction,
      context)
    let day = today.adding(days: -(180 + index % 1_500))
    var report = IntelligenceReport(
      source: source, received: Moment(local: day, ClockTime(minutesOfDay: 540 + index % 400)),
      relatesTo: day, text: Self.texts[index % Self.texts.count],
      place: PlacePools.streets[index % PlacePools.streets.count])
    report.subjects = try IntelligenceSubjects.one(subject, in: records).map { [$0] } ?? []
    let id = try IntelligenceReports.add(report, in: transaction)
    try IntelligenceReports.grade(
      found(id, records),
      as: IntelligenceGrading(
        IntelligenceGrades(.e, .four, .one), by: context.worker.initials,
        at: now), in: transaction, context)
    try IntelligenceReports.judge(
      found(id, records), isValid: false, deemed: nil, note: "Nobody else knows of it",
      in: transaction)
    try SubjectWords.index(found(id, records), in: records)
  }

  private func found(
    _ id: IntelligenceReportID, _ records: Connection
  ) throws -> IntelligenceReport {
    let report = try IntelligenceReports.one(id, in: records).orNotFound()
    return report
  }
}
