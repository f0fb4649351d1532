import CaseRules
import Testing

@Suite("What a form that is not saved is called by")
struct DraftWordsTests {
  @Test("A new person by the name, whatever was typed before it; an arrival by its cell")
  func names() {
    func words(_ form: FormDefinition, _ texts: [FieldCode: String]) -> String? {
      FormDraft(texts: texts).firstWords(in: form)
    }
    #expect(
      words(
        PersonForm.definition,
        [
          PersonForm.language: "English", PersonForm.given: "Kieran", PersonForm.family: "O'Dowd",
        ])
        == "O'Dowd, Kieran")
    #expect(words(PersonForm.definition, [PersonForm.language: "English"]) == "English")
    #expect(
      words(ArrivalForm.definition, [ArrivalForm.cell: "M12", ArrivalForm.suite: "NF"])
        == "Cell M12")
    #expect(words(ArrivalForm.definition, [ArrivalForm.suite: "NF"]) == nil)
  }

  @Test("INT-005: a sealed name is no name for a draft")
  func sealed() {
    for field in IntelligenceReportForm.definition.fields where field.isSealed {
      #expect(
        FormDraft(texts: [field.code: "Harrow"]).firstWords(in: IntelligenceReportForm.definition)
          == nil)
    }
  }
}
