import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Choosing an answer")
struct FormChoosingTests {
  @Test("Words that fit one answer are taken on leaving")
  func oneFits() {
    var script = FormScript()
    script.go(to: "suite")
    script.type("stoke")
    script.reduce(.moved(.next))
    #expect(script.face.answers["suite"] == "SN")
    #expect(script.face.popup == "")
  }

  @Test("Words that fit several open the list; Enter takes one and goes where it was going")
  func severalFit() {
    var script = FormScript()
    script.go(to: "suite")
    script.type("s")
    script.send(.moved(.previous)) {
      $0.popup = "choices"
      $0.findings = [
        "More than one answer fits: SN Stoke Newington, SH Shoreditch. Choose one from the list, or "
          + "type it in full"
      ]
    }
    script.send(.moved(.down))
    script.send(.moved(.enter)) {
      $0.popup = ""
      $0.place = "at"
      $0.text = ""
      $0.answers["suite"] = "SH"
      $0.findings = []
    }
  }

  @Test("What was chosen from a list has moved on: a Tab behind it stays, and an Enter goes on")
  func tabBehindChoice() {
    for (key, stays) in [(FormStep.next, true), (.enter, false)] {
      var script = FormScript()
      script.go(to: "suite")
      script.reduce(.chose(.choices))
      script.reduce(.moved(.enter))
      let place = script.face.place
      #expect(place != "suite")
      script.reduce(.moved(key))
      #expect((script.face.place == place) == stays)
    }
  }

  @Test("Closing the list leaves what was typed, and it does not open by itself again")
  func closed() {
    var script = FormScript()
    script.go(to: "suite")
    script.type("s")
    script.reduce(.moved(.next))
    script.send(.chose(.back)) { $0.popup = "" }
    #expect(script.face.text == "s")
    script.reduce(.moved(.next))
    #expect(script.face.place == "consent")
    #expect(script.face.answers["suite"] == "s")
    #expect(script.state.toFix == 1)
  }

  @Test("The very code comes first, then codes and words that start so")
  func narrows() {
    var script = FormScript()
    script.go(to: "suite")
    script.reduce(.chose(.choices))
    #expect(script.codes == ["SN", "SH", "ME"])
    script.type("s")
    #expect(script.codes == ["SN", "SH"])
    script.type("h")
    #expect(script.codes == ["SH"])
    #expect(script.face.text == "sh")
    script.reduce(.edited(.deletedBack))
    script.reduce(.edited(.deletedBack))
    #expect(script.codes == ["SN", "SH", "ME"])
    script.type("end")
    #expect(script.codes == ["ME"])
    script.reduce(.moved(.enter))
    #expect(script.face.answers["suite"] == "ME")
    #expect(script.face.place == "consent")
  }

  @Test("A wrong answer opens the whole list, and nothing of it is under the hand yet")
  func nothingFits() {
    var script = FormScript(opened: ExampleForm.opened(["suite": "xqz"]))
    script.go(to: "suite")
    script.reduce(.chose(.choices))
    #expect(script.codes == ["SN", "SH", "ME"])
    #expect(script.popupChoices?.missed == "xqz" && script.popupChoices?.current == nil)
    script.reduce(.moved(.enter))
    #expect(script.face.answers["suite"] == "xqz")
    script.reduce(.moved(.down))
    script.reduce(.moved(.enter))
    #expect(script.face.answers["suite"] == "SN")
  }

  @Test(
    "One answer left of an open list is what Tab takes, as Enter does", arguments: [true, false])
  func lastOneByTab(byTab: Bool) {
    var script = FormScript(ContactAttemptForm.definition)
    script.go(to: ContactAttemptForm.result.text)
    script.reduce(.chose(.choices))
    script.type("no a")
    #expect(script.codes == [ContactResult.noAnswer.code])
    script.reduce(.moved(byTab ? .next : .enter))
    #expect(script.face.answers[ContactAttemptForm.result.text] == ContactResult.noAnswer.code)
    #expect(script.face.place != ContactAttemptForm.result.text && script.face.popup == "")
  }

  @Test("A yes or no that is only begun is read as its open list shows it")
  func begunYesNo() {
    var script = FormScript(ArrivalForm.definition)
    script.go(to: ArrivalForm.ppo.text)
    script.reduce(.chose(.choices))
    script.type("not")
    #expect(script.codes == [YesNo.notKnown.rawValue])
    script.reduce(.moved(.next))
    #expect(script.face.answers[ArrivalForm.ppo.text] == YesNo.notKnown.rawValue)
  }

  @Test("The letter that begins “dk” does not move on, as it is no answer yet")
  func firstOfTwoLetters() {
    var script = FormScript(ArrivalForm.definition)
    script.go(to: ArrivalForm.ppo.text)
    script.type("dk")
    #expect(script.face.place == ArrivalForm.ppo.text && script.face.text == "dk")
  }

  @Test("A time that comes twice is chosen from both of them")
  func twice() {
    var script = FormScript(ArrivalForm.definition)
    script.go(to: ArrivalForm.arrived.text)
    script.type("25/10/2026 01:30")
    script.reduce(.moved(.next))
    #expect(script.codes == ["25/10/2026 01:30 BST", "25/10/2026 01:30 GMT"])
    script.reduce(.moved(.down))
    script.reduce(.moved(.enter))
    #expect(script.face.answers[ArrivalForm.arrived.text] == "25/10/2026 01:30 GMT")
  }

  @Test("Words that fit again narrow again")
  func fitsAgain() {
    var script = FormScript()
    script.go(to: "suite")
    script.reduce(.chose(.choices))
    script.type("sx")
    #expect(script.codes == ["SN", "SH", "ME"] && script.popupChoices?.missed == "sx")
    script.reduce(.edited(.deletedBack))
    #expect(script.codes == ["SN", "SH"] && script.popupChoices?.missed == nil)
    #expect(script.popupChoices?.current?.code == "SN")
  }

  @Test("An answer that stands already is where the list opens")
  func opensOnAnswer() {
    var script = FormScript(opened: ExampleForm.opened(["suite": "SH"]))
    script.go(to: "suite")
    script.reduce(.chose(.choices))
    #expect(script.popupChoices?.current?.code == "SH")
    script.reduce(.chose(.explanation))
    #expect(script.popupChoices?.explains == true)
  }

  @Test("The blank ticks where several may be chosen; the codes stand in the order of the list")
  func ticks() {
    var script = FormScript()
    script.go(to: "risks")
    script.reduce(.chose(.choices))
    script.reduce(.moved(.down))
    script.reduce(.typed(" "))
    script.reduce(.moved(.up))
    script.reduce(.chose(.tick))
    #expect(script.face.text == "SH, OD")
    script.type("self")
    #expect(script.codes == ["SH"])
    script.reduce(.moved(.enter))
    #expect(script.face.answers["risks"] == "SH, OD")
    #expect(script.face.place == "says")
  }

  @Test("A word and Enter tick what was typed for and go on; after the blank Enter only closes")
  func ticksByWord() {
    var script = FormScript(opened: ExampleForm.opened(["risks": "OD"]))
    script.go(to: "risks")
    script.reduce(.chose(.choices))
    script.type("viol")
    #expect(script.popupChoices?.wanted?.code == "VI")
    script.reduce(.moved(.enter))
    #expect(script.face.answers["risks"] == "OD, VI")
    #expect(script.face.place == "says" && script.face.popup == "")
    script.go(to: "risks")
    script.reduce(.chose(.choices))
    script.type("viol")
    script.reduce(.chose(.tick))
    #expect(script.popupChoices?.wanted == nil)
    script.reduce(.moved(.enter))
    #expect(script.face.answers["risks"] == "OD")
  }

  @Test("A word that fits nothing ticks nothing; the list says so and stays")
  func noTickForWord() {
    var script = FormScript()
    script.go(to: "risks")
    script.reduce(.chose(.choices))
    script.type("xqz")
    for key in [FormFeature.Action.moved(.enter), .chose(.tick)] {
      script.send(key, asking: [.beep]) { $0.notice = .nothingFits("xqz") }
      script.send(.edited(.caret(.left))) { $0.notice = nil }
    }
    script.reduce(.moved(.down))
    script.reduce(.moved(.enter))
    #expect(script.face.answers["risks"] == "SH" && script.face.popup == "")
  }

  @Test("A list that is left otherwise keeps the word in the field, behind what is ticked")
  func wordKept() {
    for key in [FormFeature.Action.moved(.next), .moved(.previous), .chose(.back)] {
      var script = FormScript(opened: ExampleForm.opened(["risks": "OD"]))
      script.go(to: "risks")
      script.reduce(.chose(.choices))
      script.type("xqz")
      script.reduce(key)
      #expect(script.face.answers["risks"] == "OD, xqz" && script.face.popup == "")
    }
  }

  @Test("Words in the field that are no answer yet are what the list opens at")
  func opensOnWords() {
    var script = FormScript()
    script.go(to: "risks")
    script.type("od, vio, xqz")
    script.reduce(.chose(.choices))
    #expect(script.popupChoices?.several?.ticked == ["OD", "VI"])
    #expect(script.popupChoices?.missed == "xqz")
    script.reduce(.chose(.back))
    #expect(script.face.text == "od, vio, xqz")
    script.reduce(.chose(.choices))
    script.reduce(.moved(.down))
    script.reduce(.chose(.tick))
    #expect(script.face.text == "SH, OD, VI")
  }

  @Test("Yes-or-no questions list their answers, too")
  func yesNo() {
    var script = FormScript()
    script.go(to: "consent")
    script.reduce(.chose(.choices))
    #expect(script.codes == ["yes", "no", "not known", "refused"])
  }

  @Test("A field without a list says so")
  func noList() {
    var script = FormScript()
    script.go(to: "says")
    script.send(.chose(.choices)) { $0.notice = .noChoices(label: "What the client says") }
  }
}

extension FormScript {
  var popupChoices: ChoicesPopup? {
    if case .choices(let popup) = state.popup { popup } else { nil }
  }
  var codes: [String] { popupChoices?.options.map(\.code) ?? [] }
}
