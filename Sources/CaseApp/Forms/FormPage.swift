package import CaseRules

/// Which page of a form is shown.
package enum FormPage: Equatable, Sendable {
  /// The questions.
  case sheet
  /// What has to be put right before it can be saved.
  case findings(FindingsPage)
  /// Warnings, each waiting for a typed reason (GEN-002).
  case reasons(ReasonsPage)
  /// All answers on one page, before a long form is saved.
  case check(CheckPage)
  /// Somebody else saved the record meanwhile.
  case conflict(ConflictPage)
  /// It is saved; what followed from it.
  case saved(SavedPage)
}

package struct FindingsPage: Equatable, Sendable {
  package var findings: [Finding]
  package var at: Int
}

package struct ReasonsPage: Equatable, Sendable {
  /// What one reason passes: all that a rule warned about, or one finding of it that is looked at by
  /// itself.
  package struct Warning: Equatable, Sendable {
    /// What the reason is kept under.
    package var key: String
    package var findings: [Finding]
    package var reason: TypedText
    /// Characters still missing, blanks not counted.
    package var missing: Int
  }

  package var warnings: [Warning]
  /// Past the last warning is the line that saves.
  package var at: Int
  /// How long a reason has to be, blanks not counted.
  package var minimum: Int

  package var isAtSaveLine: Bool { at >= warnings.count }
}

package struct CheckPage: Equatable, Sendable {
  package var stops: [FieldPlace]
  /// Past the last stop is the line that saves.
  package var at: Int
}

package struct ConflictPage: Equatable, Sendable {
  package var merge: FormMerge
  package var choices: [FieldPlace: FormMerge.Choice]
  package var at: Int
  package var by: OpenedForm.Change?
  /// The answers as they are read, where that says more than their text.
  package var words: [FieldPlace: [FormMerge.Choice: String]]

  package var open: Int { merge.conflicts.count { choices[$0.place] == nil } }
}

package struct SavedPage: Equatable, Sendable {
  package var ref: RecordRef
  /// Saved although late or not as the rules want it (GEN-001).
  package var flags: [Finding]
  package var notes: [String]
  /// What somebody else had changed and now stands in the record too.
  package var joined: [FormMerge.Joined]
  /// Typed after saving was asked for, and so not in the record.
  package var notSaved: [FieldPlace]
}

/// How far a section has come, said honestly.
package enum SectionStatus: Equatable, Sendable {
  case notStarted
  /// Somebody was there and nothing was needed or typed.
  case lookedAt
  /// Answered in part; so many needed answers are missing.
  case begun(missing: Int)
  case toFix(Int)
  case done
}

/// How a form was left; the place that holds it looks here after every action.
package enum FormEnding: Equatable, Sendable {
  /// Left with its draft kept, or untouched.
  case left(kept: Bool)
  case discarded
  case saved(RecordRef)
}

/// Something to tell the worker once; the screens put it into words.
package enum FormNotice: Equatable, Sendable {
  /// What was typed cannot be read; it stays as it is.
  case unread(label: String, words: String)
  case undid(label: String, now: String)
  case redid(label: String, now: String)
  case nothingToUndo, nothingToRedo
  case rowRemoved(number: Int, table: String)
  case rowsFull(table: String, most: Int)
  case notInTable
  case copied(label: String)
  case nothingToCopy(label: String)
  case copiedText(label: String)
  /// More than a field holds was pasted or typed; nothing of it was taken.
  case tooMuch(bytes: Int)
  /// It holds letters that this terminal cannot show; nothing was changed.
  case notShownExactly(label: String)
  case noChoices(label: String)
  /// No answer of the list has the words; it stays open.
  case nothingFits(String)
  case nothingToFix
  case firstSection, lastSection
  /// Saving is under way; it has to be waited for.
  case saving
  case reasonsMissing(Int)
  /// Letters were typed where no reason is under the hand.
  case noReasonHere
  case conflictsOpen(Int)
  case joined(Int, by: String)
  /// Who may be the person that is being typed.
  case mayBeOnFile([PersonFacts.Match])
  case trouble(Trouble)
}
