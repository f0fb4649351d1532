/// The forms of treatment and of rapid prescribing.
package enum TreatmentForms {
  package static let all: [FormDefinition] = [
    TreatmentForm.definition, PlanTreatmentForm.definition, StartTreatmentForm.definition,
    EndTreatmentForm.definition, AdviceForm.definition, StrikeTreatmentForm.definition,
    PrescribingForm.definition, OpiateTestForm.definition, OpiateResultForm.definition,
    FirstDoseForm.definition, DoseForm.definition, OptimalDoseForm.definition,
    AcknowledgeAlertForm.definition, EndPrescribingForm.definition,
    StrikePrescribingForm.definition,
  ]
}
