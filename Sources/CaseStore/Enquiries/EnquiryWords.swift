import CaseRules

// How the answers about calls are kept: by the names the schema checks.
extension HelplineCall.Caller: StoredWord {}
