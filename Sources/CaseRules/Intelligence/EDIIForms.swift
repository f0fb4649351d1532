/// The forms of early drug intelligence intervention.
package enum EDIIForms {
  package static let all: [FormDefinition] = [
    EDIIActivityForm.definition, EDIISessionForm.definition, WarrantForm.definition,
    WarrantLetterForm.definition, WarrantVisitForm.definition, EDIIReferralForm.definition,
    ChangeEDIIReferralForm.definition, EDIIReportForm.definition, EDIITreatmentForm.definition,
    EDIIStrikeForm.definition,
  ]
}
