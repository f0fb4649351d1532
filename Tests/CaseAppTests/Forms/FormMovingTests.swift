import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Moving through a form")
struct FormMovingTests {
  @Test(
    "Tab goes through the questions, skips computed and not-applying ones, ends on the save line")
  func order() {
    var script = FormScript()
    var places: [String] = [script.face.place]
    while script.face.place != "save" {
      script.reduce(.moved(.next))
      places.append(script.face.place)
    }
    #expect(
      places == [
        "assessed", "at", "suite", "consent", "officer", "drugs.1.drug", "main", "tested",
        "risks", "says", "save",
      ])
    var back: [String] = []
    while script.face.place != "assessed" {
      script.reduce(.moved(.previous))
      back.append(script.face.place)
    }
    // A table without rows is one step, either way.
    #expect(back == places.dropLast().reversed())
  }

  @Test("A question that does not apply is skipped until another answer makes it arise")
  func applies() {
    var script = FormScript()
    script.go(to: "tested")
    script.type("y")
    #expect(script.face.place == "test-date")
    script.go(to: "tested")
    script.type("n")
    #expect(script.face.place == "risks")
  }

  @Test("Pages: a section further and back, and a word at either end")
  func sections() {
    var script = FormScript()
    script.send(.moved(.pageUp)) { $0.notice = .firstSection }
    #expect(script.state.status(ofSection: 1) == .notStarted)
    script.reduce(.moved(.pageDown))
    #expect(script.face.place == "drugs.1.drug")
    #expect(script.state.status(ofSection: 0) == .toFix(3))
    script.reduce(.moved(.pageDown))
    #expect(script.face.place == "tested")
    #expect(script.state.status(ofSection: 2) == .lookedAt)
    script.reduce(.moved(.pageDown))
    #expect(script.face.place == "save")
    script.send(.moved(.pageDown)) { $0.notice = .lastSection }
    script.reduce(.moved(.pageUp))
    #expect(script.face.place == "tested")
    script.reduce(.moved(.pageUp))
    #expect(script.face.place == "drugs.1.drug")
  }

  @Test("Statuses are honest: begun while answers are missing, done when none is")
  func statuses() {
    var script = FormScript()
    #expect(script.state.status(ofSection: 0) == .begun(missing: 3))
    script.type("20/11/2026")
    script.reduce(.moved(.next))
    #expect(script.state.status(ofSection: 0) == .begun(missing: 2))
    script.go(to: "suite")
    script.type("SN")
    script.reduce(.moved(.next))
    script.type("y")
    #expect(script.state.status(ofSection: 0) == .done)
    #expect(script.state.progress == (3, 10))
  }

  @Test(
    "A question is found by its number, its code or the starts of its words",
    arguments: [("3.3", "risks"), ("main", "main"), ("client", "says"), ("cons sh", "consent")])
  func jumps(typed: String, place: String) {
    var script = FormScript()
    script.reduce(.chose(.jump))
    script.type(typed)
    script.reduce(.moved(.enter))
    #expect(script.face.place == place)
    #expect(script.face.popup == "")
  }

  @Test("Leaving the search for a question changes nothing")
  func jumpLeft() {
    var script = FormScript()
    script.send(.chose(.jump)) { $0.popup = "jump" }
    script.send(.typed("zzz"))
    script.send(.moved(.down))
    script.send(.moved(.enter)) { $0.popup = "" }
    script.send(.chose(.jump)) { $0.popup = "jump" }
    script.send(.chose(.back)) { $0.popup = "" }
  }

  @Test("The next thing to fix goes round; before anything is wrong it goes to what is needed")
  func nextToFix() {
    var script = FormScript()
    var places: [String] = []
    for _ in 0..<5 {
      script.reduce(.chose(.nextToFix))
      places.append(script.face.place)
    }
    #expect(places == ["suite", "consent", "drugs.1.drug", "assessed", "suite"])
  }

  @Test("Nothing to fix is said")
  func nothingToFix() {
    var script = FormScript(
      FormDefinition(
        "short", title: "Short", purpose: "", function: .custodyBoardAndDIR, requiredBy: "EXA-001",
        sections: [FormSection("One", [FormField("a", "A", .text(max: 9))])]))
    script.send(.chose(.nextToFix)) { $0.notice = .nothingToFix }
  }

  @Test("Enter on the save line asks for saving, and the form says what is missing")
  func saveLine() {
    var script = FormScript()
    while script.face.place != "save" { script.reduce(.moved(.next)) }
    script.reduce(.moved(.enter))
    #expect(script.face.page == "findings")
  }
}

@Suite("Repeating rows of a form")
struct FormRowsTests {
  private func script(_ text: String) -> FormScript {
    var script = FormScript()
    script.go(to: "drugs")
    for (index, cell) in text.split(separator: "|").enumerated() {
      if index > 0 { script.reduce(.moved(.enter)) }
      script.type(String(cell))
    }
    return script
  }

  @Test("Enter and Tab on the last cell start a row", arguments: [FormStep.enter, .next])
  func startsRow(_ step: FormStep) {
    var script = script("HER|28|140")
    script.reduce(.moved(step))
    #expect(script.face.place == "drugs.2.drug")
    #expect(
      script.face.answers == [
        "drugs.1.drug": "HER", "drugs.1.days": "28", "drugs.1.spend": "140.00",
      ])
  }

  @Test("Tab keeps to the row while something stands in it, and leaves a full table")
  func tabsThrough() {
    var script = script("HER")
    var places: [String] = []
    for _ in 0..<3 {
      script.reduce(.moved(.next))
      places.append(script.face.place)
    }
    #expect(places == ["drugs.1.days", "drugs.1.spend", "drugs.2.drug"])
    var full = self.script("HER|1|1|CRK|2|2|HER|3|3|CRK|4|4")
    full.reduce(.moved(.next))
    #expect(full.face.place == "main" && full.face.notice == nil)
  }

  @Test(
    "An empty row is ignored: Enter and Tab leave the table and the row is gone",
    arguments: [FormStep.enter, .next])
  func emptyRow(_ step: FormStep) {
    var script = script("HER|28|140")
    script.reduce(.moved(.enter))
    script.reduce(.moved(step))
    #expect(script.face.place == "main")
    #expect(script.state.draft.rows[ExampleForm.drugs]?.count == 1)
  }

  @Test("A table takes only so many rows, and says so")
  func full() {
    var script = script("HER|1|1|CRK|2|2|HER|3|3|CRK|4|4")
    script.reduce(.moved(.enter))
    #expect(script.face.place == "drugs.4.spend")
    #expect(script.face.notice == .rowsFull(table: "Drugs used", most: 4))
  }

  @Test("Totals are worked out as rows are left")
  func total() {
    var script = script("HER|28|140|CRK|20|80")
    script.reduce(.moved(.next))
    let item = script.state.sheet.item(ExampleForm.total)
    guard case .computed(let work)? = item?.field.content else {
      Issue.record("The total is not computed")
      return
    }
    #expect(work(script.state.reading) == "220.00")
  }

  @Test("A row that is removed can be brought back, and it is said which")
  func removes() {
    var script = script("HER|28|140|CRK|20|80")
    script.go(to: "drugs.1.days")
    script.reduce(.chose(.removeRow))
    #expect(script.face.notice == .rowRemoved(number: 1, table: "Drugs used"))
    #expect(script.face.place == "drugs.2.days")
    #expect(script.face.answers["drugs.1.drug"] == nil)
    script.reduce(.chose(.undo))
    #expect(script.face.answers["drugs.1.drug"] == "HER")
    #expect(script.state.draft.rows[ExampleForm.drugs]?.map(\.id) == [1, 2])
  }

  @Test("A row can be added anywhere in a table and nowhere else")
  func adds() {
    var script = script("HER|28|140|CRK|20|80")
    script.go(to: "drugs.1.spend")
    script.reduce(.chose(.addRow))
    #expect(script.state.draft.rows[ExampleForm.drugs]?.map(\.id) == [1, 3, 2])
    #expect(script.face.place == "drugs.3.drug")
    script.go(to: "assessed")
    script.send(.chose(.addRow)) { $0.notice = .notInTable }
  }

  @Test("The same again copies the cell above and marks it as copied")
  func copiesAbove() {
    var script = script("HER|28|140|CRK")
    script.reduce(.moved(.next))
    script.reduce(.chose(.sameAgain))
    #expect(script.face.text == "28")
    #expect(script.face.carried == ["drugs.2.days"])
    script.type("5")
    #expect(script.face.carried == [])
  }

  @Test("Arrows go through a column and out at both ends")
  func column() {
    var script = script("HER|28|140|CRK|20|80")
    script.go(to: "drugs.1.days")
    var places: [String] = []
    for step in [FormStep.down, .down, .up, .up, .up] {
      script.reduce(.moved(step))
      places.append(script.face.place)
    }
    #expect(places == ["drugs.2.days", "main", "drugs.2.spend", "drugs.1.spend", "officer"])
  }
}

@Suite("The same again")
struct FormMemoryTests {
  private let last = FormMemory(
    answers: FormDraft(texts: [
      "assessed": "20/11/2026", "suite": "SH", "consent": "no", "officer": "W-0009",
    ]), names: [RecordRef(.worker, 9): "JONES Sam"])

  @Test("Carried answers stand in the next new record, marked; the caret goes to the first other")
  func carried() {
    let script = FormScript(last: last)
    #expect(script.face.answers == ["assessed": "20/11/2026", "suite": "SH"])
    #expect(script.face.carried == ["assessed", "suite"])
    #expect(script.face.place == "at")
    #expect(!script.state.isTouched)
  }

  @Test("Nothing is carried into a record that is being changed")
  func notIntoOld() {
    let script = FormScript(opened: ExampleForm.opened(["consent": "yes"]), last: last)
    #expect(script.face.answers == ["consent": "yes"])
  }

  @Test("F8 copies the answer of the last record; without one it says so")
  func sameAgain() {
    var script = FormScript(last: last)
    script.go(to: "consent")
    script.send(.chose(.sameAgain)) {
      $0.text = "no"
      $0.isSelected = true
      $0.answers["consent"] = "no"
      $0.carried.insert("consent")
      $0.notice = .copied(label: "Consent to share")
    }
    script.go(to: "says")
    script.send(.chose(.sameAgain)) {
      $0.notice = .nothingToCopy(label: "What the client says")
    }
  }

  @Test("A lone blank in a link field takes the record that was chosen last time, with its name")
  func lastLink() {
    var script = FormScript(last: last)
    script.go(to: "officer")
    script.reduce(.typed(" "))
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(script.state.facts.names[RecordRef(.worker, 9)] == "JONES Sam")
  }
}
