import TextScreen

/// The actions of forms that keymaps may bind, with their words for help and menus.
enum FormActionTable {
  /// Worth a line in the help of a form.
  static let shown: [KnownAction] = [
    action("next-field", "next field"), action("previous-field", "field before"),
    action("next-section", "next section"), action("previous-section", "section before"),
    action("save", "save the record"), action("choices", "list of choices"),
    action("same-again", "same as last time"), action("undo", "undo"),
    action("redo", "redo"), action("go-to-field", "jump to a field"),
    action("next-error", "next thing to fix"), action("back", "back, draft kept"),
    action("clear-field", "clear the field"), action("new", "new row or record"),
  ]

  static let others: [KnownAction] = [
    action("field-start", "start of the field"), action("field-end", "end of the field"),
    action("character-left", "letter left"), action("character-right", "letter right"),
    action("word-left", "word left"), action("word-right", "word right"),
    action("delete-back", "delete the letter before"), action("delete", "delete the letter after"),
    action("delete-word", "delete a word"), action("cut-to-end", "cut to the end"),
    action("new-line", "new line"), action("line-down", "line down"),
    action("line-up", "line up"), action("text-page-down", "page down in the text"),
    action("text-page-up", "page up in the text"), action("remove", "Remove this row"),
    action("copy", "Copy the field"), action("paste", "Paste what was copied"),
    action("stamp", "Date, time and name"), action("discard-draft", "Discard this form"),
    action("save-and-close", "save and close"), action("edit", "start typing"),
    action("edit-at-end", "start typing at the end"),
    action("change", "type anew"), action("stop-typing", "stop typing"),
  ]

  private static let byName: [String: KnownAction] = Dictionary(
    (shown + others).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static func label(_ name: String) -> String { byName[name]?.label ?? name }

  private static func action(_ name: String, _ label: String) -> KnownAction {
    KnownAction(name, label: label)
  }
}
