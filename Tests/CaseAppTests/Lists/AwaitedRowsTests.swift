import CaseApp
import CaseRules
import Testing

@Suite("A key that is quicker than the rows of a long list")
struct AwaitedRowsTests {
  private static let abel = AppExamples.person(1, "ABEL")
  private static let rolfe = AppExamples.person(2, "ROLFE")

  private func page(_ lines: [PersonLine], after: Bool = false) -> ReadAnswer {
    .people(
      RowPage(
        lines: lines, hasBefore: false, hasAfter: after, total: .exactly(lines.count)))
  }

  private func isAboutPeople(_ request: ReadRequest) -> Bool {
    if case .people = request { true } else { false }
  }

  /// People, with the hand on the first of them.
  private func people(_ lines: [PersonLine] = [abel, rolfe], after: Bool = false) -> AppScript {
    var script = AppScript()
    script.answer(script.send(.started), page(lines, after: after), where: isAboutPeople)
    script.press(.people)
    return script
  }

  @Test(
    "GEN-003: what is done with a row waits while the rows for the words are on their way",
    arguments: [Command.open, .recordContact, .actionsMenu, .tick, .newContact, .print])
  func narrowing(command: Command) {
    var script = people()
    let first = script.type("r")
    let asked = script.type("olfe")
    #expect(script.state.frontPlace?.subject == Self.abel.ref)
    #expect(script.mustWait(command))
    script.answer(first, page([Self.rolfe]), where: isAboutPeople)
    #expect(script.mustWait(command), "that was for fewer letters")
    script.answer(asked, page([Self.rolfe]), where: isAboutPeople)
    #expect(!script.mustWait(command))
    #expect(script.press(.open).requests == [.record(Self.rolfe.ref)])
  }

  @Test("A search that fails leaves the rows that are there, and they can be used")
  func fails() throws {
    var script = people()
    let ticket = try #require(script.type("x").ticket(where: isAboutPeople))
    script.send(.answered(.failed(Trouble("The file is busy")), ticket))
    #expect(!script.mustWait(.open))
    #expect(script.press(.open).requests == [.record(Self.abel.ref)])
  }

  @Test("The end of a long list is waited for, and so is more of it for a hand that went too far")
  func moves() throws {
    let many = (1...30).map { AppExamples.person(Int64($0), "ABEL") }
    var script = people(many, after: true)
    let end = script.press(.bottom)
    #expect(script.mustWait(.open))
    script.answer(end, page([Self.rolfe]), where: isAboutPeople)
    #expect(script.press(.open).requests == [.record(Self.rolfe.ref)])

    script = people(many, after: true)
    let more = script.press(.pageDown)
    #expect(!script.mustWait(.open), "there are as many as that")
    for _ in 0..<4 { script.press(.pageDown) }
    #expect(script.mustWait(.open))
    let below = (31...60).map { AppExamples.person(Int64($0), "ABEL") }
    script.answer(more, page(below), where: isAboutPeople)
    #expect(script.press(.open).requests == [.record(RecordRef(.person, 30))])
  }

  @Test("The box of all commands offers nothing to be done with the row from before")
  func palette() {
    var script = people()
    let asked = script.type("rolfe")
    script.press(.commands)
    guard case .palette(let early)? = script.state.popup else {
      Issue.record("The box is not open")
      return
    }
    #expect(early.actions == nil)
    script.type("print")
    #expect(script.mustWait(.take), "a name for it is no quicker than its key")
    for _ in "print" { script.send(.erased) }
    script.type("help")
    #expect(!script.mustWait(.take))
    script.press(.back)
    script.answer(asked, page([Self.rolfe]), where: isAboutPeople)
    script.press(.commands)
    guard case .palette(let late)? = script.state.popup else { return }
    #expect(late.actions != nil)
  }

  @Test("Keys wait for other rows of a list, and not for the same ones as they are now")
  func whole() {
    let board = ReadAnswer.board([AppExamples.detention(1)])
    var script = AppScript()
    let first = script.send(.started)
    script.press(.custody)
    #expect(!script.mustWait(.open), "no row was there that a key could be about")
    script.answer(first, board) { $0 == .board(withDeparted: false) }
    script.send(.recordsChanged)
    script.press(.refresh)
    #expect(!script.mustWait(.open), "the hand stays on its record")
    let others = script.press(.showDeparted)
    #expect(script.mustWait(.open) && script.mustWait(.down) && !script.mustWait(.home))
    script.answer(others, board) { $0 == .board(withDeparted: true) }
    #expect(!script.mustWait(.open))
  }

  @Test(
    "Rows that are read again take the place of those for the words: nothing else is waited for")
  func refreshed() {
    var script = people()
    script.type("rolfe")
    let again = script.press(.refresh)
    #expect(script.mustWait(.open))
    script.answer(again, page([Self.rolfe]), where: isAboutPeople)
    #expect(!script.mustWait(.open))
    #expect(script.state.frontPlace?.awaitsRows == false)
  }
}
