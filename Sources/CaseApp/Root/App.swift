import CaseRules

/// The whole program as one reducer: each kind of event goes to the part that knows it.
package enum App: Feature {
  package static func reduce(
    _ state: inout AppState, _ action: AppAction, in context: AppContext
  ) -> [AppEffect] {
    state.now = context.now
    state.course.goOn()
    guard let before = state.popup else { return respond(to: action, &state, in: context) }
    let effects = respond(to: action, &state, in: context)
    return effects + AppState.searchesNoted(before, then: state.popup)
  }

  private static func respond(
    to action: AppAction, _ state: inout AppState, in context: AppContext
  ) -> [AppEffect] {
    if state.door != nil, let effects = state.hearAtDoor(action, in: context) { return effects }
    switch action {
    case .started: return state.start(in: context)
    case .minutePassed: return state.lookAtTheClock(in: context)
    case .woke: return state.wake(in: context)
    case .handRested:
      state.isHurrying = false
      state.course.noteStep()
      return []
    case .recordsChanged: return state.readAll(.held, in: context)
    case .answered(let reply, let ticket): return state.receive(reply, ticket, in: context)
    case .sessionChanged(let session):
      state.session = session
      return state.readAll(.held, in: context)
    case .looksChanged(let looks):
      state.looks = looks
      return looks.notice.map { state.say($0, .warning, in: context) } ?? []
    case .endAsked: return state.endNow(in: context)
    case .pressed(let command, let rows):
      state.forgetReadMessage()
      return state.obey(command, rows: rows, in: context)
    case .typed(let text, let rows):
      state.forgetReadMessage()
      return state.type(text, rows: rows, in: context)
    case .erased:
      state.forgetReadMessage()
      return state.erase(in: context)
    case .pasted(let text): return state.paste(text, in: context)
    case .menuOpened(let menu, let keys):
      return state.openMenu(menu, keys: keys, in: context)
    case .form(let action):
      state.forgetReadMessage()
      return state.tellFront(action, in: context)
    case .keysPending(let keys):
      state.pendingKeys = keys
      return []
    case .keyCaught(let words): return state.say(words, .info, in: context)
    case .noticed(let words): return state.say(words, .warning, in: context)
    case .idleWarned:
      return state.say("The screen locks in a minute. Any key stays.", .warning, in: context)
    case .idled:
      return state.lock(afterMinutes: context.session.settings.idleLockMinutes, in: context)
    case .sessionEnded(let words): return state.endSession(words, in: context)
    case .door(.admitted(let session, let news)):
      return state.takeOver(session, news, in: context)
    case .door: return []
    }
  }
}
