/// One treatment of one client at one service, from the referral to its end (PPL-030).
package struct ModalityEpisode: Equatable, Sendable {
  package var id: ModalityID
  package var person: PersonID
  package var personName: String
  package var service: TreatmentService
  package var tier: TreatmentTier
  package var provider: AgencyID
  package var providerName: String
  package var referred: CalendarDate
  package var terms: TreatmentTerms
  package var note: String
  /// Decided, not happened: the day the treatment is to begin.
  package var plannedStart: CalendarDate?
  package var started: CalendarDate?
  /// GEN-001: the rules that the start did not keep to, kept as a fact.
  package var startFlags: [String]
  package var ending: Ending?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var recordedBy: String
  package var revision: Int

  package struct Ending: Equatable, Sendable {
    package var on: CalendarDate
    package var reason: TreatmentExit
    package var note: String

    package init(on: CalendarDate, reason: TreatmentExit, note: String = "") {
      self.on = on
      self.reason = reason
      self.note = note
    }
  }

  package init(
    id: ModalityID, person: PersonID, personName: String = "", service: TreatmentService,
    tier: TreatmentTier, provider: AgencyID, providerName: String = "", referred: CalendarDate,
    terms: TreatmentTerms = TreatmentTerms(), note: String = "",
    plannedStart: CalendarDate? = nil, started: CalendarDate? = nil, startFlags: [String] = [],
    ending: Ending? = nil, struckBecause: String? = nil, recordedBy: String = "",
    revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.personName = personName
    self.service = service
    self.tier = tier
    self.provider = provider
    self.providerName = providerName
    self.referred = referred
    self.terms = terms
    self.note = note
    self.plannedStart = plannedStart
    self.started = started
    self.startFlags = startFlags
    self.ending = ending
    self.struckBecause = struckBecause
    self.recordedBy = recordedBy
    self.revision = revision
  }

  package var state: TreatmentState {
    if struckBecause != nil { return .struck }
    if ending != nil { return started == nil ? .notTakenUp : .ended }
    if started != nil { return .inTreatment }
    return plannedStart == nil ? .referred : .planned
  }

  /// "Structured CBT (tier 3), Quay House".
  package var words: String { "\(service.title) (tier \(tier.rawValue)), \(providerName)" }
}

/// What a start of tier 3 or 4 asks for besides the care plan (PPL-031 to PPL-033).
package struct TreatmentTerms: Equatable, Sendable {
  /// Whether the client agreed to the terms of attendance.
  package var agreed: YesNo?
  package var agreedOn: CalendarDate?
  /// Who approved the funding of a residential place.
  package var fundedBy: String
  package var fundedOn: CalendarDate?
  /// PPL-033: high need and motivation.
  package var need: String

  package init(
    agreed: YesNo? = nil, agreedOn: CalendarDate? = nil, fundedBy: String = "",
    fundedOn: CalendarDate? = nil, need: String = ""
  ) {
    self.agreed = agreed
    self.agreedOn = agreedOn
    self.fundedBy = fundedBy
    self.fundedOn = fundedOn
    self.need = need
  }

  package var isFunded: Bool { !fundedBy.isEmpty && fundedOn != nil }
}

/// How a treatment came to its end.
package enum TreatmentExit: String, CaseIterable, Hashable, Sendable {
  case completed, left, transferred, prison, died

  package var title: String {
    switch self {
    case .completed: "Completed"
    case .left: "Left"
    case .transferred: "Transferred"
    case .prison: "Prison"
    case .died: "Died"
    }
  }
}

extension TreatmentExit: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}
