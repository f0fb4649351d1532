import CaseApp
import CaseRules
import Testing

@Suite("What the key for the next step means after a save")
struct AfterSavingTests {
  private static let worker = Worker(id: WorkerID(4), name: "Cara Doyle", role: .cjit)

  private func caseload() -> AppScript {
    var script = AppScript(Self.worker)
    let lines = (1...3).map { number in
      CaseloadLine(
        ref: RecordRef(.episode, Int64(number)), person: RecordRef(.person, Int64(40 + number)),
        familyName: "MARSH \(number)", givenNames: "Tia", worker: "Cara Doyle",
        state: .activeCommunity, atRisk: false, flags: [])
    }
    script.answer(script.send(.started), .caseload(RowPage(whole: lines))) {
      if case .caseload = $0 { true } else { false }
    }
    script.press(.caseload)
    return script
  }

  /// Whose actions the key asks for.
  private func asked(_ script: inout AppScript) -> RecordRef? {
    for case .actions(let ref) in script.press(.actionsMenu).requests { return ref }
    return nil
  }

  @Test("On a list it is the row the form was about, named in the message")
  func row() {
    var script = caseload()
    script.openAttempt(script.press(.recordCall), heading: "MARSH 1 Tia, born 1980, P-0041")
    script.save(RecordRef(.contact, 9))
    #expect(script.state.message?.row?.ref == RecordRef(.person, 41))
    #expect(script.state.message?.does == "shows what is next")
    // The rows come in anew, and another client stands where the hand is.
    script.press(.actionsMenu)
    guard case .actions(let menu)? = script.state.popup else { return }
    #expect(menu.title.contains("MARSH 1"))
  }

  @Test("A form that was resumed is about whom it was about, not about the row in front")
  func resumed() throws {
    var script = AppScript(Self.worker)
    let about = RecordRef(.person, 77)
    let line = UnfinishedLine(
      draft: DraftID(5), form: ContactAttemptForm.id, title: "Contact attempt", about: about,
      kept: Moment(seconds: 0), answered: 2)
    let started = script.send(.started)
    script.answer(started, .today(AppExamples.view(unfinished: [line]))) { $0 == .today }
    let effects = script.type("r")
    let ticket = try #require(effects.resuming)
    let answers = FormDraft(texts: AppScript.attempt)
    let opened = OpenedForm(
      form: ContactAttemptForm.id, about: about, heading: "BROWN Ann, born 1980, P-0077")
    script.send(
      .answered(
        .draftResumed(
          ResumedDraft(
            draft: DraftID(5),
            kept: KeptDraft(
              form: ContactAttemptForm.id, about: about, draft: answers, base: FormDraft()),
            opened: opened)), ticket))
    script.save(RecordRef(.contact, 9))
    #expect(script.state.message?.row?.name == "BROWN Ann")
    #expect(asked(&script) == about)
  }

  @Test("What is recorded many times a day asks for no Enter when there is nothing more to tell")
  func noEnter() {
    for notes in [[], ["The follow-up is met"]] {
      var script = caseload()
      script.openAttempt(script.press(.recordCall), heading: "MARSH 1 Tia, born 1980, P-0041")
      guard let ticket = script.press(.save).saving else { return }
      script.send(
        .answered(.saved(.saved(RecordRef(.contact, 9), flags: [], notes: notes)), ticket))
      #expect(script.isFormOpen != notes.isEmpty)
      if notes.isEmpty {
        #expect(script.state.message?.words == "Saved: contact attempt (K-0009).")
      }
    }
  }

  @Test("On a record's page it stays that record, whatever the form was about")
  func page() {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    script.press(.open)
    let menu = script.press(.actionsMenu)
    let offered = OfferedForm(
      ContactAttemptForm.id, about: RecordRef(.person, 77), title: "Contact")
    script.answer(menu, .actions([offered])) { if case .actions = $0 { true } else { false } }
    script.openAttempt(script.type("k"), heading: "BROWN Ann")
    script.save(RecordRef(.contact, 9))
    #expect(script.state.message?.row?.ref == RecordRef(.custodyEntry, 1))
    #expect(asked(&script) == RecordRef(.custodyEntry, 1))
  }

  @Test("The page that tells of a save closes with the key, which means the same then")
  func fromSavedPage() {
    var script = caseload()
    script.openAttempt(script.press(.recordCall), heading: "MARSH 1 Tia, born 1980, P-0041")
    guard let ticket = script.press(.save).saving else { return }
    script.send(
      .answered(.saved(.saved(RecordRef(.contact, 9), flags: [], notes: ["To do"])), ticket))
    script.press(.actionsMenu)
    guard case .actions(let menu)? = script.state.popup else {
      Issue.record("No menu")
      return
    }
    #expect(menu.title.contains("MARSH 1"))
  }

  @Test("Ticked rows are done one after the other, and stay what the key acts on")
  func ticked() {
    var script = caseload()
    script.press(.tick)
    script.press(.tick)
    script.openAttempt(script.press(.recordCall))
    let next = script.save(RecordRef(.contact, 9))
    #expect(next.opening?.about == RecordRef(.person, 42))
    script.openAttempt(next)
    script.save(RecordRef(.contact, 10))
    #expect(!script.isFormOpen)
    #expect(script.state.message?.does == "acts on the 2 ticked rows")
    #expect(script.state.message?.row == nil)
  }

  @Test("Leaving one of several forms says how many ticked rows were not begun")
  func leftEarly() {
    var script = caseload()
    for _ in 0..<3 { script.press(.tick) }
    script.openAttempt(script.press(.recordCall))
    script.press(.back)
    #expect(script.state.message?.words.contains("2 ticked rows not begun.") == true)
    script.press(.down)
    script.openAttempt(script.press(.recordCall))
    #expect(script.save(RecordRef(.contact, 9)).opening?.about == RecordRef(.person, 42))
  }

  @Test("A daily key on ticked rows says so where one of them has nothing to record it for")
  func notForEach() {
    var script = caseload()
    script.press(.tick)
    script.press(.tick)
    script.press(.recordMissed)
    #expect(
      script.state.message?.words
        == "Did not come: 2 ticked rows without an appointment that waits for an outcome.")
  }
}
