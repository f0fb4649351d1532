import CaseApp
import CaseRules
import Testing

@Suite("What is known where a form is opened goes with that form alone")
struct AnswersOnTheirWayTests {
  private static let worker = Worker(id: WorkerID(4), name: "Cara Doyle", role: .cjit)

  private func caseload(begun: UnfinishedLine) -> AppScript {
    var script = AppScript(Self.worker)
    let started = script.send(.started)
    script.answer(started, .today(AppExamples.view(unfinished: [begun]))) { $0 == .today }
    let lines = (1...2).map { number in
      CaseloadLine(
        ref: RecordRef(.episode, Int64(number)), person: RecordRef(.person, Int64(40 + number)),
        familyName: "MARSH \(number)", givenNames: "Tia", worker: "Cara Doyle",
        state: .activeCommunity, atRisk: false, flags: [])
    }
    script.answer(started, .caseload(RowPage(whole: lines))) {
      if case .caseload = $0 { true } else { false }
    }
    script.press(.back)
    script.press(.caseload)
    return script
  }

  private func begun(_ form: FormID, about: RecordRef?) -> UnfinishedLine {
    UnfinishedLine(
      draft: DraftID(5), form: form, title: "Begun", about: about, kept: Moment(seconds: 0),
      answered: 2)
  }

  /// What the form that was asked for says when it opens.
  private func draft(_ effects: [AppEffect], _ script: inout AppScript) -> FormDraft? {
    for case .openForm(let id, let about, let ticket) in effects {
      script.send(.answered(.formOpened(OpenedForm(form: id, about: about)), ticket))
      guard case .form(let form)? = script.state.pages.last?.content else { return nil }
      return form.draft
    }
    return nil
  }

  @Test("Begun anew, a form says what the key has said, though one of its kind was asked about")
  func anew() throws {
    var script = caseload(
      begun: begun(ContactAttemptForm.id, about: RecordRef(.person, 41)))
    let asked = script.press(.recordCall)
    #expect(asked.contains(.discardTypedAhead))
    let call = try #require(draft(script.type("s"), &script))
    #expect(call[ContactAttemptForm.method] == ContactMethod.phone.code)
  }

  @Test("Not begun after all, the next form knows nothing of it")
  func cancelled() throws {
    var script = caseload(begun: begun(HandOverSeveralForm.id, about: nil))
    script.press(.tick)
    script.press(.tick)
    script.press(.actionsMenu)
    let asked = script.type("h")
    #expect(asked.contains(.discardTypedAhead))
    script.type("c")
    let arrival = try #require(draft(script.press(.newArrival), &script))
    #expect(arrival.rows[HandOverSeveralForm.clients] == nil)
  }

  @Test("What is typed behind a name and Tab waits to hear who that is, and Esc does not")
  func whoIsMeant() throws {
    var script = AppScript(Self.worker)
    script.send(.started)
    script.open(script.press(.newSPOCReferral))
    let place = FieldPlace(ReferralForm.person)
    script.send(.form(.fieldChosen(place)))
    script.send(.form(.typed("robin marsh")))
    let asked = script.send(.form(.moved(.next)))
    #expect(script.state.mustWait(.form(.typed("x"))))
    #expect(script.state.mustWait(.form(.moved(.next))))
    #expect(!script.state.mustWait(.form(.chose(.back))))
    let hit = LookUpHit(RecordRef(.person, 42), "MARSH Robin, born 03/04/1985")
    for case .lookUp(_, _, let ticket) in asked { script.send(.answered(.lookedUp([hit]), ticket)) }
    #expect(!script.state.mustWait(.form(.typed("x"))))
    guard case .form(let form)? = script.state.pages.last?.content else { return }
    #expect(form.draft[place] == "P-0042" && form.place != place)
  }
}
