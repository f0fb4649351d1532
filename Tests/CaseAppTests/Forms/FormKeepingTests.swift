import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Keeping drafts")
struct FormKeepingTests {
  @Test("A draft is kept on leaving a field, under the number the first time brought")
  func onLeaving() {
    var script = FormScript()
    #expect(script.type("20/11/2026").isEmpty)
    let asked = script.reduce(.moved(.next))
    #expect(asked.kept?.draft.texts["assessed"] == "20/11/2026")
    #expect(asked.kept?.lastPlace == "at")
    guard case .keepDraft(nil, _, let ticket)? = asked.last else {
      Issue.record("Not kept")
      return
    }
    script.reduce(.answered(.draftKept(DraftID(7), at: script.now), ticket))
    #expect(script.state.keeping.keptAt == script.now)
    script.go(to: "says")
    script.type("more")
    guard case .keepDraft(DraftID(7)?, _, _)? = script.reduce(.moved(.next)).last else {
      Issue.record("Not kept under its number")
      return
    }
  }

  @Test("Twenty keys keep it, and so do two seconds of rest; nothing new keeps nothing")
  func whileTyping() {
    var script = FormScript()
    script.go(to: "says")
    #expect(script.type(String(repeating: "x", count: 19)).isEmpty)
    let asked = script.type("x")
    #expect(asked.kept?.draft.texts["says"]?.count == 20)
    script.keepDrafts(asked)
    #expect(script.reduce(.rested).isEmpty)
    script.type("y")
    #expect(script.reduce(.rested).kept?.draft.texts["says"]?.count == 21)
  }

  @Test("One draft at a time is on its way; what follows waits for its number")
  func oneAtATime() {
    var script = FormScript()
    script.go(to: "says")
    let first = script.type(String(repeating: "x", count: 20))
    #expect(script.type(String(repeating: "y", count: 30)).isEmpty)
    guard let ticket = first.keepTicket else {
      Issue.record("Not kept")
      return
    }
    let next = script.reduce(.answered(.draftKept(DraftID(7), at: script.now), ticket))
    #expect(next.kept?.draft.texts["says"]?.count == 50)
  }

  @Test("Leaving keeps the draft; an untouched form leaves nothing behind")
  func leaving() {
    var script = FormScript()
    var untouched = script
    untouched.send(.chose(.back)) { $0.ending = .left(kept: false) }
    script.type("today")
    let asked = script.reduce(.chose(.back))
    #expect(script.face.ending == .left(kept: true))
    #expect(asked.kept?.draft.texts["assessed"] == "22/11/2026")
    #expect(script.state.isWaiting)
  }

  @Test("A form whose draft cannot be kept does not close")
  func cannotKeep() {
    var script = FormScript()
    script.type("today")
    guard let ticket = script.reduce(.chose(.back)).keepTicket else {
      Issue.record("Not kept")
      return
    }
    let trouble = Trouble("The disk is full")
    script.reduce(.answered(.failed(trouble), ticket))
    #expect(script.face.ending == nil)
    #expect(script.face.notice == .trouble(trouble))
    #expect(script.state.keeping.trouble == trouble)
    #expect(script.face.answers["assessed"] == "22/11/2026")
  }

  @Test("A lost line keeps what is typed, the letters under the caret included")
  func hangUp() {
    var script = FormScript()
    script.type("20/1")
    #expect(script.reduce(.hungUp).kept?.draft.texts["assessed"] == "20/1")
    #expect(FormScript().state.isTouched == false)
  }

  @Test("Discarding asks, on the safe button; saving makes the draft go away")
  func discarding() {
    var script = FormScript()
    script.type("today")
    script.keepDrafts(script.reduce(.moved(.next)))
    script.send(.chose(.discard), asking: [.discardTypedAhead]) { $0.popup = "discard" }
    var safe = script
    safe.send(.moved(.enter)) { $0.popup = "" }
    script.send(.moved(.next))
    let asked = script.reduce(.moved(.enter))
    #expect(script.face.ending == .discarded)
    guard case .discardDraft(DraftID(7), _)? = asked.first else {
      Issue.record("Not discarded")
      return
    }
  }

  @Test("A draft whose number is not known yet is discarded when it is")
  func discardingEarly() {
    var script = FormScript()
    script.type("today")
    guard let ticket = script.reduce(.moved(.next)).keepTicket else {
      Issue.record("Not kept")
      return
    }
    script.reduce(.chose(.discard))
    #expect(script.reduce(.chose(.yes)).isEmpty)
    let asked = script.reduce(.answered(.draftKept(DraftID(9), at: script.now), ticket))
    guard case .discardDraft(DraftID(9), _)? = asked.first else {
      Issue.record("Not discarded")
      return
    }
  }

  @Test("A resumed form has its answers, its reasons and the caret where the typing stopped")
  func resumes() {
    var draft = FormDraft(texts: ["assessed": "20/11/2026"])
    draft.rows["drugs"] = [FormDraft.Row(id: 2, texts: ["drug": "HER"])]
    let kept = KeptDraft(
      form: "example", about: nil, draft: draft, reasons: ["EXA-003": "because it was so"],
      lastPlace: "drugs.2.days")
    let script = FormScript(
      resuming: ResumedDraft(
        draft: DraftID(7), kept: kept, opened: OpenedForm(form: "example", about: nil)))
    #expect(script.face.place == "drugs.2.days")
    #expect(script.face.answers == ["assessed": "20/11/2026", "drugs.2.drug": "HER"])
    #expect(script.state.reasons == ["EXA-003": "because it was so"])
    #expect(script.started.factsTicket != nil)
  }

  @Test("A word that was begun when the form was cut off is gone on with, letter by letter")
  func goesOn() {
    let kept = KeptDraft(
      form: "example", about: nil, draft: FormDraft(texts: ["assessed": "20/11/20"]), reasons: [:],
      lastPlace: "assessed")
    var script = FormScript(
      resuming: ResumedDraft(
        draft: DraftID(7), kept: kept, opened: OpenedForm(form: "example", about: nil)))
    script.type("26")
    #expect(script.face.answers["assessed"] == "20/11/2026")
  }

  @Test("An answer that was picked is whole, and another one replaces it")
  func picked() {
    let kept = KeptDraft(
      form: "example", about: nil, draft: FormDraft(texts: ["suite": "SH"]), reasons: [:],
      lastPlace: "suite")
    var script = FormScript(
      resuming: ResumedDraft(
        draft: DraftID(7), kept: kept, opened: OpenedForm(form: "example", about: nil)))
    script.type("n")
    #expect(script.face.text == "n")
  }

  @Test("A resumed form knows which sections were answered: done, or with what is missing")
  func resumesSections() {
    var draft = FormDraft(texts: [
      "assessed": "20/11/2026", "at": "20/11/2026 09:30", "suite": "SH", "consent": "yes",
    ])
    draft.rows["drugs"] = [FormDraft.Row(id: 1, texts: ["drug": "HER"])]
    func resumed(at place: FieldPlace) -> FormScript {
      FormScript(
        resuming: ResumedDraft(
          draft: DraftID(7),
          kept: KeptDraft(form: "example", about: nil, draft: draft, lastPlace: place),
          opened: OpenedForm(form: "example", about: nil)))
    }
    let further = resumed(at: "drugs.1.days")
    #expect(further.state.status(ofSection: 0) == .done)
    #expect(further.state.status(ofSection: 2) == .notStarted)
    draft.texts["suite"] = nil
    #expect(resumed(at: "drugs.1.days").state.status(ofSection: 0) == .toFix(1))
    // Where the caret stands again, nothing is pointed out yet.
    #expect(resumed(at: "assessed").state.status(ofSection: 0) == .begun(missing: 1))
  }
}

@Suite("Facts of other records")
struct FormFactsTests {
  @Test("Older facts are dropped, newer ones keep the names that are known")
  func newest() {
    var facts = FormFacts()
    facts.names[RecordRef(.worker, 9)] = "JONES Sam"
    var script = FormScript(opened: ExampleForm.opened(["officer": "W-0009"], facts: facts))
    script.go(to: "officer")
    script.reduce(.edited(.cleared))
    let first = script.reduce(.moved(.next)).factsTicket
    script.go(to: "officer")
    script.type("W-0009")
    let second = script.reduce(.moved(.next)).factsTicket
    guard let first, let second else {
      Issue.record("Facts were not asked for")
      return
    }
    var other = FormFacts()
    other.names[RecordRef(.worker, 8)] = "OLD"
    script.reduce(.answered(.facts(other), first))
    #expect(script.state.facts.names[RecordRef(.worker, 8)] == nil)
    script.reduce(.answered(.facts(FormFacts()), second))
    #expect(script.state.facts.names[RecordRef(.worker, 9)] == "JONES Sam")
  }
}
