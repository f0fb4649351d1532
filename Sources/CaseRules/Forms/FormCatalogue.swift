/// Every form there is, room by room.
///
/// A form that is not listed does not exist for anybody.
package enum FormCatalogue {
  package static let all: [FormDefinition] = rooms.flatMap { $0() }

  /// A room's forms are made when the first of them is asked for.
  private static let rooms: [@Sendable () -> [FormDefinition]] = [
    { CustodyForms.all },
    { PeopleForms.all },
    { MatchForms.all },
    { CaseloadForms.all },
    { AppointmentForms.all },
    { [StrikeEntryForm.definition] },
    { CarePlanForms.all },
    { EnquiryForms.all },
    { TreatmentForms.all },
    { SettingForms.all },
    { ProposalForms.all },
    { ExceptionalAccessForms.all },
    { EDIIForms.all },
    { BronzeForms.all },
    { IntelligenceForms.all },
  ]

  private static let byKeeper: [RecordRef.Kind: [FormDefinition]] = Dictionary(
    grouping: all.filter { $0.keptIn != nil }, by: { $0.keptIn ?? .person })

  /// The forms whose answers a kind of record keeps.
  package static func forms(keptIn kind: RecordRef.Kind) -> [FormDefinition] {
    byKeeper[kind] ?? []
  }

  package static func form(_ id: FormID) -> FormDefinition? {
    for room in rooms {
      if let form = room().first(where: { $0.id == id }) { return form }
    }
    return nil
  }
}
