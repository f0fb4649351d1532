package import CaseRules
import SQLite

/// Makes a demonstration: a whole record of people who do not exist, the same for the same seed.
package struct DemoMaker: Sendable {
  package let mark: DemoMark
  /// The moment the record looks back from.
  package let now: Moment

  /// Up to so many people have a history of their own making; further ones fill the lists.
  package static let mostWithHistory = 1_500

  package init(people: Int, seed: UInt64, now: Moment) {
    mark = DemoMark(seed: seed, people: people, day: now.date)
    self.now = now
  }

  /// Fills a new file; calls `progress` with the number of people done, between transactions.
  ///
  /// - Throws: `DemoTrouble` when the plan goes against a rule, or the store's own errors.
  package func make(in store: StoreFile, progress: (Int) throws -> Void) throws {
    let (mark, now) = (mark, now)
    let practice = try store.read { try $0.practice() }
    try store.keep { connection in
      let beginning = Moment(
        local: mark.day.adding(days: -420), ClockTime(minutesOfDay: 9 * 60))
      let cast = try DemoCast.hire(in: connection, at: beginning, today: mark.day)
      // The suites are part of what forms offer, and they are new.
      let scribe = DemoScribe(
        connection: connection, practice: try connection.practice(), cast: cast, now: now)
      try scribe.change(by: cast.first(.adm), at: beginning) { try $0.markAsDemo(mark) }
      let plan = DemoPlan(now: now)
      DemoPlot(seed: mark.seed, plan: plan, calendar: practice.calendar)
        .compose(people: min(mark.people, DemoMaker.mostWithHistory))
      try plan.write(with: scribe)
      try DemoEpilogue.write(with: scribe)
    }
    try progress(min(mark.people, DemoMaker.mostWithHistory))
  }
}
