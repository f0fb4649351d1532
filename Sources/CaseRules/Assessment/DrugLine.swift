/// One drug a client uses, as told in the DIR.
package struct DrugLine: Equatable, Sendable {
  /// COD-003.
  package var drug: String
  /// COD-004.
  package var route: String
  /// Using days in a week, 0 to 7.
  package var daysAWeek: Int
  /// In pence, for one using day.
  package var spendADay: Int
  package var lastUsed: CalendarDate?
  package var isMain: Bool

  package init(
    drug: String, route: String, daysAWeek: Int, spendADay: Int, lastUsed: CalendarDate? = nil,
    isMain: Bool = false
  ) {
    self.drug = drug
    self.route = route
    self.daysAWeek = daysAWeek
    self.spendADay = spendADay
    self.lastUsed = lastUsed
    self.isMain = isMain
  }

  /// In pence; what cannot be counted stays at the largest number.
  fileprivate var spendAWeek: Int {
    let (product, overflow) = daysAWeek.multipliedReportingOverflow(by: spendADay)
    return overflow ? .max : product
  }
}

/// The AUTO field of the DIR: what a client spends on drugs in a week.
package enum WeeklySpend {
  /// The sum of using days times the spend of a using day, in pence.
  package static func pence(_ lines: [DrugLine]) -> Int {
    lines.reduce(0) { total, line in
      let (sum, overflow) = total.addingReportingOverflow(line.spendAWeek)
      return overflow ? .max : sum
    }
  }
}
