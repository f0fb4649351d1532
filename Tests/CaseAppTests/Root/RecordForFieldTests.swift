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
