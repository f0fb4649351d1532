import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Typing in a form")
struct FormTypingTests {
  @Test("A form opens in the first question without an answer")
  func opens() {
    let script = FormScript()
    #expect(script.face.place == "assessed")
    #expect(script.face.findings.isEmpty)
    #expect(script.started.isEmpty)
  }

  @Test("What is typed stays as typed until the field is left, then it is read back")
  func readsBackOnLeaving() {
    var script = FormScript()
    script.send(.typed("3")) {
      $0.text = "3"
      $0.answers["assessed"] = "3"
    }
    script.type("/4")
    #expect(script.face.text == "3/4")
    #expect(script.state.reading(at: "assessed")?.readBack == nil)
    script.send(.moved(.next)) {
      $0.place = "at"
      $0.text = ""
      $0.answers["assessed"] = "03/04/2026"
      $0.findings = ["This is not a working day"]
    }
    #expect(script.state.reading(at: "assessed")?.readBack?.contains("233 days ago") == true)
  }

  @Test("On arrival a letter replaces, an arrow keeps, Backspace and Delete clear")
  func arrival() {
    var script = FormScript(opened: ExampleForm.opened(["assessed": "03/04/2026"]))
    script.go(to: "assessed")
    #expect(script.face.isSelected)
    var keeping = script
    keeping.send(.edited(.caret(.left))) { $0.isSelected = false }
    keeping.send(.typed("1")) {
      $0.text = "03/04/20216"
      $0.answers["assessed"] = "03/04/20216"
    }
    var replacing = script
    replacing.send(.typed("t")) {
      $0.text = "t"
      $0.isSelected = false
      $0.answers["assessed"] = "t"
    }
    for edit in [FormEdit.deletedBack, .deletedAhead] {
      var clearing = script
      clearing.send(.edited(edit)) {
        $0.text = ""
        $0.isSelected = false
        $0.answers["assessed"] = nil
      }
    }
  }

  @Test("Leaving is always allowed: what cannot be read stays, is pointed out and beeps once")
  func unreadable() {
    var script = FormScript()
    let words = ExampleForm.problem("31/11")
    script.type("31/11")
    script.send(.moved(.next), asking: [.beep]) {
      $0.place = "at"
      $0.text = ""
      $0.findings = [words]
      $0.notice = .unread(label: "Assessed on", words: words)
    }
    #expect(script.face.answers["assessed"] == "31/11")
    script.send(.moved(.previous)) {
      $0.place = "assessed"
      $0.text = "31/11"
      $0.isSelected = true
    }
    script.send(.moved(.next)) {
      $0.place = "at"
      $0.text = ""
      $0.isSelected = false
    }
  }

  @Test("Letters with accents, joined letters and pictures are taken and deleted as wholes")
  func graphemes() {
    var script = FormScript()
    script.go(to: "says")
    script.type("Siân")
    script.reduce(.typed("e"))
    script.reduce(.typed("\u{301}"))
    #expect(script.face.text == "Siâne\u{301}")
    script.reduce(.edited(.deletedBack))
    #expect(script.face.text == "Siân")
    script.reduce(.typed("👩‍👩‍👧"))
    script.reduce(.edited(.caret(.left)))
    script.reduce(.edited(.deletedAhead))
    #expect(script.face.text == "Siân")
  }

  @Test("The caret moves by letters and words and to both ends")
  func caret() {
    var text = TypedText(before: "one two  three")
    text.move(.wordLeft)
    #expect(text.before == "one two  ")
    text.move(.wordLeft)
    #expect(text.before == "one ")
    text.move(.wordRight)
    #expect(text.before == "one two  ")
    text.move(.start)
    text.move(.right)
    #expect(text.before == "o")
    text.move(.end)
    text.deleteWordBack()
    #expect(text.text == "one two  ")
    text.place(after: 4)
    text.deleteWordAhead()
    #expect(text.text == "one ")
  }

  @Test("One letter that is a whole answer moves on; numbers and words never do")
  func autoAdvance() {
    var script = FormScript()
    script.go(to: "consent")
    script.send(.typed("y")) {
      $0.place = "officer"
      $0.answers["consent"] = "yes"
    }
    script.go(to: "consent")
    script.send(.typed("d")) {
      $0.text = "d"
      $0.isSelected = false
      $0.answers["consent"] = "d"
    }
    script.send(.typed("k")) {
      $0.text = "dk"
      $0.answers["consent"] = "dk"
    }
    var calm = FormScript(habits: FormHabits(autoAdvance: false))
    calm.go(to: "consent")
    calm.reduce(.typed("y"))
    #expect(calm.face.place == "consent")
  }

  @Test(
    "Who types the whole word where its letter moved on already leaves nothing in the next field",
    arguments: ["yes", "Yes", "no"])
  func spilledWord(typed: String) {
    var script = FormScript()
    script.go(to: "consent")
    for letter in typed { script.reduce(.typed(String(letter))) }
    #expect(script.face.place == "officer")
    #expect(script.face.text.isEmpty)
    #expect(script.face.answers["officer"] == nil)
    script.reduce(.moved(.next))
    #expect(script.face.place == "officer", "the key that was to end the word moves nowhere")
    script.reduce(.moved(.next))
    #expect(script.face.place != "officer")
  }

  @Test(
    "Tab or Enter right behind an answer that moved on by itself moves nowhere; the next one does",
    arguments: [FormStep.next, .enter], ["y", "n", "yes", "Yes", "no"])
  func endsAnswer(key: FormStep, typed: String) {
    var script = FormScript()
    script.go(to: "tested")
    for letter in typed { script.reduce(.typed(String(letter))) }
    let next = typed.lowercased().hasPrefix("y") ? "test-date" : "risks"
    #expect(script.face.place == next)
    script.send(.moved(key))
    script.reduce(.moved(key))
    #expect(script.face.place != next)
  }

  @Test("However long after the answer it comes, the key that ends it moves nowhere")
  func endsAnswerLater() {
    var script = FormScript()
    script.go(to: "consent")
    script.reduce(.typed("y"))
    script.pause()
    script.reduce(.rested)
    script.reduce(.moved(.next))
    #expect(script.face.place == "officer")
  }

  @Test(
    "Every other key behind such an answer does what it always does",
    arguments: [
      ([FormFeature.Action.moved(.previous)], "consent"),
      ([.moved(.up)], "consent"), ([.moved(.down)], "drugs.1.drug"),
      ([.moved(.previous), .moved(.next)], "officer"),
      ([.moved(.previous), .moved(.next), .moved(.next)], "drugs.1.drug"),
      ([.typed("B"), .moved(.down)], "drugs.1.drug"),
      ([.edited(.deletedBack), .moved(.next)], "drugs.1.drug"),
    ] as [([FormFeature.Action], String)])
  func doesNotEndAnswer(keys: [FormFeature.Action], place: String) {
    var script = FormScript()
    script.go(to: "consent")
    script.reduce(.typed("y"))
    for key in keys { script.reduce(key) }
    #expect(script.face.place == place)
  }

  @Test("Behind the last answer of a form the key that ends it does not save yet")
  func endsLastAnswer() {
    let form = FormDefinition(
      "short", title: "Short", purpose: "Asks one thing", about: [.person],
      function: .custodyBoardAndDIR, requiredBy: "EXA-001",
      sections: [FormSection("One", [FormField("sure", "Sure", .yesNo()).required()])])
    var script = FormScript(form)
    for letter in "yes" { script.reduce(.typed(String(letter))) }
    #expect(script.face.place == "save")
    #expect(script.reduce(.moved(.enter)).saveTicket == nil)
    #expect(script.reduce(.moved(.enter)).saveTicket != nil)
  }

  @Test("What only begins like the rest of the word is typed like anything else")
  func noSpilledWord() {
    var script = FormScript()
    script.go(to: "consent")
    for letter in "yev" { script.reduce(.typed(String(letter))) }
    #expect(script.face.text == "ev")
    script.go(to: "consent")
    for letter in "ye" { script.reduce(.typed(String(letter))) }
    script.reduce(.moved(.next))
    #expect(script.face.popup == "links", "it is somebody whom Tab looks for")
    #expect(script.face.answers["officer"]?.hasPrefix("e") == true)
  }

  @Test("The blank walks through the answers of a yes-or-no question")
  func walks() {
    var script = FormScript()
    script.go(to: "consent")
    var seen: [String] = []
    for _ in 0..<5 {
      script.reduce(.typed(" "))
      seen.append(script.face.text)
    }
    #expect(seen == ["yes", "no", "not known", "refused", ""])
  }

  @Test("A long text keeps its lines, arrives unselected, and takes date, time and name")
  func longText() {
    var script = FormScript()
    script.go(to: "says")
    script.type("one")
    script.reduce(.edited(.lineBroken))
    script.type("two")
    #expect(script.face.text == "one\ntwo")
    script.reduce(.moved(.previous))
    script.reduce(.moved(.next))
    #expect(script.face.text == "one\ntwo")
    #expect(!script.face.isSelected)
    script.reduce(.chose(.stamp))
    #expect(script.face.text == "one\ntwo\n22/11/2026 09:47 A.BEGUM: ")
  }

  @Test("Enter makes no line in a field of one line")
  func noLines() {
    var script = FormScript()
    script.send(.edited(.lineBroken))
  }
}

@Suite("Pasting into a form")
struct FormPastingTests {
  @Test("Lines become one line, and nothing hidden or commanding comes in")
  func cleaned() {
    #expect(PastedText.oneLine("a\r\nb\n\nc") == "a b  c")
    #expect(PastedText.oneLine("a\u{1B}[31mb\u{202E}c\u{200B}d\u{7}") == "a[31mbcd")
    #expect(PastedText.lines("a\tb\r\nc") == "a b\nc")
    #expect(PastedText.oneLine("plain text") == "plain text")
  }

  @Test("A paste goes in at the caret and is taken back as one")
  func oneStep() {
    var script = FormScript()
    script.go(to: "says")
    script.type("x")
    script.reduce(.pasted("one\ntwo"))
    #expect(script.face.text == "xone\ntwo")
    script.reduce(.chose(.undo))
    #expect(script.face.text == "x")
  }

  @Test("More than 2,000 characters are asked about; the safe answer is chosen first")
  func long() {
    var script = FormScript()
    script.go(to: "says")
    let text = String(repeating: "word ", count: 500)
    script.send(.pasted(text), asking: [.discardTypedAhead]) { $0.popup = "paste" }
    var refusing = script
    refusing.send(.moved(.enter)) { $0.popup = "" }
    script.send(.chose(.yes)) {
      $0.popup = ""
      $0.text = text
      $0.answers["says"] = text
    }
  }

  @Test("Where accents cannot be shown, a text that has some is changed only at the second try")
  func lettersNotShown() {
    let plain = FormHabits(simplifiesLetters: true)
    var script = FormScript(opened: ExampleForm.opened(["says": "Siân came"]), habits: plain)
    script.go(to: "says")
    script.send(.edited(.deletedBack), asking: [.beep]) {
      $0.notice = .notShownExactly(label: "What the client says")
    }
    script.send(.edited(.deletedBack)) {
      $0.text = "Siân cam"
      $0.answers["says"] = "Siân cam"
    }
    script.go(to: "consent")
    script.go(to: "says")
    script.send(.typed("x"), asking: [.beep]) {
      $0.notice = .notShownExactly(label: "What the client says")
    }
    // What somebody types there now is theirs, and plain text asks nothing.
    var fresh = FormScript(habits: plain)
    fresh.go(to: "says")
    fresh.type("Zoë")
    #expect(fresh.face.text == "Zoë")
    #expect(fresh.face.notice == nil)
  }

  @Test("More than a field holds is refused in words, and nothing of it is taken")
  func tooMuch() {
    var script = FormScript()
    script.go(to: "says")
    script.type("kept")
    let megabyte = String(repeating: "x", count: 1_048_576)
    script.send(.pasted(megabyte), asking: [.beep]) {
      $0.notice = .tooMuch(bytes: 1_048_576)
    }
    #expect(script.face.text == "kept")
  }
}
