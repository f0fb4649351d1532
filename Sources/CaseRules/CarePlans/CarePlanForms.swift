/// The forms of care plans and of referrals beside treatment.
package enum CarePlanForms {
  package static let all: [FormDefinition] = [
    CarePlanForm.definition, PlanAgreementForm.definition, WraparoundReferralForm.definition,
  ]
}
