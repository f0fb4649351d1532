import Testing

@testable import CaseRules

@Suite("The states of a bronze action")
struct BronzeMachineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let state: BronzeState
    let event: BronzeEvent
    let next: BronzeState
    let who: [Role]

    init(_ state: BronzeState, _ event: BronzeEvent, _ next: BronzeState, _ who: [Role]) {
      self.state = state
      self.event = event
      self.next = next
      self.who = who
    }

    var testDescription: String { "\(state.title), \(event.title): \(next.title)" }
  }

  /// The rulebook's table from Research on, row by row.
  static let rows: [Row] = [
    Row(.research, .researchComplete, .humanRightsTest, [.dio]),
    Row(.humanRightsTest, .notMet, .closedOtherOption, [.dio]),
    Row(.humanRightsTest, .submitted, .pending, [.dio]),
    Row(.pending, .returned, .research, [.sup, .supt]),
    Row(.pending, .refused, .closedRefused, [.supt]),
    Row(.pending, .granted, .authorised, [.supt]),
    Row(.authorised, .served, .served, [.dio]),
    Row(.authorised, .notServedAgain, .pending, [.supt]),
    Row(.authorised, .notServedClosed, .closedNotServed, [.supt]),
    Row(.served, .accepted, .inTreatment, [.dio]),
    Row(.served, .declined, .rmsRetained, [.dio, .sup]),
    Row(.inTreatment, .retained, .inTreatment, [.dio]),
    Row(.inTreatment, .completed, .closedCompleted, [.dio]),
    Row(.inTreatment, .notRetained, .dropOut, [.dio]),
    Row(.dropOut, .returnedToTreatment, .inTreatment, [.dio]),
    Row(.dropOut, .riskAssessed, .rmsRetained, [.dio]),
    Row(.rmsRetained, .newInformation, .furtherAction, []),
    Row(.closedOtherOption, .newInformation, .furtherAction, []),
    Row(.closedRefused, .newInformation, .furtherAction, []),
    Row(.closedNotServed, .newInformation, .furtherAction, []),
    Row(.closedCompleted, .newInformation, .furtherAction, []),
    Row(.furtherAction, .furtherDecided, .closedRefused, [.dio, .supt]),
  ]

  @Test("each row of the table happens, and is its people's work", arguments: rows)
  func allowed(row: Row) {
    #expect(BronzeMachine.next(row.state, row.event, before: .closedRefused) == row.next)
    #expect(BronzeMachine.refusal(row.event, in: row.state) == nil)
    for role in Role.allCases {
      let worker = Worker(id: WorkerID(1), name: "Ian Frost", role: role)
      let refusal = BronzeMachine.refusal(row.event, by: worker)
      #expect((refusal == nil) == row.who.contains(role), "\(role)")
    }
  }

  static let others: [(BronzeState, BronzeEvent)] = BronzeState.allCases.flatMap { state in
    BronzeEvent.allCases.map { (state, $0) }
  }.filter { pair in !rows.contains { $0.state == pair.0 && $0.event == pair.1 } }

  @Test("whatever is not in the table is refused with its rule, in words", arguments: others)
  func refused(state: BronzeState, event: BronzeEvent) {
    #expect(BronzeMachine.next(state, event, before: .closedRefused) == nil)
    let refusal = BronzeMachine.refusal(event, in: state)
    #expect(refusal?.rule == event.rule)
    #expect(refusal?.words.contains(state.title) == true)
  }

  @Test("INT-039: further action ends in the state it came upon", arguments: BronzeState.allCases)
  func before(state: BronzeState) {
    #expect(BronzeMachine.next(.furtherAction, .furtherDecided, before: state) == state)
  }

  @Test("somebody who has left records nothing")
  func left() {
    let gone = Worker(id: WorkerID(1), name: "Ian Frost", role: .dio, active: false)
    #expect(BronzeMachine.refusal(.served, by: gone) != nil)
  }
}
