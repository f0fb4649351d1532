/// A form as the records hand it over: what is known already, and which version that was.
package struct OpenedForm: Equatable, Sendable {
  package var form: FormID
  /// The record it is about: the one being changed, or the one the new record will belong to.
  package var about: RecordRef?
  /// The name, birth and number shown above the form all the time; wrong-person errors are worst.
  package var heading: String?
  /// Known answers as texts; changing them is the worker's business.
  package var draft: FormDraft
  /// Where a filled answer comes from, in words: "from the board".
  package var sources: [FieldCode: String]
  package var facts: FormFacts
  /// The version of the record that is being changed; nil for a new record.
  package var revision: Int?
  /// Who made that version, told when two people have changed the same answer.
  package var lastChange: Change?

  package struct Change: Equatable, Sendable {
    package var by: String
    package var at: Moment

    package init(by: String, at: Moment) {
      self.by = by
      self.at = at
    }
  }

  package init(
    form: FormID, about: RecordRef?, heading: String? = nil, draft: FormDraft = FormDraft(),
    sources: [FieldCode: String] = [:], facts: FormFacts = FormFacts(), revision: Int? = nil,
    lastChange: Change? = nil
  ) {
    self.form = form
    self.about = about
    self.heading = heading
    self.draft = draft
    self.sources = sources
    self.facts = facts
    self.revision = revision
    self.lastChange = lastChange
  }
}

/// A finished form on its way to the records.
package struct FormSubmission: Equatable, Sendable {
  package var form: FormID
  package var about: RecordRef?
  package var draft: FormDraft
  /// The version the worker saw; compared before anything is written.
  package var revision: Int?
  /// Typed reasons by rule ID, for the warnings that are to be passed (GEN-002).
  package var reasons: [String: String]
  /// The kept draft it was typed in; it is done with once the form is saved.
  package var kept: DraftID?

  package init(
    form: FormID, about: RecordRef?, draft: FormDraft, revision: Int? = nil,
    reasons: [String: String] = [:], kept: DraftID? = nil
  ) {
    self.kept = kept
    self.form = form
    self.about = about
    self.draft = draft
    self.revision = revision
    self.reasons = reasons
  }
}

/// What became of it.
package enum SaveOutcome: Equatable, Sendable {
  /// Stored; `notes` says what else happened because of it ("Follow-up due Mon 08/10/2007").
  case saved(RecordRef, flags: [Finding], notes: [String])
  /// Nothing stored: blocks, or warnings still waiting for a reason. Every finding is listed.
  case refused([Finding])
  /// Nothing stored yet: the worker's password is asked for once more, for the reason given.
  case needsPassword(String)
  /// Somebody saved the record since it was opened: their answers, and the version they made.
  case changedElsewhere(theirs: FormDraft, revision: Int, by: OpenedForm.Change?)
}
