/// The administrator's forms.
package enum SettingForms {
  package static let all: [FormDefinition] = [
    SettingForm.definition, HolidayForm.definition, WorkerForm.definition,
    ResetPasswordForm.definition,
  ]
}
