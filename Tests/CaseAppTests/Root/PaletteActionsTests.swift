import CaseApp
import CaseRules
import Testing

@Suite("What can be done with the row in front, by its name")
struct PaletteActionsTests {
  private static let entry = RecordRef(.custodyEntry, 1)
  private static let refusal = "TRT-011: The first dose is not planned"

  private static func offered(about ref: RecordRef = entry) -> [OfferedForm] {
    [
      OfferedForm(DoseForm.id, about: ref, title: "Record a dose", whyNot: refusal),
      OfferedForm(FirstDoseForm.id, about: ref, title: "Plan the first dose"),
      OfferedForm(HandoverForm.id, about: ref, title: "Hand over"),
      OfferedForm(UnmergeForm.id, about: ref, title: "Undo the joining with P-1042"),
    ]
  }

  private static let isActions: @Sendable (ReadRequest) -> Bool = {
    if case .actions = $0 { return true }
    if case .actionsOfEach = $0 { return true }
    return false
  }

  private static let isFind: @Sendable (ReadRequest) -> Bool = {
    if case .find = $0 { true } else { false }
  }

  /// The custody board with two rows, and the hand on the first.
  private func board() -> AppScript {
    var script = AppScript()
    script.answer(
      script.send(.started),
      .board([AppExamples.detention(1), AppExamples.detention(2, cell: "M2")])
    ) { $0 == .board(withDeparted: false) }
    script.press(.custody)
    return script
  }

  private func box(typing words: String = "") -> AppScript {
    var script = board()
    script.answer(script.press(.commands), .actions(Self.offered()), where: Self.isActions)
    if !words.isEmpty { script.type(words) }
    return script
  }

  private func palette(_ script: AppScript) -> Palette {
    guard case .palette(let palette)? = script.state.popup else {
      Issue.record("The box of commands is open")
      return Palette()
    }
    return palette
  }

  private func titles(_ script: AppScript) -> [String] {
    palette(script).items.compactMap { item in
      switch item {
      case .action(let action, _): action.title
      case .heading, .about, .command, .elsewhere, .record: nil
      }
    }
  }

  private func elsewhere(_ script: AppScript) -> [String] {
    palette(script).items.compactMap { item in
      if case .elsewhere(let title, let whyNot) = item { "\(title): \(whyNot)" } else { nil }
    }
  }

  @Test(
    "The words of the work find what is done from another record, and what has to be picked first",
    arguments: [
      ("cover", "Cover: Pick a worker first"),
      ("allocate", "Take a referral on: Pick a referral first"),
      ("metha", "Rapid prescribing referral: Pick a person first"),
      ("rapid", "Rapid prescribing referral: Pick a person first"),
      ("optimal dose", "Optimal dose reached: Pick a prescribing episode first"),
    ])
  func elsewhere(typed: String, found: String) {
    #expect(elsewhere(box(typing: typed)).contains(found))
  }

  @Test("What is done elsewhere is only told, and never beside the same that can be done here")
  func elsewhereOnlyTold() {
    var script = box(typing: "cover")
    script.press(.take)
    #expect(script.state.message?.words == "Cover: Pick a worker first.")
    #expect(script.state.pages.isEmpty)
    #expect(!elsewhere(box(typing: "record a dose")).contains { $0.hasPrefix("Record a dose") })
  }

  @Test(
    "Commands are found by what people call them",
    arguments: [
      ("csv", Command.print), ("export", .print), ("csv", .newLargeExport),
      ("telephone", .newHelplineCall), ("search", .find), ("risk", .caseload),
      ("timeline", .people), ("overdose", .overdoseCard), ("papers", .print),
    ])
  func called(typed: String, found: Command) {
    let commands = palette(box(typing: typed)).items.compactMap { item in
      if case .command(let command, _) = item { command } else { nil }
    }
    #expect(commands.contains(found))
  }

  private var boardTitle: String? { board().state.frontPlace?.currentTitle }

  @Test(
    "An action is found by the start of any of its words, and by the name of its form",
    arguments: [
      ("first", ["Plan the first dose"]), ("dose", ["Plan the first dose", "Record a dose"]),
      ("ov ha", ["Hand over"]), ("handover", ["Hand over"]),
      ("unmerge", ["Undo the joining with P-1042"]), ("ose", []), ("P-1042", []),
    ])
  func words(typed: String, found: [String]) {
    let script = box(typing: typed)
    #expect(titles(script) == found)
    let whose = palette(script).items.contains { $0 == .about(boardTitle ?? "") }
    #expect(whose != found.isEmpty, "it is said whose they are")
  }

  @Test("What cannot be done stands after what can, with its reason, and Enter only says it")
  func notNow() {
    var script = box(typing: "record a dose")
    #expect(palette(script).current?.whyNot == Self.refusal)
    let effects = script.press(.take)
    #expect(effects.opening == nil)
    #expect(script.state.message?.words == "Record a dose: \(Self.refusal).")
    #expect(titles(script) == ["Record a dose"], "the box stays")
  }

  @Test("What can be done is under the hand before a command that cannot be used")
  func handOnTheUsable() {
    var script = board()
    script.answer(
      script.press(.commands),
      .actions([OfferedForm("offer", about: Self.entry, title: "Save what was said")]),
      where: Self.isActions)
    script.type("save")
    #expect(palette(script).items.first == .command(.save, whyNot: "There is no form open"))
    guard case .action(let action, _)? = palette(script).current else {
      Issue.record("the hand is on what can be done")
      return
    }
    #expect(action.title == "Save what was said")
  }

  @Test("It is begun as the actions menu begins it, and has the letters that lead to it there")
  func begun() throws {
    var script = box(typing: "first dose")
    guard case .action(_, let keys)? = palette(script).current else {
      Issue.record("the action is under the hand")
      return
    }
    let here = try #require(script.press(.take).opening)
    #expect(script.state.popup == nil)
    var menu = board()
    menu.answer(menu.press(.actionsMenu), .actions(Self.offered()), where: Self.isActions)
    var effects: [AppEffect] = []
    for letter in try #require(keys) where letter != " " { effects = menu.type(String(letter)) }
    let there = try #require(effects.opening)
    #expect(here.form == there.form && here.about == there.about)
    #expect(here.form == FirstDoseForm.id && here.about == Self.entry)
  }

  @Test("Of ticked rows it is the actions of each, one after the other")
  func ticked() throws {
    var script = board()
    script.press(.tick)
    script.press(.tick)
    let asked = script.press(.commands)
    let abouts = [RecordRef(.custodyEntry, 1), RecordRef(.custodyEntry, 2)]
    #expect(asked.requests == [.actionsOfEach(abouts)])
    let each = ActionsOfEach(
      abouts.map { ($0.text, [OfferedForm("offer", about: $0, title: "Put the offer down")]) })
    script.answer(asked, .actionsOfEach(each), where: Self.isActions)
    script.type("put")
    #expect(palette(script).items.first == .about("2 ticked rows, one after the other"))
    let first = script.press(.take)
    #expect(first.opening?.about == abouts[0])
    script.open(first, answers: [:])
    #expect(script.isFormOpen)
  }

  @Test("What comes late moves nothing from under the hand")
  func late() {
    var script = board()
    let asked = script.press(.commands)
    #expect(asked.requests == [.actions(Self.entry)], "no page is opened by it (GEN-003)")
    let typed = script.type("ha")
    script.answer(typed, .found([AppExamples.person(7, "Hayes")]), where: Self.isFind)
    #expect(
      !palette(script).items.contains { if case .record = $0 { true } else { false } },
      "nobody stands where an action may belong")
    let before = palette(script).current
    script.answer(asked, .actions(Self.offered()), where: Self.isActions)
    #expect(titles(script) == ["Hand over"])
    #expect(before == nil || palette(script).current == before)
    guard case .record(let ref, _, _)? = palette(script).items.last else {
      Issue.record("whoever was found stands behind the actions")
      return
    }
    #expect(ref == RecordRef(.person, 7))
    var other = board()
    let question = other.press(.commands)
    other.type("bail")
    let bail = palette(other).current
    other.answer(
      question, .actions([OfferedForm("offer", about: Self.entry, title: "Bail it out")]),
      where: Self.isActions)
    #expect(titles(other) == ["Bail it out"])
    #expect(bail == .command(.bailReturns, whyNot: nil) && palette(other).current == bail)
  }

  @Test(
    "Until it is known, Enter on nothing says so; when it could not be read, nobody is held back")
  func asking() throws {
    var script = board()
    let asked = script.press(.commands)
    let typed = script.type("hay")
    script.answer(typed, .found([AppExamples.person(7, "Hayes")]), where: Self.isFind)
    script.press(.take)
    #expect(script.state.message?.words == "Still looking. Press it again.")
    let ticket = try #require(asked.ticket(where: Self.isActions))
    script.send(.answered(.failed(Trouble("The records are busy.")), ticket))
    #expect(script.press(.take).requests == [.record(RecordRef(.person, 7))])
  }

  @Test("An answer about the row before is dropped, and a row without actions has nobody's")
  func stale() throws {
    var script = board()
    let first = script.press(.commands)
    script.press(.back)
    script.press(.down)
    let second = script.press(.commands)
    let other = RecordRef(.custodyEntry, 2)
    #expect(second.requests == [.actions(other)])
    script.type("first dose")
    let ticket = try #require(first.ticket(where: Self.isActions))
    script.send(.answered(.read(.actions(Self.offered())), ticket))
    #expect(titles(script) == [], "these are those of the row before")
    script.answer(second, .actions(Self.offered(about: other)), where: Self.isActions)
    #expect(titles(script) == ["Plan the first dose"])
    #expect(script.press(.take).opening?.about == other)
    var empty = AppScript()
    empty.press(.custody)
    #expect(empty.press(.commands).requests == [])
    #expect(!palette(empty).items.contains { if case .about = $0 { true } else { false } })
  }

  @Test("A list that comes in meanwhile leaves the box with the row it was opened for")
  func changedMeanwhile() throws {
    var script = board()
    let title = try #require(script.state.frontPlace?.currentTitle)
    let reading = script.press(.refresh)
    let asked = script.press(.commands)
    script.answer(reading, .board([AppExamples.detention(2, cell: "M2")])) {
      $0 == .board(withDeparted: false)
    }
    #expect(script.state.frontPlace?.subject == RecordRef(.custodyEntry, 2))
    script.answer(asked, .actions(Self.offered()), where: Self.isActions)
    script.type("first dose")
    #expect(palette(script).items.first == .about(title))
    #expect(script.press(.take).opening?.about == Self.entry)
  }

  @Test("A page that knows what can be done is not asked, nor is anything in front of a form")
  func known() throws {
    let service = Service(id: AgencyID(3), name: "Ferry House", type: .tierTwo)
    var script = AppScript()
    script.press(.commands)
    script.type(service.ref.text)
    let asked = script.press(.take)
    script.answer(asked, .service(service)) { $0 == .record(service.ref) }
    #expect(script.press(.commands).requests == [])
    script.type("change the serv")
    #expect(titles(script) == ["Change the service"])
    let opening = script.press(.take)
    #expect(opening.opening?.form == ServiceForm.id)
    script.open(opening)
    #expect(script.isFormOpen)
    #expect(script.press(.commands).requests == [])
    script.type("change the serv")
    #expect(titles(script) == [])
  }
}
