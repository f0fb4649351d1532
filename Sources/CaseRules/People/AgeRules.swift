/// PPL-002: children under ten are not recorded; young people have services of their own.
package enum AgeRules {
  /// Criminal responsibility starts here; nobody younger is recorded.
  private static let youngest = 10
  /// The first age of an adult.
  package static let adult = 18
  /// Above this a date of birth is taken for a slip.
  private static let oldest = 120

  /// PPL-002: from the 10th birthday to the day before the 18th.
  package static func isYoung(_ birth: Birth, on day: CalendarDate) -> Bool {
    (youngest..<adult).contains(birth.age(on: day))
  }

  /// Where a young person is helped.
  package static let youngRoute =
    "The route is the youth offending team (YOT) or the young people's drug service"

  /// PPL-002: somebody under 10 is refused; so is a birth that no living person can have.
  package static func identity(_ birth: Birth, on day: CalendarDate, field: String) -> [Finding] {
    let age = birth.age(on: day)
    if let born = birth.date, born >= day {
      return [
        Finding(
          "GEN-007", .blocks, field: field, "Nobody can be born on \(born.uk): give a past date")
      ]
    }
    if age < youngest {
      return [
        Finding(
          "PPL-002", .blocks, field: field,
          "This would be a child of \(age). Nobody under \(youngest) is recorded here")
      ]
    }
    if age > oldest {
      return [
        Finding(
          "PPL-001", .blocks, field: field, "That makes an age of \(age). Check the year of birth")
      ]
    }
    return isYoung(birth, on: day)
      ? [Finding("PPL-002", .shows, field: field, "Young person of \(age). \(youngRoute)")] : []
  }

  /// PPL-002: the adult caseload takes nobody under 18.
  package static func adultCaseload(_ birth: Birth?, on day: CalendarDate) -> Finding? {
    guard let birth, birth.age(on: day) < adult else { return nil }
    return Finding(
      "PPL-002", .blocks,
      "Aged \(birth.age(on: day)) on \(day.uk): the adult caseload starts at 18. \(youngRoute)")
  }
}
