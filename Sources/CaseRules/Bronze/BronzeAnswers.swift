/// INT-020: what an agency answered.
package enum ResearchReply: String, CaseIterable, Hashable, Sendable {
  case known
  case notKnown = "not_known"
  case refused
  case noneYet = "none_yet"
}

extension ResearchReply: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .known: "Known"
    case .notKnown: "Not known"
    case .refused: "Refused to answer"
    case .noneYet: "None yet"
    }
  }
}

/// One question to an agency, and its answer.
package struct ResearchRequest: Equatable, Sendable {
  /// Counts the requests of a bronze action from 1.
  package var number: Int
  package var agency: BlueBoxAgency
  /// Which office of it: "Castlemere prison".
  package var office: String
  package var asked: CalendarDate
  package var reply: ResearchReply
  package var replied: CalendarDate?
  package var facts: String
  package var by: String

  package init(
    number: Int, agency: BlueBoxAgency, office: String = "", asked: CalendarDate,
    reply: ResearchReply = .noneYet, replied: CalendarDate? = nil, facts: String = "",
    by: String = ""
  ) {
    self.number = number
    self.agency = agency
    self.office = office
    self.asked = asked
    self.reply = reply
    self.replied = replied
    self.facts = facts
    self.by = by
  }

  /// "Housing, Castlemere Homes".
  package var name: String { office.isEmpty ? agency.words : "\(agency.words), \(office)" }
}

/// INT-021: the five human-rights tests.
package enum HumanRight: String, CaseIterable, Hashable, Sendable {
  case justifiable, authorised, proportionate, auditable, necessary

  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// INT-021, INT-022: the five answers with their reasons, and what else the criteria ask.
package struct HumanRightsTest: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    package var holds: Bool
    package var reason: String

    package init(_ holds: Bool, _ reason: String) {
      self.holds = holds
      self.reason = reason
    }
  }

  package var answers: [HumanRight: Answer]
  /// INT-022: what links the person to drugs.
  package var drugLink: Bool
  package var isMet: Bool

  package init(answers: [HumanRight: Answer], drugLink: Bool, isMet: Bool) {
    self.answers = answers
    self.drugLink = drugLink
    self.isMet = isMet
  }

  /// INT-021: those that were answered No, in the order of the rule.
  package var failed: [HumanRight] {
    HumanRight.allCases.filter { answers[$0]?.holds == false }
  }

  package var isComplete: Bool { HumanRight.allCases.allSatisfy { answers[$0] != nil } }
}

/// INT-023: what is done instead of a letter.
package enum FurtherOption: String, CaseIterable, Hashable, Sendable {
  case noAction = "no_action"
  case moreResearch = "more_research"
  case treatmentWithoutLetter = "treatment_without_letter"
  case ppoNomination = "ppo_nomination"
  case ordinaryInvestigation = "ordinary_investigation"
  case safeguarding
  case other
}

extension FurtherOption: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .noAction: "No action"
    case .moreResearch: "More research"
    case .treatmentWithoutLetter: "Referral to treatment without a letter"
    case .ppoNomination: "PPO nomination"
    case .ordinaryInvestigation: "Ordinary investigation"
    case .safeguarding: "Safeguarding or youth offending team"
    case .other: "Other"
    }
  }
}

/// INT-024: the rank of whoever decides.
package enum PoliceRank: String, CaseIterable, Hashable, Sendable {
  case superintendent
  case chiefSuperintendent = "chief_superintendent"
  case acpo
  /// Below the rank that decides; kept as an answer so that it can be refused in words.
  case inspector
}

extension PoliceRank: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .superintendent: "Superintendent"
    case .chiefSuperintendent: "Chief superintendent"
    case .acpo: "ACPO rank"
    case .inspector: "Chief inspector or below"
    }
  }

  package var mayDecide: Bool { self != .inspector }
}

/// INT-024: what is decided on what is pending.
package enum BronzeDecisionKind: String, CaseIterable, Hashable, Sendable {
  case granted, refused, returned
}

extension BronzeDecisionKind: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .granted: "Grant: the letter is authorised"
    case .refused: "Refuse"
    case .returned: "Return to research"
    }
  }

  package var event: BronzeEvent {
    switch self {
    case .granted: .granted
    case .refused: .refused
    case .returned: .returned
    }
  }
}

/// INT-032: how the letter reached the person.
package enum ServiceMethod: String, CaseIterable, Hashable, Sendable {
  case inPerson = "in_person"
  case post
  case throughAgency = "through_agency"
}

extension ServiceMethod: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .inPerson: "In person"
    case .post: "By post"
    case .throughAgency: "Through an agency"
    }
  }
}

/// INT-033: what the person said to the letter.
package enum BronzeResponse: String, CaseIterable, Hashable, Sendable {
  case accepted, declined, none
}

extension BronzeResponse: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .accepted: "Accepted"
    case .declined: "Declined"
    case .none: "No response: taken as declined"
    }
  }
}

/// INT-034: what a month of treatment came to.
package enum MonitoringResult: String, CaseIterable, Hashable, Sendable {
  case retained
  case notRetained = "not_retained"
  case completed
}

extension MonitoringResult: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .retained: "Retained"
    case .notRetained: "Not retained"
    case .completed: "Completed"
    }
  }

  package var event: BronzeEvent {
    switch self {
    case .retained: .retained
    case .notRetained: .notRetained
    case .completed: .completed
    }
  }
}

/// INT-039: what new information about somebody ever bronzed leads to.
package enum FurtherOutcome: String, CaseIterable, Hashable, Sendable {
  case none
  case secondBronze = "second_bronze"
  case disruption, arrest, other
}

extension FurtherOutcome: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .none: "None"
    case .secondBronze: "Second bronze"
    case .disruption: "Disruption"
    case .arrest: "Arrest"
    case .other: "Other"
    }
  }
}

/// INT-008, INT-038: who is told that somebody has dropped out.
package enum BronzePartner: String, CaseIterable, Hashable, Sendable {
  case treatment, probation, prison, yot, health
  case socialServices = "social_services"
  case housing, dip
}

extension BronzePartner: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .treatment: "Treatment agency"
    case .probation: "Probation"
    case .prison: "Prison"
    case .yot: "Youth offending team"
    case .health: "Health"
    case .socialServices: "Social services"
    case .housing: "Housing"
    case .dip: "Drug interventions team"
    }
  }
}
