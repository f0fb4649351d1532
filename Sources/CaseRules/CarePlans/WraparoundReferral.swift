/// PPL-018: what a client is referred for beside treatment.
package enum WraparoundKind: String, CaseIterable, Hashable, Sendable {
  case housing, employment, education
  case lifeSkills = "life-skills"
  case other
}

extension WraparoundKind: FormChoice {
  package var code: String {
    switch self {
    case .housing: "HOU"
    case .employment: "EMP"
    case .education: "EDU"
    case .lifeSkills: "LIF"
    case .other: "OTH"
    }
  }

  package var words: String {
    switch self {
    case .housing: "Housing"
    case .employment: "Employment"
    case .education: "Education or training"
    case .lifeSkills: "Life skills, money among them"
    case .other: "Other"
    }
  }

  /// The threat to progress that it answers.
  package var answers: ProgressThreat? {
    switch self {
    case .housing: .housing
    case .employment, .education: .employment
    case .lifeSkills: .debt
    case .other: nil
    }
  }
}

/// What became of a referral.
package enum ReferralOutcome: String, CaseIterable, Hashable, Sendable {
  case accepted, started, completed
  case notAccepted = "not-accepted"
  case didNotAttend = "did-not-attend"
  case declined
}

extension ReferralOutcome: FormChoice {
  package var code: String {
    switch self {
    case .accepted: "ACC"
    case .started: "STA"
    case .completed: "COM"
    case .notAccepted: "NOT"
    case .didNotAttend: "DNA"
    case .declined: "DEC"
    }
  }

  package var words: String {
    switch self {
    case .accepted: "Accepted, waits"
    case .started: "Started"
    case .completed: "Completed"
    case .notAccepted: "Not accepted by the agency"
    case .didNotAttend: "Client did not attend"
    case .declined: "Client declined"
    }
  }
}

/// PPL-018: a client sent to an agency for housing, work, training or the skills of daily life.
package struct WraparoundReferral: Equatable, Sendable {
  package var id: ReferralID
  package var person: PersonID
  package var kind: WraparoundKind
  package var referred: CalendarDate
  package var service: AgencyID?
  package var agency: String
  package var reason: String
  /// nil while nothing is known of it.
  package var outcome: ReferralOutcome?
  package var outcomeOn: CalendarDate?
  package var workerName: String
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var revision: Int

  package init(
    id: ReferralID, person: PersonID, kind: WraparoundKind, referred: CalendarDate,
    service: AgencyID? = nil, agency: String, reason: String = "",
    outcome: ReferralOutcome? = nil, outcomeOn: CalendarDate? = nil, workerName: String = "",
    struckBecause: String? = nil, revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.referred = referred
    self.service = service
    self.agency = agency
    self.reason = reason
    self.outcome = outcome
    self.outcomeOn = outcomeOn
    self.workerName = workerName
    self.struckBecause = struckBecause
    self.revision = revision
  }

  /// "Started on Mon 17/12/2007", "No outcome yet".
  package var outcomeWords: String {
    if let struckBecause { return "Struck through: \(struckBecause)" }
    guard let outcome else { return "No outcome yet" }
    return outcome.words + (outcomeOn.map { " on \($0.ukWithWeekday)" } ?? "")
  }
}
