package import CaseRules

/// What came back for a ticket; indirect, as it is handed on with everything that happens.
package indirect enum Reply: Equatable, Sendable {
  case read(ReadAnswer)
  case formOpened(OpenedForm)
  case facts(FormFacts)
  case lookedUp([LookUpHit])
  case saved(SaveOutcome)
  case draftKept(DraftID, at: Moment)
  case draftDiscarded
  case draftResumed(ResumedDraft)
  /// It could not be done; nothing was changed.
  case failed(Trouble)
}

/// Why something could not be done, for the worker.
package struct Trouble: Error, Equatable, Sendable {
  /// What is wrong and what to do next; never the records' own text.
  package var words: String
  /// The worker may not be here any more.
  package var endsSession = false

  package init(_ words: String, endsSession: Bool = false) {
    self.words = words
    self.endsSession = endsSession
  }
}

/// A record that fits what was typed into a link field.
package struct LookUpHit: Equatable, Sendable {
  package var ref: RecordRef
  /// "SMITH John  born 03/04/1985  P-1042".
  package var words: String
  /// Why it was found, where that is not plain to see.
  package var because: String?
  /// Of a worker.
  package var role: Role?

  package init(_ ref: RecordRef, _ words: String, because: String? = nil, role: Role? = nil) {
    self.ref = ref
    self.words = words
    self.because = because
    self.role = role
  }

  /// Found by the very words or number that were typed, not by a likeness of them.
  package var isAsTyped: Bool { because == nil }
}

/// A kept form taken up again: what was typed, and the record as it is now.
package struct ResumedDraft: Equatable, Sendable {
  package var draft: DraftID
  package var kept: KeptDraft
  package var opened: OpenedForm

  package init(draft: DraftID, kept: KeptDraft, opened: OpenedForm) {
    self.draft = draft
    self.kept = kept
    self.opened = opened
  }
}
