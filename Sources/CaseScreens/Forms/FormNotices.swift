import CaseApp
import CaseRules
import TextScreen

/// What a form tells once, in words; key names come from the live keymap.
enum FormNotices {
  /// The words, and whether something went wrong.
  static func words(_ notice: FormNotice, _ keys: FormKeyNames) -> (String, Bool) {
    switch notice {
    case .unread(let label, let words): ("\(label): \(words)", true)
    case .undid(let label, let now):
      ("\(label) back to \(quoted(now)). \(keys.name("redo")) does it again", false)
    case .redid(let label, let now): ("\(label) again \(quoted(now))", false)
    case .nothingToUndo: ("There is nothing to undo", false)
    case .nothingToRedo: ("There is nothing to do again", false)
    case .rowRemoved(let number, let table):
      ("Row \(number) of \(table) removed. \(keys.name("undo")) brings it back", false)
    case .rowsFull(let table, let most): ("\(table) takes \(most) rows at most", true)
    case .notInTable: ("The caret is not in a table", false)
    case .copied(let label): ("\(label) copied", false)
    case .nothingToCopy(let label): ("There is nothing to copy for \(label)", false)
    case .copiedText(let label):
      ("\(label) is ready to be put into another field: \(keys.name("paste"))", false)
    case .tooMuch(let bytes):
      (
        bytes > TypedText.mostBytes + 1
          ? "That is \(bytes) bytes; a field takes \(TypedText.mostBytes). Nothing was put in"
          : "The field is full: it takes \(TypedText.mostBytes) bytes", true
      )
    case .notShownExactly(let label):
      (
        "\(label) has letters this terminal cannot show; they are kept. Again to change it", true
      )
    case .noChoices(let label): ("\(label) has no list: type the answer", false)
    case .nothingFits(let typed):
      ("\(FormWording.noneFits(typed)). Type other words, or move to an answer", true)
    case .nothingToFix: ("There is nothing to fix", false)
    case .firstSection: ("This is the first section", false)
    case .lastSection: ("This is the end of the form. \(keys.name("save")) saves", false)
    case .saving: ("It is being saved; one moment", false)
    case .reasonsMissing(let count):
      (count == 1 ? "One reason is still too short" : "\(count) reasons are still too short", true)
    case .noReasonHere:
      (
        "No reason is typed here. \(Key.up.spelling) goes back to them, \(keys.name("save")) saves",
        true
      )
    case .conflictsOpen(let count):
      (
        count == 1 ? "One answer is still to be chosen" : "\(count) answers are still to be chosen",
        true
      )
    case .joined(let count, let by): (joined(count, by), false)
    case .mayBeOnFile(let matches): (PossibleRecordRules.listed(matches), true)
    case .trouble(let trouble): (trouble.words, true)
    }
  }

  private static func joined(_ count: Int, _ by: String) -> String {
    let who = by.isEmpty ? "Somebody else" : by
    let what = count == 1 ? "an answer" : "\(count) answers"
    return "\(who) has changed \(what) meanwhile, marked #; yours are kept with them"
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "empty" : "“\(text)”" }
}
