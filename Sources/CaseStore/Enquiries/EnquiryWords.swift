import CaseRules

// How the answers about calls and referrals are kept: by the names the schema checks.
extension HelplineCall.Caller: StoredWord {}
extension CallerOutcome: StoredWord {}
extension Referral.Route: StoredWord {}
extension Referral.Agency: StoredWord {}
extension ReferralAction: StoredWord {}
