import CaseRules
import Testing

@Suite("The offer during reception")
struct OfferRulesTests {
  static let arrived = Moment.at(5, 10, 2007, 9, 0)
  static let late = arrived.adding(minutes: 300)

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let offers: [Offer]
    var minutesLater = 300
    let isLate: Bool
  }

  @Test(
    "CUS-002: late is more than 60 minutes after the arrival",
    arguments: [
      Case(
        testDescription: "no offer, 60 minutes on", offers: [], minutesLater: 60, isLate: false),
      Case(testDescription: "no offer, 61 minutes on", offers: [], minutesLater: 61, isLate: true),
      Case(
        testDescription: "offered at 60 minutes",
        offers: [.example(at: arrived.adding(minutes: 60))], isLate: false),
      Case(
        testDescription: "offered at 61 minutes",
        offers: [.example(at: arrived.adding(minutes: 61))], isLate: true),
      Case(
        testDescription: "deferred in time stops the flag",
        offers: [.example(1, .deferred(.asleep), at: arrived.adding(minutes: 50))], isLate: false),
      Case(
        testDescription: "deferred in time, offered after five hours",
        offers: [
          .example(1, .deferred(.unfit), at: arrived.adding(minutes: 30)),
          .example(2, .accepted, at: arrived.adding(minutes: 299)),
        ], isLate: false),
      Case(
        testDescription: "deferred only after 61 minutes",
        offers: [.example(1, .deferred(.violent), at: arrived.adding(minutes: 61))], isLate: true),
    ])
  func lateness(_ row: Case) {
    let now = Self.arrived.adding(minutes: row.minutesLater)
    #expect(OfferRules.isLate(row.offers, arrived: Self.arrived, now: now) == row.isLate)
  }

  @Test("CUS-002: nobody has made an offer, and it is late by now, until they leave or one is made")
  func shownFlags() {
    func flags(
      _ minutes: Int, _ kept: [OfferFlag] = [], first: Moment? = nil, departed: Moment? = nil
    ) -> [OfferFlag] {
      OfferRules.flags(
        kept: kept, first: first, arrived: Self.arrived, departed: departed,
        now: Self.arrived.adding(minutes: minutes))
    }
    #expect(flags(60) == [])
    #expect(flags(61) == [.late])
    #expect(flags(61, [.untrained]) == [.late, .untrained])
    #expect(flags(300, [.notProper], first: Self.arrived.adding(minutes: 20)) == [.notProper])
    #expect(flags(300, departed: Self.arrived.adding(minutes: 40)) == [])
    #expect(flags(300, [.late], departed: Self.arrived.adding(minutes: 90)) == [.late])
  }

  struct Ticks: CustomTestStringConvertible, Sendable {
    let positively: Bool?
    let independence: Bool?
    let flagged: Bool
    var testDescription: String {
      "positively \(String(describing: positively)), independence \(String(describing: independence))"
    }
  }

  @Test("CUS-003: the flag says what was left out, and nothing of what was done")
  func leftOut() {
    func words(_ positively: Bool?, _ independence: Bool?) -> [String] {
      let offer = Offer(
        ref: RecordRef(.custodyFact, 1), outcome: .refused, at: Self.arrived,
        madePositively: positively, independenceExplained: independence)
      return OfferRules.flags([offer], arrived: Self.arrived, now: Self.late, closing: false)
        .map(\.words)
    }
    #expect(words(false, true) == ["Not properly made: it has to be put positively"])
    #expect(words(true, nil) == ["Not properly made: the independence has to be explained"])
    #expect(
      words(nil, false) == [
        "Not properly made: it has to be put positively, and the independence has to be explained"
      ])
  }

  @Test(
    "CUS-003: an offer counts as properly made only with both ticks",
    arguments: [
      Ticks(positively: true, independence: true, flagged: false),
      Ticks(positively: true, independence: false, flagged: true),
      Ticks(positively: false, independence: true, flagged: true),
      Ticks(positively: nil, independence: nil, flagged: true),
    ], [OfferOutcome.accepted, .refused])
  func ticks(_ row: Ticks, _ outcome: OfferOutcome) {
    let offer = Offer.example(
      1, outcome, positively: row.positively, independence: row.independence)
    let flags = OfferRules.flags(
      [offer], arrived: Self.arrived, now: Self.late, closing: false)
    #expect(flags.map(\.rule) == (row.flagged ? ["CUS-003"] : []))
    #expect(flags.allSatisfy { $0.force == .flags })
  }

  @Test("CUS-001: Not offered is kept and flagged; Deferred only when never made again")
  func notCompliant() {
    let notOffered = Offer.example(1, .notOffered(.shiftChange), positively: nil, independence: nil)
    #expect(
      OfferRules.flags([notOffered], arrived: Self.arrived, now: Self.late, closing: false)
        .map(\.rule) == ["CUS-001"])
    let deferred = Offer.example(1, .deferred(.asleep))
    #expect(
      OfferRules.flags([deferred], arrived: Self.arrived, now: Self.late, closing: false).isEmpty)
    #expect(
      OfferRules.flags([deferred], arrived: Self.arrived, now: Self.late, closing: true)
        .map(\.rule) == ["CUS-001"])
    let madeAgain = Offer.example(2, .refused, at: .at(5, 10, 2007, 13, 0))
    #expect(
      OfferRules.flags([deferred, madeAgain], arrived: Self.arrived, now: Self.late, closing: true)
        .isEmpty)
  }

  @Test("CUS-004: an officer not trained on the day is named beside the offer")
  func training() {
    var officer = CustodyOfficer(ref: RecordRef(.officer, 1), name: "PS 41 Hale")
    let day = CalendarDate.on(5, 10, 2007)
    #expect(officer.trainingNote(on: day) == "PS 41 Hale has no arrest referral training on record")
    officer.trainedOn = .on(6, 10, 2007)
    #expect(officer.trainingNote(on: day) == "PS 41 Hale was trained later, on 06/10/2007")
    officer.trainedOn = day
    #expect(officer.trainingNote(on: day) == nil)
  }

  @Test("Results and their reasons read back from their stored names")
  func codes() {
    let all: [OfferOutcome] =
      [.accepted, .refused] + DeferralReason.allCases.map { .deferred($0) }
      + NotOfferedReason.allCases.map { .notOffered($0) }
    for outcome in all {
      #expect(OfferOutcome(outcome.result, reason: outcome.reasonCode) == outcome)
      #expect(outcome.words.hasPrefix(outcome.result.words))
    }
    #expect(OfferOutcome(.accepted, reason: "asleep") == nil)
    #expect(OfferOutcome(.deferred, reason: nil) == nil)
    #expect(OfferOutcome(.notOffered, reason: "asleep") == nil)
    for reason in UnavailableReason.allCases {
      let outcome = ApproachOutcome.notAvailable(reason)
      #expect(ApproachOutcome(outcome.result, reason: outcome.reasonCode) == outcome)
    }
    #expect(ApproachOutcome(.seen, reason: "doctor") == nil)
  }
}
