/// What a person agrees to, or does not.
package enum ConsentType: String, CaseIterable, Hashable, Sendable {
  case assessment
  case caseload
  case custodyDetails = "custody-details"
  case shareWithAgency = "share-with-agency"
  case continuityOfCare = "continuity-of-care"
  case waiver

  package var title: String {
    switch self {
    case .assessment: "Assessment"
    case .caseload: "Joining the caseload"
    case .custodyDetails: "Recording custody details"
    case .shareWithAgency: "Sharing with a named agency"
    case .continuityOfCare: "DIR and continuity of care"
    case .waiver: "Waiver for a court order or PPO"
    }
  }

  /// Types that let information out ask for recipients, what is shared, and why.
  package var isSharing: Bool {
    switch self {
    case .shareWithAgency, .continuityOfCare, .waiver: true
    case .assessment, .caseload, .custodyDetails: false
    }
  }
}

/// How a consent was given.
package enum ConsentForm: String, CaseIterable, Hashable, Sendable {
  case written, oral
  /// Another way, because the client cannot write or speak.
  case other

  package var title: String {
    switch self {
    case .written: "Written"
    case .oral: "Oral"
    case .other: "Other: cannot write or speak"
    }
  }
}
