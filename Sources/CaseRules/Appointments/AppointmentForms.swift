/// The forms of appointments and attempts to reach clients.
package enum AppointmentForms {
  package static let all: [FormDefinition] = [
    AppointmentForm.definition, AppointmentOutcomeForm.definition, ContactAttemptForm.definition,
  ]
}
