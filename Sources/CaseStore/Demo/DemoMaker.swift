package import CaseRules
import SQLite

/// Makes a demonstration: a whole record of people who do not exist, the same for the same seed.
package struct DemoMaker: Sendable {
  package let mark: DemoMark
  /// The moment the record looks back from.
  package let now: Moment

  /// Up to so many people have a history of their own making; further ones fill the lists.
  private let mostWithHistory: Int

  package init(people: Int, seed: UInt64, now: Moment) {
    self.init(people: people, withHistory: 600, seed: seed, now: now)
  }

  init(people: Int, withHistory: Int, seed: UInt64, now: Moment) {
    mostWithHistory = withHistory
    mark = DemoMark(seed: seed, people: people, day: now.date)
    self.now = now
  }

  /// Fills a new file; calls `progress` with the number of people done, between transactions.
  ///
  /// - Throws: `DemoTrouble` when the plan goes against a rule, or the store's own errors.
  package func make(in store: StoreFile, progress: (Int) throws -> Void) throws {
    let practice = try store.read { try $0.practice() }
    let withHistory = min(mark.people, mostWithHistory)
    let cast = try store.keep { try writeHistories(of: withHistory, practice, to: $0) }
    try progress(withHistory)
    let bulk = BulkPeople(seed: mark.seed, today: mark.day, now: now, cast: cast)
    // The indexes of a large file are written all over: what is at work stays in memory.
    try store.keep { try $0.keepInMemory(kilobytes: BulkPeople.memory) }
    var done = withHistory
    while done < mark.people {
      let lot = done..<min(mark.people, done + BulkPeople.lot)
      try store.keep { try bulk.write(lot, to: $0) }
      done = lot.upperBound
      try progress(done)
    }
    let reports = BulkReports.count(of: mark.people - withHistory)
    guard reports > 0 else { return }
    try store.keep {
      try BulkReports(seed: mark.seed, today: mark.day, now: now, cast: cast)
        .write(reports, to: $0, practice)
    }
  }

  private func writeHistories(
    of people: Int, _ practice: Practice, to connection: Connection
  ) throws -> DemoCast {
    let beginning = Moment(local: mark.day.adding(days: -420), ClockTime(minutesOfDay: 9 * 60))
    let cast = try DemoCast.hire(in: connection, at: beginning, today: mark.day)
    // The suites are part of what forms offer, and they are new.
    let scribe = DemoScribe(
      connection: connection, practice: try connection.practice(), cast: cast, now: now)
    try scribe.change(by: cast.first(.adm), at: beginning) { try $0.markAsDemo(mark) }
    let plan = DemoPlan(now: now)
    DemoPlot(seed: mark.seed, plan: plan, calendar: practice.calendar).compose(people: people)
    try plan.write(with: scribe)
    try DemoEpilogue.write(with: scribe)
    return cast
  }
}
