/// Every form's way into the records, room by room.
package enum FormHandlers {
  package static let all: [FormHandler] = [
    CustodyHandlers.all,
    PeopleHandlers.all,
    MatchHandlers.all,
    CaseloadHandlers.all,
    WorkerCaseloadHandlers.all,
    AppointmentHandlers.all,
    [StrikeEntryHandler.handler],
    CarePlanHandlers.all,
    EnquiryHandlers.all,
    TreatmentHandlers.all,
    SettingHandlers.all,
    ProposalHandlers.all,
    ExceptionalAccessHandlers.all,
    EDIIHandlers.all,
    BronzeHandlers.all,
    IntelligenceHandlers.all,
  ].flatMap(\.self)
}
