/// A sample that is tested for opioids before the first dose.
package struct OpiateTest: Equatable, Sendable {
  /// Counts the samples of an episode from 1.
  package var number: Int
  package var fluid: Fluid
  package var method: Method
  package var taken: Moment
  package var result: Result?
  package var resultOn: CalendarDate?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var by: String

  package enum Fluid: String, CaseIterable, Hashable, Sendable {
    case urine
    case oralFluid = "oral-fluid"

    package var title: String {
      switch self {
      case .urine: "Urine"
      case .oralFluid: "Oral fluid"
      }
    }
  }

  package enum Method: String, CaseIterable, Hashable, Sendable {
    case laboratory
    case onSite = "on-site"

    package var title: String {
      switch self {
      case .laboratory: "Laboratory"
      case .onSite: "On-site"
      }
    }
  }

  package enum Result: String, CaseIterable, Hashable, Sendable {
    case positive, negative, invalid

    package var title: String {
      switch self {
      case .positive: "Opioid positive"
      case .negative: "Opioid negative"
      case .invalid: "Invalid"
      }
    }

    /// An invalid sample says nothing; another one has to be taken.
    package var isTelling: Bool {
      switch self {
      case .positive, .negative: true
      case .invalid: false
      }
    }
  }

  package init(
    number: Int, fluid: Fluid, method: Method, taken: Moment, result: Result? = nil,
    resultOn: CalendarDate? = nil, struckBecause: String? = nil, by: String = ""
  ) {
    self.number = number
    self.fluid = fluid
    self.method = method
    self.taken = taken
    self.result = result
    self.resultOn = resultOn
    self.struckBecause = struckBecause
    self.by = by
  }

  /// "Urine, laboratory, taken Mon 01/10/2007 10:00".
  package var words: String {
    "\(fluid.title), \(method.title.lowercased()), taken \(taken.ukWithWeekday)"
  }
}

/// PPL-046: when a result can be hoped for, and what it is worth.
package enum OpiateTestRules {
  /// A laboratory answers so many days after the sample.
  private static let expected = 7...14
  /// The day on which a result that has not come is chased.
  package static let chaseAfter = 15

  /// What to show beside a sample; nil when there is nothing to say.
  package static func note(on test: OpiateTest, today: CalendarDate) -> String? {
    switch test.method {
    case .onSite: return "open to challenge"
    case .laboratory:
      guard test.result == nil else { return nil }
      let day = test.taken.date
      let chase = day.adding(days: chaseAfter)
      if today >= chase { return "not back: ring the laboratory today" }
      return "expected \(day.adding(days: expected.lowerBound).uk) to "
        + "\(day.adding(days: expected.upperBound).uk), chased on \(chase.uk)"
    }
  }
}

extension OpiateTest.Fluid: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension OpiateTest.Method: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

extension OpiateTest.Result: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}
