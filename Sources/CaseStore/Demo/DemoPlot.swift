import CaseRules

/// Who of the invented people lives through what.
///
/// The first few are what a newcomer sees at once: the detainees of today, the returns and the
/// court list of tomorrow, the call of last night. Everybody after them has a history.
struct DemoPlot {
  let seed: UInt64
  let plan: DemoPlan
  let calendar: WorkingCalendar
  private let diary: DemoDiary

  init(seed: UInt64, plan: DemoPlan, calendar: WorkingCalendar) {
    self.seed = seed
    self.plan = plan
    self.calendar = calendar
    diary = DemoDiary(calendar: calendar)
  }

  func compose(people: Int) {
    let live = min(people, Self.board.count)
    for index in 0..<live { Self.board[index](self).plan(story(index), in: plan) }
    for index in live..<max(live, people) { history(story(index), index) }
  }

  private func story(_ index: Int) -> DemoStory {
    var person = InventedPerson(index: index, seed: seed, today: plan.today)
    // Those who are to be assessed today are adults on every day the demonstration is made.
    if index < Self.board.count, person.born > plan.today.adding(days: -7_000) {
      person.born = person.born.adding(days: -2_000)
    }
    return DemoStory(person, chance: SplitMix64(seed: seed ^ 0x5157, for: index))
  }

  // MARK: Today's board

  private func arrival(
    _ minutesAgo: Int, _ stage: CustodyStory.Stage, _ suite: String, _ cell: String,
    _ offence: String
  ) -> CustodyStory {
    CustodyStory(
      arrived: plan.now.adding(minutes: -minutesAgo), stage: stage, suite: suite, cell: cell,
      offence: offence)
  }

  private static let board: [@Sendable (DemoPlot) -> CustodyStory] = [
    // Trigger offences that nobody has seen yet: two of them stand in the way of a cell sweep.
    {
      var story = $0.arrival(22, .arrived, "SQ", "M3", "T01")
      story.isToldToTeam = true
      return story
    },
    { $0.arrival(64, .offered, "SQ", "M7", "T09") },
    // The offer is overdue.
    { $0.arrival(83, .arrived, "NF", "4", "M52") },
    // The one whose DIR has been begun and left.
    { $0.arrival(190, .identified, "SQ", "M12", "T01") },
    { $0.arrival(150, .permitted, "SQ", "M1", "T22") },
    {
      var story = $0.arrival(205, .approached, "NF", "7", "T12")
      story.approach = "NA"
      return story
    },
    {
      var story = $0.arrival(240, .permitted, "CM", "2", "T08")
      story.permission = false
      return story
    },
    {
      var story = $0.arrival(170, .offered, "SQ", "F2", "N01")
      story.offer = "REF"
      return story
    },
    {
      var story = $0.arrival(46, .offered, "NF", "1", "N11")
      story.offer = "DEF"
      return story
    },
    {
      var story = $0.arrival(410, .assessed, "SQ", "M9", "M53")
      story.offerAfter = 85
      return story
    },
    // Gone, but not done with: bailed to return today, and to court tomorrow, unseen.
    { $0.gone(daysAgo: 14, "T01", .bailedToReturn, returnAfter: 14, seen: true) },
    { $0.gone(daysAgo: 7, "T12A", .bailedToReturn, returnAfter: 7, seen: false) },
    { $0.gone(daysAgo: 21, "F01", .bailedToReturn, returnAfter: 22, seen: false) },
    { $0.gone(daysAgo: 1, "T22", .heldForCourt, returnAfter: 1, seen: false) },
    { $0.gone(daysAgo: 1, "T25", .bailedToCourt, returnAfter: 1, seen: false) },
    { $0.gone(daysAgo: 2, "T09", .bailedToCourt, returnAfter: 2, seen: false) },
    // Yesterday nobody was at court for this one.
    { $0.gone(daysAgo: 3, "T01", .bailedToCourt, returnAfter: 2, seen: false) },
    {
      var story = $0.gone(daysAgo: 3, "N20", .noFurtherAction, returnAfter: 0, seen: true)
      story.isProperlyOffered = false
      return story
    },
  ]

  private func gone(
    daysAgo: Int, _ offence: String, _ leaving: CustodyStory.Leaving, returnAfter: Int, seen: Bool
  ) -> CustodyStory {
    let day = plan.today.adding(days: -daysAgo)
    var story = CustodyStory(
      arrived: Moment(local: day, ClockTime(minutesOfDay: 7 * 60 + 15)), stage: .left,
      suite: "CM", cell: "5", offence: offence)
    story.leaving = leaving
    story.returnAfter = returnAfter
    story.stay = 240
    if !seen { story.approach = "NA" }
    return story
  }

  // MARK: Histories

  private func history(_ story: DemoStory, _ index: Int) {
    let isAdult = Periods.age(bornOn: story.person.born, on: plan.today.adding(days: -250)) >= 18
    let fate = story.chance.int(0...99)
    switch fate {
    case 0..<14: custodyOnly(story, isAdult: isAdult)
    case 14..<30: caseload(story, isAdult ? .contact : .contact, fromCustody: false, index)
    case 30..<42: caseload(story, isAdult ? .assessed : .contact, fromCustody: isAdult, index)
    case 42..<86: caseload(story, isAdult ? .active : .contact, fromCustody: fate < 60, index)
    case 86..<91: caseload(story, isAdult ? .inPrison : .contact, fromCustody: false, index)
    case 91..<94: caseload(story, isAdult ? .dropOutReview : .contact, fromCustody: false, index)
    default: caseload(story, isAdult ? .closed : .contact, fromCustody: false, index)
    }
  }

  private func custodyOnly(_ story: DemoStory, isAdult: Bool) {
    var custody = pastDetention(story, daysAgo: story.chance.int(2...120))
    custody.approach = story.chance.pick(["SEE", "REF", "NA"])
    custody.permission = story.chance.chance(60)
    custody.offer = story.chance.pick(["ACC", "REF", "NOT"])
    custody.plan(story, in: plan)
  }

  private func caseload(
    _ story: DemoStory, _ ending: CaseloadStory.Ending, fromCustody: Bool, _ index: Int
  ) {
    let daysAgo = daysOnCaseload(story, ending)
    let joined = calendar.nextWorkingDay(after: plan.today.adding(days: -daysAgo - 1))
    let isAdult = Periods.age(bornOn: story.person.born, on: joined.adding(days: -10)) >= 18
    let comes = fromCustody && isAdult
    if comes { pastDetention(story, daysAgo: daysAgo + 4).plan(story, in: plan) }
    CaseloadStory(
      ending: isAdult ? ending : .contact, joined: joined, keyWorker: index,
      comesFromCustody: comes, diary: diary
    ).plan(story, in: plan)
  }

  /// Whatever has come to an end began well before.
  private func daysOnCaseload(_ story: DemoStory, _ ending: CaseloadStory.Ending) -> Int {
    switch ending {
    case .contact, .assessed, .active:
      story.chance.weighted(
        [
          story.chance.int(1...14): 20, story.chance.int(15...60): 40,
          story.chance.int(61...200): 40,
        ], otherwise: 30)
    case .inPrison, .dropOutReview, .closed: story.chance.int(45...160)
    }
  }

  private func pastDetention(_ story: DemoStory, daysAgo: Int) -> CustodyStory {
    let day = plan.today.adding(days: -daysAgo)
    let offence = story.chance.pick(["T01", "T01", "T09", "M52", "T12", "T22", "N01", "N20", "N30"])
    var custody = CustodyStory(
      arrived: Moment(local: day, ClockTime(minutesOfDay: story.chance.int(30...1_000))),
      stage: .closed, suite: story.chance.pick(["SQ", "NF", "CM"]),
      cell: "M\(story.chance.int(1...14))", offence: offence)
    custody.offerAfter = story.chance.weighted([20: 60, 45: 25, 75: 15], otherwise: 20)
    return custody
  }
}
