import CaseRules
import Testing

@testable import CaseApp

@Suite("Searches for people from inside a form")
struct FormSearchTrailTests {
  private static let brown = LookUpHit(RecordRef(.person, 12), "BROWN Tia, born 09/03/1990 (36)")
  private static let browne = LookUpHit(RecordRef(.person, 13), "BROWNE Tia, born 09/03/1991 (35)")

  private func script() -> FormScript {
    var script = FormScript(PossibleRecordForm.definition)
    script.go(to: "other")
    return script
  }

  /// Types and lets the last look-up be answered.
  private func look(
    _ typed: String, _ hits: [LookUpHit], _ script: inout FormScript
  ) -> [FormFeature.Effect] {
    let effects = script.type(typed)
    guard let ticket = effects.lookUpTicket ?? script.asked.lookUpTicket else { return effects }
    return effects + script.reduce(.answered(.lookedUp(hits), ticket))
  }

  private func notes(_ effects: [FormFeature.Effect]) -> [FormFeature.Effect] {
    effects.filter { if case .noteSearch = $0 { true } else { false } }
  }

  @Test("GEN-003: whom somebody looked for is noted once the list closes, not at each letter")
  func closed() {
    var script = script()
    script.reduce(.chose(.choices))
    #expect(notes(look("bro", [Self.brown, Self.browne], &script)).isEmpty)
    #expect(notes(look("wn", [Self.brown], &script)).isEmpty)
    #expect(
      notes(script.reduce(.moved(.enter))) == [.noteSearch("brown", found: 1)])
  }

  @Test(
    "GEN-003: a search that makes way for another one is noted, and one that is left open-ended")
  func replaced() {
    var script = script()
    script.reduce(.chose(.choices))
    _ = look("brown", [Self.brown], &script)
    #expect(notes(script.reduce(.edited(.deletedBack))) == [.noteSearch("brown", found: 1)])
    #expect(notes(script.reduce(.edited(.deletedBack))).isEmpty)
    _ = look("xy", [], &script)
    #expect(notes(script.reduce(.chose(.back))) == [.noteSearch("broxy", found: 0)])
  }

  @Test("GEN-003: a number or words typed and left tell of people, too; a worker's name does not")
  func left() {
    var script = script()
    script.type("p-0012")
    guard let ticket = script.reduce(.moved(.next)).lookUpTicket else {
      Issue.record("Nothing was looked up")
      return
    }
    #expect(
      notes(script.reduce(.answered(.lookedUp([Self.brown]), ticket)))
        == [.noteSearch("P-0012", found: 1)])
    var other = FormScript()
    other.go(to: "officer")
    other.reduce(.chose(.choices))
    _ = look("jones", [LookUpHit(RecordRef(.worker, 9), "JONES Sam")], &other)
    #expect(notes(other.reduce(.chose(.back))).isEmpty)
  }

  @Test("GEN-003: who may be on file already is named beside the form, and that is noted once")
  func likenesses() {
    var script = FormScript(PersonForm.definition)
    script.go(to: "family")
    script.type("Harow")
    guard let ticket = script.reduce(.moved(.next)).factsTicket else {
      Issue.record("The facts were not asked for")
      return
    }
    var facts = FormFacts()
    facts.person = PersonFacts(
      possible: [PersonFacts.Match(ref: RecordRef(.person, 3), words: "HARROW Miles")])
    #expect(
      notes(script.reduce(.answered(.facts(facts), ticket))) == [.noteSearch("Harow", found: 1)])
    script.go(to: "family")
    script.type("w")
    guard let again = script.reduce(.moved(.next)).factsTicket else { return }
    #expect(notes(script.reduce(.answered(.facts(facts), again))).isEmpty)
  }
}
