/// CUS-016: whether a DIR may be opened at all.
package enum AssessmentGate {
  /// Adults only; a young person is shown the way to the right service.
  package static func adult(_ birth: Birth?, on day: CalendarDate) -> Finding? {
    guard let birth else {
      return Finding(
        "CUS-016", .blocks, "The age is not known. Add the date of birth or an estimated age first")
    }
    let age = birth.age(on: day)
    guard age < AgeRules.adult else { return nil }
    return Finding(
      "CUS-016", .blocks, "Aged \(age) on \(day.uk): no DIR under 18. \(AgeRules.youngRoute)")
  }

  /// PPL-006: only with an assessment consent that was given and still holds.
  package static func consent(isGiven: Bool) -> Finding? {
    isGiven
      ? nil
      : Finding(
        "CUS-016", .blocks, "There is no assessment consent. Record the consent first (PPL-006)")
  }
}
