import CaseApp
import CaseRules
import Testing

@Suite("Several clients at once")
struct SeveralClientsTests {
  private static let worker = Worker(id: WorkerID(4), name: "Cara Doyle", role: .cjit)

  private func caseload(_ worker: Worker = worker) -> AppScript {
    var script = AppScript(worker)
    let started = script.send(.started)
    let lines = (1...4).map { number in
      CaseloadLine(
        ref: RecordRef(.episode, Int64(number)), person: RecordRef(.person, Int64(40 + number)),
        familyName: "MARSH \(number)", givenNames: "Tia", worker: "Cara Doyle",
        state: number == 4 ? .activeCustody : .activeCommunity, atRisk: false, flags: [])
    }
    script.answer(started, .caseload(RowPage(whole: lines))) {
      if case .caseload = $0 { true } else { false }
    }
    script.press(.caseload)
    return script
  }

  @Test(
    "PPL-012: ticked clients go into one form, a row each, and the records are asked about them")
  func handOver() {
    var script = caseload()
    for _ in 0..<3 { script.press(.tick) }
    let asking = script.press(.actionsMenu)
    let other = OfferedForm(
      HandOverSeveralForm.id, about: RecordRef(.worker, 4), title: "Hand over all of them")
    script.answer(asking, .actionsOfEach(ActionsOfEach([("W-0004", [other])]))) {
      if case .actionsOfEach = $0 { true } else { false }
    }
    let effects = script.type("h")
    guard case .openForm(HandOverSeveralForm.id, about: nil, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let opened = OpenedForm(form: HandOverSeveralForm.id, about: nil)
    let asked = script.send(.answered(.formOpened(opened), ticket))
    guard case .askFacts(_, about: nil, let draft, _)? = asked.first else {
      Issue.record("\(asked)")
      return
    }
    #expect(
      draft.rows[HandOverSeveralForm.clients]?.map { $0.texts[HandOverSeveralForm.client] }
        == ["P-0041", "P-0042", "P-0043"])
  }

  @Test("PPL-012: a client whom somebody else has is left out, with the reason; the others go on")
  func leftOut() {
    let why = "PPL-012: Tom Osei has this client now. Ask them, or a team leader, to hand over"
    func menu(refusing refused: Set<Int64>) -> AppScript {
      var script = caseload()
      for _ in 0..<3 { script.press(.tick) }
      let asking = script.press(.actionsMenu)
      let each = ActionsOfEach(
        (Int64(41)...43).map { number in
          let offer = OfferedForm(
            HandoverForm.id, about: RecordRef(.episode, number), title: "Hand over",
            whyNot: refused.contains(number) ? why : nil)
          return ("MARSH \(number - 40) Tia", [offer])
        })
      script.answer(asking, .actionsOfEach(each)) {
        if case .actionsOfEach = $0 { true } else { false }
      }
      return script
    }
    func item(_ script: AppScript) -> ActionsMenu.Item? {
      guard case .actions(let menu)? = script.state.popup else { return nil }
      return menu.items.first { $0.key == "h" }
    }
    var script = menu(refusing: [42])
    #expect(item(script)?.title == "Hand over 2 of these 3 clients")
    #expect(item(script)?.note == "MARSH 2 Tia: " + why)
    let effects = script.type("h")
    guard case .openForm(HandOverSeveralForm.id, about: nil, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let asked = script.send(
      .answered(.formOpened(OpenedForm(form: HandOverSeveralForm.id, about: nil)), ticket))
    guard case .askFacts(_, about: nil, let draft, _)? = asked.first else {
      Issue.record("\(asked)")
      return
    }
    #expect(
      draft.rows[HandOverSeveralForm.clients]?.map { $0.texts[HandOverSeveralForm.client] }
        == ["P-0041", "P-0043"])
    #expect(item(menu(refusing: [41, 42, 43]))?.whyNot == "MARSH 1 Tia: " + why)
  }

  @Test("The list of ticked clients is written, and papers of nobody the hand only stands on")
  func papers() {
    var script = caseload()
    func printed(_ script: AppScript) -> [Bool] {
      guard case .question(let question)? = script.state.popup else { return [] }
      return question.buttons.map { if case .print = $0.doing { true } else { false } }
    }
    script.press(.print)
    #expect(printed(script).count { $0 } == 2)
    script.press(.back)
    for _ in 0..<2 { script.press(.tick) }
    script.press(.print)
    #expect(printed(script) == [false, false, false])
  }

  @Test("PPL-012: the ticks go with the handover that is saved, and stay where it is left")
  func ticksGo() {
    var script = caseload()
    for _ in 0..<3 { script.press(.tick) }
    script.press(.actionsMenu)
    script.open(script.type("h"), facts: Self.facts)
    script.send(.form(.chose(.back)))
    #expect(script.state.frontPlace?.tickedCount == 3)

    script.press(.actionsMenu)
    script.open(
      script.type("h"),
      answers: [
        HandOverSeveralForm.worker: "W-0007", HandOverSeveralForm.reason: "Leave until Monday",
      ], facts: Self.facts)
    script.save(RecordRef(.worker, 7))
    #expect(script.state.frontPlace?.tickedCount == 0)
    #expect(script.state.frontPlace?.tickedSubjects.isEmpty == true)
  }

  @Test("PPL-012: a handover that is answered is ticked no longer, before the list is read anew")
  func answeredTick() {
    var view = AppExamples.view()
    view.handovers = (Int64(1)...2).map { number in
      HandoverLine(
        ref: RecordRef(.handover, number), person: RecordRef(.person, 40 + number),
        name: "MARSH Tia", from: "L.MOSS", to: "C.DOYLE",
        asked: Moment(local: AppScript.today, .midnight),
        reason: "Ring mother first", forMe: true)
    }
    var script = AppScript(Self.worker)
    script.answer(script.send(.started), .today(view)) { $0 == .today }
    script.press(.tick)
    script.press(.tick)
    let abouts = view.handovers.map(\.ref)
    let each = ActionsOfEach(
      abouts.map {
        ($0.text, [OfferedForm(AcceptHandoverForm.id, about: $0, title: "Accept the handover")])
      })
    script.answer(script.press(.actionsMenu), .actionsOfEach(each)) {
      if case .actionsOfEach = $0 { true } else { false }
    }
    let answers = [
      AcceptHandoverForm.worker: "W-0004", AcceptHandoverForm.acceptedBy: "Cara Doyle",
      AcceptHandoverForm.accepted: AppScript.today.uk,
    ]
    func facts(_ handover: RecordRef) -> FormFacts {
      var facts = FormFacts()
      facts.names[RecordRef(.worker, 4)] = "Cara Doyle, CJIT key worker"
      var episode = EpisodeFacts()
      episode.namedWorker = Self.worker
      episode.handover = Handover(
        id: HandoverID(handover.number), episode: EpisodeID(1), person: PersonID(41), kind: .worker,
        from: WorkerID(7), to: WorkerID(4), receiver: "Cara Doyle",
        asked: Moment(local: AppScript.today, .midnight))
      facts.episode = episode
      return facts
    }
    script.open(script.type("y"), answers: answers, facts: facts(abouts[0]))
    let saved = script.save(abouts[0])
    #expect(script.state.panes[.today]?.place.tickedCount == 1)
    script.open(saved, answers: answers, facts: facts(abouts[1]))
    script.save(abouts[1])
    #expect(script.state.frontPlace?.tickedCount == 0)
    #expect(script.state.message?.words.contains("ticked row") == false)
  }

  /// A colleague, and three clients who can be handed over.
  private static let facts: FormFacts = {
    var facts = FormFacts()
    facts.names[RecordRef(.worker, 7)] = "Lee Moss, CJIT key worker"
    var episode = EpisodeFacts()
    episode.namedWorker = Worker(id: WorkerID(7), name: "Lee Moss", role: .cjit)
    for number in 41...43 {
      let ref = RecordRef(.person, Int64(number))
      facts.names[ref] = "MARSH \(number - 40) Tia, P-00\(number)"
      episode.clients[ref] = .init(
        episode: Episode(
          id: EpisodeID(Int64(number - 40)), person: PersonID(Int64(number)),
          state: .activeCommunity, entryPoint: .arrest, opened: .earliest, worker: WorkerID(4)),
        pendingHandover: nil)
    }
    facts.episode = episode
    return facts
  }()

  @Test("A filled cell names its record, says what letters replace, and what is wrong on leaving")
  func linkCell() throws {
    var script = caseload()
    script.press(.tick)
    script.press(.tick)
    script.press(.actionsMenu)
    let effects = script.type("h")
    guard case .openForm(_, _, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    script.send(
      .answered(.formOpened(OpenedForm(form: HandOverSeveralForm.id, about: nil)), ticket))
    func form() throws -> FormFeature.State {
      guard case .form(let form)? = script.state.pages.last?.content else { throw NotThere() }
      return form
    }
    let cell = FieldPlace(HandOverSeveralForm.clients, row: 1, column: HandOverSeveralForm.client)
    script.send(.form(.fieldChosen(cell)))
    #expect(try form().linkInCell == RecordRef(.person, 41))
    script.send(.form(.typed("x")))
    #expect(try form().linkInCell == nil)
    #expect(try form().linkTypedOver == RecordRef(.person, 41))
    script.send(.form(.moved(.down)))
    guard case .unread(let label, _)? = try form().notice else {
      Issue.record("\(String(describing: try form().notice))")
      return
    }
    #expect(label.contains("Client"))
    script.send(.form(.chose(.undo)))
    #expect(try form().draft[cell] == "P-0041")
  }

  private struct NotThere: Error {}

  @Test("One ticked client is handed over by the form for one")
  func one() {
    var script = caseload()
    script.press(.tick)
    script.press(.actionsMenu)
    script.type("z")
    #expect(script.state.message?.words == "No z in this menu." || script.state.popup != nil)
    #expect(!script.isFormOpen)
  }

  @Test("Going back lets go of the value a list is held to, before it leaves the list")
  func back() {
    var script = caseload()
    script.press(.columnRight)
    script.press(.columnRight)
    script.press(.onlyThis)
    #expect(script.state.frontPlace?.onlyWords == "only State: Active in the community")
    #expect(script.state.frontPlace?.shownCount == 3)
    script.press(.back)
    #expect(script.state.frontPlace?.shownCount == 4)
    #expect(script.state.pane == .caseload)
    script.press(.back)
    #expect(script.state.pane == .today)
  }

  @Test("A team leader's caseload is everybody's; a worker's is their own")
  func scope() {
    let leader = Worker(id: WorkerID(9), name: "Sue Lane", role: .sup)
    #expect(caseload(leader).state.list(.caseload)?.place.title == "Caseload, everybody")
    #expect(caseload().state.list(.caseload)?.place.title == "Caseload, mine")
  }
}
