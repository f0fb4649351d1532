/// What client and worker agree at the end of an assessment (CUS-018).
package struct AgreedAction: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case adviceOnly = "advice"
    case tierTwo = "tier2"
    case referral
    case caseload
    case declined

    package var words: String {
      switch self {
      case .adviceOnly: "Advice only"
      case .tierTwo: "Tier 2 work"
      case .referral: "Referral to a service"
      case .caseload: "Join the CJIT caseload"
      case .declined: "Declined further help"
      }
    }

    /// Work follows from it.
    package var goesOn: Bool {
      switch self {
      case .tierTwo, .referral, .caseload: true
      case .adviceOnly, .declined: false
      }
    }
  }

  package var kind: Kind
  /// The service of a referral, by name.
  package var service: String?
  /// The date of the referral.
  package var date: CalendarDate?

  package init(kind: Kind, service: String? = nil, date: CalendarDate? = nil) {
    self.kind = kind
    self.service = service
    self.date = date
  }

  /// "Referral to a service: Island Drug Service, 08/10/2007".
  package var words: String {
    let details = [service, date?.uk].compactMap { $0 }.joined(separator: ", ")
    return details.isEmpty ? kind.words : kind.words + ": " + details
  }
}
