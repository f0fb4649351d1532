/// The forms about people, their consents and the agencies around them.
package enum PeopleForms {
  package static let all: [FormDefinition] = [
    PersonForm.definition, ConsentGivenForm.definition, WithdrawConsentForm.definition,
    AgencyForm.definition,
  ]
}
