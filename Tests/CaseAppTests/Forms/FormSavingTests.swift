import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Saving a form")
struct FormSavingTests {
  /// Everything needed, on a working day.
  private func filled(_ more: [FieldCode: String] = [:]) -> FormScript {
    var texts: [FieldCode: String] = ["assessed": "20/11/2026", "suite": "SN", "consent": "yes"]
    texts.merge(more) { _, new in new }
    var opened = ExampleForm.opened(texts)
    opened.draft.rows["drugs"] = [FormDraft.Row(id: 1, texts: ["drug": "HER", "days": "28"])]
    return FormScript(opened: opened)
  }

  @Test("Saving with answers missing lists them; Enter goes to the first, nothing is lost")
  func listsFindings() {
    var script = FormScript()
    script.type("20/11/2026")
    script.reduce(.chose(.save))
    #expect(script.face.page == "findings")
    #expect(
      script.face.findings == [
        "“Where” needs an answer", "“Consent to share” needs an answer",
        "“Drugs used” needs an answer",
      ])
    script.reduce(.moved(.down))
    script.reduce(.moved(.enter))
    #expect(script.face.page == "sheet")
    #expect(script.face.place == "consent")
    #expect(script.face.answers == ["assessed": "20/11/2026"])
  }

  @Test("A long form shows all answers before it is saved; a second save key saves")
  func checks() {
    var script = filled()
    script.send(.chose(.save)) { $0.page = "check" }
    let asked = script.reduce(.chose(.save))
    #expect(asked.submission?.draft.texts["suite"] == "SN")
    #expect(asked.submission?.revision == 3)
    #expect(script.state.saving != nil)
  }

  @Test("An answer can be changed from the page of answers")
  func changesFromCheck() {
    var script = filled()
    script.reduce(.chose(.save))
    script.send(.edited(.caret(.start)))
    script.send(.moved(.down))
    script.send(.moved(.down))
    script.send(.moved(.enter)) {
      $0.page = "sheet"
      $0.place = "suite"
      $0.text = "SN"
    }
  }

  @Test("What is saved is always told on the same page, which Enter closes")
  func quiet() {
    var script = filled()
    script.reduce(.chose(.save))
    guard let ticket = script.reduce(.moved(.enter)).saveTicket else {
      Issue.record("Nothing was saved")
      return
    }
    script.send(
      .answered(.saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), ticket)
    ) { $0.page = "saved" }
    script.send(.moved(.enter)) { $0.ending = .saved(RecordRef(.dir, 5)) }
  }

  @Test("The kept draft goes with the save itself, and needs no discarding")
  func takesDraftAlong() {
    var script = filled()
    script.type("19/11/2026")
    script.keepDrafts(script.reduce(.moved(.next)), as: DraftID(7))
    let ticket = script.save()
    #expect(script.asked.submission?.kept == DraftID(7))
    script.send(
      .answered(.saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), ticket)
    ) { $0.page = "saved" }
    script.send(.moved(.enter)) { $0.ending = .saved(RecordRef(.dir, 5)) }
  }

  @Test("A draft that was still on its way when the form was saved is discarded when it arrives")
  func lateDraft() {
    var script = filled()
    script.type("19/11/2026")
    let keep = script.reduce(.moved(.next)).keepTicket
    let ticket = script.save()
    script.reduce(.answered(.saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), ticket))
    guard let keep else {
      Issue.record("Not kept")
      return
    }
    #expect(script.state.isWaiting)
    let asked = script.reduce(.answered(.draftKept(DraftID(9), at: script.now), keep))
    guard case .discardDraft(DraftID(9), _)? = asked.first else {
      Issue.record("Not discarded")
      return
    }
  }

  @Test("GEN-001: flags and notes are shown before the form closes")
  func flags() {
    var script = filled()
    let ticket = script.save()
    let flag = Finding("CUS-002", .flags, "The offer was late")
    script.send(
      .answered(.saved(.saved(RecordRef(.dir, 5), flags: [flag], notes: ["Follow-up due"])), ticket)
    ) { $0.page = "saved" }
    script.send(.moved(.enter)) { $0.ending = .saved(RecordRef(.dir, 5)) }
  }

  @Test("GEN-002: a warning waits for a reason of its own and takes it along")
  func reasons() {
    var script = filled(["assessed": "22/11/2026"])
    script.send(.chose(.save)) {
      $0.page = "reasons"
      $0.findings = ["This is not a working day"]
    }
    script.type("too short")
    script.send(.chose(.save)) { $0.notice = .reasonsMissing(1) }
    guard case .reasons(let page) = script.state.page else {
      Issue.record("no page for reasons: \(script.face.page)")
      return
    }
    #expect(page.warnings.map(\.missing) == [2])
    script.type("er: it was")
    script.send(.chose(.save)) { $0.page = "check" }
    let asked = script.reduce(.chose(.save))
    #expect(asked.submission?.reasons == ["EXA-003": "too shorter: it was"])
  }

  @Test(
    "GEN-002: behind the last reason comes the line that saves; nothing typed there joins a reason")
  func behindLastReason() {
    var script = filled(["assessed": "22/11/2026"])
    script.reduce(.chose(.save))
    script.type("known at the desk")
    script.reduce(.moved(.down))
    script.send(.typed("x"), asking: [.beep]) { $0.notice = .noReasonHere }
    script.send(.moved(.down))
    script.reduce(.moved(.up))
    script.type("!")
    script.reduce(.moved(.next))
    script.send(.moved(.enter)) { $0.page = "check" }
    #expect(script.reduce(.chose(.save)).submission?.reasons == ["EXA-003": "known at the desk!"])
  }

  @Test("What the records refuse is pointed out beside the field and listed")
  func refused() {
    var script = filled()
    let ticket = script.save()
    let finding = Finding("CUS-007", .blocks, field: "suite", "The suite is closed")
    script.reduce(.answered(.saved(.refused([finding])), ticket))
    #expect(script.face.page == "findings")
    #expect(script.state.shownFindings(at: "suite") == [finding])
    script.reduce(.moved(.enter))
    script.type("SH")
    script.reduce(.moved(.next))
    #expect(script.state.shownFindings(at: "suite") == [])
  }

  @Test("GEN-002: a warning only the records know of asks for its reason, too")
  func warnedByRecords() {
    var script = filled()
    let ticket = script.save()
    let warning = Finding("CUS-009", .warns, "The detainee refused before")
    script.reduce(.answered(.saved(.refused([warning])), ticket))
    #expect(script.face.page == "reasons")
    script.type("asked for us again")
    script.reduce(.chose(.save))
    let asked = script.reduce(.chose(.save))
    #expect(asked.submission?.reasons["CUS-009"] == "asked for us again")
  }

  @Test("GEN-002: one reason passes all that a rule warns about, but for what is passed alone")
  func passedAlone() throws {
    var script = filled()
    let ticket = script.save()
    let warnings = [
      Finding("CUS-009", .warns, field: "suite", "Refused before"),
      Finding("CUS-009", .warns, field: "at", "Refused again"),
      Finding("CUS-010", .warns, field: "suite", "Not looked at").passedAlone(),
      Finding("CUS-010", .warns, field: "at", "Not looked at").passedAlone(),
    ]
    script.reduce(.answered(.saved(.refused(warnings)), ticket))
    guard case .reasons(let page) = script.state.page else {
      Issue.record("No reasons are asked for")
      return
    }
    #expect(page.warnings.map(\.key) == ["CUS-009", "CUS-010 suite", "CUS-010 at"])
    for reason in ["asked for us again", "known at the desk", "seen in the cell"] {
      script.type(reason)
      script.reduce(.moved(.enter))
    }
    let asked = script.reduce(.chose(.save))
    #expect(
      asked.submission?.reasons == [
        "CUS-009": "asked for us again", "CUS-010 suite": "known at the desk",
        "CUS-010 at": "seen in the cell",
      ])
  }

  @Test("Typing goes on while it is saved; what came too late is named")
  func typesOn() {
    var script = filled()
    let ticket = script.save()
    script.go(to: "says")
    script.type("late")
    script.reduce(.answered(.saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), ticket))
    guard case .saved(let page) = script.state.page else {
      Issue.record("Not shown")
      return
    }
    #expect(page.notSaved == ["says"])
  }

  @Test("A save that fails says why and keeps everything")
  func fails() {
    var script = filled()
    script.type("19/11/2026")
    let ticket = script.save()
    let trouble = Trouble("The disk is full")
    script.send(.answered(.failed(trouble), ticket)) { $0.notice = .trouble(trouble) }
    #expect(script.face.answers["assessed"] == "19/11/2026")
    #expect(script.state.saving == nil)
    #expect(script.reduce(.chose(.save)).isEmpty)
    #expect(script.reduce(.chose(.save)).submission?.draft.texts["assessed"] == "19/11/2026")
  }

  @Test("An answer to an older save is dropped, and a second save waits for the first")
  func stale() {
    var script = filled()
    let ticket = script.save()
    script.send(.chose(.save)) { $0.notice = .saving }
    script.reduce(
      .answered(
        .saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), Ticket(ticket.number + 50)))
    #expect(script.face.ending == nil)
    script.send(.chose(.back)) { $0.notice = .saving }
  }

  @Test("Answers to questions that do not arise are kept in the draft and not saved")
  func notApplying() {
    var script = filled(["tested": "no", "test-date": "21/11/2026"])
    script.reduce(.chose(.save))
    let asked = script.reduce(.chose(.save))
    #expect(asked.submission?.draft.texts["test-date"] == nil)
    #expect(script.state.draft.texts["test-date"] == "21/11/2026")
  }

  @Test("A rule between fields is told beside the field it names")
  func acrossFields() {
    var script = filled()
    script.go(to: "tested")
    script.type("y")
    script.type("1/11/2026")
    script.reduce(.moved(.next))
    #expect(
      script.state.shownFindings(at: "test-date").map(\.display)
        == ["EXA-002: The test is before the assessment"])
  }
}

extension FormScript {
  /// Saves through the page of answers; the ticket of what was sent.
  mutating func save() -> Ticket {
    let first = reduce(.chose(.save)).saveTicket
    return first ?? reduce(.chose(.save)).saveTicket ?? Ticket(-1)
  }
}
