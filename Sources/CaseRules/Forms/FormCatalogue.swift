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
    ProposalForms.all,
    ExceptionalAccessForms.all,
    EDIIForms.all,
    BronzeForms.all,
    IntelligenceForms.all,
  ].flatMap(\.self)

  private static let byID: [FormID: FormDefinition] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byKeeper: [RecordRef.Kind: [FormDefinition]] = Dictionary(
    grouping: all.filter { $0.keptIn != nil }, by: { $0.keptIn ?? .person })

  /// The forms whose answers a kind of record keeps.
  package static func forms(keptIn kind: RecordRef.Kind) -> [FormDefinition] {
    byKeeper[kind] ?? []
  }

  package static func form(_ id: FormID) -> FormDefinition? { byID[id] }
}
