import CaseApp
import CaseRules
import Testing

@Suite("A record that is made for a field")
struct RecordForFieldTests {
  private static let person = RecordRef(.person, 77)
  private static let field = FieldPlace(HelplineCallForm.person)

  /// A call, the caret in the question who it is about, and the form for somebody new above it.
  private func asking() -> AppScript {
    var script = AppScript()
    script.open(script.press(.newHelplineCall))
    script.send(.form(.fieldChosen(Self.field)))
    script.open(script.send(.form(.chose(.newRecord))), answers: Self.answers)
    return script
  }

  private static let answers = [
    PersonForm.family: "Brown", PersonForm.given: "Tia", PersonForm.born: "09/03/1985",
    PersonForm.sex: "F", PersonForm.ethnicity: "W1", PersonForm.noFixedAbode: "yes",
    PersonForm.language: "English", PersonForm.interpreter: "no", PersonForm.risks: "none",
  ]

  private func savePerson(in script: inout AppScript) throws {
    var saving = script.press(.save)
    if saving.saving == nil { saving = script.press(.save) }
    let ticket = try #require(saving.saving)
    script.send(.answered(.saved(.saved(Self.person, flags: [], notes: [])), ticket))
    if form(PersonForm.id, in: script) != nil { script.send(.form(.moved(.enter))) }
  }

  private func form(_ id: FormID, in script: AppScript) -> FormFeature.State? {
    script.state.pages.compactMap { page -> FormFeature.State? in
      guard case .form(let form) = page.content, form.form.id == id else { return nil }
      return form
    }.first
  }

  @Test("It stands in the field once it is saved")
  func made() throws {
    var script = asking()
    try savePerson(in: &script)
    #expect(form(HelplineCallForm.id, in: script)?.draft[Self.field] == Self.person.text)
  }

  @Test("One that was begun before is asked about; given up there, the next is for no field")
  func askedAbout() throws {
    var script = AppScript()
    let begun = UnfinishedLine(
      draft: DraftID(3), form: PersonForm.id, title: "Person", kept: script.now, answered: 1)
    script.answer(script.send(.started), .today(AppExamples.view(unfinished: [begun]))) {
      $0 == .today
    }
    script.press(.back)
    script.open(script.press(.newHelplineCall))
    script.send(.form(.fieldChosen(Self.field)))
    script.send(.form(.chose(.newRecord)))
    #expect(try doings(in: script).first == .resume(DraftID(3), forField: true))
    script.press(.back)
    script.press(.newPerson)
    #expect(try doings(in: script).first == .resume(DraftID(3), forField: false))
  }

  private func doings(in script: AppScript) throws -> [Question.Doing] {
    guard case .question(let question)? = script.state.popup else {
      Issue.record("nothing is asked")
      return []
    }
    return question.buttons.map(\.doing)
  }

  @Test("One that was given up is not waited for: who is made next is put in nowhere")
  func givenUp() throws {
    var script = asking()
    script.press(.back)
    #expect(form(PersonForm.id, in: script) == nil)
    script.open(script.press(.newPerson), answers: Self.answers)
    try savePerson(in: &script)
    let call = try #require(form(HelplineCallForm.id, in: script))
    #expect(call.draft[Self.field].isEmpty)
  }
}
