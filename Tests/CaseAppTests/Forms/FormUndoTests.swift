import CaseApp
import CaseRules
import Testing

@Suite("Undo in a form")
struct FormUndoTests {
  @Test("A burst of typing is taken back as one, with words for what happened")
  func bursts() {
    var script = FormScript()
    script.go(to: "says")
    script.type("first")
    script.pause()
    script.type(" second")
    script.send(.chose(.undo)) {
      $0.text = "first"
      $0.answers["says"] = "first"
      $0.notice = .undid(label: "What the client says", now: "first")
    }
    script.send(.chose(.undo)) {
      $0.text = ""
      $0.answers["says"] = nil
      $0.notice = .undid(label: "What the client says", now: "")
    }
    script.send(.chose(.redo)) {
      $0.text = "first"
      $0.answers["says"] = "first"
      $0.notice = .redid(label: "What the client says", now: "first")
    }
    script.reduce(.chose(.redo))
    #expect(script.face.text == "first second")
    script.send(.chose(.redo)) { $0.notice = .nothingToRedo }
  }

  @Test("Undo goes back across fields, and the caret with it")
  func acrossFields() {
    var script = FormScript()
    script.type("20/11/2026")
    script.go(to: "suite")
    script.type("SN")
    script.reduce(.moved(.next))
    script.reduce(.chose(.undo))
    #expect(script.face.place == "suite")
    script.reduce(.chose(.undo))
    #expect(script.face.place == "assessed")
    #expect(script.face.answers == [:])
    script.send(.chose(.undo)) { $0.notice = .nothingToUndo }
    script.reduce(.chose(.redo))
    script.reduce(.chose(.redo))
    #expect(script.face.answers == ["assessed": "20/11/2026", "suite": "SN"])
  }

  @Test("Typing after an undo ends what could be done again")
  func newBranch() {
    var script = FormScript()
    script.type("20/11/2026")
    script.reduce(.chose(.undo))
    script.type("1")
    script.send(.chose(.redo)) { $0.notice = .nothingToRedo }
  }

  @Test("What was taken back is read again, and the findings with it")
  func rereads() {
    var script = FormScript()
    script.type("31/11")
    script.reduce(.moved(.next))
    #expect(script.state.toFix == 1)
    script.reduce(.chose(.undo))
    #expect(script.state.toFix == 0)
  }

  @Test("Undo outlives the resuming of a draft, answer by answer")
  func afterResuming() {
    let kept = KeptDraft(
      form: "example", about: nil,
      draft: FormDraft(texts: ["assessed": "20/11/2026", "suite": "SN"]), lastPlace: "suite")
    var script = FormScript(
      resuming: ResumedDraft(
        draft: DraftID(7), kept: kept, opened: OpenedForm(form: "example", about: nil)))
    #expect(script.face.place == "suite")
    script.reduce(.chose(.undo))
    #expect(script.face.answers == ["assessed": "20/11/2026"])
    script.reduce(.chose(.undo))
    #expect(script.face.answers == [:])
  }
}
