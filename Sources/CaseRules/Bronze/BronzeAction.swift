/// A bronze action: the lowest police step against drug-linked offending, from research to its end.
package struct BronzeAction: Equatable, Sendable {
  package var id: BronzeActionID
  /// The subject of the intelligence; not a person of the caseload.
  package var subject: IntelligenceSubjectID
  /// Who stands for the subject where two were said to be one; the subject itself else.
  package var standing: IntelligenceSubjectID
  /// "SMITH John".
  package var subjectName: String
  /// "John Smith", as a letter names somebody; empty where no name is known.
  package var addressee: String
  package var birth: Birth?
  package var state: BronzeState
  package var since: Moment
  /// INT-039: the state that further action came upon.
  package var before: BronzeState?
  package var test: HumanRightsTest?
  package var letter: LetterDraft?
  package var opened: Moment
  package var openedBy: String
  package var revision: Int

  package init(
    id: BronzeActionID, subject: IntelligenceSubjectID, standing: IntelligenceSubjectID? = nil,
    subjectName: String, addressee: String = "", birth: Birth? = nil,
    state: BronzeState = .research, since: Moment, before: BronzeState? = nil,
    test: HumanRightsTest? = nil, letter: LetterDraft? = nil, opened: Moment,
    openedBy: String = "", revision: Int = 1
  ) {
    self.id = id
    self.subject = subject
    self.standing = standing ?? subject
    self.subjectName = subjectName
    self.addressee = addressee
    self.birth = birth
    self.state = state
    self.since = since
    self.before = before
    self.test = test
    self.letter = letter
    self.opened = opened
    self.openedBy = openedBy
    self.revision = revision
  }

  package var ref: RecordRef { id.ref }

  /// False for somebody who is only described.
  package var isNamed: Bool { !addressee.isEmpty }

  /// "BR-0001  SMITH John, born 03/04/1985 (41)".
  package func heading(on day: CalendarDate) -> String {
    "\(ref.text)  "
      + [subjectName, birth?.words(on: day)].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// INT-022: nil where the date of birth is not known.
  package func isYoung(on day: CalendarDate) -> Bool? {
    birth.map { $0.age(on: day) < BronzeRules.adultAge }
  }
}

/// The letter as it is drafted, and by whom.
package struct LetterDraft: Equatable, Sendable {
  package var parts: BronzeLetter.Parts
  package var by: WorkerID
  package var byName: String

  package init(parts: BronzeLetter.Parts, by: WorkerID, byName: String) {
    self.parts = parts
    self.by = by
    self.byName = byName
  }
}
