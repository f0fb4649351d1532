import CaseApp
import CaseRules
import Testing

@Suite("An answer that is a record of its own")
struct AnswerByRecordTests {
  private static let person = RecordRef(.person, 41)

  private func facts(shares: Bool? = nil) -> FormFacts {
    var known = AssessmentFacts(hasConsent: true)
    known.person = Self.person
    known.consents[.shareWithAgency] = shares
    var facts = FormFacts()
    facts.assessment = known
    return facts
  }

  private func form(_ script: AppScript) throws -> FormFeature.State {
    guard case .form(let form)? = script.state.pages.last?.content else { throw NoForm() }
    return form
  }

  private struct NoForm: Error {}

  /// A DIR about a detention, the caret in the question about sharing.
  private func interview(_ facts: FormFacts? = nil) -> AppScript {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    script.send(
      .answered(
        .formOpened(
          OpenedForm(
            form: DIRForm.id, about: RecordRef(.custodyEntry, 1), heading: "MARSH Tia",
            draft: FormDraft(texts: [DIRForm.place: "CUS"]), facts: facts ?? self.facts())),
        script.press(.newDIR).opening?.ticket ?? Ticket(0)))
    script.send(.form(.fieldChosen(FieldPlace(DIRForm.shareConsent))))
    return script
  }

  @Test(
    "PPL-006: one key leads to the consent, filled in, and back to the question with its answer")
  func thereAndBack() throws {
    var script = interview()
    #expect(try form(script).place?.field == DIRForm.shareConsent)
    #expect(try form(script).formForNewRecord == ConsentGivenForm.id)
    let asked = script.send(.form(.chose(.newRecord)))
    #expect(asked.opening?.form == ConsentGivenForm.id)
    #expect(asked.opening?.about == Self.person)
    script.open(asked)
    let consent = try form(script)
    #expect(consent.draft[ConsentGivenForm.type] == "share-with-agency")
    #expect(consent.draft[ConsentGivenForm.given] == "yes")
    let back = try saveConsent(in: &script)
    #expect(try form(script).form.id == DIRForm.id)
    script.send(.answered(.facts(self.facts(shares: true)), try #require(back.factsTicket)))
    let dir = try form(script)
    #expect(dir.draft[DIRForm.shareConsent] == "yes")
    #expect(dir.draft[DIRForm.place] == "CUS")
    #expect(dir.place?.field == DIRForm.custodyConsent)
    #expect(!dir.shownFindings.contains { $0.field == DIRForm.shareConsent.text })
  }

  @Test("Whoever typed an answer meanwhile keeps it")
  func typedMeanwhile() throws {
    var script = interview()
    script.open(script.send(.form(.chose(.newRecord))))
    let back = try saveConsent(in: &script)
    script.send(.form(.typed("n")))
    script.send(.form(.moved(.next)))
    let typed = try form(script).draft[DIRForm.shareConsent]
    #expect(typed == "no")
    script.send(.answered(.facts(facts(shares: true)), try #require(back.factsTicket)))
    #expect(try form(script).draft[DIRForm.shareConsent] == typed)
  }

  @Test("Where the records do not answer, a later answer about something else puts nothing in")
  func recordsFail() throws {
    var script = interview()
    script.open(script.send(.form(.chose(.newRecord))))
    let back = try saveConsent(in: &script)
    script.send(
      .answered(.failed(Trouble("The file is busy")), try #require(back.factsTicket)))
    script.send(.form(.fieldChosen(FieldPlace(DIRForm.worker))))
    script.send(.form(.typed("w-0009")))
    let later = script.send(.form(.moved(.next)))
    script.send(.answered(.facts(facts(shares: true)), try #require(later.factsTicket)))
    #expect(try form(script).draft[DIRForm.shareConsent].isEmpty)
  }

  /// Fills in and saves the consent that lies over the DIR; answers with what is asked for then.
  private func saveConsent(in script: inout AppScript) throws -> [AppEffect] {
    for (field, text) in [
      (ConsentGivenForm.how, "WRI"), (ConsentGivenForm.when, "05/10/2007 13:00"),
      (ConsentGivenForm.explainedBy, "Amina Begum"), (ConsentGivenForm.explained, "y"),
      (ConsentGivenForm.recipients, "Quay House"), (ConsentGivenForm.data, "DIR"),
      (ConsentGivenForm.rationale, "Care"),
    ] {
      script.send(.form(.fieldChosen(FieldPlace(field))))
      script.send(.form(.typed(text)))
    }
    var saving = script.press(.save)
    if saving.saving == nil { saving = script.press(.save) }
    let ticket = try #require(saving.saving)
    let saved = script.send(
      .answered(
        .saved(.saved(RecordRef(.consent, 7), flags: [], notes: [])), ticket))
    return script.isFormOpen ? saved + script.send(.form(.moved(.enter))) : saved
  }

  @Test("Whose consent it is has to be known; other questions have no such form")
  func onlyThere() throws {
    var script = interview()
    script.send(.form(.fieldChosen(FieldPlace(DIRForm.caseloadConsent))))
    #expect(try form(script).formForNewRecord == nil)
    var nobody = facts()
    nobody.assessment?.person = nil
    #expect(try form(interview(nobody)).place?.field == DIRForm.shareConsent)
    #expect(try form(interview(nobody)).formForNewRecord == nil)
  }

  @Test("DIR: nobody asks a man whether he is pregnant; where the sex is not known it is asked")
  func pregnancy() {
    let field = DIRForm.definition.field(DIRForm.pregnant)
    for (sex, isAsked) in [(Sex.male, false), (.female, true), (.other, true), (.notStated, true)] {
      var facts = facts()
      facts.assessment?.sex = sex
      #expect(field?.concerns(facts) == isAsked)
    }
    #expect(field?.concerns(FormFacts()) == true)
  }
}

extension [AppEffect] {
  fileprivate var factsTicket: Ticket? {
    compactMap { effect -> Ticket? in
      if case .askFacts(_, _, _, let ticket) = effect { ticket } else { nil }
    }.last
  }
}
