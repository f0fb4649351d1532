/// A part of the practice that roles may or may not see.
///
/// Two-sided rows of the rulebook's matrix ("score / select", "ask / answer") are two functions, so
/// that each has one right.
package enum Function: String, CaseIterable, Hashable, Sendable {
  case personAndCaseload = "person_and_caseload"
  case custodyBoardAndDIR = "custody_board_and_dir"
  /// What intelligence says, without a clue to its source.
  case intelligence
  /// INT-005, INT-006: who or what kind of source said it.
  case intelligenceSource = "intelligence_source"
  /// Saying which subject of intelligence is who on file.
  case intelligenceLink = "intelligence_link"
  case bronzeDecision = "bronze_decision"
  case ppoScore = "ppo_score"
  case ppoSelection = "ppo_selection"
  case drugRehabilitation = "drug_rehabilitation"
  case release
  case informationRequest = "information_request"
  case informationAnswer = "information_answer"
  /// Giving something out that the client has not agreed to.
  case disclosureWithoutConsent = "disclosure_without_consent"
  case namedLists = "named_lists"
  case statistics
  case settings
  /// Everything anybody did: the audit trail as a whole.
  case trail
  /// Acts that need two people: answering for what another worker proposed.
  case proposals
  /// Break glass: one record opened for an hour by a role that does not read people.
  case exceptionalAccess = "exceptional_access"

  /// "people and the caseload".
  package var words: String {
    switch self {
    case .personAndCaseload: "people and the caseload"
    case .custodyBoardAndDIR: "the custody board and DIRs"
    case .intelligence: "intelligence"
    case .intelligenceSource: "the sources of intelligence"
    case .intelligenceLink: "who a subject of intelligence is on file"
    case .bronzeDecision: "decisions on bronzes"
    case .ppoScore: "PPO score sheets"
    case .ppoSelection: "the selection of PPOs"
    case .drugRehabilitation: "drug rehabilitation requirements"
    case .release: "release plans"
    case .informationRequest: "requests for personal information"
    case .informationAnswer: "answers to requests for personal information"
    case .disclosureWithoutConsent: "disclosures without consent"
    case .namedLists: "lists with names"
    case .statistics: "figures without names"
    case .settings: "the settings, code lists and bank holidays"
    case .trail: "the trail of what everybody did"
    case .proposals: "what needs two people"
    case .exceptionalAccess: "records opened exceptionally"
    }
  }
}

/// How far somebody's access goes.
package enum AccessRight: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none
  /// Own cases only.
  case readOwn
  /// May put forward what somebody else decides, and sees only that.
  case ask
  case read
  /// Sees everything, and says what should be decided.
  case recommend
  case edit
  case approve

  package static func < (one: AccessRight, other: AccessRight) -> Bool {
    one.rawValue < other.rawValue
  }

  /// True when every record of the kind may be looked at.
  package var allowsReading: Bool { self >= .read }

  /// True when records may be made and changed.
  package var allowsEditing: Bool { self >= .edit }
}

/// Who may do what: the function matrix.
package enum AccessMatrix {
  /// The right a role alone gives.
  ///
  /// Drug intelligence officers get nothing of people and DIRs: what is released to them comes only
  /// through information sharing (CUS-022).
  package static func right(of role: Role, to function: Function) -> AccessRight {
    switch function {
    case .personAndCaseload: personAndCaseload(role)
    case .custodyBoardAndDIR: custodyBoardAndDIR(role)
    case .intelligence: intelligence(role)
    case .intelligenceSource: intelligenceSource(role)
    case .intelligenceLink: intelligenceLink(role)
    case .bronzeDecision: bronzeDecision(role)
    case .ppoScore: ppoScore(role)
    case .ppoSelection: ppoSelection(role)
    case .drugRehabilitation: drugRehabilitation(role)
    case .release: release(role)
    // Only designated officers, whatever their role (INF-020).
    case .informationRequest, .informationAnswer: .none
    case .disclosureWithoutConsent: disclosureWithoutConsent(role)
    case .namedLists: namedLists(role)
    case .statistics: role == .adm ? .none : .read
    case .settings: role == .adm ? .edit : .read
    // "Read all logs"; team leaders watch over their own.
    case .trail: role == .aud || role == .sup ? .read : .none
    case .proposals: role.isSecondPerson ? .approve : .none
    case .exceptionalAccess: exceptionalAccess(role)
    }
  }

  /// The right of a worker: the role's, or the designated officer's where that goes further.
  package static func right(of worker: Worker, to function: Function) -> AccessRight {
    guard worker.active else { return .none }
    let own = right(of: worker.role, to: function)
    return max(own, right(of: worker.designation, to: function))
  }

  private static func right(
    of designation: DesignatedOfficer, to function: Function
  )
    -> AccessRight
  {
    switch designation {
    case .none: return .none
    case .designated, .primary: break
    }
    switch function {
    case .personAndCaseload, .ppoScore, .ppoSelection, .namedLists, .statistics: return .read
    case .informationRequest: return .edit
    case .informationAnswer, .disclosureWithoutConsent: return .approve
    case .custodyBoardAndDIR, .intelligence, .intelligenceSource, .intelligenceLink,
      .bronzeDecision, .drugRehabilitation, .release, .settings, .trail, .proposals,
      .exceptionalAccess:
      return .none
    }
  }

  private static func personAndCaseload(_ role: Role) -> AccessRight {
    switch role {
    case .arw, .cjit, .carat, .drrkw, .sup: .edit
    case .ppoc: .read
    case .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  private static func custodyBoardAndDIR(_ role: Role) -> AccessRight {
    switch role {
    case .arw, .cjit: .edit
    case .carat, .drrkw, .ppoc, .sup: .read
    case .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  /// Service managers open, team leaders answer for it, auditors see that it happened.
  private static func exceptionalAccess(_ role: Role) -> AccessRight {
    switch role {
    case .sm: .edit
    case .sup: .approve
    case .aud: .read
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .supt, .adm: .none
    }
  }

  /// A bronze action is intelligence to whoever reads it, PPO co-ordinators too; deciding on one is
  /// a function of its own.
  private static func intelligence(_ role: Role) -> AccessRight {
    switch role {
    case .dio: .edit
    case .ppoc, .sup, .supt: .read
    case .arw, .cjit, .carat, .drrkw, .sm, .aud, .adm: .none
    }
  }

  private static func intelligenceSource(_ role: Role) -> AccessRight {
    switch role {
    case .dio: .edit
    case .supt: .read
    case .arw, .cjit, .carat, .drrkw, .ppoc, .sup, .sm, .aud, .adm: .none
    }
  }

  /// Roles that read both people and intelligence; nobody else learns who of either is who.
  private static func intelligenceLink(_ role: Role) -> AccessRight {
    switch role {
    case .sup, .ppoc: .edit
    case .arw, .cjit, .carat, .drrkw, .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  private static func bronzeDecision(_ role: Role) -> AccessRight {
    switch role {
    case .dio: .ask
    case .sup: .recommend
    case .supt: .approve
    case .arw, .cjit, .carat, .drrkw, .ppoc, .sm, .aud, .adm: .none
    }
  }

  private static func ppoScore(_ role: Role) -> AccessRight {
    switch role {
    case .ppoc: .edit
    case .dio, .sup: .read
    case .arw, .cjit, .carat, .drrkw, .supt, .sm, .aud, .adm: .none
    }
  }

  /// A co-ordinator proposes and never selects alone.
  private static func ppoSelection(_ role: Role) -> AccessRight {
    switch role {
    case .sup: .approve
    case .dio: .read
    case .arw, .cjit, .carat, .drrkw, .ppoc, .supt, .sm, .aud, .adm: .none
    }
  }

  private static func drugRehabilitation(_ role: Role) -> AccessRight {
    switch role {
    case .cjit, .drrkw: .edit
    case .arw, .carat, .ppoc, .sup: .read
    case .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  private static func release(_ role: Role) -> AccessRight {
    switch role {
    case .cjit, .carat: .edit
    case .arw, .drrkw, .ppoc, .sup: .read
    case .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  /// INF-036: a line manager agrees; INF-037: the service manager, to what is given in writing.
  private static func disclosureWithoutConsent(_ role: Role) -> AccessRight {
    switch role {
    case .arw, .cjit, .carat, .drrkw, .ppoc: .ask
    case .sup, .sm: .approve
    case .dio, .supt, .aud, .adm: .none
    }
  }

  private static func namedLists(_ role: Role) -> AccessRight {
    switch role {
    case .arw, .cjit, .carat, .drrkw, .ppoc: .readOwn
    case .sup: .read
    case .dio, .supt, .sm, .aud, .adm: .none
    }
  }

  /// Why reading is switched off, for the worker; nil when it is allowed.
  package static func whyNotRead(_ worker: Worker, _ function: Function) -> String? {
    let right = right(of: worker, to: function)
    switch right {
    case .read, .recommend, .edit, .approve: return nil
    case .readOwn:
      return "As \(worker.role.titleInSentence) you see \(function.words) for your own cases only"
    case .ask:
      return
        "As \(worker.role.titleInSentence) you see of \(function.words) only what you asked for"
    case .none: return whyNothing(worker, function)
    }
  }

  /// Why changing is switched off, for the worker; nil when it is allowed.
  package static func whyNotEdit(_ worker: Worker, _ function: Function) -> String? {
    let right = right(of: worker, to: function)
    switch right {
    case .edit, .approve: return nil
    case .ask, .recommend:
      return "As \(worker.role.titleInSentence) you put forward \(function.words), others decide"
    case .read, .readOwn:
      return "As \(worker.role.titleInSentence) you can read \(function.words) but not change them"
    case .none: return whyNothing(worker, function)
    }
  }

  /// The refusal of a look, as a finding; nil when reading is allowed.
  package static func refusal(toRead function: Function, by worker: Worker) -> Finding? {
    whyNotRead(worker, function).map { finding($0, worker, function) }
  }

  /// The refusal of a change, as a finding; nil when changing is allowed.
  package static func refusal(toEdit function: Function, by worker: Worker) -> Finding? {
    whyNotEdit(worker, function).map { finding($0, worker, function) }
  }

  private static func finding(
    _ why: String, _ worker: Worker, _ function: Function
  ) -> Finding {
    isClosedToPolice(worker, function)
      ? Finding("CUS-022", .blocks, notForPolice) : Finding(rule(of: function), .blocks, why)
  }

  /// The rule that closes a part of the practice; the matrix itself stands under the general one.
  private static func rule(of function: Function) -> String {
    switch function {
    case .intelligenceSource: "INT-005"
    case .bronzeDecision: "INT-024"
    case .informationRequest, .informationAnswer: "INF-020"
    case .personAndCaseload, .custodyBoardAndDIR, .intelligence, .intelligenceLink,
      .ppoScore,
      .ppoSelection, .drugRehabilitation, .release, .disclosureWithoutConsent, .namedLists,
      .statistics, .settings, .trail, .proposals, .exceptionalAccess:
      "GEN-003"
    }
  }

  private static func isClosedToPolice(_ worker: Worker, _ function: Function) -> Bool {
    worker.active && worker.role.isPolice && function == .custodyBoardAndDIR
  }

  private static let notForPolice =
    "What clients tell arrest referral workers is not open to police users. Ask the designated "
    + "officer for what may be shared"

  private static func whyNothing(_ worker: Worker, _ function: Function) -> String {
    guard worker.active else { return "\(worker.initials) no longer works here" }
    if isClosedToPolice(worker, function) { return "CUS-022: " + notForPolice }
    return "As \(worker.role.titleInSentence) you do not see \(function.words)"
  }
}
