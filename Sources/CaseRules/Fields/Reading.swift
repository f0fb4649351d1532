/// What became of the text of a field.
package enum Reading: Hashable, Sendable {
  case empty
  /// The answer, and how it is said back to the person who typed it.
  case value(Answer, readBack: String)
  /// What cannot be read, and what to type instead. The text stays as typed.
  case problem(String)
  /// Several things fit, best first; typing a code of these decides.
  case choices([Code])

  /// The answer; nil unless there is exactly one.
  package var answer: Answer? {
    switch self {
    case .value(let answer, _): answer
    case .empty, .problem, .choices: nil
    }
  }

  /// How the answer is said back; nil unless there is one.
  package var readBack: String? {
    switch self {
    case .value(_, let readBack): readBack
    case .empty, .problem, .choices: nil
    }
  }

  /// What is wrong, also when several things fit; nil for an answer and for an empty field.
  package var problem: String? {
    switch self {
    case .empty, .value: nil
    case .problem(let words): words
    case .choices(let codes): "\(codes.count) fit. Type more, or choose from the list"
    }
  }
}

/// What reading a field depends on besides the text.
package struct ReadingContext: Sendable {
  package var today: CalendarDate
  package var now: Moment
  package var calendar: WorkingCalendar
  package var codeBook: CodeBook
  package var settings: Settings
  /// Codes the record already holds; a retired one stays readable where it stands.
  package var held: Set<String>

  package init(
    now: Moment, calendar: WorkingCalendar = .englandAndWales, codeBook: CodeBook = .seeded,
    settings: Settings = Settings(), held: Set<String> = []
  ) {
    today = now.date
    self.now = now
    self.calendar = calendar
    self.codeBook = codeBook
    self.settings = settings
    self.held = held
  }
}
