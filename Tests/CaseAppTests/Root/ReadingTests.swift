import CaseApp
import CaseRules
import Testing

@Suite("Asking the records")
struct ReadingTests {
  @Test("The start asks for every list once, Today first")
  func startAsksOnce() {
    var script = AppScript()
    let requests = script.send(.started).requests
    #expect(requests.first == .today)
    for request in requests { #expect(requests.count { $0 == request } == 1, "\(request)") }
  }

  @Test("The start asks for Today first, then the panes and their counts")
  func start() {
    var script = AppScript()
    let requests = script.send(.started).requests
    #expect(requests.first == .today)
    #expect(requests.contains(.board(withDeparted: false)))
    #expect(requests.contains(.counts))
    #expect(requests.contains(.people(PageRequest())))
  }

  @Test("A role is not asked about what it may not see")
  func roles() {
    var script = AppScript(Worker(id: WorkerID(1), name: "Ivor Penn", role: .adm))
    let requests = script.send(.started).requests
    #expect(requests.contains(.workers) && requests.contains(.counts))
    #expect(!requests.contains(.board(withDeparted: false)))
    #expect(!requests.contains(.people(PageRequest())))
    #expect(script.press(.custody).requests == [])
    #expect(script.state.pane == .today)
    #expect(script.state.message?.words.contains("administrator") == true)
  }

  @Test("An answer nobody waits for any more is dropped")
  func stale() {
    var script = AppScript()
    let first = script.send(.started)
    let second = script.press(.refresh)
    script.answer(second, .board([AppExamples.detention(1)])) { $0 == .board(withDeparted: false) }
    script.answer(first, .board([AppExamples.detention(2)])) { $0 == .board(withDeparted: false) }
    script.press(.custody)
    #expect(script.state.frontPlace?.subject == RecordRef(.custodyEntry, 1))
  }

  @Test("What others save is counted; only the refresh key moves the list")
  func held() {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    let changes = script.send(.recordsChanged)
    script.answer(changes, .board([AppExamples.detention(2), AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    #expect(script.state.changedCount == 1)
    #expect(script.state.frontPlace?.shownCount == 1)
    script.press(.refresh)
    #expect(script.state.changedCount == 0)
    #expect(script.state.frontPlace?.shownCount == 2)
    #expect(script.state.frontPlace?.subject == RecordRef(.custodyEntry, 1))
    #expect(script.state.message?.words == "1 change brought in.")
  }

  @Test("A failed reading says why and leaves what was there")
  func failure() {
    var script = AppScript()
    let effects = script.send(.started)
    guard let ticket = effects.ticket(where: { $0 == .board(withDeparted: false) }) else { return }
    script.send(.answered(.failed(Trouble("The file is locked. Try again.")), ticket))
    script.press(.custody)
    #expect(script.state.frontPlace?.phase == .failed("The file is locked. Try again."))
    let again = script.press(.refresh)
    script.answer(again, .board([AppExamples.detention(1)])) { $0 == .board(withDeparted: false) }
    #expect(script.state.frontPlace?.phase == .loaded)
  }

  @Test("Narrowing the list of everybody asks the records; a short list narrows itself")
  func narrowing() {
    var script = AppScript()
    script.press(.people)
    #expect(script.type("smi").requests == [.people(PageRequest(narrow: "smi"))])
    #expect(script.send(.erased).requests == [.people(PageRequest(narrow: "sm"))])
    script.press(.back)
    #expect(script.state.frontPlace?.narrow == "")
    script.press(.custody)
    #expect(script.type("m").requests == [])
    #expect(script.state.frontPlace?.narrow == "m")
  }

  @Test("The last rows of a long list are read by their end")
  func end() {
    var script = AppScript()
    script.press(.people)
    let effects = script.press(.refresh)
    let rows = (0..<200).map { AppExamples.person(Int64($0), "Smith\($0)") }
    script.answer(
      effects,
      .people(RowPage(lines: rows, hasBefore: false, hasAfter: true, total: .moreThan(1000)))
    ) { request in
      if case .people = request { true } else { false }
    }
    #expect(script.press(.bottom).requests == [.people(PageRequest(.last))])
  }

  @Test("Another day asks for that day", arguments: [(Command.later, 6), (.earlier, 4), (.now, 5)])
  func days(command: Command, day: Int) {
    var script = AppScript()
    script.press(.appointments)
    let wanted = CalendarDate(year: 2007, month: 10, day: day) ?? .earliest
    #expect(script.press(command).requests == [.diary(wanted, everyone: false)])
  }

  @Test("Whose clients are listed can be chosen")
  func scopes() {
    var script = AppScript()
    script.press(.caseload)
    #expect(script.press(.scopeTeam).requests == [.caseload(.team, PageRequest(limit: 500))])
    #expect(script.press(.scopeAll).requests == [.caseload(.all, PageRequest())])
    #expect(script.press(.scopeAll).requests == [])
    #expect(script.state.message != nil)
  }
}
