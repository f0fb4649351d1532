import Testing

@testable import CaseRules

@Suite("Caseload states")
struct EpisodeMachineTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let from: EpisodeState
    let event: EpisodeEvent
    let to: EpisodeState

    var testDescription: String { "\(from.title): \(event) leads to \(to.title)" }
  }

  static let table: [Row] = [
    Row(from: .contact, event: .assessmentDone, to: .assessed),
    Row(from: .contact, event: .adviceOnlyOrDeclines, to: .closed),
    Row(from: .assessed, event: .adviceOnlyOrDeclines, to: .closed),
    Row(from: .assessed, event: .joins(.community), to: .activeCommunity),
    Row(from: .assessed, event: .joins(.custody), to: .activeCustody),
    Row(from: .activeCommunity, event: .entersPrison, to: .activeCustody),
    Row(from: .activeCustody, event: .released, to: .activeCommunity),
    Row(from: .activeCommunity, event: .transferAccepted, to: .transferred),
    Row(from: .activeCustody, event: .transferAccepted, to: .transferred),
    Row(from: .activeCommunity, event: .losesContact, to: .dropOutReview),
    Row(from: .activeCustody, event: .losesContact, to: .dropOutReview),
    Row(from: .dropOutReview, event: .contactRegained(.community), to: .activeCommunity),
    Row(from: .dropOutReview, event: .contactRegained(.custody), to: .activeCustody),
    Row(from: .dropOutReview, event: .agreedLost, to: .closed),
    Row(from: .activeCommunity, event: .ends, to: .closed),
    Row(from: .activeCustody, event: .ends, to: .closed),
    Row(from: .closed, event: .returns, to: .contact),
    Row(from: .transferred, event: .returns, to: .contact),
  ]

  static let events: [EpisodeEvent] = [
    .assessmentDone, .adviceOnlyOrDeclines, .joins(.community), .joins(.custody), .entersPrison,
    .released, .transferAccepted, .losesContact, .contactRegained(.community),
    .contactRegained(.custody), .agreedLost, .ends, .returns,
  ]

  @Test("Caseload states: every row of the table", arguments: table)
  func row(_ row: Row) {
    #expect(EpisodeMachine.next(row.from, row.event) == row.to)
  }

  @Test("Caseload states: nothing else can happen")
  func nothingElse() {
    for state in EpisodeState.allCases {
      for event in Self.events {
        let listed = Self.table.first { $0.from == state && $0.event == event }
        #expect(EpisodeMachine.next(state, event) == listed?.to, "\(state) \(event)")
      }
    }
  }

  @Test("States are open until the client has gone")
  func open() {
    let closed = EpisodeState.allCases.filter { !$0.isOpen }
    #expect(closed == [.transferred, .closed])
    #expect(EpisodeState.allCases.filter(\.isActive) == [.activeCommunity, .activeCustody])
  }
}
