import CaseRules
import Testing

@testable import CaseApp

@Suite("Being told at once")
struct AlertTests {
  private static let arrival = CustodyAlert(
    entry: RecordRef(.custodyEntry, 31), kind: .arrival, day: AppScript.today, suite: "Newhaven",
    at: Moment(local: AppScript.today, ClockTime(minutesOfDay: 835)))
  private static let bail = CustodyAlert(
    entry: RecordRef(.custodyEntry, 12), kind: .bail, day: AppScript.today, suite: "Northgate",
    at: Moment(local: AppScript.today.adding(days: 3), ClockTime(minutesOfDay: 600)))

  private func view(_ alerts: [CustodyAlert]) -> TodayView {
    var view = AppExamples.view()
    view.custodyAlerts = alerts
    return view
  }

  private func started(_ alerts: [CustodyAlert] = []) -> AppScript {
    var script = AppScript()
    script.answer(script.send(.started), .today(view(alerts))) { $0 == .today }
    return script
  }

  @Test("CUS-005: a trigger arrival is told where the worker is, with the way to it")
  func whereverTheWorkerIs() {
    var script = started()
    script.press(.people)
    script.answer(script.send(.recordsChanged), .today(view([Self.arrival]))) { $0 == .today }
    #expect(script.state.pane == .people, "nothing moves under the hands")
    #expect(script.state.message?.kind == .warning)
    #expect(script.state.message?.words.contains("C-0031, Newhaven") == true)
    #expect(script.state.message?.words.contains("CUS-005") == true)
    #expect(script.state.message?.command == .home)
  }

  @Test("CUS-005: also while a form is open, and each alert once only")
  func once() {
    var script = started()
    script.answer(script.send(.minutePassed), .today(view([Self.arrival]))) { $0 == .today }
    #expect(script.state.message != nil)
    script.milliseconds += 10_000
    script.send(.woke)
    #expect(script.state.message == nil)
    script.answer(script.send(.minutePassed), .today(view([Self.arrival]))) { $0 == .today }
    #expect(script.state.message == nil)
    script.answer(script.send(.minutePassed), .today(view([Self.arrival, Self.bail]))) {
      $0 == .today
    }
    #expect(script.state.message?.words.contains("CUS-012") == true)
  }

  @Test("At the start Today has them, and no message covers the hint")
  func atTheStart() {
    #expect(started([Self.arrival]).state.message == nil)
  }

  @Test("CUS-005, CUS-007: alerts stand first on an arrest referral worker's Today")
  func first() throws {
    let script = started([Self.arrival, Self.bail])
    guard case .today(let today)? = script.state.panes[.today] else {
      Issue.record("no Today")
      return
    }
    let lines = (0..<2).compactMap { today.listing.line($0) }
    #expect(lines.map(\.section) == [.custodyAlerts, .custodyAlerts])
    #expect(lines.map(\.opens) == [.record(Self.arrival.entry), .record(Self.bail.entry)])
    #expect(lines.allSatisfy { $0.client == nil }, "CUS-012: nobody is named")
  }

  @Test(
    "CUS-001 to CUS-004: the flagged offers are a place of their own, month by month",
    arguments: [Role.sup, .arw, .cjit])
  func flaggedOffers(_ role: Role) {
    var script = AppScript(Worker(id: WorkerID(4), name: "Sue Lane", role: role))
    let october = CalendarDate(year: 2007, month: 10, day: 1) ?? .earliest
    let september = CalendarDate(year: 2007, month: 9, day: 1) ?? .earliest
    #expect(
      script.press(.flaggedOffers).requests
        == [.flaggedOffers(from: october, to: october.adding(days: 30))])
    #expect(
      script.press(.earlier).requests
        == [.flaggedOffers(from: september, to: october.adding(days: -1))])
  }

  @Test("PPL-052: the overdose card is there for whoever may log a helpline call")
  func card() {
    for role in Role.allCases {
      let worker = Worker(id: WorkerID(4), name: "Ian Frost", role: role)
      let takesCalls = AccessMatrix.right(of: worker, to: .custodyBoardAndDIR) >= .edit
      #expect((AppScript(worker).state.whyNot(.overdoseCard) == nil) == takesCalls, "\(role)")
    }
  }

  @Test("CUS-022: the flagged offers are closed to police users, who are told why")
  func closed() {
    let script = AppScript(Worker(id: WorkerID(4), name: "Ian Frost", role: .dio))
    #expect(script.state.whyNot(.flaggedOffers)?.hasPrefix("CUS-022") == true)
  }
}
