/// COD-002: how reliable a source is.
package enum SourceGrade: String, CaseIterable, Hashable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"

  package var words: String { CodeList.sourceGrades.words(rawValue) }
}

/// COD-002: how good the information is.
package enum InformationGrade: String, CaseIterable, Hashable, Sendable {
  case one = "1"
  case two = "2"
  case three = "3"
  case four = "4"
  case five = "5"

  package var words: String { CodeList.informationGrades.words(rawValue) }
}

/// COD-002, INT-009: who may be told.
package enum HandlingGrade: String, CaseIterable, Hashable, Sendable {
  case one = "1"
  case two = "2"
  case three = "3"
  case four = "4"
  case five = "5"

  package var words: String { CodeList.handlingCodes.words(rawValue) }

  /// Whether conditions, recipients and a day of review go with it.
  package var needsConditions: Bool {
    switch self {
    case .four, .five: true
    case .one, .two, .three: false
    }
  }

  /// INT-009: whether it may go to a party that does not prosecute.
  package var mayLeavePolice: Bool {
    switch self {
    case .two, .five: true
    case .one, .three, .four: false
    }
  }
}

extension CodeList {
  fileprivate func words(_ code: String) -> String {
    codes.first { $0.code == code }?.words ?? code
  }
}

extension SourceGrade: FormChoice { package var code: String { rawValue } }
extension InformationGrade: FormChoice { package var code: String { rawValue } }
extension HandlingGrade: FormChoice { package var code: String { rawValue } }

/// INT-002: the three grades of a report.
package struct IntelligenceGrades: Hashable, Sendable {
  package var source: SourceGrade
  package var information: InformationGrade
  package var handling: HandlingGrade

  package init(_ source: SourceGrade, _ information: InformationGrade, _ handling: HandlingGrade) {
    self.source = source
    self.information = information
    self.handling = handling
  }

  /// "B24": as a list has room for.
  package var short: String { source.rawValue + information.rawValue + handling.rawValue }

  /// "B/2/4".
  package var text: String {
    "\(source.rawValue)/\(information.rawValue)/\(handling.rawValue)"
  }
}

/// One grading of a report, with what its grades meant on that day.
package struct IntelligenceGrading: Equatable, Sendable {
  package var number: Int
  package var grades: IntelligenceGrades
  package var sourceWords: String
  package var informationWords: String
  package var handlingWords: String
  package var conditions: String
  package var recipients: String
  package var reviewOn: CalendarDate?
  /// Why it was graded anew; empty for the first.
  package var reason: String
  package var by: String
  package var at: Moment

  package init(
    number: Int = 1, _ grades: IntelligenceGrades, conditions: String = "",
    recipients: String = "", reviewOn: CalendarDate? = nil, reason: String = "", by: String,
    at: Moment
  ) {
    self.number = number
    self.grades = grades
    sourceWords = grades.source.words
    informationWords = grades.information.words
    handlingWords = grades.handling.words
    self.conditions = conditions
    self.recipients = recipients
    self.reviewOn = reviewOn
    self.reason = reason
    self.by = by
    self.at = at
  }
}

/// INT-003, INT-004: what was said of the grades.
package struct IntelligenceJudgement: Equatable, Sendable {
  package var isValid: Bool
  /// Why it is deemed valid in spite of its grades.
  package var deemed: String?
  package var note: String
  package var grades: IntelligenceGrades
  package var by: String
  package var at: Moment

  package init(
    isValid: Bool, deemed: String? = nil, note: String = "", grades: IntelligenceGrades,
    by: String, at: Moment
  ) {
    self.isValid = isValid
    self.deemed = deemed
    self.note = note
    self.grades = grades
    self.by = by
    self.at = at
  }
}

extension IntelligenceGrades {
  /// Reads "B24" and "b/2/4"; nil for anything else.
  package init?(_ typed: some StringProtocol) {
    let codes = typed.uppercased().filter { $0 != "/" }.map { String($0) }
    guard codes.count == 3, let source = SourceGrade(rawValue: codes[0]),
      let information = InformationGrade(rawValue: codes[1]),
      let handling = HandlingGrade(rawValue: codes[2])
    else { return nil }
    self.init(source, information, handling)
  }
}
