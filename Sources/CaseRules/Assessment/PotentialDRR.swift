/// CUS-019: whether somebody may come before the court for a drug rehabilitation requirement.
package enum PotentialDRR {
  /// Use within so many days counts as current (DRR-003).
  private static let currentWithinDays = 28

  /// Any drug used on at least one day a week now, or within the last 28 days.
  package static func isCurrent(_ lines: [DrugLine], on day: CalendarDate) -> Bool {
    lines.contains { line in
      if line.drug == "ALC" { return false }
      if let last = line.lastUsed {
        return last.days(since: day) <= 0 && day.days(since: last) <= currentWithinDays
      }
      return line.daysAWeek > 0
    }
  }

  /// What is shown, with the task that follows; nil when it does not arise.
  package static func finding(
    chargedWithCommunityOrderOffence: Bool, isCurrent: Bool
  ) -> Finding? {
    chargedWithCommunityOrderOffence && isCurrent ? finding : nil
  }

  /// CUS-019: as it stands on the DIR, the detention and the person's record.
  package static let finding = Finding(
    "CUS-019", .shows,
    "Potential DRR: charged with an offence that may bring a community order, and using now. "
      + "Complete OASys section 8 today (DRR-003)")
}
