import CaseApp
import CaseRules
import Testing

@Suite("From a record to its history")
struct HistoryTests {
  private static let person = RecordRef(.person, 42)

  private static func onPerson() -> AppScript {
    var script = AppScript()
    script.send(.started)
    script.press(.openByNumber)
    script.type("P-42")
    script.press(.take)
    return script
  }

  @Test("GEN-003: one key from a record's page asks for its history, newest first")
  func opens() {
    var script = Self.onPerson()
    let effects = script.press(.history)
    guard case .read(.trail(let ask, let page), _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(ask == TrailAsk(about: Self.person))
    #expect(page.narrow.isEmpty && page.place == .first)
  }

  @Test("earlier and later turn the month, this day goes back to all of it")
  func months() {
    var script = Self.onPerson()
    script.press(.history)
    guard case .read(.trail(let first, _), _)? = script.press(.earlier).first,
      case .read(.trail(let second, _), _)? = script.press(.earlier).first,
      case .read(.trail(let third, _), _)? = script.press(.now).first
    else {
      Issue.record("nothing is asked")
      return
    }
    #expect(first.month == script.state.now.date.firstOfMonth)
    #expect(second.month == script.state.now.date.firstOfMonth.adding(days: -1).firstOfMonth)
    #expect(third.month == nil)
  }

  @Test("GEN-003: what it is narrowed to is noted once the hand has rested, not letter by letter")
  func narrowing() {
    var script = Self.onPerson()
    script.press(.history)
    let effects = script.type("l")
    guard case .read(.trail(_, let page), let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(page.narrow == "l")
    let answer = TrailAnswer(page: RowPage(whole: []), understood: ["looks"], unknown: [])
    let after = script.send(.answered(.read(.trail(answer)), ticket))
    #expect(after == [.wake(afterMilliseconds: 1_000)])
    #expect(script.send(.woke) == [.noteTrail(TrailAsk(about: Self.person), "l")])
    #expect(script.send(.woke) == [], "once")
  }

  @Test(
    "GEN-003: held to one kind, or to looks without relation, the trail is asked for just those")
  func held() {
    var script = Self.onPerson()
    script.press(.history)
    let all = script.state.frontPlace?.valuesToHold ?? []
    #expect(all.map(\.display).contains("What: looks"))
    guard let unrelated = all.first(where: { $0.words == "no relation to the client" }) else {
      Issue.record("\(all.map(\.display))")
      return
    }
    script.press(.filterBy)
    script.type("no relation")
    let effects = script.press(.take)
    guard case .read(.trail(let ask, let page), let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(unrelated.title == "Person")
    #expect(ask.related == false && ask.about == Self.person && page.place == .first)
    let answer = TrailAnswer(page: RowPage(whole: []), understood: [], unknown: [])
    script.send(.answered(.read(.trail(answer)), ticket))
    #expect(script.send(.woke) == [.noteTrail(ask, "")])
    #expect(script.send(.woke) == [], "once")
  }

  @Test("what is shown goes to a file when it is asked for, and the safe answer writes nothing")
  func exports() {
    var script = Self.onPerson()
    script.press(.history)
    #expect(script.press(.print) == [.discardTypedAhead])
    let effects = script.type("j")
    guard case .exportTrail(let ask, "", .json, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(ask.about == Self.person)
    script.send(.answered(.read(.printed("/srv/exports/trail-1.json")), ticket))
    #expect(script.state.message?.words.hasPrefix("trail-1.json is written") == true)
  }
}
