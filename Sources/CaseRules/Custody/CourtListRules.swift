/// CUS-013: who stands on the morning list of a court.
package enum CourtListRules {
  /// Charged with a trigger offence and not seen in custody, on bail or held.
  package static func isListed(_ entry: CustodyEntry) -> Bool {
    guard entry.isTrigger, let departure = entry.departure else { return false }
    return departure.hearing != nil && !entry.wasSeenInCustody
  }
}
