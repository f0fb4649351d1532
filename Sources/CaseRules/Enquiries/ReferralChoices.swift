// The answers referrals offer, each with the code that is typed.
extension Referral.Route: FormChoice {
  package var code: String { self == .phone ? "PHO" : "FAX" }
}

extension Referral.Agency: FormChoice {
  package var code: String {
    switch self {
    case .carat: "CAR"
    case .probation: "PROB"
    case .prisonHealth: "HLTH"
    case .treatment: "TRE"
    case .police: "POL"
    case .other: "OTH"
    }
  }
}

extension Referral.Document: FormChoice {
  package var code: String {
    switch self {
    case .dir: "DIR"
    case .carePlan: "PLAN"
    case .consent: "CONS"
    case .releasePlan: "REL"
    case .other: "OTH"
    }
  }
}

extension ReferralAction: FormChoice {
  package var code: String {
    switch self {
    case .spoke: "SPO"
    case .booked: "APP"
    case .assessment: "ASS"
    case .passedOn: "KEY"
    case .signposted: "SENT"
    case .declined: "DEC"
    case .tried: "TRY"
    case .mistake: "ERR"
    }
  }
}
