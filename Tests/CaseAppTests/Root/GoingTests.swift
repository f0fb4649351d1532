import CaseApp
import CaseRules
import Testing

@Suite("Going from place to place")
struct GoingTests {
  private func onBoard() -> AppScript {
    var script = AppScript()
    let lines = (1...4).map { AppExamples.detention(Int64($0)) }
    script.answer(script.send(.started), .board(lines)) { $0 == .board(withDeparted: false) }
    script.press(.custody)
    return script
  }

  @Test("Back goes one level: the narrowing, the page, the pane; on Today it says how to leave")
  func back() {
    var script = onBoard()
    script.press(.courtList)
    script.type("x")
    #expect(script.state.pages.count == 1)
    script.press(.back)
    #expect(script.state.frontPlace?.narrow == "" && script.state.pages.count == 1)
    script.press(.back)
    #expect(script.state.pages.isEmpty && script.state.pane == .custody)
    script.press(.back)
    #expect(script.state.pane == .today)
    #expect(script.press(.back).contains(.quit) == false)
    #expect(script.state.message?.command == .leaveMenu)
  }

  @Test("Going to a list shows it whole: what was typed into it last is over")
  func whole() {
    var script = onBoard()
    script.type("C-0003")
    #expect(script.state.frontPlace?.shownCount == 1)
    script.press(.home)
    script.press(.custody)
    #expect(script.state.frontPlace?.narrow == "" && script.state.frontPlace?.shownCount == 4)
    script.press(.people)
    script.type("br")
    script.press(.custody)
    let read = script.press(.people)
    #expect(read.requests == [.people(PageRequest())], "a long list is asked for anew")
  }

  @Test("Enter opens the record of the row, and the list below keeps its place")
  func open() {
    var script = onBoard()
    script.press(.down)
    #expect(script.press(.open).requests == [.record(RecordRef(.custodyEntry, 2))])
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 2))
    script.press(.back)
    #expect(script.state.frontPlace?.subject == RecordRef(.custodyEntry, 2))
  }

  @Test("The next and the previous record go along the list below")
  func neighbours() {
    var script = onBoard()
    script.press(.open)
    script.press(.nextRecord)
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 2))
    script.press(.previousRecord)
    script.press(.previousRecord)
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 1))
    #expect(script.state.message?.words == "That was the first one.")
    #expect(script.state.pages.count == 1)
  }

  @Test("The last two records are a key apart")
  func lastRecord() {
    var script = onBoard()
    script.press(.open)
    script.press(.back)
    script.press(.down)
    script.press(.open)
    script.press(.lastRecord)
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 1))
    script.press(.lastRecord)
    #expect(script.state.openRecord == RecordRef(.custodyEntry, 2))
    #expect(script.state.pages.count == 1)
  }

  @Test("Panes follow one another, forwards and backwards")
  func panes() {
    var script = AppScript()
    var seen: [PaneID] = []
    for _ in 0..<5 {
      script.press(.nextPane)
      seen.append(script.state.pane)
    }
    #expect(seen == [.custody, .caseload, .appointments, .people, .today])
    script.press(.previousPane)
    #expect(script.state.pane == .people)
  }

  @Test("A number typed into the box opens its record")
  func number() {
    var script = AppScript()
    script.press(.openByNumber)
    script.type("p1042")
    #expect(script.press(.take).requests == [.record(RecordRef(.person, 1042))])
    #expect(script.state.popup == nil)
  }
}

@Suite("Forms between places")
struct FormPlaceTests {
  private func withForm() -> AppScript {
    var script = AppScript()
    script.send(.started)
    let effects = script.press(.newArrival)
    guard case .openForm("arrival", about: nil, let ticket)? = effects.first else {
      Issue.record("The form is asked for")
      return script
    }
    script.send(.answered(.formOpened(OpenedForm(form: "arrival", about: nil)), ticket))
    return script
  }

  @Test("A form that is left with something typed is kept, and the place changes at once")
  func kept() throws {
    var script = withForm()
    #expect(script.isFormOpen)
    script.send(.form(.typed("New")))
    let ticket = try #require(script.press(.caseload).keeping)
    #expect(!script.isFormOpen)
    #expect(script.state.pane == .caseload)
    script.send(.answered(.draftKept(DraftID(7), at: Moment(seconds: 0)), ticket))
    #expect(!script.isFormOpen)
  }

  @Test("Quitting keeps a form first")
  func quit() throws {
    var script = withForm()
    script.send(.form(.typed("New")))
    let effects = script.press(.quit)
    let quitsAtOnce = effects.contains(.quit)
    #expect(!quitsAtOnce)
    let ticket = try #require(effects.keeping)
    let last = script.send(.answered(.draftKept(DraftID(7), at: Moment(seconds: 0)), ticket))
    let quits = last.contains(.quit)
    #expect(quits)
  }

  @Test("A form that cannot be kept is not lost: it comes back")
  func cannotKeep() throws {
    var script = withForm()
    script.send(.form(.typed("New")))
    let ticket = try #require(script.press(.caseload).keeping)
    script.send(.answered(.failed(Trouble("The disk is full.")), ticket))
    #expect(script.isFormOpen)
    let tries = script.press(.quit).contains(.quit)
    #expect(!tries, "and quitting waits for it again")
  }

  @Test("A lost line keeps every form and ends")
  func lostLine() {
    var script = withForm()
    script.send(.form(.typed("New")))
    let effects = script.send(.endAsked)
    #expect(effects.keeping != nil)
    #expect(effects.last == .quit)
  }

  @Test("Two quiet seconds keep the draft")
  func rests() {
    var script = withForm()
    script.send(.form(.typed("New")))
    script.milliseconds += 1_000
    #expect(script.send(.woke).keeping == nil)
    script.milliseconds += 1_000
    #expect(script.send(.woke).keeping != nil)
    #expect(script.send(.woke).keeping == nil)
  }

  @Test("The same form is not opened twice about the same record")
  func once() {
    var script = withForm()
    #expect(script.press(.newArrival).isEmpty)
    #expect(script.state.pages.count == 1)
  }

  @Test("PPL-055: an unanswered call is saved as it opens; what is missing keeps the form open")
  func atOnce() throws {
    var script = AppScript()
    let opening = script.press(.newUnansweredCall)
    let ticket = try #require(opening.opening("unanswered-call"))
    var opened = OpenedForm(form: "unanswered-call", about: nil)
    let held = script.send(.answered(.formOpened(opened), ticket))
    #expect(held.saving == nil)
    #expect(script.isFormOpen, "without a time it stays open")

    var other = AppScript()
    let again = try #require(other.press(.newUnansweredCall).opening("unanswered-call"))
    opened.draft[UnansweredCallForm.rang] = "05/10/2007 13:00"
    let saving = try #require(other.send(.answered(.formOpened(opened), again)).saving)
    let ref = RecordRef(.helplineCall, 3)
    other.send(.answered(.saved(.saved(ref, flags: [], notes: [])), saving))
    #expect(!other.isFormOpen)
    #expect(other.state.message?.words.contains("L-0003") == true)
  }

  @Test("A call with the wish for an appointment leads straight to the appointment")
  func leadsOn() throws {
    for (purposes, leads) in [("APP", true), ("INF", false)] {
      var script = AppScript()
      let ticket = try #require(script.press(.newHelplineCall).opening("helpline-call"))
      var opened = OpenedForm(form: "helpline-call", about: nil)
      opened.draft = FormDraft(texts: [
        HelplineCallForm.started: "05/10/2007 13:00", HelplineCallForm.ended: "05/10/2007 13:10",
        HelplineCallForm.taker: "W-0004", HelplineCallForm.caller: "CLI",
        HelplineCallForm.emergency: "no", HelplineCallForm.fromCustody: "no",
        HelplineCallForm.purposes: purposes,
      ])
      opened.facts.names[RecordRef(.worker, 4)] = "Amina Begum"
      script.send(.answered(.formOpened(opened), ticket))
      let saving = try #require(script.press(.save).saving)
      let ref = RecordRef(.helplineCall, 3)
      script.send(.answered(.saved(.saved(ref, flags: [], notes: [])), saving))
      let after = script.send(.form(.moved(.enter)))
      #expect((after.opening("next-day-appointment", about: ref) != nil) == leads)
    }
  }

  @Test("A form begun before is offered instead of a second one")
  func begunBefore() {
    var script = AppScript()
    script.answer(
      script.send(.started), .today(AppExamples.view(unfinished: [AppExamples.unfinished]))
    ) { $0 == .today }
    script.press(.back)
    script.press(.newArrival)
    guard case .question(let question)? = script.state.popup else {
      Issue.record("It asks")
      return
    }
    #expect(question.buttons.map(\.label) == ["Resume", "Start anew", "Cancel"])
    script.milliseconds += 300
    let effects = script.type("r")
    #expect(effects.contains { if case .resumeDraft(DraftID(5), _) = $0 { true } else { false } })
  }
}

extension [AppEffect] {
  var saving: Ticket? {
    for case .save(_, let ticket) in self { return ticket }
    return nil
  }

  fileprivate func opening(_ form: FormID, about: RecordRef? = nil) -> Ticket? {
    for case .openForm(form, about, let ticket) in self { return ticket }
    return nil
  }

  fileprivate var keeping: Ticket? {
    for case .keepDraft(_, _, let ticket) in self { return ticket }
    return nil
  }
}
