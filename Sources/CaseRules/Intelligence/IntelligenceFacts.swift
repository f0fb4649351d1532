/// What the records say that the forms of this room need.
package struct IntelligenceFacts: Equatable, Sendable {
  /// The report the form is about.
  package var report: IntelligenceReport?
  /// The subject the form is about.
  package var subject: IntelligenceSubject?
  /// INT-005: what no text about either may have.
  package var protected: ProtectedNames
  /// Who is on file already and may be the one typed, by the number of the row.
  package var possible: [Int: [SubjectMatch]]
  /// Another subject, or somebody on file, that the form holds against the subject.
  package var likeness: SubjectLikeness?
  /// What of the report was sent to whom, the newest first.
  package var shares: [IntelligenceShare]

  package init(
    report: IntelligenceReport? = nil, subject: IntelligenceSubject? = nil,
    protected: ProtectedNames = ProtectedNames(), possible: [Int: [SubjectMatch]] = [:],
    likeness: SubjectLikeness? = nil, shares: [IntelligenceShare] = []
  ) {
    self.report = report
    self.subject = subject
    self.protected = protected
    self.possible = possible
    self.likeness = likeness
    self.shares = shares
  }
}

/// A subject that is known already and may be the one that is typed.
package struct SubjectMatch: Equatable, Sendable {
  package let id: IntelligenceSubjectID
  /// "HARROW Miles, born 03/04/1985 (41), IS-0012".
  package let words: String
  /// "sounds like Myles Harow".
  package let because: String

  package init(id: IntelligenceSubjectID, words: String, because: String) {
    self.id = id
    self.words = words
    self.because = because
  }
}

/// Whether two subjects, or a subject and somebody on file, are one: asked until somebody has said.
package struct SubjectLikeness: Equatable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case pending, same, different

    package var words: String {
      switch self {
      case .pending: "To be looked at"
      case .same: "The same"
      case .different: "Different people"
      }
    }
  }

  package var subject: IntelligenceSubjectID
  /// The other subject, or the person.
  package var other: RecordRef
  package var otherWords: String
  package var because: String
  package var state: State
  /// Who said so, when and why: "D.OAKES, Mon 01/10/2007 09:00: same tattoo".
  package var decision: String?

  package init(
    subject: IntelligenceSubjectID, other: RecordRef, otherWords: String, because: String,
    state: State = .pending, decision: String? = nil
  ) {
    self.subject = subject
    self.other = other
    self.otherWords = otherWords
    self.because = because
    self.state = state
    self.decision = decision
  }
}
