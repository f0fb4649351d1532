package import CaseApp
import CaseRules
package import TextScreen

/// What keys mean in a form.
///
/// The key is looked up in the keymap at `places`; `action` turns the name that was found into what
/// happened to the form. A letter that means nothing there is `action(typing:)`.
package enum FormCommands {
  package typealias State = FormFeature.State
  package typealias Action = FormFeature.Action

  /// The parts of the keymap that hold now, the nearest first; `anywhere` comes after them.
  package static func places(for key: Key, in state: State) -> [Place] {
    switch state.popup {
    case .choices, .calendar, .links, .jump: return [.choices]
    case .paste, .discard: return [.dialog]
    case nil: break
    }
    switch state.page {
    case .sheet: return sheetPlaces(for: key, in: state)
    case .reasons: return key.typed == nil ? [.form] : []
    case .findings, .check, .conflict, .saved: return [.choices, .form]
    }
  }

  private static func sheetPlaces(for key: Key, in state: State) -> [Place] {
    let isLong = state.place.flatMap { state.sheet.kind(at: $0) }?.keepsLines == true
    guard state.habits.lettersCommand else { return isLong ? [.text, .form] : [.form] }
    guard state.isTyping else { return [.form, .normal] }
    let typing: [Place] = isLong ? [.text, .insert] : [.insert]
    return key.typed == nil ? typing + [.form] : typing
  }

  /// What a letter does that no key binding takes; nil while letters are commands.
  package static func action(typing letters: String, in state: State) -> Action? {
    switch state.popup {
    case .paste: return button(letters, yes: FormWording.paste, no: FormWording.leaveOut)
    case .discard: return button(letters, yes: FormWording.discard, no: FormWording.keep)
    case .choices, .calendar, .links, .jump: return .typed(letters)
    case nil: break
    }
    if state.page == .sheet, !state.isTyping { return nil }
    return .typed(letters)
  }

  private static func button(_ letters: String, yes: String, no: String) -> Action? {
    let letter = letters.lowercased()
    if yes.lowercased().hasPrefix(letter) { return .chose(.yes) }
    if no.lowercased().hasPrefix(letter) { return .chose(.no) }
    return nil
  }

  /// What a command does to the form as it is; nil for commands that are none of the form's.
  ///
  /// Enter, Tab and Down all go to the next field, each its own way, so the last key counts too. The
  /// size is that of the area the form is drawn in: moving through wrapped lines needs it.
  package static func action(
    _ name: String, key: Key, in state: State, size: Size
  ) -> Action? {
    switch name {
    case "next-field": .moved(key == .enter ? .enter : key == .down ? .down : .next)
    case "previous-field": .moved(key == .up ? .up : .previous)
    case "new": isInTable(state) ? .chose(.addRow) : makesRecord(state) ? .chose(.newRecord) : nil
    case "help": isListOpen(state) ? .chose(.explanation) : nil
    case "tick": takesTicks(state) ? .chose(.tick) : .typed(" ")
    case "delete-word": .edited(key == .control("W") ? .deletedWordBack : .deletedWordAhead)
    case "line-down", "line-up", "text-page-down", "text-page-up":
      FormLayout(state, size: size).caretAction(name)
    default:
      steps[name].map { .moved($0) } ?? edits[name].map { .edited($0) }
        ?? wishes[name].map { .chose($0) }
    }
  }

  private static let steps: [String: FormStep] = [
    "next-section": .pageDown, "previous-section": .pageUp, "down": .down, "up": .up,
    "page-down": .pageDown, "page-up": .pageUp, "take": .enter, "press": .enter, "open": .enter,
    "next-button": .next, "previous-button": .previous,
  ]

  private static let edits: [String: FormEdit] = [
    "field-start": .caret(.start), "field-end": .caret(.end), "top": .caret(.start),
    "bottom": .caret(.end), "character-left": .caret(.left), "character-right": .caret(.right),
    "column-left": .caret(.left), "column-right": .caret(.right), "word-left": .caret(.wordLeft),
    "word-right": .caret(.wordRight), "delete-back": .deletedBack, "delete": .deletedAhead,
    "clear-field": .cleared, "cut-to-end": .deletedToEnd, "new-line": .lineBroken,
  ]

  private static let wishes: [String: FormWish] = [
    "choices": .choices, "same-again": .sameAgain, "undo": .undo, "redo": .redo, "save": .save,
    "save-and-close": .save, "back": .back, "remove": .removeRow, "stamp": .stamp, "copy": .copy,
    "paste": .pasteCopied, "go-to-field": .jump, "next-error": .nextToFix,
    "discard-draft": .discard, "edit": .startTyping, "edit-at-end": .startTypingAtEnd,
    "change": .startAfresh, "stop-typing": .stopTyping,
  ]

  /// Why a command can do nothing in the form now; nil when it can.
  package static func whyNot(_ name: String, in state: State) -> String? {
    if state.page != .sheet, forQuestions.contains(name) { return "No question is under the caret" }
    switch name {
    case "save": return state.saving == nil ? nil : "It is being saved"
    case "undo": return state.canUndo ? nil : "Nothing was typed that could be taken back"
    case "redo": return state.canRedo ? nil : "Nothing was taken back"
    case "new":
      return isInTable(state) || makesRecord(state) ? nil : "Nothing new belongs here"
    case "remove": return isInTable(state) ? nil : "The caret is not in a table"
    case "choices": return hasHelp(state) ? nil : "This field has no list: type the answer"
    case "copy": return state.box.isEmpty ? "There is nothing in the field" : nil
    case "paste": return state.clip.isEmpty ? "Nothing was copied yet" : nil
    case "stamp": return isInLongText(state) ? nil : "Only a long text takes the date and time"
    case "discard-draft":
      if case .saved = state.page { return "It is saved already" }
      return state.isTouched ? nil : "Nothing was typed yet"
    case "same-again": return state.place == nil ? "The caret is not in a field" : nil
    default: return nil
    }
  }

  /// What only the questions themselves have a use for, not the pages between them and the record.
  private static let forQuestions: Set<String> = [
    "choices", "copy", "go-to-field", "new", "paste", "redo", "remove", "same-again", "stamp",
    "undo",
  ]

  // MARK: Where the caret is

  static func isInTable(_ state: State) -> Bool {
    state.popup == nil && state.page == .sheet && state.place?.column != nil
  }

  static func isInLongText(_ state: State) -> Bool {
    state.place.flatMap { state.sheet.kind(at: $0) }?.keepsLines == true
  }

  private static func hasHelp(_ state: State) -> Bool {
    guard let kind = state.place.flatMap({ state.sheet.kind(at: $0) }) else { return false }
    return FieldWording.hasHelp(kind)
  }

  /// Whether the field under the caret may need a record that is not on file yet.
  private static func makesRecord(_ state: State) -> Bool {
    switch state.popup {
    case .links, nil: state.formForNewRecord != nil
    case .choices, .calendar, .jump, .paste, .discard: false
    }
  }

  private static func isListOpen(_ state: State) -> Bool {
    if case .choices = state.popup { true } else { false }
  }

  /// In a list of single answers a blank is a letter like any other.
  private static func takesTicks(_ state: State) -> Bool {
    if case .choices(let popup) = state.popup { return popup.several != nil }
    if case .conflict = state.page { return state.popup == nil }
    return false
  }
}
