/// ANB-010: clients whose use costs them more in a week than most can pay.
package enum HighSpend {
  private static let months = 12

  /// The newest complete DIR of the last twelve months decides; nil below the partnership's figure.
  package static func finding(
    in assessments: [DIRSummary], on today: CalendarDate, _ settings: Settings
  ) -> Finding? {
    let complete = assessments.filter { $0.completed != nil }
    guard let newest = complete.max(by: { $0.assessed < $1.assessed }),
      newest.assessed.date.adding(months: months) >= today,
      newest.weeklySpend >= settings.highSpendWeek
    else { return nil }
    return Finding(
      "ANB-010", .shows,
      "High spend: \(Money.words(pence: newest.weeklySpend)) a week on drugs, as the DIR of "
        + "\(newest.assessed.date.uk) has it")
  }
}
