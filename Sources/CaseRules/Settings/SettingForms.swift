/// The administrator's forms.
package enum SettingForms {
  package static let all: [FormDefinition] = [
    SettingForm.definition, HolidayForm.definition, CodeForm.definition, WorkerForm.definition,
    ResetPasswordForm.definition,
  ]
}
