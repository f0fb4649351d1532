/// The forms of the custody board and of the assessment.
package enum CustodyForms {
  package static let all: [FormDefinition] = [
    ArrivalForm.definition, OfferForm.definition, OfferCorrectionForm.definition,
    ApproachForm.definition,
    PermissionForm.definition, CustodyDetailsForm.definition, ArrestTestForm.definition,
    DepartureForm.definition, SweepForm.definition, CourtAttendanceForm.definition,
    CloseEntryForm.definition, OfficerForm.definition, SuiteForm.definition, StrikeForm.definition,
    DIRForm.definition, DIRCorrectionForm.definition,
  ]
}
