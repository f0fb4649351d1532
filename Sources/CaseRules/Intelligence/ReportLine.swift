/// A report in the intelligence queue.
package struct ReportLine: Equatable, Sendable {
  package var id: IntelligenceReportID
  package var received: Moment
  package var relatesTo: CalendarDate
  package var state: ReportState
  package var grades: IntelligenceGrades?
  /// When what it waits for now became possible: received, or graded.
  package var waitingSince: Moment
  package var subjectName: String
  package var subjectRef: RecordRef?
  package var moreSubjects: Int
  /// How the text begins.
  package var beginning: String
  package var reviewOn: CalendarDate?
  /// A subject may be one that is known: nobody has said which.
  package var hasUnansweredSubject: Bool
  /// INT-003: what its grades say; nil while it has none.
  package var validity: Validity?
  package var deemed: Bool
  /// Why it was found, where what was typed stands in its text alone.
  package var foundBy: String?
  /// Under the heading of its state; a list of everything is in the order of numbers.
  package var standsInQueue = true

  package init(
    id: IntelligenceReportID, received: Moment, relatesTo: CalendarDate, state: ReportState,
    grades: IntelligenceGrades? = nil, waitingSince: Moment, subjectName: String,
    subjectRef: RecordRef? = nil, moreSubjects: Int = 0, beginning: String = "",
    reviewOn: CalendarDate? = nil, hasUnansweredSubject: Bool = false, validity: Validity? = nil,
    deemed: Bool = false
  ) {
    self.id = id
    self.received = received
    self.relatesTo = relatesTo
    self.state = state
    self.grades = grades
    self.waitingSince = waitingSince
    self.subjectName = subjectName
    self.subjectRef = subjectRef
    self.moreSubjects = moreSubjects
    self.beginning = beginning
    self.reviewOn = reviewOn
    self.hasUnansweredSubject = hasUnansweredSubject
    self.validity = validity
    self.deemed = deemed
  }

  /// "HARROW Miles +1".
  package var subjectWords: String {
    moreSubjects > 0 ? "\(subjectName) +\(moreSubjects)" : subjectName
  }

  /// INT-009: who may be told of it, in a few words.
  package var handlingWords: String {
    switch grades?.handling {
    case .one: "1 UK police"
    case .two: "2 agencies too"
    case .three: "3 outside EU"
    case .four: "4 own force"
    case .five: "5 conditions"
    case nil: "-"
    }
  }

  /// What the next thing to do is; nil where nothing is.
  package var next: String? {
    switch state {
    case .received: "Grade it"
    case .graded: "Judge it"
    case .valid, .notValid, .struck: nil
    }
  }

  /// What must not be overlooked, in words.
  package func warnings(on today: CalendarDate) -> [String] {
    var warnings: [String] = []
    if state == .graded, let validity, validity != .valid { warnings.append(validity.words) }
    if state == .valid, deemed { warnings.append("Deemed valid in spite of its grades (INT-003)") }
    if let reviewOn, reviewOn <= today, state != .struck {
      warnings.append("Review of its handling was due \(reviewOn.uk) (INT-009)")
    }
    if hasUnansweredSubject {
      warnings.append("A subject may be known already: say whether it is the same one (PPL-004)")
    }
    return warnings
  }
}

/// A report with what hangs on it, as its page shows it.
package struct IntelligenceFile: Equatable, Sendable {
  package var report: IntelligenceReport
  /// INT-002: all of them, the newest first.
  package var gradings: [IntelligenceGrading]
  package var judgements: [IntelligenceJudgement]
  package var shares: [IntelligenceShare]
  /// Subjects that may be known already, and nobody has said.
  package var unanswered: [SubjectLikeness]
  package var validity: Validity?
  /// The bronze actions it feeds, each with where it stands.
  package var bronzes: [Bronze] = []
  /// INT-009: when its handling is reviewed, and when it was.
  package var deadlines: [DueLine] = []
  /// Not what the trail has sealed: shown before everything else, in words.
  package var damage: String?

  package struct Bronze: Equatable, Sendable {
    package let ref: RecordRef
    package let state: String

    package init(ref: RecordRef, state: String) {
      self.ref = ref
      self.state = state
    }
  }

  package init(
    report: IntelligenceReport, gradings: [IntelligenceGrading] = [],
    judgements: [IntelligenceJudgement] = [], shares: [IntelligenceShare] = [],
    unanswered: [SubjectLikeness] = [], validity: Validity? = nil
  ) {
    self.report = report
    self.gradings = gradings
    self.judgements = judgements
    self.shares = shares
    self.unanswered = unanswered
    self.validity = validity
  }
}

/// A subject with the reports about them, as the subject's page shows it.
package struct SubjectFile: Equatable, Sendable {
  package var subject: IntelligenceSubject
  /// The one that stands for this one, where somebody has said that they are one.
  package var standing: IntelligenceSubject?
  /// Those that are one with it.
  package var others: [IntelligenceSubject]
  package var reports: [ReportLine]
  package var likenesses: [SubjectLikeness]
  /// Who on file the subject is or may be; empty for roles that do not read both.
  package var people: [SubjectLikeness]

  package init(
    subject: IntelligenceSubject, standing: IntelligenceSubject? = nil,
    others: [IntelligenceSubject] = [], reports: [ReportLine] = [],
    likenesses: [SubjectLikeness] = [], people: [SubjectLikeness] = []
  ) {
    self.subject = subject
    self.standing = standing
    self.others = others
    self.reports = reports
    self.likenesses = likenesses
    self.people = people
  }
}

/// INT-010: what of intelligence a person's page shows: what was shared, to the client's workers
/// (INF-010); which subject it is about, and in which report, to those who read both.
package struct PersonIntelligence: Equatable, Sendable {
  package var subjects: [IntelligenceSubject]
  package var released: [Released]

  package struct Released: Equatable, Sendable {
    /// nil for whoever reads no intelligence.
    package var report: IntelligenceReportID?
    package var topic: ShareTopic
    package var text: String
    package var conditions: String
    package var sentAt: Moment
    /// GEN-004: why the report it is from was struck through since; nil while that stands.
    package var reportStruck: String?

    package init(
      report: IntelligenceReportID?, topic: ShareTopic, text: String, conditions: String,
      sentAt: Moment, reportStruck: String? = nil
    ) {
      self.report = report
      self.topic = topic
      self.text = text
      self.conditions = conditions
      self.sentAt = sentAt
      self.reportStruck = reportStruck
    }
  }

  package init(subjects: [IntelligenceSubject], released: [Released]) {
    self.subjects = subjects
    self.released = released
  }
}
