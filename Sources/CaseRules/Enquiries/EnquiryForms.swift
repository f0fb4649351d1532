/// The forms of the helpline, the single point of contact and the service directory.
package enum EnquiryForms {
  package static let all: [FormDefinition] = [
    HelplineCallForm.definition, UnansweredCallForm.definition,
    CallEndedForm.definition, NextDayAppointmentForm.definition, CallerCameForm.definition,
    ReferralForm.definition, ReferralActionForm.definition, TakeReferralForm.definition,
    ReferralClientForm.definition, ReferredPersonForm.definition, ServiceForm.definition,
    ServiceCheckedForm.definition, CallTakerForm.definition,
  ]
}
