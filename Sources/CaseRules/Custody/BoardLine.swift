/// One detention as the custody board lists it.
///
/// Before permission (CUS-010, CUS-011) `name`, `custodyNumber` and `offence` are nil: the store does
/// not hand them over, so no screen can show them.
package struct BoardLine: Equatable, Sendable {
  package var ref: RecordRef
  package var suite: String
  package var cell: String
  package var arrived: Moment
  package var isTrigger: Bool
  /// Nil while nobody knows.
  package var isPPO: Bool?
  package var isDRR: Bool?
  /// With a DIR that is being taken, before it is saved.
  package var state: BoardState
  /// Who is taking a DIR that is not saved yet.
  package var dirInHand: DIRInHand?
  /// "Accepted 09:12", "Not offered", nil while no offer is recorded.
  package var offer: OfferResult?
  package var offerIsLate: Bool
  package var approach: ApproachResult?
  package var hasPermission: Bool
  package var person: RecordRef?
  package var name: String?
  package var custodyNumber: String?
  package var offence: String?
  package var departed: Moment?
  /// Return to the station or court, once bailed or charged.
  package var returnAt: Moment?
  /// What should happen next, and the deadline that says so.
  package var next: DueLine?

  package init(
    ref: RecordRef, suite: String, cell: String, arrived: Moment, isTrigger: Bool, isPPO: Bool?,
    isDRR: Bool?, state: BoardState, offer: OfferResult? = nil, offerIsLate: Bool,
    approach: ApproachResult? = nil, hasPermission: Bool, person: RecordRef? = nil,
    name: String? = nil, custodyNumber: String? = nil, offence: String? = nil,
    departed: Moment? = nil, returnAt: Moment? = nil, next: DueLine? = nil
  ) {
    self.ref = ref
    self.suite = suite
    self.cell = cell
    self.arrived = arrived
    self.isTrigger = isTrigger
    self.isPPO = isPPO
    self.isDRR = isDRR
    self.state = state
    self.offer = offer
    self.offerIsLate = offerIsLate
    self.approach = approach
    self.hasPermission = hasPermission
    self.person = person
    self.name = name
    self.custodyNumber = custodyNumber
    self.offence = offence
    self.departed = departed
    self.returnAt = returnAt
    self.next = next
  }
}

/// One line of a court's morning list (CUS-013).
package struct CourtLine: Equatable, Sendable {
  package var ref: RecordRef
  package var court: String
  package var hearing: Moment
  package var suite: String
  package var onBail: Bool
  package var name: String?
  package var person: RecordRef?
  /// nil: nothing recorded yet; otherwise whether the worker was there, with the reason when not.
  package var attended: Bool?
  package var missedReason: String?

  package init(
    ref: RecordRef, court: String, hearing: Moment, suite: String, onBail: Bool,
    name: String? = nil, person: RecordRef? = nil, attended: Bool? = nil,
    missedReason: String? = nil
  ) {
    self.ref = ref
    self.court = court
    self.hearing = hearing
    self.suite = suite
    self.onBail = onBail
    self.name = name
    self.person = person
    self.attended = attended
    self.missedReason = missedReason
  }
}

/// One return to the police station (CUS-012): without permission only suite, time and number.
package struct BailReturnLine: Equatable, Sendable {
  package var ref: RecordRef
  package var suite: String
  package var returnAt: Moment
  package var bailedAt: Moment
  package var isTrigger: Bool
  package var name: String?
  package var person: RecordRef?
  package var contacted: Bool

  package init(
    ref: RecordRef, suite: String, returnAt: Moment, bailedAt: Moment, isTrigger: Bool,
    name: String? = nil, person: RecordRef? = nil, contacted: Bool
  ) {
    self.ref = ref
    self.suite = suite
    self.returnAt = returnAt
    self.bailedAt = bailedAt
    self.isTrigger = isTrigger
    self.name = name
    self.person = person
    self.contacted = contacted
  }
}

/// CUS-021: one month's way from arrival to the caseload, trigger and other offences apart.
package struct AttritionLine: Equatable, Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    case arrived, offered, accepted, seen, dir, referred, firstAppointmentKept, caseload
  }
  /// First day of the month.
  package var month: CalendarDate
  package var trigger: [Stage: Int]
  package var other: [Stage: Int]

  package init(month: CalendarDate, trigger: [Stage: Int], other: [Stage: Int]) {
    self.month = month
    self.trigger = trigger
    self.other = other
  }
}
