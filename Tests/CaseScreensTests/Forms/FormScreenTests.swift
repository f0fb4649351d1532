import CaseApp
import CaseRules
import CaseScreens
import Testing
import TextScreen
import TestSupport

@Suite("Pictures of forms")
struct FormScreenTests {
  private static let heading = "SMITH John  born 03/04/1985 (41)  P-0042"

  private func arrival() -> FormPicture {
    FormPicture(ArrivalForm.definition)
  }

  /// A section with a table and one thing to fix.
  private func drugs() -> FormPicture {
    var opened = OpenedForm(form: "example", about: RecordRef(.person, 42), heading: Self.heading)
    opened.draft.texts = [
      "assessed": "20/11/2026", "suite": "SN", "consent": "yes", "officer": "W-0009",
    ]
    opened.sources = ["suite": "from the custody board"]
    opened.facts.names[RecordRef(.worker, 9)] = "JONES Sam  collar 4711"
    opened.draft.rows["drugs"] = [
      FormDraft.Row(id: 1, texts: ["drug": "HER", "days": "28", "spend": "140.00"]),
      FormDraft.Row(id: 2, texts: ["drug": "CRK", "days": "20", "spend": "80.00"]),
    ]
    opened.draft.texts["main"] = "HER"
    return FormPicture(ExampleForm.definition, opened: opened)
  }

  @Test("GEN-009, CUS-017: an answer that is a record of its own says the rule before the key")
  func answeredByRecord() {
    var opened = OpenedForm(
      form: DIRForm.id, about: RecordRef(.custodyEntry, 1), draft: FormDraft(), facts: FormFacts())
    var known = AssessmentFacts(hasConsent: true)
    known.person = RecordRef(.person, 42)
    opened.facts.assessment = known
    opened.draft[DIRForm.shareConsent] = "yes"
    var picture = FormPicture(DIRForm.definition, opened: opened)
    picture.go(to: DIRForm.shareConsent.text)
    picture.send(.moved(.next))
    picture.go(to: DIRForm.shareConsent.text)
    let hint = FormStatus.hint(of: picture.state, keymap: FormPicture.keymap).text
    #expect(
      hint == "CUS-017: A yes needs its own record: agency, data, reason. Ctrl+N records it")
    #expect(displayWidth(hint) <= Size.design.columns - 2)
  }

  @Test("A short form, empty")
  func empty() {
    SnapshotFile.check(arrival().snapshot, "arrival-empty-80x24")
  }

  @Test("A short form, filled in; an answer that cannot be read")
  func filled() {
    var picture = arrival()
    picture.type("SN")
    picture.send(.moved(.next))
    picture.type("M12")
    picture.send(.moved(.next))
    picture.type("31/11 9")
    picture.send(.moved(.next))
    picture.type("shop")
    picture.send(.moved(.next))
    SnapshotFile.check(picture.snapshot, "arrival-filled-80x24")
  }

  @Test("A section of a long form, with answers from elsewhere and a link")
  func section() {
    var picture = drugs()
    picture.go(to: "at")
    picture.type("0730")
    SnapshotFile.check(picture.snapshot, "section-80x24")
  }

  @Test("A repeating table with the caret in a cell")
  func table() {
    var picture = drugs()
    picture.go(to: "drugs.2.days")
    picture.type("29")
    picture.send(.moved(.previous))
    SnapshotFile.check(picture.snapshot, "table-80x24")
    picture.size = Size(columns: 140, rows: 45)
    SnapshotFile.check(picture.snapshot, "table-140x45")
  }

  @Test("A long text with the caret in it, and fields that do not apply")
  func longText() {
    var picture = drugs()
    picture.go(to: "says")
    picture.type(
      "Using daily since release in August. Wants to get on a script. Sister in Clapton will let him stay if he is stable."
    )
    picture.send(.edited(.lineBroken))
    picture.type("Siân O’Connor")
    SnapshotFile.check(picture.snapshot, "long-text-80x24")
  }

  @Test("A list that opened because several answers fit")
  func choices() {
    var picture = drugs()
    picture.go(to: "main")
    picture.type("met")
    picture.send(.chose(.choices))
    SnapshotFile.check(picture.snapshot, "choices-80x24")
  }

  @Test("PPL-006: the explanation of an answer wraps, and tells what the field is for")
  func explained() {
    var picture = FormPicture(ConsentGivenForm.definition)
    picture.go(to: "type")
    picture.send(.chose(.choices), .chose(.explanation))
    SnapshotFile.check(picture.snapshot, "choices-explained-80x24")
    #expect(picture.frame.text().contains(" the DIR on"))
  }

  @Test("A list to tick several answers in")
  func ticking() {
    var picture = drugs()
    picture.go(to: "risks")
    picture.send(.chose(.choices), .typed(" "), .moved(.down))
    SnapshotFile.check(picture.snapshot, "ticking-80x24")
  }

  @Test("A calendar with bank holidays")
  func calendar() {
    var picture = drugs()
    picture.go(to: "assessed")
    picture.send(.chose(.choices), .moved(.pageDown), .moved(.down))
    SnapshotFile.check(picture.snapshot, "calendar-80x24")
  }

  @Test("Records that fit a name")
  func links() {
    var picture = drugs()
    picture.go(to: "officer")
    picture.type("jones")
    picture.answer(
      picture.send(.chose(.choices)),
      with: .lookedUp([
        LookUpHit(RecordRef(.worker, 9), "JONES Sam  collar 4711"),
        LookUpHit(RecordRef(.worker, 12), "JONES-ŁUKASZ Siân  collar 1234"),
      ]))
    SnapshotFile.check(picture.snapshot, "links-80x24")
  }

  @Test("A person is asked for where nothing is typed, and nobody is said to fit nothing")
  func nobodyAskedFor() {
    var picture = FormPicture(ReferralForm.definition)
    picture.go(to: ReferralForm.person.text)
    picture.answer(picture.send(.chose(.choices)), with: .lookedUp([]))
    #expect(picture.snapshot.contains("Type name, birth or number"))
    #expect(picture.snapshot.contains("Who fits is shown as you type"))
    #expect(!picture.snapshot.contains("Nobody on file fits"))
    #expect(!picture.snapshot.contains("Take letters away"))
    picture.answer(picture.send(.typed("x")), with: .lookedUp([]))
    #expect(picture.snapshot.contains("Nobody on file fits “x”"))
  }

  @Test("A list says that nothing fits a wrong answer, over all that may be chosen")
  func nothingFits() {
    var picture = arrival()
    picture.go(to: "suite")
    picture.type("xqz")
    picture.send(.chose(.choices))
    #expect(picture.snapshot.contains("Nothing fits “xqz”. All 2:"))
    #expect(picture.snapshot.contains("Shoreditch"))
    #expect(picture.snapshot.contains("move to the right one"))
  }

  @Test("What has to be put right before saving")
  func findings() {
    var picture = arrival()
    picture.type("31")
    picture.send(.chose(.save))
    SnapshotFile.check(picture.snapshot, "findings-80x24")
  }

  @Test("GEN-002: a warning with its reason half typed")
  func reasons() {
    var picture = drugs()
    picture.go(to: "assessed")
    picture.type("22/11/2026")
    picture.send(.chose(.save))
    picture.type("weekend")
    SnapshotFile.check(picture.snapshot, "reasons-80x24")
  }

  @Test("GEN-002: warnings that the screen cannot hold are counted, and the last leads to saving")
  func manyReasons() {
    var picture = drugs()
    picture.send(.chose(.save))
    let warnings = (1...5).map { number in
      Finding(
        "EXA-01\(number)", .warns,
        "Appointment \(number) overlaps another one of the worker, whose client has to be told, and "
          + "the room is taken by somebody else on that day from the morning on")
    }
    picture.answer(
      picture.send(.chose(.save)), with: .saved(.refused(warnings)))
    #expect(picture.snapshot.contains("2 more warnings below"))
    picture.send(.moved(.down), .moved(.down), .moved(.down))
    #expect(picture.snapshot.contains("1 more warning above, 1 more warning below"))
    picture.send(.moved(.down), .moved(.down))
    SnapshotFile.check(picture.snapshot, "reasons-end-80x24")
    // What only the questions have a use for is off, in the key bar and in help.
    for name in ["same-again", "choices", "undo"] {
      #expect(FormCommands.whyNot(name, in: picture.state) != nil)
    }
  }

  @Test("All answers on one page")
  func check() {
    var picture = drugs()
    picture.send(.chose(.save))
    SnapshotFile.check(picture.snapshot, "check-80x24")
    picture.size = Size(columns: 140, rows: 45)
    SnapshotFile.check(picture.snapshot, "check-140x45")
  }

  @Test("Two people's answers, one of them chosen")
  func conflict() {
    var picture = drugs()
    picture.go(to: "suite")
    picture.type("ME")
    picture.send(.chose(.save))
    var theirs = picture.state.opened.draft
    theirs.texts["suite"] = "SH"
    theirs.texts["consent"] = "no"
    let by = OpenedForm.Change(by: "J.KHAN", at: picture.now.adding(minutes: 54))
    picture.answer(
      picture.send(.chose(.save)),
      with: .saved(.changedElsewhere(theirs: theirs, revision: 4, by: by)))
    picture.send(.chose(.tick))
    SnapshotFile.check(picture.snapshot, "conflict-80x24")
  }

  @Test("Saved, with something to tell")
  func saved() {
    var picture = drugs()
    picture.send(.chose(.save))
    picture.answer(
      picture.send(.chose(.save)),
      with: .saved(
        .saved(
          RecordRef(.dir, 5),
          flags: [Finding("CUS-002", .flags, "The offer was recorded an hour after it was made")],
          notes: ["Follow-up due Mon 30/11/2026"])))
    SnapshotFile.check(picture.snapshot, "saved-80x24")
  }

  @Test("Discarding asks first, on the safe button")
  func discarding() {
    var picture = drugs()
    picture.type("x")
    picture.send(.chose(.discard))
    SnapshotFile.check(picture.snapshot, "discard-80x24")
  }

  @Test("A question searched by its words")
  func jumping() {
    var picture = drugs()
    picture.send(.chose(.jump))
    picture.type("t")
    SnapshotFile.check(picture.snapshot, "jump-80x24")
  }

  @Test("The smallest window, in a section that does not fit")
  func smallest() {
    var picture = drugs()
    picture.size = .smallest
    picture.go(to: "says")
    SnapshotFile.check(picture.snapshot, "smallest-72x20")
  }

  @Test("Wide screens list the sections and explain the field")
  func wide() {
    var picture = drugs()
    picture.size = Size(columns: 140, rows: 45)
    picture.go(to: "officer")
    SnapshotFile.check(picture.snapshot, "wide-140x45")
  }
}
