import CaseApp
import CaseRules
import Testing

@Suite("Printing a client's papers")
struct PrintingTests {
  private static let person = RecordRef(.person, 42)

  private static func onPerson() -> AppScript {
    var script = AppScript()
    script.send(.started)
    script.press(.openByNumber)
    script.type("P-42")
    script.press(.take)
    return script
  }

  @Test("The question says what becomes of it; the safe answer prints nothing")
  func asks() {
    var script = Self.onPerson()
    #expect(script.press(.print) == [.discardTypedAhead])
    guard case .question(let question)? = script.state.popup else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.title == "Print the papers of P-0042?")
    #expect(question.buttons[question.focus].isSafe)
    #expect(script.press(.press) == [])
    #expect(script.state.popup == nil)
  }

  @Test("A letter prints, and where the file lies is said")
  func prints() {
    var script = Self.onPerson()
    script.press(.print)
    let effects = script.type("h")
    guard case .print(Self.person, .html, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    script.send(.answered(.read(.printed("/srv/exports/client-P-0042.html")), ticket))
    #expect(
      script.state.message?.words == "client-P-0042.html is written, for you alone, in /srv/exports"
    )
    script.press(.print)
    guard case .print(_, .text, let again)? = script.type("t").first else { return }
    script.send(.answered(.failed(Trouble("The folder is full")), again))
    #expect(script.state.message?.words == "The folder is full")
  }

  @Test("Workloads go to a file as they are shown, those ticked alone")
  func workloads() throws {
    let leader = Worker(id: WorkerID(9), name: "Ruth Calder", role: .sup, team: "North")
    let lines = [4, 5].map {
      WorkloadLine(
        worker: Worker(id: WorkerID($0), name: "Worker \($0)", role: .cjit), clients: 3)
    }
    var script = AppScript(leader)
    script.send(.started)
    script.answer(script.press(.workloads), .workloads(lines)) { $0 == .workloads }
    script.press(.print)
    guard case .exportList(let all, .csv, _)? = script.type("c").first else {
      Issue.record("no list is written")
      return
    }
    #expect(all == .workloads(lines) && all.list == .workloads)
    script.press(.tick)
    script.press(.print)
    guard case .exportList(let ticked, .json, _)? = script.type("j").first else {
      Issue.record("no list is written")
      return
    }
    #expect(ticked == .workloads([lines[0]]))
  }

  @Test("The key is called by what it does in the place: a list is no client's papers")
  func title() {
    let leader = Worker(id: WorkerID(9), name: "Ruth Calder", role: .sup, team: "North")
    let line = WorkloadLine(
      worker: Worker(id: WorkerID(5), name: "Worker 5", role: .cjit), clients: 3)
    var script = AppScript(leader)
    script.send(.started)
    #expect(script.state.title(of: .print) == "Print, or write to a file")
    script.answer(script.press(.workloads), .workloads([line])) { $0 == .workloads }
    #expect(script.state.title(of: .print) == "Write this list to a file")
    #expect(Self.onPerson().state.title(of: .print) == "Print the client's papers")
  }

  @Test("Without a person in front there is nothing to print, and the reason is said")
  func nobody() {
    var script = AppScript()
    script.send(.started)
    script.press(.print)
    #expect(script.state.popup == nil)
    #expect(script.state.message?.words.contains("Pick a person first") == true)
  }
}
