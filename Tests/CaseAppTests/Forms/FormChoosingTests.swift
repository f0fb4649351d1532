import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Choosing an answer")
struct FormChoosingTests {
  @Test("Words that stand in the place of a record as the form opens are looked up by themselves")
  func wordsGiven() throws {
    let opened = OpenedForm(
      form: ExampleForm.definition.id, about: nil,
      draft: FormDraft(texts: [ExampleForm.officer: "Robin Marsh"]))
    var script = FormScript(opened: opened)
    guard case .lookUp("Robin Marsh", kinds: [.worker], let ticket)? = script.started.first else {
      Issue.record("\(script.started)")
      return
    }
    let hit = LookUpHit(RecordRef(.worker, 7), "Robin Marsh", because: nil)
    script.reduce(.answered(.lookedUp([hit]), ticket))
    #expect(script.state.lookUps.fitting["officer"] == 1)
    #expect(script.face.answers["officer"] == "Robin Marsh", "nothing is taken unasked")
    let number = OpenedForm(
      form: ExampleForm.definition.id, about: nil,
      draft: FormDraft(texts: [ExampleForm.officer: "W-0007"]))
    #expect(FormScript(opened: number).started.isEmpty)
  }

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
      $0.findings = ["More than one answer fits. Choose one from the list"]
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
    script.type("viol")
    #expect(script.codes == ["VI"])
    script.reduce(.moved(.enter))
    #expect(script.face.answers["risks"] == "SH, OD")
    #expect(script.face.place == "says")
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

@Suite("Choosing a record")
struct FormLinksTests {
  private static let jones = LookUpHit(RecordRef(.worker, 9), "JONES Sam  collar 4711")
  private static let other = LookUpHit(RecordRef(.worker, 12), "JONES Sian  collar 1234")

  @Test("Nothing is taken without Enter, even when only one record fits")
  func neverByItself() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.next))
    #expect(script.face.place == "drugs.1.drug")
    #expect(
      asked.first == .lookUp("jones", kinds: [.worker], Ticket(asked.lookUpTicket?.number ?? 0)))
    guard let ticket = asked.lookUpTicket else { return }
    #expect(script.state.lookUps.isLooking(at: "officer"))
    script.reduce(.answered(.lookedUp([Self.jones]), ticket))
    #expect(script.face.answers["officer"] == "jones")
    #expect(script.state.lookUps.fitting["officer"] == 1)
    #expect(script.state.toFix == 4)
  }

  @Test("Enter opens what fits; a second Enter takes it, but not before it can be seen")
  func takes() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.enter))
    #expect(script.face.popup == "links")
    script.send(.moved(.enter))
    guard let ticket = asked.lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    script.reduce(.answered(.lookedUp([Self.jones, Self.other]), ticket))
    script.send(.moved(.down))
    let taken = script.reduce(.moved(.enter))
    #expect(script.face.answers["officer"] == "W-0012")
    #expect(script.face.place == "drugs.1.drug")
    #expect(taken.factsTicket != nil)
    #expect(script.state.facts.names[Self.other.ref] == Self.other.words)
  }

  @Test("Enter behind words that only one record fits takes it at once")
  func takesTheOnly() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones sam")
    let asked = script.reduce(.moved(.enter))
    script.reduce(.answered(.lookedUp([Self.jones]), try #require(asked.lookUpTicket)))
    #expect(script.state.popup == nil)
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(script.face.place == "drugs.1.drug")
    #expect(script.state.facts.names[Self.jones.ref] == Self.jones.words)
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

  @Test("Likenesses beside the one whose words were typed do not stand in the way")
  func takesTheOneTyped() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones sam")
    let asked = script.reduce(.moved(.enter))
    let alike = LookUpHit(Self.other.ref, Self.other.words, because: "1 letter off sam")
    script.reduce(.answered(.lookedUp([Self.jones, alike]), try #require(asked.lookUpTicket)))
    #expect(script.face.answers["officer"] == "W-0009")
  }

  @Test("Somebody found by a likeness of what was typed is shown before being taken")
  func likenessIsSeenFirst() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("joans")
    let asked = script.reduce(.moved(.enter))
    let alike = LookUpHit(Self.jones.ref, Self.jones.words, because: "sounds like joans")
    script.reduce(.answered(.lookedUp([alike]), try #require(asked.lookUpTicket)))
    #expect(script.face.popup == "links")
    #expect(script.face.answers["officer"] == "joans")
    script.reduce(.moved(.enter))
    #expect(script.face.answers["officer"] == "W-0009")
  }

  @Test("Words that nobody fits show the whole list, and nothing of it is under the hand yet")
  func nobodyFits() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("xqz")
    let asked = script.reduce(.chose(.choices))
    let again = script.reduce(.answered(.lookedUp([]), try #require(asked.lookUpTicket)))
    let all = try #require(again.lookUpTicket)
    #expect(again.first == .lookUp("", kinds: [.worker], all))
    script.reduce(.answered(.lookedUp([Self.jones, Self.other]), all))
    guard case .links(let links) = script.state.popup else {
      Issue.record("The list is closed")
      return
    }
    #expect(links.missed == "xqz" && links.hits.count == 2 && links.current == nil)
    script.send(.moved(.enter))
    #expect(script.face.answers["officer"] == "xqz")
    script.reduce(.moved(.down))
    script.reduce(.moved(.enter))
    #expect(script.face.answers["officer"] == "W-0009")
  }

  @Test("Whoever stands in the field already does not hide the others, and is under the hand")
  func prefilled() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.enter))
    script.reduce(.answered(.lookedUp([Self.other]), try #require(asked.lookUpTicket)))
    script.reduce(.moved(.enter))
    script.go(to: "officer")
    let again = script.reduce(.chose(.choices))
    #expect(
      again.first == .lookUp("", kinds: [.worker], Ticket(again.lookUpTicket?.number ?? 0)))
    script.reduce(
      .answered(.lookedUp([Self.jones, Self.other]), try #require(again.lookUpTicket)))
    guard case .links(let links) = script.state.popup else { return }
    #expect(links.hits.count == 2 && links.at == 1)
  }

  @Test("Every letter looks up again, and an answer to an older question is dropped")
  func stale() {
    var script = FormScript()
    script.go(to: "officer")
    let first = script.reduce(.chose(.choices)).lookUpTicket
    let second = script.type("j").lookUpTicket
    guard let first, let second else {
      Issue.record("Nothing was looked up")
      return
    }
    script.send(.answered(.lookedUp([Self.other]), first))
    guard case .links(let looking) = script.state.popup else { return }
    #expect(looking.isLooking)
    script.reduce(.answered(.lookedUp([Self.jones]), second))
    guard case .links(let found) = script.state.popup else { return }
    #expect(found.hits == [Self.jones])
  }

  @Test("A number alone may be anybody's: it counts only once its record was seen")
  func numberAlone() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w9")
    script.reduce(.moved(.next))
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(script.face.findings.contains { $0.hasPrefix("Choose which record W-0009 is") })
    var facts = FormFacts()
    facts.names[RecordRef(.worker, 9)] = "JONES Sam"
    script.go(to: "officer")
    let asked = script.reduce(.moved(.enter))
    #expect(script.face.popup == "links")
    script.reduce(.chose(.back))
    guard let ticket = script.asked.factsTicket else {
      Issue.record("The facts were not asked for")
      return
    }
    script.reduce(.answered(.facts(facts), ticket))
    #expect(script.face.findings.contains { $0.hasPrefix("Choose which record W-0009 is") })
    #expect(asked.lookUpTicket != nil)
  }

  @Test("A whole number that was typed and left is taken, and its record is named beside it")
  func exactNumber() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w-0009")
    let asked = script.reduce(.moved(.next))
    guard let ticket = asked.lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    #expect(script.state.awaitsLinks)
    script.reduce(.answered(.lookedUp([Self.jones, Self.other]), ticket))
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(!script.face.findings.contains { $0.hasPrefix("Choose which record") })
    #expect(script.state.facts.names[Self.jones.ref] == Self.jones.words)
  }

  @Test("A number that is nobody's is not taken")
  func nobodysNumber() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w-0009")
    guard let ticket = script.reduce(.moved(.next)).lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    script.reduce(.answered(.lookedUp([Self.other]), ticket))
    #expect(script.face.findings.contains { $0.hasPrefix("Choose which record W-0009 is") })
  }

  @Test("Saving waits for the record of a number typed last")
  func savesOnceFound() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w-0009")
    let asked = script.reduce(.chose(.save))
    #expect(script.face.page == "sheet")
    #expect(script.face.notice == .saving)
    guard let ticket = asked.lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    script.reduce(.answered(.lookedUp([Self.jones]), ticket))
    #expect(script.face.page == "findings")
    #expect(!script.face.findings.contains { $0.hasPrefix("Choose which record") })
  }

  @Test("A record the form came with is known already")
  func known() {
    var facts = FormFacts()
    facts.names[RecordRef(.worker, 9)] = "JONES Sam"
    var script = FormScript(opened: ExampleForm.opened(["officer": "W-0009"], facts: facts))
    script.go(to: "officer")
    script.send(.moved(.enter)) {
      $0.place = "drugs.1.drug"
      $0.text = ""
      $0.isSelected = false
      $0.findings = [
        "“Assessed on” needs an answer", "“Where” needs an answer",
        "“Consent to share” needs an answer",
      ]
    }
  }

  @Test("A search that fails says why and loses nothing")
  func fails() {
    var script = FormScript()
    script.go(to: "officer")
    script.type("j")
    guard let ticket = script.reduce(.chose(.choices)).lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    script.send(.answered(.failed(Trouble("The file is busy")), ticket)) {
      $0.notice = .trouble(Trouble("The file is busy"))
    }
    #expect(script.face.text == "j")
  }
}

extension FormScript {
  var popupChoices: ChoicesPopup? {
    if case .choices(let popup) = state.popup { popup } else { nil }
  }
  var codes: [String] { popupChoices?.options.map(\.code) ?? [] }
}
