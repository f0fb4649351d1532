package import CaseRules

extension FormFeature {
  /// What happened to a form: a key with its meaning, or an answer that came back.
  package enum Action: Equatable, Sendable {
    /// Letters from the keyboard.
    case typed(String)
    case pasted(String)
    case edited(FormEdit)
    case moved(FormStep)
    case chose(FormWish)
    /// A question picked from a list of questions.
    case fieldChosen(FieldPlace)
    /// Two seconds without a key.
    case rested
    /// The line is gone or the program is being ended.
    case hungUp
    case answered(Reply, Ticket)
  }

  /// What a form asks for.
  ///
  /// Tickets count within the form; whoever holds it tells forms apart.
  package enum Effect: Equatable, Sendable {
    /// The facts for the answers as they stand now.
    case askFacts(FormID, about: RecordRef?, FormDraft, Ticket)
    /// Records of these kinds that fit what was typed.
    case lookUp(String, kinds: [RecordRef.Kind], Ticket)
    case save(FormSubmission, Ticket)
    /// Keeps the draft: under its number, or as a new one whose number comes back.
    case keepDraft(DraftID?, KeptDraft, Ticket)
    case discardDraft(DraftID, Ticket)
    /// One soft beep: something typed cannot be read.
    case beep
    /// GEN-003: people were looked for from inside the form, and so many were shown.
    case noteSearch(String, found: Int)
    /// A dialog opened: keys typed before it could be seen must not answer it.
    case discardTypedAhead
  }
}

/// A change inside the text under the caret, or of the caret alone.
package enum FormEdit: Equatable, Sendable {
  /// Enter in a long text.
  case lineBroken
  case deletedBack, deletedAhead, deletedWordBack, deletedWordAhead, deletedToEnd, cleared
  case caret(CaretMove)
  /// Up, down and pages in a wrapped text: the drawing knows its lines, so it says where to. The
  /// column is where the caret wants to be in the lines that follow.
  case caretPlaced(after: Int, column: Int)
}

/// A key that moves on, whatever it moves through: fields, rows, lists or days.
package enum FormStep: Equatable, Sendable {
  /// Enter: forward, never committing by surprise.
  case enter
  case next, previous
  case up, down
  case pageUp, pageDown
}

/// Something the worker wants of a form.
package enum FormWish: Equatable, Sendable {
  /// The list, calendar or search that helps with an answer.
  case choices
  /// The same answer as in the last record, or as in the row above.
  case sameAgain
  /// Space in a list of answers or versions.
  case tick
  /// What the answer under the cursor means.
  case explanation
  case addRow, removeRow
  /// Date, time and name put into a long text.
  case stamp
  /// The field's text kept for another field, and put in there.
  case copy, pasteCopied
  case jump
  case nextToFix
  case undo, redo
  case save
  /// A record that a link needs and that is not on file yet.
  case newRecord
  case back
  case discard
  /// In keymaps where letters are commands: begin to type, at the end or afresh, and stop.
  case startTyping, startTypingAtEnd, startAfresh, stopTyping
  /// A dialog's button by its letter.
  case yes, no
}
