import CaseRules

/// What a DIR tells of circumstances that the person's record keeps.
struct DIRTold {
  let accommodation: String?
  let employed: YesNo?
  let pregnant: YesNo?
  let safeguarding: YesNo?

  init(_ reading: FormReading) {
    accommodation = reading.code(DIRForm.housing)
    employed = reading.yesNo(DIRForm.employed)
    pregnant = reading.yesNo(DIRForm.pregnant)
    safeguarding = reading.yesNo(DIRForm.safeguarding)
  }
}

extension Person {
  /// Takes every answer; instead of an earlier one only where that still stands here.
  mutating func take(_ told: DIRTold, insteadOf earlier: DIRTold?) {
    func next<Value: Equatable>(
      _ now: Value?, _ told: KeyPath<DIRTold, Value?>, of new: DIRTold
    ) -> Value? {
      if let earlier {
        guard earlier[keyPath: told] != new[keyPath: told], earlier[keyPath: told] == now else {
          return now
        }
      }
      return new[keyPath: told] ?? now
    }
    home.accommodation = next(home.accommodation, \.accommodation, of: told)
    circumstances.employed = next(circumstances.employed, \.employed, of: told)
    circumstances.pregnant = next(circumstances.pregnant, \.pregnant, of: told)
    circumstances.safeguarding = next(circumstances.safeguarding, \.safeguarding, of: told)
  }
}
