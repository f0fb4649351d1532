import CaseApp
import CaseRules
import Testing

@Suite("What lies over the work")
struct PopupTests {
  @Test("A question does not hear keys typed before it could be read")
  func deaf() {
    var script = AppScript()
    let effects = script.answer(
      script.send(.started), .today(AppExamples.view(unfinished: [AppExamples.unfinished]))
    ) { $0 == .today }
    #expect(effects.contains(.discardTypedAhead))
    script.press(.press, after: 100)
    script.type("r", after: 100)
    script.press(.back, after: 0)
    guard case .question(let question)? = script.state.popup else {
      Issue.record("The question stays")
      return
    }
    #expect(question.buttons[question.focus].isSafe)
    for letter in "rolf" { script.type(String(letter), after: 150) }
    guard case .question? = script.state.popup else {
      Issue.record("Who goes on typing means something else")
      return
    }
    script.press(.press, after: 250)
    #expect(script.state.popup == nil, "after a quarter of a second without a key it hears")
  }

  @Test("A form that was saved meanwhile is told as such, and not held out to be gone on with")
  func savedSince() throws {
    var given = AppExamples.unfinished
    given.draft = DraftID(6)
    given.kept = Moment(seconds: 60)
    given.savedSince = RecordRef(.prescribing, 5)
    func question(_ lines: [UnfinishedLine]) throws -> Question {
      var script = AppScript()
      script.answer(script.send(.started), .today(AppExamples.view(unfinished: lines))) {
        $0 == .today
      }
      guard case .question(let question)? = script.state.popup else { throw NoQuestion() }
      return question
    }
    let both = try question([AppExamples.unfinished, given])
    #expect(
      both.buttons.first?.doing == .resume(DraftID(5), forField: false), "the newest of the others")
    #expect(both.body.contains { $0.hasSuffix("saved since: X-0005") })
    #expect(try question([given]).buttons.map(\.label) == ["Later", "See all"])
  }

  private struct NoQuestion: Error {}

  @Test("Undo in a box takes back all that was typed, and the box stays")
  func emptied() {
    for box in [Command.find, .commands, .help] {
      var script = AppScript()
      script.press(box)
      script.type("brown")
      script.press(.undo)
      switch script.state.popup {
      case .find(let find): #expect(find.query.isEmpty && find.hits.isEmpty)
      case .palette(let palette): #expect(palette.query.isEmpty && palette.items.count > 10)
      case .help(let help): #expect(help.search.isEmpty)
      case .menu, .actions, .filter, .chooser, .reader, .question, nil:
        Issue.record("\(box.rawValue) is closed")
      }
    }
  }

  @Test("A question is answered, not walked away from")
  func question() {
    var script = AppScript()
    script.answer(
      script.send(.started), .today(AppExamples.view(unfinished: [AppExamples.unfinished]))
    ) { $0 == .today }
    script.press(.find)
    script.press(.caseload)
    #expect(script.state.pane == .today)
    script.press(.nextButton)
    let effects = script.press(.press)
    #expect(script.state.popup == nil)
    #expect(effects.requests == [.unfinished], "See all")
  }

  @Test("The palette lists what fits from word starts, and what cannot be used with its reason")
  func palette() {
    var script = AppScript()
    script.press(.commands)
    script.type("cus off")
    guard case .palette(let palette)? = script.state.popup else { return }
    #expect(
      palette.items == [
        .command(.officers, whyNot: nil), .command(.newOfficer, whyNot: nil),
      ])
    #expect(script.press(.take).requests == [.officers])
    script.press(.commands)
    script.type("appointment")
    guard case .palette(let other)? = script.state.popup else { return }
    #expect(other.items.contains(.command(.newAppointment, whyNot: "Pick a person first")))
  }

  @Test("GEN-003: the palette opens records by number, and finds people whose name begins so")
  func paletteRecords() {
    var script = AppScript()
    script.press(.commands)
    script.type("C-17")
    script.press(.take)
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 17))
    script.answer(script.press(.commands), .actions([])) {
      $0 == .actions(RecordRef(.custodyEntry, 17))
    }
    let effects = script.type("brown")
    script.answer(effects, .found([AppExamples.person(1113, "Brown")])) { request in
      if case .find("brown", .near, _) = request { true } else { false }
    }
    script.press(.take)
    #expect(script.state.openRecord == RecordRef(.person, 1113))
  }

  @Test("GEN-003: where a command fits, a person never stands before it")
  func paletteOrder() {
    var script = AppScript()
    script.press(.commands)
    let effects = script.type("bail")
    script.answer(effects, .found([AppExamples.person(1113, "Bailey")])) {
      if case .find = $0 { true } else { false }
    }
    guard case .palette(let palette)? = script.state.popup else { return }
    #expect(palette.items.first == .command(.bailReturns, whyNot: nil))
    #expect(palette.items.contains { if case .record = $0 { true } else { false } })
    script.press(.take)
    #expect(script.state.openRecord == nil)
  }

  @Test("Find shows only the answer to what stands in the box now")
  func find() {
    var script = AppScript()
    script.press(.find)
    let first = script.type("b")
    let second = script.type("r")
    let isFind: (ReadRequest) -> Bool = { if case .find = $0 { true } else { false } }
    script.answer(second, .found([AppExamples.person(2, "Brown")]), where: isFind)
    if let ticket = first.ticket(where: isFind) {
      script.send(.answered(.read(.found([AppExamples.person(1, "Bacon")])), ticket))
    }
    guard case .find(let find)? = script.state.popup else { return }
    #expect(find.hits.map(\.ref.number) == [2])
    #expect(script.press(.take).requests == [.record(RecordRef(.person, 2))])
  }

  @Test("Themes are shown while choosing; back puts the old one on again")
  func themes() {
    var script = AppScript()
    script.press(.theme)
    #expect(script.press(.down) == [.useTheme("Light", keep: false)])
    #expect(script.press(.back) == [.useTheme("Dark", keep: false)])
    script.press(.theme)
    script.press(.down)
    #expect(script.press(.take) == [.useTheme("Light", keep: true)])
  }

  @Test("The actions menu offers what the record allows; what it does not says why")
  func actions() {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    let asked = script.press(.actionsMenu)
    #expect(asked.requests == [.actions(RecordRef(.custodyEntry, 1))])
    let offered = [
      OfferedForm("offer", about: RecordRef(.custodyEntry, 1), title: "Offer"),
      OfferedForm(
        "dir", about: RecordRef(.custodyEntry, 1), title: "DIR",
        whyNot: "CUS-016: Not seen"),
    ]
    script.answer(asked, .actions(offered)) { if case .actions = $0 { true } else { false } }
    script.type("i")
    #expect(script.state.message?.words == "DIR: CUS-016: Not seen.")
    let effects = script.type("o")
    #expect(
      effects.contains {
        if case .openForm("offer", about: RecordRef(.custodyEntry, 1), _) = $0 {
          true
        } else {
          false
        }
      })
  }

  private func menu(_ offered: [OfferedForm]) -> AppScript {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    let asked = script.press(.actionsMenu)
    script.answer(asked, .actions(offered)) { if case .actions = $0 { true } else { false } }
    return script
  }

  private func offer(_ form: FormID, _ title: String, whyNot: String? = nil) -> OfferedForm {
    OfferedForm(form, about: RecordRef(.person, 1), title: title, whyNot: whyNot)
  }

  private func titles(_ script: AppScript) -> [String] {
    guard case .actions(let menu)? = script.state.popup else { return [] }
    return menu.items.map(\.title)
  }

  @Test("Actions of many rooms are grouped: a letter opens a group, back leads out of it")
  func groups() {
    var script = menu([
      offer("person", "Change the details"), offer("contact-attempt", "Record a contact"),
      offer("transfer-out", "Transfer out", whyNot: "PPL-012: A handover waits"),
      offer("handover", "Hand over"), offer("treatment", "Refer to treatment"),
    ])
    #expect(
      titles(script) == [
        "Record a contact", "Hand over", "Treatment and prescribing ...", "Caseload ...",
        "Record ...", "Open",
      ])
    script.type("l")
    #expect(titles(script) == ["Hand over", "Transfer out"], "what can be done stands first")
    script.type("t")
    #expect(script.state.message?.words == "Transfer out: PPL-012: A handover waits.")
    script.press(.back)
    #expect(titles(script).count == 6)
    script.type("t")
    let effects = script.type("u")
    #expect(
      effects.contains {
        if case .openForm("treatment", about: RecordRef(.person, 1), _) = $0 { true } else { false }
      })
  }

  @Test("GEN-008: on a row that is due the form that meets it stands first, a group's letter apart")
  func dueFirst() {
    for (form, key) in [(CarePlanForm.id, Character("m")), (TreatmentForm.id, nil)] {
      var script = AppScript()
      var view = AppExamples.view()
      let person = RecordRef(.person, 12)
      view.due = [
        DueLine(
          ref: person, person: person, personName: "BROWN Tia", name: "Care-plan review",
          rule: "PPL-016", owner: "A.BEGUM", startFact: "", due: .earliest, status: .overdue,
          working: "", metByForm: form)
      ]
      script.answer(script.send(.started), .today(view)) { $0 == .today }
      let asked = script.press(.actionsMenu)
      let offered = [
        ContactAttemptForm.id, HandoverForm.id, TransferOutForm.id, TreatmentForm.id,
        CarePlanForm.id, PersonForm.id,
      ].map { OfferedForm($0, about: person, title: $0.text) }
      script.answer(asked, .actions(offered)) { $0 == .actions(person) }
      guard case .actions(let menu)? = script.state.popup else {
        Issue.record("The menu stays")
        return
      }
      #expect(menu.current?.title == form.text)
      #expect(menu.current?.key == key)
      #expect(menu.items.count { $0.title == form.text } == 1)
    }
  }

  @Test("The help has the newest message for a minute after it is gone, and none later")
  func messageAgain() {
    func said(after milliseconds: Int64) -> Message? {
      var script = AppScript()
      script.send(.keyCaught("That does nothing here."))
      let words = script.state.message?.words
      #expect(words != nil)
      script.press(.custody)
      #expect(script.state.message == nil)
      script.press(.help, after: milliseconds)
      guard case .help(let help)? = script.state.popup else { return nil }
      #expect(help.said == nil || help.said?.words == words)
      return help.said
    }
    #expect(said(after: 10_000) != nil)
    #expect(said(after: 70_000) == nil)
  }

  @Test("GEN-003: a refusal shared by every action is said once, after what can be done")
  func refusedAlike() {
    let why = "As team leader you can read the custody board and DIRs but not change them"
    let script = menu([
      offer("offer", "Record the offer", whyNot: why), offer("approach", "Approach", whyNot: why),
      offer("permission", "Permission", whyNot: why), offer("consent", "Record a consent"),
    ])
    #expect(titles(script) == ["Record a consent", "Open", "3 other actions"])
    guard case .actions(let menu)? = script.state.popup else { return }
    #expect(menu.items.last?.whyNot == why)
  }

  @Test("Ticked rows are done one after the other with the same form")
  func several() throws {
    var script = AppScript()
    script.answer(
      script.send(.started), .board([AppExamples.detention(1), AppExamples.detention(2)])
    ) { $0 == .board(withDeparted: false) }
    script.press(.custody)
    script.press(.tick)
    script.press(.tick)
    let asked = script.press(.actionsMenu)
    let abouts = [RecordRef(.custodyEntry, 1), RecordRef(.custodyEntry, 2)]
    #expect(asked.requests == [.actionsOfEach(abouts)])
    let each = ActionsOfEach(
      abouts.map { ($0.text, [OfferedForm("offer", about: $0, title: "Offer")]) })
    script.answer(asked, .actionsOfEach(each)) {
      if case .actionsOfEach = $0 { true } else { false }
    }
    #expect(titles(script) == ["Offer", Command.tickAll.title], "nothing for one row alone")
    let opening = try #require(script.type("o").opening)
    #expect(opening.form == "offer" && opening.about == abouts[0])
  }

  @Test("A message goes with the next key, a problem after its six seconds")
  func messages() {
    var script = AppScript()
    script.send(.keyCaught("That does nothing here."))
    #expect(script.state.message != nil)
    script.press(.custody)
    #expect(script.state.message == nil)
    script.send(.keyCaught("That does nothing here."))
    script.milliseconds += 5_999
    script.send(.woke)
    #expect(script.state.message != nil)
    script.milliseconds += 1
    script.send(.woke)
    #expect(script.state.message == nil)
  }

  @Test("Names can be hidden")
  func names() {
    var script = AppScript()
    script.press(.hideNames)
    #expect(script.state.hidesNames)
    script.press(.hideNames)
    #expect(!script.state.hidesNames)
  }
}
