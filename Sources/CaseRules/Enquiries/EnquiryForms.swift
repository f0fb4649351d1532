/// The forms of the helpline, the single point of contact and the service directory.
package enum EnquiryForms {
  package static let all: [FormDefinition] = [
    HelplineCallForm.definition, NextDayAppointmentForm.definition, ServiceForm.definition,
  ]
}
