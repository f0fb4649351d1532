import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Choosing a day")
struct FormCalendarTests {
  private func script() -> FormScript {
    var script = FormScript()
    script.reduce(.chose(.choices))
    return script
  }

  private func day(_ script: FormScript) -> String? {
    if case .calendar(let popup) = script.state.popup { popup.day.uk } else { nil }
  }

  @Test(
    "Arrows go by day and week, pages by month, Home to today",
    arguments: [
      ([FormFeature.Action.edited(.caret(.left))], "21/11/2026"),
      ([.edited(.caret(.right))], "23/11/2026"), ([.moved(.up)], "15/11/2026"),
      ([.moved(.down)], "29/11/2026"), ([.moved(.pageUp)], "22/10/2026"),
      ([.moved(.pageDown)], "22/12/2026"),
      ([.moved(.pageDown), .moved(.down), .edited(.caret(.start))], "22/11/2026"),
    ])
  func moves(actions: [FormFeature.Action], expected: String) {
    var script = script()
    #expect(day(script) == "22/11/2026")
    for action in actions { script.reduce(action) }
    #expect(day(script) == expected)
  }

  @Test("Over a date that cannot be, the calendar opens on today and says what is wrong")
  func impossible() {
    var script = FormScript()
    script.type("31/2")
    script.send(.chose(.choices)) {
      $0.popup = "calendar"
      $0.notice = .unread(label: "Assessed on", words: ExampleForm.problem("31/2"))
    }
    #expect(day(script) == "22/11/2026")
  }

  @Test(
    "A day whose time is still to come is where the calendar opens, and nothing is wrong with it")
  func timeToCome() {
    var script = FormScript(ArrivalForm.definition)
    script.go(to: ArrivalForm.arrived.text)
    script.type("3/11")
    script.reduce(.chose(.choices))
    #expect(day(script) == "03/11/2026" && script.face.notice == nil)
  }

  @Test("Bank holidays of the month are marked")
  func holidays() {
    var script = script()
    script.reduce(.moved(.pageDown))
    guard case .calendar(let popup) = script.state.popup else {
      Issue.record("No calendar")
      return
    }
    #expect(popup.holidays.map(\.date.day) == [25, 28])
  }

  @Test("Enter takes the day and moves on; digits type a date instead")
  func takes() {
    var script = script()
    var typing = script
    script.reduce(.moved(.up))
    script.reduce(.moved(.enter))
    #expect(script.face.answers["assessed"] == "15/11/2026")
    #expect(script.face.place == "at")
    typing.send(.typed("3")) {
      $0.popup = ""
      $0.text = "3"
      $0.answers["assessed"] = "3"
    }
  }

  @Test("The day has moved on: a Tab behind it stays")
  func tabBehindDay() {
    for (key, stays) in [(FormStep.next, true), (.enter, false)] {
      var script = script()
      script.reduce(.moved(.enter))
      #expect(script.face.place == "at")
      script.reduce(.moved(key))
      #expect((script.face.place == "at") == stays)
    }
  }

  @Test("Where a time is asked for as well, the caret waits behind the date")
  func withTime() {
    var script = FormScript()
    script.go(to: "at")
    script.reduce(.chose(.choices))
    script.reduce(.moved(.enter))
    #expect(script.face.place == "at")
    #expect(script.face.text == "22/11/2026 ")
    script.type("0930")
    script.reduce(.moved(.next))
    #expect(script.face.answers["at"] == "22/11/2026 09:30")
  }
}
