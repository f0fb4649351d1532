import CaseApp
import CaseRules
import Testing

/// GEN-006: what stands between the worker and the work.
@Suite("The door")
struct DoorTests {
  private static func locked() -> AppScript {
    var script = AppScript()
    script.send(.started)
    script.press(.caseload)
    script.press(.lock)
    return script
  }

  @Test("GEN-006: locking hides the work, wipes what was typed, and leaves an entry on the trail")
  func lock() {
    var script = AppScript()
    script.send(.started)
    let effects = script.press(.lock)
    #expect(effects.contains(.hideWork))
    #expect(effects.contains(.door(.wipe)))
    #expect(effects.contains(.noteLock(byIdling: false)))
    #expect(effects.contains(.discardTypedAhead))
    guard case .locked(let lock)? = script.state.door?.page else {
      Issue.record("not locked")
      return
    }
    #expect(lock.worker == AppScript.worker)
    #expect(lock.idleMinutes == nil)
  }

  @Test("GEN-006: after idle_lock_minutes the lock says why")
  func idle() {
    var script = AppScript()
    script.send(.started)
    #expect(script.send(.idled).contains(.noteLock(byIdling: true)))
    guard case .locked(let lock)? = script.state.door?.page else {
      Issue.record("not locked")
      return
    }
    #expect(lock.idleMinutes == 10)
  }

  @Test("No key reaches the work through the lock")
  func noKey() {
    var script = Self.locked()
    let before = script.state
    let actions: [AppAction] = [
      .typed("x", rows: 5), .erased, .pasted("quit"), .menuOpened(.goTo, keys: ["Ctrl+G"]),
      .keysPending(["Ctrl+G"]), .form(.chose(.save)), .keyCaught("x"), .idled, .idleWarned,
    ]
    for action in actions + Command.allCases.map({ .pressed($0, rows: 5) }) {
      #expect(script.send(action).isEmpty, "\(action)")
      #expect(script.state == before, "\(action)")
    }
  }

  @Test("A password is never part of the state: only how long it is")
  func secret() {
    var script = Self.locked()
    let effects = script.send(.door(.typed("q")))
    #expect(effects == [.door(.edit(.password, .append("q")))])
    #expect(script.state.door?.length(.password) == 1)
    script.send(.door(.typed("u")))
    script.send(.door(.erased))
    #expect(script.state.door?.length(.password) == 1)
    script.send(.door(.cleared))
    #expect(script.state.door?.length(.password) == 0)
    #expect(!"\(script.state.door as Any)".contains("\"q\""))
  }

  @Test("Enter knocks once; while the desk looks, keys wait; a wrong password empties the field")
  func knock() {
    var script = Self.locked()
    #expect(script.send(.door(.entered)).isEmpty)
    script.send(.door(.typed("q")))
    #expect(script.send(.door(.entered)) == [.door(.unlock)])
    #expect(script.send(.door(.entered)).isEmpty)
    #expect(script.send(.door(.typed("x"))).isEmpty)
    #expect(script.send(.door(.refused("This is not the password."))) == [.door(.wipe)])
    #expect(script.state.door?.length(.password) == 0)
    #expect(script.state.door?.problem == "This is not the password.")
  }

  @Test("The same worker comes back to the same place; another one to their own first screen")
  func admitted() {
    var script = Self.locked()
    script.send(.door(.admitted(script.state.session, news: nil)))
    #expect(script.state.door == nil)
    #expect(script.state.pane == .caseload)

    script.press(.lock)
    var session = script.state.session
    session.worker = Worker(id: WorkerID(9), name: "Kiran Shah", role: .cjit)
    let effects = script.send(.door(.admitted(session, news: nil)))
    #expect(script.state.door == nil)
    #expect(script.state.pane == .today)
    #expect(script.state.session.worker.id == WorkerID(9))
    #expect(!effects.requests.isEmpty)
  }

  @Test("The role is read again: whoever comes back in another one begins at its first screen")
  func otherRole() {
    var script = Self.locked()
    var session = script.state.session
    session.worker.role = .sup
    script.send(.door(.admitted(session, news: nil)))
    #expect(script.state.pane == .today)
    #expect(script.state.session.worker.role == .sup)
  }

  @Test("An answer to the last worker's question is nobody's any more")
  func lateAnswer() {
    var script = AppScript()
    let asked = script.send(.started)
    var session = script.state.session
    session.worker = Worker(id: WorkerID(9), name: "Kiran Shah", role: .cjit)
    script.press(.lock)
    script.send(.door(.admitted(session, news: nil)))
    let before = script.state
    if let ticket = asked.ticket(where: { _ in true }) {
      script.send(
        .answered(.read(.today(AppExamples.view(unfinished: [AppExamples.unfinished]))), ticket))
    }
    #expect(script.state.unfinished == before.unfinished)
  }

  @Test("T12: a session that may not be any more ends in words, with nobody at work")
  func ended() {
    var script = AppScript()
    script.send(.started)
    let effects = script.send(.sessionEnded("You no longer work here."))
    #expect(effects.contains(.endSession))
    #expect(effects.contains(.hideWork))
    #expect(script.state.session.worker == .nobody)
    #expect(script.state.door?.notice == "You no longer work here.")
    #expect(script.state.door?.page == .signIn)
  }

  @Test("After half an hour the lock becomes a sign-in for anybody")
  func lapsed() {
    var script = Self.locked()
    #expect(script.send(.door(.lapsed)).contains(.signOut))
    #expect(script.state.door?.page == .signIn)
    #expect(script.state.session.worker == .nobody)
  }

  @Test("Switching roles is for demonstrations, and the reason is said elsewhere")
  func roles() {
    var script = AppScript()
    script.send(.started)
    #expect(script.state.whyNot(.switchRole) == "Roles are switched in a demonstration only")
    var demo = AppScript(isDemo: true)
    demo.send(.started)
    #expect(demo.state.whyNot(.switchRole) == nil)
    demo.press(.switchRole)
    demo.press(.bottom)
    #expect(demo.press(.take) == [.switchRole(.adm)])
  }
}
