import CaseRules
import Testing

@Suite("States of a board entry")
struct BoardStateTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let from: BoardState
    let event: BoardEvent
    var isTrigger = true
    var wasSeen = false
    var returnIsDue = false
    var hasOffer = true
    var hasApproach = true
    let to: BoardState
    let testDescription: String
  }

  static let table: [Row] = [
    Row(
      from: .arrived, event: .offerRecorded, to: .offered,
      testDescription: "Arrived: offer recorded -> Offered"),
    Row(
      from: .arrived, event: .approached(.seen), to: .seen,
      testDescription: "Arrived: seen -> Seen (CUS-008: no offer needed)"),
    Row(
      from: .offered, event: .approached(.seen), to: .seen,
      testDescription: "Offered: seen -> Seen"),
    Row(
      from: .arrived, event: .approached(.refused), to: .notSeen,
      testDescription: "Arrived: refused -> Not seen"),
    Row(
      from: .offered, event: .approached(.refused), to: .notSeen,
      testDescription: "Offered: refused -> Not seen"),
    Row(
      from: .arrived, event: .approached(.notAvailable), to: .notSeen,
      testDescription: "Arrived: not available -> Not seen"),
    Row(
      from: .offered, event: .approached(.notAvailable), to: .notSeen,
      testDescription: "Offered: not available -> Not seen"),
    Row(
      from: .notSeen, event: .approached(.seen), to: .seen,
      testDescription: "Not seen: later approach, seen -> Seen"),
    Row(
      from: .notSeen, event: .approached(.notAvailable), to: .notSeen,
      testDescription: "Not seen: later approach, not available -> Not seen"),
    Row(
      from: .notSeen, event: .approached(.refused), to: .notSeen,
      testDescription: "Not seen: later approach, refused -> Not seen"),
    Row(
      from: .seen, event: .dirStarted, to: .inAssessment,
      testDescription: "Seen: DIR started -> In assessment"),
    Row(
      from: .inAssessment, event: .dirCompleted, to: .assessed,
      testDescription: "In assessment: DIR complete -> Assessed"),
    Row(
      from: .arrived, event: .departed, to: .departed,
      testDescription: "Arrived: departs -> Departed"),
    Row(
      from: .offered, event: .departed, to: .departed,
      testDescription: "Offered: departs -> Departed"),
    Row(
      from: .seen, event: .departed, to: .departed, testDescription: "Seen: departs -> Departed"),
    Row(
      from: .notSeen, event: .departed, to: .departed,
      testDescription: "Not seen: departs -> Departed"),
    Row(
      from: .inAssessment, event: .departed, to: .departed,
      testDescription: "In assessment: departs -> Departed"),
    Row(
      from: .assessed, event: .departed, to: .departed,
      testDescription: "Assessed: departs -> Departed"),
    Row(
      from: .departed, event: .returnOrCourtDateSet, to: .followUp,
      testDescription: "Departed: court date, trigger and not seen -> Follow-up"),
    Row(
      from: .departed, event: .returnOrCourtDateSet, isTrigger: false, wasSeen: true,
      returnIsDue: true, to: .followUp,
      testDescription: "Departed: return due, whatever the offence -> Follow-up"),
    Row(
      from: .departed, event: .returnOrCourtDateSet, wasSeen: true, to: .departed,
      testDescription: "Departed: court date but seen in custody -> stays Departed"),
    Row(
      from: .departed, event: .returnOrCourtDateSet, isTrigger: false, to: .departed,
      testDescription: "Departed: court date but no trigger offence -> stays Departed"),
    Row(
      from: .departed, event: .finished, to: .closed,
      testDescription: "Departed: finished with an offer result -> Closed"),
    Row(
      from: .followUp, event: .finished, to: .closed,
      testDescription: "Follow-up: finished with an offer result -> Closed"),
    Row(
      from: .departed, event: .finished, isTrigger: false, hasApproach: false, to: .closed,
      testDescription: "Departed: finished, no trigger offence and nobody went -> Closed"),
  ]

  @Test("Board state table", arguments: table)
  func leadsTo(_ row: Row) {
    let guards = BoardGuards(
      isTrigger: row.isTrigger, wasSeen: row.wasSeen, returnIsDue: row.returnIsDue,
      hasOffer: row.hasOffer, hasApproach: row.hasApproach)
    let step = row.from.after(row.event, guards)
    #expect(step == (row.to == row.from && step == .stays ? .stays : .to(row.to)))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let from: BoardState
    let event: BoardEvent
    var hasOffer = true
    var hasApproach = true
    let rule: String
    var testDescription: String { "\(from) refuses \(event)" }
  }

  static let refusals: [Refusal] =
    [.arrived, .offered, .notSeen, .inAssessment, .assessed, .closed].map {
      Refusal(from: $0, event: .dirStarted, rule: "CUS-016")
    }
    + [.arrived, .offered, .seen, .notSeen, .assessed].map {
      Refusal(from: $0, event: .dirCompleted, rule: "CUS-017")
    }
    + [.departed, .followUp, .closed].map {
      Refusal(from: $0, event: .departed, rule: "CUS-001")
    }
    + [.arrived, .offered, .seen, .notSeen, .inAssessment, .assessed, .closed].map {
      Refusal(from: $0, event: .finished, rule: "CUS-001")
    }
    + [.departed, .followUp].map {
      Refusal(from: $0, event: .finished, hasOffer: false, rule: "CUS-001")
    }
    + [.departed, .followUp].map {
      Refusal(from: $0, event: .finished, hasApproach: false, rule: "CUS-005")
    }

  @Test("Transitions that the table does not have are refused", arguments: refusals)
  func refused(_ row: Refusal) {
    let guards = BoardGuards(
      isTrigger: true, wasSeen: false, returnIsDue: false, hasOffer: row.hasOffer,
      hasApproach: row.hasApproach)
    guard case .refused(let finding) = row.from.after(row.event, guards) else {
      Issue.record("not refused")
      return
    }
    #expect(finding.rule == row.rule)
    #expect(finding.force == .blocks)
    #expect(!finding.words.isEmpty)
  }

  @Test("GEN-001: offers and approaches are kept in every state", arguments: BoardState.allCases)
  func facts(_ state: BoardState) {
    let guards = BoardGuards(
      isTrigger: true, wasSeen: false, returnIsDue: false, hasOffer: false, hasApproach: false)
    let events: [BoardEvent] = [
      .offerRecorded, .approached(.seen), .approached(.refused),
      .approached(.notAvailable),
    ]
    for event in events {
      if case .refused = state.after(event, guards) { Issue.record("\(event) refused") }
    }
  }

  static let events: [BoardEvent] = [
    .offerRecorded, .approached(.seen), .approached(.refused), .approached(.notAvailable),
    .dirStarted, .dirCompleted, .departed, .returnOrCourtDateSet, .finished,
  ]

  @Test("Only the rows of the table change the state", arguments: BoardState.allCases)
  func nothingElse(_ state: BoardState) {
    let guards = BoardGuards(
      isTrigger: true, wasSeen: false, returnIsDue: true, hasOffer: true, hasApproach: true)
    for event in Self.events {
      let listed = Self.table.first { $0.from == state && $0.event == event }?.to
      switch state.after(event, guards) {
      case .to(let next): #expect(next == listed, "\(state) \(event)")
      case .stays, .refused: #expect(listed == nil || listed == state, "\(state) \(event)")
      }
    }
  }
}

@Suite("State of an entry from its facts")
struct EntryStateTests {
  static let left = Moment.at(5, 10, 2007, 15, 0)
  static let hearing = Departure(
    kind: .chargedBailed, at: left,
    next: Departure.NextPlace(place: "Newport court", at: .at(8, 10, 2007, 10, 0)))
  static let bail = Departure(
    kind: .bailedToReturn, at: left,
    next: Departure.NextPlace(place: "Newport", at: .at(15, 10, 2007, 14, 0)))

  @Test("An arrival alone is Arrived; facts written down late fall into their place")
  func early() {
    #expect(CustodyEntry.example().state == .arrived)
    #expect(CustodyEntry.example(offers: [.example()]).state == .offered)
    #expect(CustodyEntry.example(approaches: [.example()]).state == .seen)
    let offeredAfterwards = CustodyEntry.example(
      offers: [.example(at: .at(5, 10, 2007, 11, 0))], approaches: [.example(1, .refused)])
    #expect(offeredAfterwards.state == .notSeen)
    let seenLater = CustodyEntry.example(approaches: [
      .example(2, .seen, at: .at(5, 10, 2007, 12, 0)), .example(1, .notAvailable(.doctor)),
    ])
    #expect(seenLater.state == .seen)
  }

  @Test("A DIR begun and completed in custody shows; one taken after the departure does not")
  func assessment() {
    let noon = Moment.at(5, 10, 2007, 12, 0)
    var entry = CustodyEntry.example(approaches: [.example()], dirStarted: noon)
    #expect(entry.state == .inAssessment)
    entry.dirCompleted = .at(5, 10, 2007, 13, 0)
    #expect(entry.state == .assessed)
    entry.departure = Departure(kind: .noFurtherAction, at: Self.left)
    #expect(entry.state == .departed)
    entry.dirStarted = .at(6, 10, 2007, 9, 0)
    #expect(entry.state == .departed)
  }

  @Test("CUS-012, CUS-013: follow-up for trigger detainees not seen, and for every bail return")
  func followUp() {
    #expect(CustodyEntry.example(departure: Self.hearing).state == .followUp)
    #expect(
      CustodyEntry.example(approaches: [.example()], departure: Self.hearing).state == .departed)
    #expect(
      CustodyEntry.example(isTrigger: false, departure: Self.hearing).state == .departed)
    #expect(CustodyEntry.example(isTrigger: false, departure: Self.bail).state == .followUp)
  }

  @Test("Seen at court is not seen in custody")
  func seenAfterwards() {
    let atCourt = Approach.example(1, .seen, at: .at(8, 10, 2007, 10, 30))
    let entry = CustodyEntry.example(approaches: [atCourt], departure: Self.hearing)
    #expect(!entry.wasSeenInCustody)
    #expect(entry.state == .followUp)
  }

  @Test("Closed needs a departure and an offer result")
  func closing() {
    let end = Moment.at(9, 10, 2007, 9, 0)
    #expect(
      CustodyEntry.example(
        offers: [.example()], approaches: [.example()], departure: Self.bail, closed: end
      ).state == .closed)
    #expect(
      CustodyEntry.example(offers: [.example()], departure: Self.bail, closed: end).state
        == .followUp, "CUS-005: a trigger offence, and nobody went to see the detainee")
    #expect(CustodyEntry.example(departure: Self.bail, closed: end).state == .followUp)
  }
}
