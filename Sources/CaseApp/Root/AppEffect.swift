package import CaseRules

/// Something the program asks the world for.
///
/// Values only: one runner carries them out.
///
/// Whatever carries a ticket is answered exactly once with `AppAction.answered`.
package enum AppEffect: Equatable, Sendable {
  case read(ReadRequest, Ticket)
  case openForm(FormID, about: RecordRef?, Ticket)
  case askFacts(FormID, about: RecordRef?, FormDraft, Ticket)
  /// Records that fit what was typed into a link field.
  case lookUp(String, kinds: [RecordRef.Kind], Ticket)
  case save(FormSubmission, Ticket)
  /// Kept for the worker alone; without a number the first time, and the reply gives it one.
  case keepDraft(DraftID?, KeptDraft, Ticket)
  case discardDraft(DraftID, Ticket)
  case resumeDraft(DraftID, Ticket)
  /// Writes a client's papers to a file; answered with where it is.
  case print(RecordRef, PaperFormat, Ticket)
  /// INT-031: writes a granted letter to a file, and sends it to the printer where that is asked for.
  case printPaper(PaperRef, LetterOutput, Ticket)
  /// Writes the trail as it is narrowed to a file; answered with where it is.
  case exportTrail(TrailAsk, String, ListFormat, Ticket)
  /// GEN-003: a narrowing of the trail that somebody read is put on it.
  case noteTrail(TrailAsk, String)
  /// Writes rows of a list to a file; answered with where it is.
  case exportList(ShownRows, ListFormat, Ticket)
  /// Answered with `looksChanged` once the theme is on the screen; kept for the worker.
  case useTheme(String, keep: Bool)
  case useKeymap(String)
  /// Sends `.woke` when so much time has passed.
  case wake(afterMilliseconds: Int)
  /// Sends `.handRested` when so much time has passed since this was last asked for.
  case awaitRest(milliseconds: Int)
  /// Throws away keys that were typed before a dialog opened.
  case discardTypedAhead
  /// Somebody is about to be searched for: what that takes can be made ready.
  case readyToFind
  /// GEN-003: a search whose hits were looked at is put on the trail.
  case noteSearch(String, found: Int)
  /// For whoever keeps the passwords.
  case door(DoorEffect)
  /// A save for which the password has just been typed; answered like `save`.
  case saveConfirmed(FormSubmission, Ticket)
  /// Answered with `door(.known)`.
  case askAtDoor
  /// GEN-003: the lock is put on the trail.
  case noteLock(byIdling: Bool)
  /// The worker leaves, or is no longer let in; nobody is at work until somebody signs in.
  case signOut
  case endSession
  /// Demonstrations only; answered with `door(.admitted)`.
  case switchRole(Role)
  /// What could be scrolled back to is erased, and the screen is drawn anew.
  case hideWork
  case beep
  case redraw
  case quit
}
