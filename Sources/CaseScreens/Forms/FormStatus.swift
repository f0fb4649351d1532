package import CaseApp
import CaseRules
package import TextScreen

/// The words for the rows at the foot of the screen while a form is open.
package enum FormStatus {
  package typealias State = FormFeature.State

  /// What kind of place this is, where in it, and whether everything is kept.
  package static func row(of state: State) -> StatusRow {
    StatusRow(kind: kind(state), text: position(state), right: keeping(state))
  }

  private static func kind(_ state: State) -> String {
    switch state.popup {
    case .choices, .links: return "CHOOSING"
    case .calendar: return "CALENDAR"
    case .jump: return "GO TO"
    case .paste, .discard: return "QUESTION"
    case nil: break
    }
    switch state.page {
    case .sheet: break
    case .findings: return "TO FIX"
    case .reasons: return "REASONS"
    case .check: return "CHECK"
    case .conflict: return "TWO VERSIONS"
    case .saved: return "SAVED"
    }
    guard state.habits.lettersCommand else { return "TYPING" }
    return state.isTyping ? "INSERT" : "NORMAL"
  }

  private static func position(_ state: State) -> String {
    if case .saved = state.page { return "" }
    var words: [String] = []
    if state.page == .sheet, let place = state.place, let item = state.sheet.item(place.field) {
      words.append("field \(item.number)" + cellWords(place, item.field, in: state))
    }
    let progress = state.progress
    let answered = ["\(progress.answered) of \(progress.questions) answered"]
    let toFix = state.toFix > 0 ? ["\(state.toFix) to fix"] : []
    // A cell takes more words to name: what is then cut is not what has to be done.
    let isInCell = state.page == .sheet && state.place?.column != nil
    return (words + (isInCell ? toFix + answered : answered + toFix)).joined(separator: "   ")
  }

  /// " row 2 Days" in a table whose number was just said.
  private static func cellWords(
    _ place: FieldPlace, _ field: FormField, in state: State
  ) -> String {
    guard place.column != nil else { return "" }
    let label = state.sheet.label(at: place, in: state.draft)
    return label.hasPrefix(field.label) ? String(label.dropFirst(field.label.count)) : " " + label
  }

  private static func keeping(_ state: State) -> String {
    if state.saving != nil { return "Saving ..." }
    // What was kept on the way is gone once it is saved.
    if case .saved = state.page { return "" }
    if state.keeping.trouble != nil { return "NOT KEPT" }
    guard let at = state.keeping.keptAt else { return "" }
    return "Draft kept " + clock(at)
  }

  /// "09:47:12".
  private static func clock(_ moment: Moment) -> String {
    let second = Int(((moment.seconds % 60) + 60) % 60)
    return moment.time.text + (second < 10 ? ":0" : ":") + String(second)
  }

  // MARK: The hint

  /// What was just done, what is wrong here, or what may be typed here.
  package static func hint(of state: State, keymap: Keymap) -> HintRow {
    let keys = FormKeyNames(keymap, state)
    if let notice = state.notice {
      let (words, isTrouble) = FormNotices.words(notice, keys)
      return HintRow(words, tone: isTrouble ? .error : .message)
    }
    if let words = popupHint(state, keys) ?? pageHint(state, keys) { return HintRow(words) }
    guard let place = state.place, let field = state.sheet.field(at: place) else {
      return HintRow("\(keys.name("save")) saves. \(keys.name("back")) leaves, the draft is kept")
    }
    if !state.isEditing, let finding = worst(at: place, in: state) {
      let links = state.sheet.kind(at: place).flatMap {
        FormWording.linkHint(at: place, $0, in: state, keys)
      }
      let isMisread = FormWording.isAboutReading(finding, at: place, in: state)
      let own =
        state.isAnsweredByRecord && !isMisread ? "\(keys.name("new")) records it" : nil
      // GEN-009: which key helps stands behind what is wrong, never instead of it.
      let words = own.map { "\(finding.display). \($0)" } ?? links ?? finding.words
      return HintRow(words, tone: FormWording.tone(of: finding.force))
    }
    return HintRow(fieldHint(field, state, keys))
  }

  private static func worst(at place: FieldPlace, in state: State) -> Finding? {
    state.shownFindings(at: place).min { $0.force < $1.force }
  }

  private static func fieldHint(
    _ field: FormField, _ state: State, _ keys: FormKeyNames
  ) -> String {
    guard case .typed(let kind) = field.content else { return field.help }
    if field.isForReading {
      return "\(keys.name("text-page-down")) reads on, and from the end to the next page. "
        + field.help
    }
    if kind.keepsLines {
      let count = words(in: state.box.text)
      return "\(keys.name("new-line")) new line, \(keys.name("next-field")) leaves. "
        + "\(count) \(count == 1 ? "word" : "words"). \(field.help)"
    }
    if let ref = state.linkInCell {
      return "\(state.facts.names[ref] ?? ref.text). Letters look for another one"
    }
    if let ref = state.linkTypedOver {
      return "It was \(state.facts.names[ref] ?? ref.text). \(keys.name("undo")) brings it back, "
        + "\(Key.enter.spelling) looks for what is typed"
    }
    if let source = longSource(state) { return source }
    var parts = field.help.isEmpty ? [] : [field.help]
    if let aid = state.form.aid { parts.append(words(of: aid, keys)) }
    parts.append(FieldWording.formats(kind))
    if FieldWording.hasHelp(kind) {
      parts.append("\(keys.name("choices")) \(FieldWording.helpName(kind))")
    }
    if state.isAnsweredByRecord, let words = FormWording.newRecordWords(state, keys) {
      parts.insert(words, at: 0)
    } else if state.formForNewRecord != nil {
      parts.insert("\(keys.name("new")) adds one", at: 1)
    }
    return fitting(parts)
  }

  /// Where an answer comes from, where beside the field is no room to tell it: what a merge chooses
  /// between has to be read whole.
  private static func longSource(_ state: State) -> String? {
    guard let place = state.place, state.carried.contains(place),
      let source = state.opened.sources[place.field], displayWidth(source) > 24
    else { return nil }
    return source
  }

  /// "Ctrl+P overdose card".
  private static func words(of aid: FormAid, _ keys: FormKeyNames) -> String {
    switch aid {
    case .overdoseCard: "\(keys.name(Command.overdoseCard.rawValue)) overdose card"
    }
  }

  /// As many of the parts as fit the narrowest design, the first in any case.
  private static func fitting(_ parts: [String]) -> String {
    parts.dropFirst().reduce(parts.first ?? "") { words, part in
      let longer = words + (words == parts.first ? ".   " : "   ") + part
      return displayWidth(longer) <= Size.design.columns - 2 ? longer : words
    }
  }

  private static func words(in text: String) -> Int {
    var count = 0
    var inWord = false
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !isBlank, !inWord { count += 1 }
      inWord = !isBlank
    }
    return count
  }

  private static func popupHint(_ state: State, _ keys: FormKeyNames) -> String? {
    switch state.popup {
    case .choices(let popup) where popup.missed != nil:
      "These are all there are: move to the right one and press "
        + keys.name(popup.several == nil ? "take" : "tick")
    case .choices(let popup) where popup.wanted != nil:
      "\(keys.name("take")) ticks “\(popup.wanted?.label ?? "")” and closes, \(keys.name("tick")) "
        + "ticks and stays"
    case .choices(let popup) where popup.several != nil:
      "Type to narrow, \(keys.name("tick")) ticks, \(keys.name("take")) closes with what is ticked"
    case .choices:
      "Type to narrow, \(keys.name("take")) takes, \(keys.name("back")) leaves what you typed"
    case .calendar:
      "Arrows move by day and week, \(keys.name("take")) takes, digits type a date instead"
    case .links(let popup) where FormWording.isUnasked(popup, state):
      FormWording.askedFor(popup, state)
        + (FormWording.newRecordWords(state, keys).map { ", or \($0)" } ?? "")
    case .links(let popup) where popup.hits.isEmpty && !popup.isLooking:
      FormWording.newRecordWords(state, keys).map { "Nothing on file fits. \($0)" }
        ?? "Nothing on file fits. Type other words"
    case .links(let popup) where popup.missed != nil && !popup.isLooking:
      "These are all there are: move to the right one and press \(keys.name("take"))"
    case .links(let popup):
      "Nothing is taken before \(keys.name("take")). "
        + (FormWording.isOfPeople(popup, state)
          ? "Check birth and number" : "Check it is the right one")
        + ". \(Key.tab.spelling) goes on without"
    case .jump: "Type a number such as 3.6, or the start of the question's words"
    case .paste, .discard: "\(keys.name("press")) presses the marked button, letters press theirs"
    case nil: nil
    }
  }

  private static func pageHint(_ state: State, _ keys: FormKeyNames) -> String? {
    switch state.page {
    case .sheet: nil
    case .findings:
      "\(keys.name("take")) goes to the question, \(keys.name("back")) back to the form"
    case .reasons(let page) where page.isAtSaveLine:
      "\(keys.name("save")) saves, \(Key.up.spelling) goes back to the reasons"
    case .reasons:
      "\(Key.enter.spelling) goes on, \(keys.name("save")) saves. Others can read the reason in the record "
        + "(GEN-002)"
    case .check: "\(keys.name("save")) saves, \(keys.name("back")) goes back to the form"
    case .conflict:
      "\(keys.name("tick")) or arrows choose, \(keys.name("back")) goes back, all is kept"
    case .saved: "\(keys.name("take")) closes"
    }
  }
}
