/// A client sent to the team through its single point of contact, or by a call to the helpline.
package struct Referral: Equatable, Sendable {
  package enum Route: String, CaseIterable, Hashable, Sendable {
    case phone, fax

    package var words: String {
      switch self {
      case .phone: "Phone"
      case .fax: "Fax"
      }
    }
  }

  package enum Agency: String, CaseIterable, Hashable, Sendable {
    case carat, probation
    case prisonHealth = "prison_health"
    case treatment, police, other

    package var words: String {
      switch self {
      case .carat: "CARAT"
      case .probation: "Probation"
      case .prisonHealth: "Prison health"
      case .treatment: "Treatment"
      case .police: "Police"
      case .other: "Other"
      }
    }
  }

  package enum Document: String, CaseIterable, Hashable, Sendable {
    case dir
    case carePlan = "care_plan"
    case consent
    case releasePlan = "release_plan"
    case other

    package var words: String {
      switch self {
      case .dir: "DIR"
      case .carePlan: "Care plan"
      case .consent: "Consent"
      case .releasePlan: "Release plan"
      case .other: "Other"
      }
    }
  }

  package var ref: RecordRef
  /// PPL-053: the call that made it; nil for one that came by phone or fax from an agency.
  package var call: RecordRef?
  package var received: Moment
  /// PPL-050: stamped when it was received.
  package var isOutOfHours: Bool
  package var route: Route
  package var referrer: String
  package var agency: Agency
  package var person: PersonID?
  package var personName: String?
  /// The name as given, while nobody of that name is on file; empty where none was given.
  package var clientName: String
  package var clientPhone: String
  /// The name it came under, once somebody on file is named: whoever looks sees a wrong person by it.
  package var cameAs = ""
  /// The number that the client has on file from here.
  package var keptPhone = ""
  /// nil while nobody has asked: a call is not a form.
  package var consent: Bool?
  package var documents: [Document]
  /// Why they were referred, in the words of whoever did.
  package var reason: String
  package var worker: WorkerID?
  package var workerName: String?
  /// Oldest first.
  package var actions: [ReferralActionTaken]
  package var revision: Int

  package init(
    ref: RecordRef, call: RecordRef? = nil, received: Moment, isOutOfHours: Bool, route: Route,
    referrer: String, agency: Agency, person: PersonID? = nil, personName: String? = nil,
    clientName: String = "", clientPhone: String = "", consent: Bool? = nil,
    documents: [Document] = [], reason: String = "", worker: WorkerID? = nil,
    workerName: String? = nil,
    actions: [ReferralActionTaken] = [], revision: Int = 1
  ) {
    self.ref = ref
    self.call = call
    self.received = received
    self.isOutOfHours = isOutOfHours
    self.route = route
    self.referrer = referrer
    self.agency = agency
    self.person = person
    self.personName = personName
    self.clientName = clientName
    self.clientPhone = clientPhone
    self.consent = consent
    self.documents = documents
    self.reason = reason
    self.worker = worker
    self.workerName = workerName
    self.actions = actions
    self.revision = revision
  }

  package var state: ReferralState {
    if actions.contains(where: \.action.endsIt) { return .actedOn }
    return worker == nil ? .received : .inHand
  }

  /// "SMITH John", the name as given, or that none was.
  package var client: String { EnquiryClient.words(onFile: personName, given: clientName) }

  /// "Helpline call L-0012", "CARAT, Helen Baird".
  package var origin: String {
    call.map { "Helpline call \($0.text)" } ?? "\(agency.words), \(referrer)"
  }

  /// Without the person there: "Call L-0012", "CARAT".
  package var source: String { call.map { "Call \($0.text)" } ?? agency.words }

  /// The same for a narrow column: "Call L-0012".
  package var shortOrigin: String { call.map { "Call \($0.text)" } ?? origin }

  /// "S-0004  Marsh, received Sat 06/10/2007 11:00 (out of hours)".
  package var heading: String {
    "\(ref.text)  \(client), received \(received.ukWithWeekday)"
      + (isOutOfHours ? " (out of hours)" : "")
  }
}

/// What somebody did about a referral.
package struct ReferralActionTaken: Equatable, Sendable {
  package var action: ReferralAction
  package var at: Moment
  package var by: String
  package var note: String

  package init(action: ReferralAction, at: Moment, by: String, note: String = "") {
    self.action = action
    self.at = at
    self.by = by
    self.note = note
  }
}

/// The actions that may be taken about a referral.
package enum ReferralAction: String, CaseIterable, Hashable, Sendable {
  case spoke, booked, assessment, passedOn, signposted, declined, tried, mistake

  package var words: String {
    switch self {
    case .spoke: "Spoke with the client"
    case .booked: "Appointment booked"
    case .assessment: "Assessment arranged"
    case .passedOn: "Passed to the key worker"
    case .signposted: "Sent on to another service"
    case .declined: "Client does not want it"
    case .tried: "Tried, no contact yet"
    case .mistake: "Entered by mistake"
    }
  }

  /// An attempt is an action, so nothing is late; the referral stays open until more is done.
  package var endsIt: Bool {
    switch self {
    case .spoke, .booked, .assessment, .passedOn, .signposted, .declined, .mistake: true
    case .tried: false
    }
  }

  /// What nobody could make sense of without a word of explanation.
  package var needsNote: Bool {
    switch self {
    case .signposted, .mistake: true
    case .spoke, .booked, .assessment, .passedOn, .declined, .tried: false
    }
  }

  var event: ReferralEvent { endsIt ? .acted : .tried }
}

package enum ReferralState: String, CaseIterable, Hashable, Sendable {
  case received, inHand, actedOn

  package var words: String {
    switch self {
    case .received: "Waiting"
    case .inHand: "In hand"
    case .actedOn: "Acted on"
    }
  }

  package var isOpen: Bool { self != .actedOn }
}

package enum ReferralEvent: String, CaseIterable, Hashable, Sendable {
  /// A worker takes it on, or passes it to another.
  case taken
  /// An attempt without contact.
  case tried
  case acted
}

/// The states of a referral.
package enum ReferralMachine {
  /// nil where the event does not happen in the state.
  package static func next(_ state: ReferralState, _ event: ReferralEvent) -> ReferralState? {
    switch (state, event) {
    case (.received, .taken): .inHand
    case (.received, .tried): .inHand
    case (.received, .acted): .actedOn
    case (.inHand, .taken): .inHand
    case (.inHand, .tried): .inHand
    case (.inHand, .acted): .actedOn
    case (.actedOn, .taken), (.actedOn, .tried), (.actedOn, .acted): nil
    }
  }

  /// Why an event is refused; nil when it may happen.
  package static func refusal(_ referral: Referral, _ event: ReferralEvent) -> Finding? {
    guard next(referral.state, event) == nil else { return nil }
    let last = referral.actions.last
    let how = last.map { ": \($0.action.words.lowercased()), \($0.at.ukWithWeekday)" } ?? ""
    return Finding("PPL-050", .blocks, "This referral is acted on already\(how)")
  }
}
