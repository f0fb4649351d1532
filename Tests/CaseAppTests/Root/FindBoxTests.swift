import CaseApp
import CaseRules
import Testing

@Suite("The box that finds people")
struct FindBoxTests {
  @Test("Whoever was looked for and not found is who the new record is for, and nobody after that")
  func newPerson() {
    var script = AppScript()
    script.press(.find)
    script.type("brown tia 3/4/85")
    script.send(.menuOpened(.new, keys: ["Ctrl+N"]))
    script.open(script.press(.newPerson))
    func draft() -> FormDraft? {
      guard case .form(let form)? = script.state.pages.last?.content else { return nil }
      return form.draft
    }
    #expect(draft()?[PersonForm.family] == "Brown" && draft()?[PersonForm.given] == "Tia")
    #expect(draft()?[PersonForm.born] == "03/04/1985")
    var other = AppScript()
    other.press(.find)
    other.type("brown")
    other.send(.menuOpened(.new, keys: ["Ctrl+N"]))
    other.press(.back)
    other.press(.down)
    script = other
    script.open(script.press(.newPerson))
    #expect(draft()?[PersonForm.family] == "")
  }

  @Test("A search is made ready as the box opens, for whoever may search people")
  func ready() {
    var script = AppScript()
    #expect(script.press(.find).contains(.readyToFind))
    script.press(.back)
    var desk = AppScript(Worker(id: WorkerID(9), name: "Jo Field", role: .dio))
    #expect(!desk.press(.openByNumber).contains(.readyToFind))
  }

  private static func person(_ number: Int64, _ because: String = "name") -> PersonLine {
    var line = AppExamples.person(number, "Brown")
    line.because = because
    return line
  }

  private static func asks(_ depth: FindDepth) -> (ReadRequest) -> Bool {
    { if case .find(_, depth, _) = $0 { true } else { false } }
  }

  private static func box(_ script: AppScript) throws -> FindBox {
    guard case .find(let find)? = script.state.popup else { throw NoBox() }
    return find
  }

  private struct NoBox: Error {}

  @Test("The first hits are shown at once; those who may be meant come behind them, and none moves")
  func tiers() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("brown")
    let further = script.answer(
      typed, .found([Self.person(1), Self.person(2)]), where: Self.asks(.near))
    #expect(try Self.box(script).isLookingFurther)
    script.press(.down)
    // The whole answer has them in another order, and one more.
    script.answer(
      further, .found([Self.person(3, "sounds like Brown"), Self.person(2), Self.person(1)]),
      where: Self.asks(.far))
    let box = try Self.box(script)
    #expect(box.hits.map(\.ref.number) == [1, 2, 3])
    #expect(box.hits.last?.because == "sounds like Brown")
    #expect(box.current?.ref.number == 2)
    #expect(!box.isLookingFurther && !box.isAsking)
  }

  @Test("An answer to fewer letters is dropped, whether the first or the rest")
  func stale() throws {
    var script = AppScript()
    script.press(.find)
    let first = script.type("b")
    let rest = script.answer(first, .found([Self.person(1)]), where: Self.asks(.near))
    let second = script.type("r")
    script.answer(rest, .found([Self.person(9)]), where: Self.asks(.far))
    #expect(try Self.box(script).hits.map(\.ref.number) == [1])
    script.answer(second, .found([Self.person(2)]), where: Self.asks(.near))
    #expect(try Self.box(script).hits.map(\.ref.number) == [2])
  }

  @Test("Nobody is opened whom fewer letters have found")
  func early() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("b")
    script.answer(typed, .found([Self.person(1)]), where: Self.asks(.near))
    script.type("r")
    #expect(script.press(.take).requests == [])
    #expect(script.state.openRecord == nil)
    #expect(try Self.box(script).query == "br")
  }

  @Test("GEN-003: a search is noted once, when the box closes or something else is typed")
  func noted() throws {
    var script = AppScript()
    script.press(.find)
    func note(_ effects: [AppEffect]) -> [AppEffect] {
      effects.filter { if case .noteSearch = $0 { true } else { false } }
    }
    for letter in ["b", "r", "o"] {
      let typed = script.type(letter)
      #expect(note(typed) == [])
      script.answer(typed, .found([Self.person(1)]), where: Self.asks(.near))
    }
    let erased = script.send(.erased)
    #expect(note(erased) == [.noteSearch("bro", found: 1)])
    script.answer(erased, .found([Self.person(1), Self.person(2)]), where: Self.asks(.near))
    #expect(note(script.send(.erased)) == [])
    let again = script.type("u")
    script.answer(again, .found([Self.person(3)]), where: Self.asks(.near))
    #expect(note(script.press(.back)) == [.noteSearch("bu", found: 1)])
  }

  @Test("GEN-003: help lies over the box, goes back to what was found, and is no other search")
  func help() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("brown")
    let rest = script.answer(
      typed, .found([Self.person(1), Self.person(2)]), where: Self.asks(.near))
    script.answer(rest, .found([Self.person(1), Self.person(2)]), where: Self.asks(.far))
    script.press(.down)
    let found = try Self.box(script)
    #expect(script.press(.help) == [])
    guard case .help(let help)? = script.state.popup else {
      Issue.record("no help")
      return
    }
    #expect(help.find == found)
    #expect(script.press(.back) == [])
    #expect(try Self.box(script) == found)
    #expect(script.press(.take).contains(.noteSearch("brown", found: 2)))
  }

  @Test("What was still looked for when help was asked for is looked for again")
  func helpMeanwhile() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("brown")
    script.press(.help)
    script.answer(typed, .found([Self.person(9)]), where: Self.asks(.near))
    let again = script.press(.back)
    #expect(try Self.box(script).query == "brown")
    script.answer(again, .found([Self.person(1)]), where: Self.asks(.near))
    #expect(try Self.box(script).hits.map(\.ref.number) == [1])
  }

  @Test("The hand stays on a person while more are looked for, whatever help is asked for")
  func helpWhileLookingFurther() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("brown")
    script.answer(typed, .found([Self.person(1), Self.person(2)]), where: Self.asks(.near))
    script.press(.down)
    script.press(.help)
    let again = script.press(.back)
    #expect(try Self.box(script).current?.ref.number == 2)
    script.answer(
      again, .found([Self.person(1), Self.person(2), Self.person(3)]), where: Self.asks(.far))
    #expect(try Self.box(script).current?.ref.number == 2)
    #expect(try Self.box(script).hits.count == 3)
  }

  @Test("GEN-003: opening a hit notes the search, and a box with nothing typed leaves no trace")
  func opened() throws {
    var script = AppScript()
    script.press(.find)
    let typed = script.type("brown")
    script.answer(typed, .found([Self.person(4)]), where: Self.asks(.near))
    #expect(script.press(.take).contains(.noteSearch("brown", found: 1)))
    script.press(.find)
    #expect(
      !script.press(.back).contains { if case .noteSearch = $0 { true } else { false } })
  }
}
