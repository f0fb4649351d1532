import CaseRules
import Testing

@Suite("What a search says of the record that is made instead")
struct NewRecordAnswersTests {
  private static let today = CalendarDate(year: 2007, month: 10, day: 5) ?? .earliest

  private static func answers(_ form: FormID, _ typed: String) -> [FieldCode: String] {
    NewRecordAnswers.answers(to: form, from: typed, on: today).texts.filter { !$0.value.isEmpty }
  }

  @Test("A person's names and birth go where they belong, the family name first")
  func person() {
    #expect(
      Self.answers(PersonForm.id, "smith john 3/4/85") == [
        PersonForm.family: "Smith", PersonForm.given: "John", PersonForm.born: "03/04/1985",
      ])
    #expect(
      Self.answers(PersonForm.id, "McDONALD Ann") == [
        PersonForm.family: "McDONALD", PersonForm.given: "Ann",
      ])
    #expect(Self.answers(PersonForm.id, "  ").isEmpty)
  }

  @Test("CUS-004: of an officer a word with a digit in it is the collar number")
  func officer() {
    #expect(
      Self.answers(OfficerForm.id, "PC Lowe 77") == [
        OfficerForm.name: "PC Lowe", OfficerForm.collar: "77",
      ])
  }

  @Test("A service takes all of it; other forms take nothing")
  func others() {
    #expect(Self.answers(ServiceForm.id, "Quay House") == [ServiceForm.name: "Quay House"])
    #expect(Self.answers(SuiteForm.id, "Northfold").isEmpty)
  }
}
