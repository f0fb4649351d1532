/// A part of the practice that roles may or may not see.
package enum Function: String, CaseIterable, Hashable, Sendable {
  case personAndCaseload = "person_and_caseload"
  case custodyBoardAndDIR = "custody_board_and_dir"
  case namedLists = "named_lists"
  case statistics
  case settings
  /// Everything anybody did: the audit trail as a whole.
  case trail

  /// "people and the caseload".
  package var words: String {
    switch self {
    case .personAndCaseload: "people and the caseload"
    case .custodyBoardAndDIR: "the custody board and DIRs"
    case .namedLists: "lists with names"
    case .statistics: "figures without names"
    case .settings: "the settings, code lists and bank holidays"
    case .trail: "the trail of what everybody did"
    }
  }
}

/// How far somebody's access goes.
package enum AccessRight: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none
  /// Own cases only.
  case readOwn
  case read
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
    case .namedLists: namedLists(role)
    case .statistics: role == .adm ? .none : .read
    case .settings: role == .adm ? .edit : .read
    // "Read all logs"; team leaders watch over their own.
    case .trail: role == .aud || role == .sup ? .read : .none
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
    case .personAndCaseload, .namedLists, .statistics: return .read
    case .custodyBoardAndDIR, .settings, .trail: return .none
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
    case .read, .edit, .approve: return nil
    case .readOwn:
      return "As \(worker.role.titleInSentence) you see \(function.words) for your own cases only"
    case .none: return whyNothing(worker, function)
    }
  }

  /// Why changing is switched off, for the worker; nil when it is allowed.
  package static func whyNotEdit(_ worker: Worker, _ function: Function) -> String? {
    let right = right(of: worker, to: function)
    switch right {
    case .edit, .approve: return nil
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
      ? Finding("CUS-022", .blocks, notForPolice) : Finding("GEN-003", .blocks, why)
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
