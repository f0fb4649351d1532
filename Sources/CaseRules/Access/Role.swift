/// What a worker does, and so what the program lets them do.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case arw, cjit, carat, drrkw, ppoc, dio, sup, supt, sm, aud, adm

  /// "ARW".
  package var code: String { rawValue.uppercased() }

  /// Reads a code in any case.
  package init?(code: some StringProtocol) { self.init(rawValue: code.trimmed.lowercased()) }

  /// "Arrest referral worker".
  package var title: String {
    switch self {
    case .arw: "Arrest referral worker"
    case .cjit: "CJIT key worker"
    case .carat: "CARAT worker"
    case .drrkw: "DRR key worker"
    case .ppoc: "PPO co-ordinator"
    case .dio: "Drug intelligence officer"
    case .sup: "Team leader"
    case .supt: "Superintendent"
    case .sm: "Service manager"
    case .aud: "Auditor"
    case .adm: "Administrator"
    }
  }

  /// The title in the middle of a sentence: "arrest referral worker", "CJIT key worker".
  package var titleInSentence: String {
    switch self {
    case .cjit, .carat, .drrkw, .ppoc: title
    case .arw, .dio, .sup, .supt, .sm, .aud, .adm: title.prefix(1).lowercased() + title.dropFirst()
    }
  }

  /// Roles that open what nobody should open alone: two people give them.
  package var needsTwoPeople: Bool {
    switch self {
    case .supt, .aud, .adm: true
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .sup, .sm: false
    }
  }

  /// Who may answer as the second person for an act that needs two.
  package var isSecondPerson: Bool {
    switch self {
    case .sup, .supt, .sm, .adm: true
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .aud: false
    }
  }

  /// A team leader sees and decides for everybody what others do for their own clients.
  package var leadsTeam: Bool {
    switch self {
    case .sup: true
    case .arw, .cjit, .carat, .drrkw, .ppoc, .dio, .supt, .sm, .aud, .adm: false
    }
  }

  /// CUS-022: police users never see what a client told in a DIR.
  package var isPolice: Bool {
    switch self {
    case .dio, .supt: true
    case .arw, .cjit, .carat, .drrkw, .ppoc, .sup, .sm, .aud, .adm: false
    }
  }
}

/// Whether a worker also answers for their agency's information sharing.
package enum DesignatedOfficer: String, CaseIterable, Hashable, Sendable {
  case none = ""
  /// Designated Officer.
  case designated = "DO"
  /// Primary Designated Officer.
  case primary = "PDO"
}
