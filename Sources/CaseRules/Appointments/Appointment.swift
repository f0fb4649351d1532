/// A time agreed with a client.
package struct Appointment: Equatable, Sendable {
  package var id: AppointmentID
  package var person: PersonID
  package var personName: String
  package var worker: WorkerID
  package var workerName: String
  package var starts: Moment
  /// 5 to 480 minutes.
  package var minutes: Int
  package var place: String
  package var kind: AppointmentKind
  package var purpose: String
  /// PPL-025: part of a tier 3 service.
  package var isTierThree: Bool
  package var state: AppointmentState
  /// How many minutes late the client came.
  package var minutesLate: Int?
  package var cancelledBy: Canceller?
  package var reason: String
  /// A missed appointment whose reason was accepted.
  package var isAccepted: Bool
  package var rebookedTo: AppointmentID?
  package var rebookedFrom: AppointmentID?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var revision: Int

  /// Who called an appointment off.
  package enum Canceller: String, CaseIterable, Hashable, Sendable {
    case client, service

    package var title: String {
      switch self {
      case .client: "The client"
      case .service: "The service"
      }
    }
  }

  package init(
    id: AppointmentID, person: PersonID, personName: String = "", worker: WorkerID,
    workerName: String = "", starts: Moment, minutes: Int, place: String = "",
    kind: AppointmentKind, purpose: String = "", isTierThree: Bool? = nil,
    state: AppointmentState = .booked, minutesLate: Int? = nil, cancelledBy: Canceller? = nil,
    reason: String = "", isAccepted: Bool = false, rebookedTo: AppointmentID? = nil,
    rebookedFrom: AppointmentID? = nil, struckBecause: String? = nil, revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.personName = personName
    self.worker = worker
    self.workerName = workerName
    self.starts = starts
    self.minutes = minutes
    self.place = place
    self.kind = kind
    self.purpose = purpose
    self.isTierThree = isTierThree ?? kind.isTierThree
    self.state = state
    self.minutesLate = minutesLate
    self.cancelledBy = cancelledBy
    self.reason = reason
    self.isAccepted = isAccepted
    self.rebookedTo = rebookedTo
    self.rebookedFrom = rebookedFrom
    self.struckBecause = struckBecause
    self.revision = revision
  }

  /// The first minute that is free again.
  package var ends: Moment { starts.adding(minutes: minutes) }

  /// "Fri 03/04/2026 10:00, 45 min, One to one".
  package var words: String { "\(starts.ukWithWeekday), \(minutes) min, \(kind.title)" }
}
