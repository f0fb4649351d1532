/// One item of intelligence, without a clue to who said it.
package struct IntelligenceReport: Equatable, Sendable {
  package var id: IntelligenceReportID
  /// What stands for the source; who it is, is told by one audited method alone (INT-005).
  package var source: SourceNumber
  package var received: Moment
  package var relatesTo: CalendarDate
  package var text: String
  /// COD-003.
  package var drugs: [String]
  /// A week.
  package var spendPence: Int?
  package var place: String
  /// COD-001.
  package var offence: String?
  package var offenceWords: String
  package var subjects: [IntelligenceSubject]
  package var grading: IntelligenceGrading?
  package var judgement: IntelligenceJudgement?
  package var recordedBy: String
  package var struckBecause: String?
  package var revision: Int

  package init(
    id: IntelligenceReportID = IntelligenceReportID(0), source: SourceNumber, received: Moment,
    relatesTo: CalendarDate, text: String, drugs: [String] = [], spendPence: Int? = nil,
    place: String = "", offence: String? = nil, offenceWords: String = "",
    subjects: [IntelligenceSubject] = [], grading: IntelligenceGrading? = nil,
    judgement: IntelligenceJudgement? = nil, recordedBy: String = "",
    struckBecause: String? = nil, revision: Int = 1
  ) {
    self.id = id
    self.source = source
    self.received = received
    self.relatesTo = relatesTo
    self.text = text
    self.drugs = drugs
    self.spendPence = spendPence
    self.place = place
    self.offence = offence
    self.offenceWords = offenceWords
    self.subjects = subjects
    self.grading = grading
    self.judgement = judgement
    self.recordedBy = recordedBy
    self.struckBecause = struckBecause
    self.revision = revision
  }

  package var state: ReportState {
    if struckBecause != nil { return .struck }
    guard grading != nil else { return .received }
    guard let judgement else { return .graded }
    return judgement.isValid ? .valid : .notValid
  }

  /// Whom it is mainly about.
  package var mainSubject: IntelligenceSubject? { subjects.first }

  /// INT-003: what was judged is this text about these people; another is judged anew.
  package func isJudgedAnew(after before: IntelligenceReport) -> Bool {
    before.judgement != nil
      && (text != before.text || Set(subjects.map(\.id)) != Set(before.subjects.map(\.id)))
  }

  /// "HARROW Miles and 1 more".
  package var subjectWords: String {
    guard let first = subjects.first else { return "Nobody named" }
    return subjects.count == 1 ? first.display : "\(first.display) and \(subjects.count - 1) more"
  }

  /// "I-0931  HARROW Miles, received Mon 01/10/2007 09:00".
  package var heading: String {
    "\(id.ref.text)  \(subjectWords), received \(received.ukWithWeekday)"
  }
}

/// Where a report stands: worked out from its grade and what was said of it, never typed.
package enum ReportState: Int, CaseIterable, Hashable, Sendable {
  case received, graded, valid, notValid, struck

  package var words: String {
    switch self {
    case .received: "Received"
    case .graded: "Graded"
    case .valid: "Valid"
    case .notValid: "Closed, not valid"
    case .struck: "Struck through"
    }
  }

  /// Somebody has to do something about it.
  package var isOpen: Bool {
    switch self {
    case .received, .graded: true
    case .valid, .notValid, .struck: false
    }
  }
}

package enum ReportEvent: CaseIterable, Hashable, Sendable {
  /// INT-002; a second time keeps the first.
  case graded
  case judgedValid, judgedNotValid
  case struck
}

/// The states of a report and the events between them; guards are asked elsewhere.
package enum ReportMachine {
  /// The state the event leads to; nil when it cannot happen in this state.
  ///
  /// Other grades have to be judged anew, so a report that is graded again stands at Graded.
  package static func next(_ state: ReportState, _ event: ReportEvent) -> ReportState? {
    switch (state, event) {
    case (.received, .graded), (.graded, .graded), (.valid, .graded), (.notValid, .graded): .graded
    case (.graded, .judgedValid): .valid
    case (.graded, .judgedNotValid): .notValid
    case (.received, .struck), (.graded, .struck), (.valid, .struck), (.notValid, .struck): .struck
    case (.received, .judgedValid), (.received, .judgedNotValid), (.valid, .judgedValid),
      (.valid, .judgedNotValid), (.notValid, .judgedValid), (.notValid, .judgedNotValid),
      (.struck, .graded), (.struck, .judgedValid), (.struck, .judgedNotValid), (.struck, .struck):
      nil
    }
  }

  /// Why an event cannot happen now; nil when it can.
  package static func refusal(_ event: ReportEvent, in state: ReportState) -> Finding? {
    guard next(state, event) == nil else { return nil }
    return switch state {
    case .received:
      Finding("INT-002", .blocks, "Grade it first: all three grades come before it is judged")
    case .graded: nil
    case .valid, .notValid:
      Finding(
        "INT-003", .blocks,
        "It was judged already: \(state.words.lowercased()). Grade it anew to judge it again")
    case .struck: Finding("GEN-004", .blocks, "This report is struck through")
    }
  }
}
