import CaseRules

/// Detentions for tests: good defaults, so that a test states only what matters.
extension CustodyEntry {
  static func example(
    _ number: Int64 = 1, arrived: Moment = .at(5, 10, 2007, 9, 0), isTrigger: Bool = true,
    cell: String = "M1", offers: [Offer] = [], approaches: [Approach] = [],
    permissions: [Permission] = [], departure: Departure? = nil, dirStarted: Moment? = nil,
    dirCompleted: Moment? = nil, closed: Moment? = nil
  ) -> CustodyEntry {
    CustodyEntry(
      ref: RecordRef(.custodyEntry, number), suite: .example(), cell: cell, arrived: arrived,
      isTrigger: isTrigger, offers: offers, approaches: approaches, permissions: permissions,
      departure: departure, dirStarted: dirStarted, dirCompleted: dirCompleted, closed: closed)
  }
}

extension SuiteProfile {
  static func example(testsOnArrest: Bool = false) -> SuiteProfile {
    SuiteProfile(
      ref: RecordRef(.suite, 1), code: "NPT", name: "Newport", testsOnArrest: testsOnArrest)
  }
}

extension Offer {
  static func example(
    _ number: Int64 = 1, _ outcome: OfferOutcome = .accepted, at: Moment = .at(5, 10, 2007, 9, 10),
    positively: Bool? = true, independence: Bool? = true
  ) -> Offer {
    Offer(
      ref: RecordRef(.custodyFact, number), outcome: outcome, at: at,
      officer: CustodyOfficer(ref: RecordRef(.officer, 1), name: "PS 41 Hale"),
      madePositively: positively, independenceExplained: independence)
  }
}

extension Approach {
  static func example(
    _ number: Int64 = 1, _ outcome: ApproachOutcome = .seen,
    at: Moment = .at(5, 10, 2007, 9, 40)
  ) -> Approach {
    Approach(
      ref: RecordRef(.custodyFact, number), outcome: outcome, at: at, worker: WorkerID(1),
      workerInitials: "A.BEGUM")
  }
}

extension Permission {
  static func example(
    _ number: Int64 = 1, given: Bool = true, at: Moment = .at(5, 10, 2007, 10, 10)
  ) -> Permission {
    Permission(
      ref: RecordRef(.custodyFact, number), given: given, at: at, worker: WorkerID(1),
      workerInitials: "A.BEGUM")
  }
}

extension Moment {
  /// The moment at which local clocks show the date and time; a date that does not exist fails.
  static func at(_ day: Int, _ month: Int, _ year: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(
      local: .on(day, month, year), ClockTime(minutesOfDay: hour * 60 + minute))
  }
}

extension CalendarDate {
  static func on(_ day: Int, _ month: Int, _ year: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .earliest
  }
}
