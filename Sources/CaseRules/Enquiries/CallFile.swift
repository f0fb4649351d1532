/// Everything that is known about a call to the helpline.
package struct CallFile: Equatable, Sendable {
  package var call: HelplineCall
  package var suite: String?
  /// The detention it came from.
  package var entry: RecordRef?
  package var person: PersonID?
  package var personName: String?
  package var clientName: String
  package var clientPhone: String
  /// The name that was given, once the caller is on file.
  package var cameAs = ""
  package var purposes: [HelplineCall.Purpose]
  package var isEmergency: Bool
  package var advice: [HelplineCall.Advice]
  package var ambulance: Bool?
  package var services: [Service]
  package var followUp: String
  package var bookedPlace: String?
  /// The worker whom the caller was told to come to.
  package var bookedWith: String?
  /// In the diary, once they are on file.
  package var appointment: RecordRef?
  /// Where it stands there.
  package var appointmentState: AppointmentState?
  /// CUS-010: it came from a detainee who has not given permission.
  package var isWithoutPermission = false
  /// PPL-053: the referral that came of it.
  package var referral: RecordRef?
  /// Whom that referral names.
  package var linked: EnquiryClient.Linked?
  package var whyNoneOffered: String?
  package var deadlines: [DueLine]

  package init(
    call: HelplineCall, suite: String? = nil, entry: RecordRef? = nil, person: PersonID? = nil,
    personName: String? = nil, clientName: String = "", clientPhone: String = "",
    purposes: [HelplineCall.Purpose] = [], isEmergency: Bool = false,
    advice: [HelplineCall.Advice] = [], ambulance: Bool? = nil, services: [Service] = [],
    followUp: String = "", bookedPlace: String? = nil, bookedWith: String? = nil,
    appointment: RecordRef? = nil, appointmentState: AppointmentState? = nil,
    referral: RecordRef? = nil, whyNoneOffered: String? = nil, deadlines: [DueLine] = []
  ) {
    self.call = call
    self.suite = suite
    self.entry = entry
    self.person = person
    self.personName = personName
    self.clientName = clientName
    self.clientPhone = clientPhone
    self.purposes = purposes
    self.isEmergency = isEmergency
    self.advice = advice
    self.ambulance = ambulance
    self.services = services
    self.followUp = followUp
    self.bookedPlace = bookedPlace
    self.bookedWith = bookedWith
    self.appointment = appointment
    self.appointmentState = appointmentState
    self.referral = referral
    self.whyNoneOffered = whyNoneOffered
    self.deadlines = deadlines
  }

  /// The name on file, the name as given, or what kind of caller it was.
  package var who: String {
    personName ?? (clientName.isEmpty ? call.caller.words : clientName)
  }

  /// "L-0012  Helpline call of Mon 01/10/2007 22:30".
  package var heading: String {
    let what = call.wasAnswered ? "Helpline call" : "Unanswered call"
    return "\(call.ref.text)  \(what) of \(call.started.ukWithWeekday)"
  }

  package var client: EnquiryClient {
    EnquiryClient(
      ref: call.ref, heading: "\(who)  \(heading)", person: person, name: clientName,
      phone: clientPhone, isWithoutPermission: isWithoutPermission, linked: linked)
  }

  /// The record whose outcome is waited for: the appointment in the diary, or the call itself.
  package var booked: RecordRef? {
    if let appointment { return appointmentState == .booked ? appointment : nil }
    return CallerCameForm.refusal(self) == nil ? call.ref : nil
  }

  /// One was asked for, owed or not, and nobody has booked it or said why not.
  package var wantsAppointment: Bool {
    purposes.contains(.appointment) && call.waitsForAppointment
  }

  package var outcome: CallOutcome {
    CallOutcome(
      wasAnswered: call.wasAnswered, isEmergency: isEmergency, isReferred: referral != nil,
      isBooked: call.bookedFor != nil, hasServices: !services.isEmpty)
  }
}

/// What came of a call, for the monthly service review (PPL-055): the most that did.
package enum CallOutcome: String, CaseIterable, Hashable, Sendable {
  case emergency, appointment, referral, services, advice, unanswered

  package init(
    wasAnswered: Bool, isEmergency: Bool, isReferred: Bool, isBooked: Bool, hasServices: Bool
  ) {
    if !wasAnswered {
      self = .unanswered
    } else if isEmergency {
      self = .emergency
    } else if isBooked {
      self = .appointment
    } else if isReferred {
      self = .referral
    } else {
      self = hasServices ? .services : .advice
    }
  }

  package var words: String {
    switch self {
    case .emergency: "Overdose advice"
    case .appointment: "Appointment"
    case .referral: "Referral"
    case .services: "Services given out"
    case .advice: "Information and advice"
    case .unanswered: "Unanswered"
    }
  }
}

/// A call in the list of calls.
package struct CallLine: Equatable, Sendable {
  package var ref: RecordRef
  package var started: Moment
  /// How long it lasted; nil while its end is not recorded (PPL-051).
  package var minutes: Int?
  package var who: String
  package var person: RecordRef?
  package var caller: HelplineCall.Caller
  package var taker: String
  package var suite: String?
  package var purposes: [HelplineCall.Purpose]
  package var outcome: CallOutcome
  /// CUS-015: an appointment is owed and not booked.
  package var owesAppointment: Bool
  /// One was asked for, owed or not, and nobody has booked it or said why not.
  package var wantsAppointment: Bool
  package var bookedFor: Moment?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, started: Moment, minutes: Int?, who: String, person: RecordRef? = nil,
    caller: HelplineCall.Caller, taker: String, suite: String? = nil,
    purposes: [HelplineCall.Purpose] = [], outcome: CallOutcome, owesAppointment: Bool = false,
    wantsAppointment: Bool = false, bookedFor: Moment? = nil, struckBecause: String? = nil
  ) {
    self.struckBecause = struckBecause
    self.ref = ref
    self.started = started
    self.minutes = minutes
    self.who = who
    self.person = person
    self.caller = caller
    self.taker = taker
    self.suite = suite
    self.purposes = purposes
    self.outcome = outcome
    self.owesAppointment = owesAppointment
    self.wantsAppointment = wantsAppointment
    self.bookedFor = bookedFor
  }
}
