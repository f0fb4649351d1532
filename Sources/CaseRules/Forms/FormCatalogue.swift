/// Every form there is, room by room.
///
/// A form that is not listed does not exist for anybody.
package enum FormCatalogue {
  package static let all: [FormDefinition] = [
    CustodyForms.all,
    PeopleForms.all,
    MatchForms.all,
    CaseloadForms.all,
    AppointmentForms.all,
    [StrikeEntryForm.definition],
    CarePlanForms.all,
    EnquiryForms.all,
    TreatmentForms.all,
    SettingForms.all,
  ].flatMap(\.self)

  private static let byID: [FormID: FormDefinition] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  package static func form(_ id: FormID) -> FormDefinition? { byID[id] }
}
