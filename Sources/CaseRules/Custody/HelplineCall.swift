/// A call to the round-the-clock helpline (CUS-014, CUS-015).
package struct HelplineCall: Equatable, Sendable {
  package enum Caller: String, CaseIterable, Hashable, Sendable {
    case client, family, professional, anonymous

    package var words: String {
      switch self {
      case .client: "Client"
      case .family: "Family or friend"
      case .professional: "Professional"
      case .anonymous: "Anonymous"
      }
    }
  }

  package enum Purpose: String, CaseIterable, Hashable, Sendable {
    case drugInformation = "drug_information"
    case harmReduction = "harm_reduction"
    case referral
    case appointment
    case localServices = "local_services"

    package var words: String {
      switch self {
      case .drugInformation: "Drug information"
      case .harmReduction: "Harm reduction"
      case .referral: "Referral to the CJIT"
      case .appointment: "Appointment"
      case .localServices: "Local services"
      }
    }
  }

  package var ref: RecordRef
  package var started: Moment
  package var ended: Moment?
  package var caller: Caller
  package var takenBy: WorkerID
  package var takenByName: String
  package var isFromCustody: Bool
  /// The appointment booked because of the call.
  package var appointment: RecordRef?
  package var appointmentDay: CalendarDate?

  package init(
    ref: RecordRef, started: Moment, ended: Moment? = nil, caller: Caller, takenBy: WorkerID,
    takenByName: String, isFromCustody: Bool, appointment: RecordRef? = nil,
    appointmentDay: CalendarDate? = nil
  ) {
    self.ref = ref
    self.started = started
    self.ended = ended
    self.caller = caller
    self.takenBy = takenBy
    self.takenByName = takenByName
    self.isFromCustody = isFromCustody
    self.appointment = appointment
    self.appointmentDay = appointmentDay
  }
}
