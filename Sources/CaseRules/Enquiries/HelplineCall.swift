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

  /// What was advised in an overdose emergency; a list, so that no text is typed about a detainee.
  package enum Advice: String, CaseIterable, Hashable, Sendable {
    case ambulance
    case recoveryPosition = "recovery_position"
    case stayWithThem = "stay_with_them"
    case nothingMore = "nothing_more"
    case tellOfficer = "tell_officer"

    package var words: String {
      switch self {
      case .ambulance: "Call an ambulance"
      case .recoveryPosition: "Recovery position"
      case .stayWithThem: "Stay with them and watch the breathing"
      case .nothingMore: "Take nothing more"
      case .tellOfficer: "Tell the custody officer or nurse"
      }
    }
  }

  package var ref: RecordRef
  package var started: Moment
  package var ended: Moment?
  package var caller: Caller
  package var takenBy: WorkerID
  package var takenByInitials: String
  package var isFromCustody: Bool
  /// CUS-015: the day an appointment is owed for; nil for a call in staffed hours.
  package var owedFor: CalendarDate?
  /// CUS-015: when the detainee was told to come.
  package var bookedFor: Moment?
  /// Whether they came who are not on file; the diary knows it of everybody else.
  package var outcome: CallerOutcome?
  /// True when no appointment was offered, with a reason that passed the warning.
  package var noneOffered: Bool
  /// False for a call that nobody answered (PPL-055).
  package var wasAnswered = true
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, started: Moment, ended: Moment? = nil, caller: Caller, takenBy: WorkerID,
    takenByInitials: String, isFromCustody: Bool, owedFor: CalendarDate? = nil,
    bookedFor: Moment? = nil, noneOffered: Bool = false
  ) {
    self.ref = ref
    self.started = started
    self.ended = ended
    self.caller = caller
    self.takenBy = takenBy
    self.takenByInitials = takenByInitials
    self.isFromCustody = isFromCustody
    self.owedFor = owedFor
    self.bookedFor = bookedFor
    self.noneOffered = noneOffered
  }

  /// CUS-015: an appointment is owed and nobody has booked one or said why not.
  package var owesAppointment: Bool { owedFor != nil && waitsForAppointment }

  /// Nobody has booked an appointment or said why not.
  package var waitsForAppointment: Bool {
    bookedFor == nil && !noneOffered && struckBecause == nil
  }
}
