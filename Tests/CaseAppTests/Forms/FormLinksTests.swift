import CaseApp
import CaseRules
import Testing
import TestSupport

@Suite("Choosing a record")
struct FormLinksTests {
  private static let jones = LookUpHit(RecordRef(.worker, 9), "JONES Sam  collar 4711")
  private static let other = LookUpHit(RecordRef(.worker, 12), "JONES Sian  collar 1234")
  private static let client = LookUpHit(RecordRef(.person, 5), "JONES Sam, born 03/04/1985")

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

  @Test("Of clients nobody is taken by going elsewhere, even when only one fits")
  func clientNeverByItself() throws {
    var script = FormScript(ExampleForm.aboutPeople)
    script.go(to: "client")
    script.type("jones")
    let asked = script.reduce(.moved(.down))
    #expect(script.face.place == "officer")
    let ticket = try #require(asked.lookUpTicket)
    #expect(
      asked.contains(.lookUp("jones", kinds: [.person], ticket)))
    #expect(script.state.lookUps.isLooking(at: "client"))
    script.reduce(.answered(.lookedUp([Self.client]), ticket))
    #expect(script.face.answers["client"] == "jones")
    #expect(script.state.lookUps.fitting["client"] == 1)
    #expect(script.state.facts.names.isEmpty)
  }

  @Test("Tab takes the one client who has the words, as Enter does, and goes on")
  func clientByTab() throws {
    for key in [FormStep.next, .enter] {
      var script = FormScript(ExampleForm.aboutPeople)
      script.go(to: "client")
      script.type("jones sam")
      let asked = script.reduce(.moved(key))
      #expect(script.face.place == "client", "until it is known who that is")
      let alike = LookUpHit(RecordRef(.person, 6), "JONES Samuel", because: "sounds like sam")
      script.reduce(.answered(.lookedUp([Self.client, alike]), try #require(asked.lookUpTicket)))
      #expect(script.face.answers["client"] == "P-0005")
      #expect(script.face.place == "officer" && script.face.popup == "")
    }
  }

  @Test("Where several or none fit, Tab stays with them; a second one leaves the words as typed")
  func clientNotByTab() throws {
    let second = LookUpHit(RecordRef(.person, 6), "JONES Samantha, born 04/05/1986")
    for hits in [[Self.client, second], []] {
      var script = FormScript(ExampleForm.aboutPeople)
      script.go(to: "client")
      script.type("jones")
      let asked = script.reduce(.moved(.next))
      script.reduce(.answered(.lookedUp(hits), try #require(asked.lookUpTicket)))
      #expect(script.face.place == "client" && script.face.popup == "links")
      script.reduce(.moved(.next))
      #expect(script.face.place == "officer" && script.face.answers["client"] == "jones")
      // Whoever comes by again without typing is not held up.
      script.reduce(.moved(.previous))
      script.reduce(.moved(.next))
      #expect(script.face.place == "officer" && script.face.popup == "")
    }
  }

  @Test("The only colleague who fits is taken by Tab as by Enter, and named at once")
  func colleagueByItself() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.next))
    let ticket = try #require(asked.lookUpTicket)
    let taken = script.reduce(.answered(.lookedUp([Self.jones]), ticket))
    #expect(script.face.place == "drugs.1.drug")
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(script.state.facts.names[Self.jones.ref] == Self.jones.words)
    #expect(script.state.lookUps.fitting["officer"] == nil)
    #expect(!script.face.findings.contains { $0.hasPrefix("Choose which record") })
    #expect(taken.factsTicket != nil)
    script.go(to: "officer")
    script.reduce(.chose(.undo))
    #expect(script.face.answers["officer"] != "W-0009", "undo takes it back")
  }

  @Test("The only colleague who fits is taken by going elsewhere, too")
  func colleagueLeft() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.down))
    #expect(script.face.place == "drugs.1.drug")
    script.reduce(.answered(.lookedUp([Self.jones]), try #require(asked.lookUpTicket)))
    #expect(script.face.answers["officer"] == "W-0009")
    script.go(to: "officer")
    script.reduce(.chose(.undo))
    #expect(script.face.answers["officer"] == "jones", "undo brings the words back")
  }

  @Test("Of several colleagues, or of one who only sounds so, nobody is taken by going elsewhere")
  func colleaguesNotByThemselves() throws {
    let alike = LookUpHit(Self.jones.ref, Self.jones.words, because: "sounds like joans")
    for hits in [[Self.jones, Self.other], [alike], []] {
      var script = FormScript()
      script.go(to: "officer")
      script.type("jones")
      let asked = script.reduce(.moved(.down))
      let ticket = try #require(asked.lookUpTicket)
      script.reduce(.answered(.lookedUp(hits), ticket))
      #expect(script.face.answers["officer"] == "jones")
      #expect(script.state.lookUps.fitting["officer"] == hits.count)
    }
  }

  @Test("Who types on in the field is not overtaken by what was found for the letters before")
  func typesOn() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.down))
    script.go(to: "officer")
    script.type("marsh")
    let ticket = try #require(asked.lookUpTicket)
    script.reduce(.answered(.lookedUp([Self.jones]), ticket))
    #expect(script.face.text == "marsh")
  }

  @Test("What was found for words that were emptied since names nobody")
  func emptied() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.down))
    script.go(to: "officer")
    for _ in "jones" { script.reduce(.edited(.deletedBack)) }
    script.reduce(.moved(.next))
    #expect(script.face.answers["officer"] == nil)
    #expect(!script.state.lookUps.isLooking(at: "officer") && !script.state.awaitsLinks)
    script.reduce(.answered(.lookedUp([Self.jones]), try #require(asked.lookUpTicket)))
    #expect(script.face.answers["officer"] == nil)
    #expect(script.state.lookUps.fitting["officer"] == nil)
  }

  @Test("What was found for words that were taken back since names nobody")
  func takenBack() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.down))
    script.reduce(.chose(.undo))
    let before = script.face.answers["officer"]
    #expect(before != "jones")
    script.reduce(.answered(.lookedUp([Self.jones]), try #require(asked.lookUpTicket)))
    #expect(script.face.answers["officer"] == before)
  }

  @Test("Whoever was chosen from the list has moved on: a Tab behind it stays")
  func tabBehindChoice() throws {
    for (key, stays) in [(FormStep.next, true), (.enter, false)] {
      var script = FormScript(ExampleForm.aboutPeople)
      script.go(to: "officer")
      script.type("jones")
      let asked = script.reduce(.chose(.choices))
      script.reduce(
        .answered(.lookedUp([Self.jones, Self.other]), try #require(asked.lookUpTicket)))
      script.reduce(.moved(.enter))
      #expect(script.face.place == "says")
      script.reduce(.moved(key))
      #expect((script.face.place == "says") == stays)
    }
  }

  @Test("Enter opens what fits; a second Enter takes it, but not before it can be seen")
  func takes() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("jones")
    let asked = script.reduce(.moved(.enter))
    #expect(script.face.popup == "links")
    script.send(.moved(.enter))
    let ticket = try #require(asked.lookUpTicket)
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
  func stale() throws {
    var script = FormScript()
    script.go(to: "officer")
    let first = try #require(script.reduce(.chose(.choices)).lookUpTicket)
    let second = try #require(script.type("j").lookUpTicket)
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
  func exactNumber() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w-0009")
    let asked = script.reduce(.moved(.next))
    let ticket = try #require(asked.lookUpTicket)
    #expect(script.state.awaitsLinks)
    script.reduce(.answered(.lookedUp([Self.jones, Self.other]), ticket))
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(!script.face.findings.contains { $0.hasPrefix("Choose which record") })
    #expect(script.state.facts.names[Self.jones.ref] == Self.jones.words)
  }

  @Test("A number that is nobody's is not taken")
  func nobodysNumber() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("w-0009")
    let ticket = try #require(script.reduce(.moved(.next)).lookUpTicket)
    script.reduce(.answered(.lookedUp([Self.other]), ticket))
    #expect(script.face.findings.contains { $0.hasPrefix("Choose which record W-0009 is") })
  }

  @Test(
    "Saving waits for the colleague whose words, or number, were typed last",
    arguments: ["jones", "w-0009"])
  func savesOnceFound(typed: String) throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type(typed)
    let asked = script.reduce(.chose(.save))
    #expect(script.face.page == "sheet" && script.face.notice == .saving)
    script.reduce(.answered(.lookedUp([Self.jones]), try #require(asked.lookUpTicket)))
    #expect(script.face.page == "findings")
    #expect(script.face.answers["officer"] == "W-0009")
    #expect(!script.face.findings.contains { $0.hasPrefix("Choose") || $0.contains("choose") })
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
  func fails() throws {
    var script = FormScript()
    script.go(to: "officer")
    script.type("j")
    let ticket = try #require(script.reduce(.chose(.choices)).lookUpTicket)
    script.send(.answered(.failed(Trouble("The file is busy")), ticket)) {
      $0.notice = .trouble(Trouble("The file is busy"))
    }
    #expect(script.face.text == "j")
  }
}
