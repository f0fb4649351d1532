import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Two people at one record")
struct FormConflictTests {
  private static let by = OpenedForm.Change(
    by: "J.KHAN",
    at: Moment(
      local: CalendarDate(year: 2026, month: 11, day: 22) ?? .latest,
      time: ClockTime(minutesOfDay: 641)))

  private func script() -> FormScript {
    var opened = ExampleForm.opened([
      "assessed": "20/11/2026", "suite": "SN", "consent": "yes", "says": "old words",
    ])
    opened.draft.rows["drugs"] = [FormDraft.Row(id: 1, texts: ["drug": "HER", "days": "28"])]
    return FormScript(opened: opened)
  }

  private func theirs(_ texts: [FieldCode: String]) -> FormDraft {
    var draft = script().state.opened.draft
    draft.texts.merge(texts) { _, new in new }
    return draft
  }

  @Test("Different answers are joined, saved at once on the new version, and listed")
  func joins() {
    var script = script()
    script.go(to: "consent")
    script.type("n")
    let ticket = script.save()
    let asked = script.reduce(
      .answered(
        .saved(.changedElsewhere(theirs: theirs(["suite": "SH"]), revision: 4, by: Self.by)),
        ticket))
    #expect(asked.submission?.revision == 4)
    #expect(asked.submission?.draft.texts["suite"] == "SH")
    #expect(asked.submission?.draft.texts["consent"] == "no")
    #expect(script.state.changedByOthers == ["suite"])
    guard let again = asked.saveTicket else { return }
    script.reduce(.answered(.saved(.saved(RecordRef(.dir, 5), flags: [], notes: [])), again))
    guard case .saved(let page) = script.state.page else {
      Issue.record("The joined answers were not listed")
      return
    }
    #expect(page.joined.map(\.place) == ["suite"])
  }

  @Test("The same answer changed by both is asked about before anything is saved")
  func asks() {
    var script = script()
    script.go(to: "suite")
    script.type("ME")
    let ticket = script.save()
    script.reduce(
      .answered(
        .saved(
          .changedElsewhere(
            theirs: theirs(["suite": "SH", "consent": "no"]), revision: 4, by: Self.by)), ticket))
    #expect(script.face.page == "conflict")
    script.send(.chose(.save)) { $0.notice = .conflictsOpen(1) }
    script.reduce(.typed(" "))
    script.reduce(.chose(.save))
    #expect(script.face.page == "check")
    #expect(script.face.answers["suite"] == "SH")
    #expect(script.face.answers["consent"] == "no")
    #expect(script.state.opened.revision == 4)
    #expect(script.reduce(.chose(.save)).submission?.revision == 4)
  }

  @Test(
    "Space and arrows go through theirs, mine and before",
    arguments: [(1, "SH"), (2, "ME"), (3, "SN"), (4, "SH"), (-1, "SN"), (-2, "ME")])
  func turns(steps: Int, expected: String) {
    var script = script()
    script.go(to: "suite")
    script.type("ME")
    let ticket = script.save()
    script.reduce(
      .answered(
        .saved(.changedElsewhere(theirs: theirs(["suite": "SH"]), revision: 4, by: nil)), ticket))
    for _ in 0..<abs(steps) { script.reduce(.edited(.caret(steps > 0 ? .right : .left))) }
    script.reduce(.chose(.save))
    #expect(script.face.answers["suite"] == expected)
  }

  @Test("Going back to the form settles nothing: the next save asks again, with what was chosen")
  func back() {
    var script = script()
    script.go(to: "suite")
    script.type("ME")
    let ticket = script.save()
    script.reduce(
      .answered(
        .saved(.changedElsewhere(theirs: theirs(["suite": "SH"]), revision: 4, by: Self.by)),
        ticket))
    script.reduce(.chose(.tick))
    script.reduce(.chose(.back))
    #expect(script.face.page == "sheet")
    script.reduce(.chose(.save))
    guard case .conflict(let page) = script.state.page else {
      Issue.record("Not asked again")
      return
    }
    #expect(page.choices == ["suite": .theirs])
    #expect(script.state.opened.revision == 3)
  }

  @Test("A draft whose record changed meanwhile opens with the two versions")
  func resumed() {
    let base = script().state.opened.draft
    var mine = base
    mine.texts["suite"] = "ME"
    mine.texts["says"] = "my words"
    var now = script().state.opened
    now.draft = theirs(["suite": "SH", "consent": "no"])
    now.revision = 4
    now.lastChange = Self.by
    let kept = KeptDraft(
      form: "example", about: now.about, draft: mine, base: base, revision: 3, lastPlace: "says")
    let script = FormScript(
      resuming: ResumedDraft(draft: DraftID(7), kept: kept, opened: now))
    #expect(script.face.page == "conflict")
    #expect(script.face.place == "says")
  }

  @Test("A resumed draft takes over what only the others changed, and says so")
  func resumedJoins() {
    let base = script().state.opened.draft
    var mine = base
    mine.texts["says"] = "my words"
    var now = script().state.opened
    now.draft = theirs(["consent": "no"])
    now.revision = 4
    now.lastChange = Self.by
    let kept = KeptDraft(
      form: "example", about: now.about, draft: mine, base: base, revision: 3, lastPlace: "says")
    let script = FormScript(
      resuming: ResumedDraft(draft: DraftID(7), kept: kept, opened: now))
    #expect(script.face.page == "sheet")
    #expect(script.face.answers["consent"] == "no")
    #expect(script.face.answers["says"] == "my words")
    #expect(script.face.notice == .joined(1, by: "J.KHAN"))
    #expect(script.state.changedByOthers == ["consent"])
  }

  @Test("A record that keeps changing is left to the worker in the end")
  func gaveUp() {
    var script = script()
    script.go(to: "consent")
    script.type("n")
    var ticket = script.save()
    for revision in 4..<20 {
      let asked = script.reduce(
        .answered(
          .saved(
            .changedElsewhere(
              theirs: theirs(["says": "words \(revision)"]), revision: revision, by: Self.by)),
          ticket))
      guard let next = asked.saveTicket else { break }
      ticket = next
    }
    #expect(script.state.saving == nil)
    #expect(script.face.answers["consent"] == "no")
    #expect(script.face.answers["says"] == "words 7")
  }
}
