import CaseApp
import CaseRules
import Testing

@Suite("Printing a client's papers")
struct PrintingTests {
  private static let person = RecordRef(.person, 42)

  private static func onPerson() -> AppScript {
    var script = AppScript()
    script.send(.started)
    script.press(.openByNumber)
    script.type("P-42")
    script.press(.take)
    return script
  }

  @Test("The question says what becomes of it; the safe answer prints nothing")
  func asks() {
    var script = Self.onPerson()
    #expect(script.press(.print) == [.discardTypedAhead])
    guard case .question(let question)? = script.state.popup else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.title == "Print the papers of P-0042?")
    #expect(question.buttons[question.focus].isSafe)
    #expect(script.press(.press) == [])
    #expect(script.state.popup == nil)
  }

  @Test("A letter prints, and where the file lies is said")
  func prints() {
    var script = Self.onPerson()
    script.press(.print)
    let effects = script.type("h")
    guard case .print(Self.person, .html, let ticket)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    script.send(.answered(.read(.printed("/srv/exports/client-P-0042.html")), ticket))
    #expect(
      script.state.message?.words == "client-P-0042.html is written, for you alone, in /srv/exports"
    )
    script.press(.print)
    guard case .print(_, .text, let again)? = script.type("t").first else { return }
    script.send(.answered(.failed(Trouble("The folder is full")), again))
    #expect(script.state.message?.words == "The folder is full")
  }

  @Test("Without a person in front there is nothing to print, and the reason is said")
  func nobody() {
    var script = AppScript()
    script.send(.started)
    script.press(.print)
    #expect(script.state.popup == nil)
    #expect(script.state.message?.words.contains("Pick a person first") == true)
  }
}
