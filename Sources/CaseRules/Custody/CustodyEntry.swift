/// One detention, from arrival to closing, as dated facts; its state is derived from them.
package struct CustodyEntry: Equatable, Sendable {
  package var ref: RecordRef
  package var suite: SuiteProfile
  package var cell: String
  package var arrived: Moment
  package var isTrigger: Bool
  /// Nil while nobody knows.
  package var isPPO: Bool?
  package var isDRR: Bool?
  /// In the order they happened; struck-through records are not among them (GEN-004).
  package var offers: [Offer]
  package var approaches: [Approach]
  package var permissions: [Permission]
  package var departure: Departure?
  package var courtAttendances: [CourtAttendance]
  package var arrestTests: [ArrestTest]
  package var calls: [HelplineCall]
  /// When a DIR was begun in this detention, and when it was completed.
  package var dirStarted: Moment?
  package var dirCompleted: Moment?
  package var closed: Moment?
  /// CUS-010: nil without permission; nothing of it is handed out.
  package var details: CustodyDetails?

  package init(
    ref: RecordRef, suite: SuiteProfile, cell: String, arrived: Moment, isTrigger: Bool,
    isPPO: Bool? = nil, isDRR: Bool? = nil, offers: [Offer] = [], approaches: [Approach] = [],
    permissions: [Permission] = [], departure: Departure? = nil,
    courtAttendances: [CourtAttendance] = [], arrestTests: [ArrestTest] = [],
    calls: [HelplineCall] = [], dirStarted: Moment? = nil, dirCompleted: Moment? = nil,
    closed: Moment? = nil, details: CustodyDetails? = nil
  ) {
    self.ref = ref
    self.suite = suite
    self.cell = cell
    self.arrived = arrived
    self.isTrigger = isTrigger
    self.isPPO = isPPO
    self.isDRR = isDRR
    self.offers = offers
    self.approaches = approaches
    self.permissions = permissions
    self.departure = departure
    self.courtAttendances = courtAttendances
    self.arrestTests = arrestTests
    self.calls = calls
    self.dirStarted = dirStarted
    self.dirCompleted = dirCompleted
    self.closed = closed
    self.details = details
  }
}

extension CustodyEntry {
  package var permission: PermissionState { PermissionState(permissions) }

  /// The newest offer; nil while none is recorded.
  package var offer: Offer? { offers.max { ($0.at, $0.ref) < ($1.at, $1.ref) } }

  /// The newest approach; nil while there was none.
  package var approach: Approach? { approaches.max { ($0.at, $0.ref) < ($1.at, $1.ref) } }

  /// GEN-007: the first of what happened in the detention, which the arrival comes before.
  package var firstFact: Moment? {
    let recorded =
      offers.map(\.at) + approaches.map(\.at) + permissions.map(\.at) + arrestTests.map(\.at)
    return (recorded + [dirStarted, departure?.at].compactMap(\.self)).min()
  }

  /// CUS-012: the first approach after the departure that was on the day of the bail return or later,
  /// which is the contact that was owed.
  package var contactedOnReturn: Moment? {
    guard let departure, let back = departure.bailReturn else { return nil }
    return approaches.map(\.at).filter { $0 > departure.at && $0.date >= back.at.date }.min()
  }

  /// Seen before leaving the suite.
  package var wasSeenInCustody: Bool {
    approaches.contains { approach in
      approach.result == .seen && departure.map { approach.at <= $0.at } ?? true
    }
  }

  package var guards: BoardGuards {
    BoardGuards(
      isTrigger: isTrigger, wasSeen: wasSeenInCustody,
      returnIsDue: departure?.bailReturn != nil, hasOffer: !offers.isEmpty,
      hasApproach: !approaches.isEmpty)
  }

  /// The state the recorded facts lead to.
  package var state: BoardState {
    events.reduce(.arrived) { state, event in
      switch state.after(event, guards) {
      case .to(let next): next
      case .stays, .refused: state
      }
    }
  }

  /// What happened, in the order of a detention, so that a fact written down late changes nothing.
  private var events: [BoardEvent] {
    var events: [BoardEvent] = offers.isEmpty ? [] : [.offerRecorded]
    events += approachesInCustody.map { .approached($0.result) }
    if happenedInCustody(dirStarted) { events.append(.dirStarted) }
    if happenedInCustody(dirCompleted) { events.append(.dirCompleted) }
    if let departure {
      events.append(.departed)
      if departure.next != nil { events.append(.returnOrCourtDateSet) }
    }
    if closed != nil { events.append(.finished) }
    return events
  }

  private var approachesInCustody: [Approach] {
    approaches.filter { approach in departure.map { approach.at <= $0.at } ?? true }
      .sorted { ($0.at, $0.ref) < ($1.at, $1.ref) }
  }

  private func happenedInCustody(_ moment: Moment?) -> Bool {
    guard let moment else { return false }
    return departure.map { moment <= $0.at } ?? true
  }

  /// CUS-005: minutes from arrival to the first time worker and detainee spoke.
  package var responseMinutes: Int? {
    approaches.filter(\.result.wasContact).map(\.at).min()?.minutes(since: arrived)
  }
}

/// What may be held about a detainee only with permission (CUS-010).
package struct CustodyDetails: Equatable, Sendable {
  package var person: RecordRef?
  package var personName: String?
  package var custodyNumber: String?
  /// COD-001.
  package var offenceCode: String?
  package var offenceText: String?
  package var riskMarkers: [DetaineeRisk]
  package var riskNote: String?
  package var notes: String?

  package init(
    person: RecordRef? = nil, personName: String? = nil, custodyNumber: String? = nil,
    offenceCode: String? = nil, offenceText: String? = nil, riskMarkers: [DetaineeRisk] = [],
    riskNote: String? = nil, notes: String? = nil
  ) {
    self.person = person
    self.personName = personName
    self.custodyNumber = custodyNumber
    self.offenceCode = offenceCode
    self.offenceText = offenceText
    self.riskMarkers = riskMarkers
    self.riskNote = riskNote
    self.notes = notes
  }

  /// The permission is there and nothing was written down.
  package var isEmpty: Bool { self == CustodyDetails() }
}

/// A custody suite and what is special about it.
package struct SuiteProfile: Equatable, Sendable {
  package var ref: RecordRef
  /// The short code typed in forms: "NPT".
  package var code: String
  package var name: String
  /// CUS-020: a test-on-arrest area.
  package var testsOnArrest: Bool
  package var active: Bool

  package init(
    ref: RecordRef, code: String, name: String, testsOnArrest: Bool = false, active: Bool = true
  ) {
    self.ref = ref
    self.code = code
    self.name = name
    self.testsOnArrest = testsOnArrest
    self.active = active
  }
}

extension CustodyEntry {
  /// GEN-004: a closed detention keeps what it was closed on; nil while records can be put right.
  package var recordsStand: Finding? {
    closed == nil ? nil : Finding("GEN-004", .blocks, "The entry is closed; its records stand")
  }
}
