import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Anything at all happening to a form")
struct FormFuzzTests {
  private static let steps: [FormStep] = [
    .enter, .next, .previous, .up, .down, .pageUp, .pageDown,
  ]
  private static let edits: [FormEdit] =
    CaretMove.allCases.map { .caret($0) } + [
      .lineBroken, .deletedBack, .deletedAhead, .deletedWordBack, .deletedWordAhead,
      .deletedToEnd, .cleared, .caretPlaced(after: 3, column: 3),
      .caretPlaced(after: -9, column: 0),
    ]
  private static let wishes: [FormWish] = [
    .choices, .sameAgain, .tick, .explanation, .addRow, .removeRow, .stamp, .copy, .pasteCopied,
    .jump, .nextToFix, .undo, .redo, .save, .newRecord, .back, .yes, .no, .startTyping, .stopTyping,
  ]
  private static let texts = [
    "a", "1", "/", " ", "y", "é", "e\u{301}", "👩‍👩‍👧", "\u{200B}", "\n", "31/11", "HER", "s", "w9", "t",
    "+7",
    "\u{1B}[A", String(repeating: "x", count: 40),
  ]

  private func action(_ dice: inout Dice) -> FormFeature.Action {
    switch Int.random(in: 0..<100, using: &dice) {
    case 0..<45: .typed(Self.texts.randomElement(using: &dice) ?? "a")
    case 45..<65: .moved(Self.steps.randomElement(using: &dice) ?? .next)
    case 65..<80: .edited(Self.edits.randomElement(using: &dice) ?? .cleared)
    case 80..<94: .chose(Self.wishes.randomElement(using: &dice) ?? .undo)
    case 94..<96: .pasted((Self.texts.randomElement(using: &dice) ?? "") + "\tpasted\r\nlines")
    case 96: .pasted(String(repeating: "long ", count: 500))
    case 97: .rested
    case 98: .hungUp
    default: .answered(.lookedUp([]), Ticket(Int.random(in: 0..<50, using: &dice)))
    }
  }

  /// Answers what was asked for, in one of the ways the records may answer.
  private func reply(
    to effects: [FormFeature.Effect], _ script: inout FormScript, _ dice: inout Dice
  ) {
    for effect in effects {
      guard let (reply, ticket) = answer(to: effect, script, &dice) else { continue }
      let further = script.reduce(.answered(reply, ticket))
      if Bool.random(using: &dice) { self.reply(to: further, &script, &dice) }
    }
  }

  private func answer(
    to effect: FormFeature.Effect, _ script: FormScript, _ dice: inout Dice
  ) -> (Reply, Ticket)? {
    let fails = Int.random(in: 0..<8, using: &dice) == 0
    let trouble = Reply.failed(Trouble("It did not work"))
    switch effect {
    case .keepDraft(_, _, let ticket):
      return (fails ? trouble : .draftKept(DraftID(7), at: script.now), ticket)
    case .askFacts(_, _, _, let ticket): return (fails ? trouble : .facts(FormFacts()), ticket)
    case .lookUp(_, _, let ticket):
      let hit = LookUpHit(RecordRef(.worker, Int64.random(in: 1..<20, using: &dice)), "SOMEBODY")
      return (fails ? trouble : .lookedUp(Bool.random(using: &dice) ? [] : [hit]), ticket)
    case .save(let submission, let ticket):
      if fails { return (trouble, ticket) }
      var theirs = submission.draft
      theirs.texts["says"] = "theirs \(Int.random(in: 0..<9, using: &dice))"
      theirs.rows["drugs"] = nil
      let outcomes: [SaveOutcome] = [
        .refused([Finding("CUS-009", .warns, "Look again")]),
        .refused([Finding("CUS-010", .blocks, field: "suite", "Not there")]),
        .changedElsewhere(theirs: theirs, revision: 9, by: nil),
      ]
      return (.saved(outcomes.randomElement(using: &dice) ?? outcomes[0]), ticket)
    case .discardDraft, .beep, .discardTypedAhead, .noteSearch: return nil
    }
  }

  @Test(
    "Nothing traps, the box always shows the draft, and the caret is always somewhere",
    arguments: 0..<40)
  func never(seed: Int) {
    var dice = Dice(seed: UInt64(seed + 1))
    var script = start(&dice)
    for _ in 0..<400 {
      let effects = script.reduce(action(&dice))
      if Int.random(in: 0..<3, using: &dice) > 0 { reply(to: effects, &script, &dice) }
      if let place = script.state.place {
        #expect(script.state.draft[place] == script.state.box.text)
        #expect(script.state.sheet.field(at: place) != nil)
      }
      if script.state.ending != nil { script = start(&dice) }
    }
  }

  @Test(
    "Undo takes everything back to the start, and redo brings every letter again", arguments: 0..<40
  )
  func undoesAll(seed: Int) {
    var dice = Dice(seed: UInt64(seed + 100))
    var script = FormScript()
    for _ in 0..<150 {
      let action = action(&dice)
      switch action {
      case .chose(.save), .chose(.back), .hungUp, .rested, .answered: continue
      default: script.reduce(action)
      }
      if script.state.popup != nil, Int.random(in: 0..<3, using: &dice) == 0 {
        script.reduce(.chose(.back))
      }
    }
    backToQuestions(&script)
    script.reduce(.moved(.next))
    backToQuestions(&script)
    let typed = script.state.draft
    var steps = 0
    while script.state.canUndo, steps < 1000 {
      script.reduce(.chose(.undo))
      steps += 1
    }
    #expect(script.state.draft.saysSame(as: FormDraft()))
    while script.state.canRedo, steps < 3000 {
      script.reduce(.chose(.redo))
      steps += 1
    }
    #expect(script.state.draft.saysSame(as: typed))
  }

  private func backToQuestions(_ script: inout FormScript) {
    while script.state.popup != nil || script.state.page != .sheet {
      script.reduce(.chose(.back))
    }
  }

  private func start(_ dice: inout Dice) -> FormScript {
    guard Bool.random(using: &dice) else {
      return FormScript(last: FormMemory(answers: FormDraft(texts: ["suite": "SH"])))
    }
    var opened = ExampleForm.opened(["assessed": "20/11/2026", "suite": "SN", "says": "words"])
    opened.draft.rows["drugs"] = [FormDraft.Row(id: 4, texts: ["drug": "HER", "days": "28"])]
    return FormScript(opened: opened)
  }
}
