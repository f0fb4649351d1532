import CaseRules

extension FormFeature.State {
  /// Letters go in at the caret; in a yes-or-no field the blank walks through the answers.
  mutating func type(_ text: String, in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place) else { return }
    if text == " ", walkAnswers(of: kind, in: context) { return }
    if text == " ", box.isEmpty, kind.linkKinds != nil, takeLast(at: place, in: context) { return }
    let wasFresh = box.isEmpty || box.isSelected
    insert(PastedText.oneLine(text), in: context)
    followSpilledWord(in: context)
    // The rest of a word from the field before is no answer to this one.
    if wasFresh, spilled == nil { advanceAfterOneLetter(kind, at: place, in: context) }
  }

  /// Letters and nothing else happens: they narrow a list that is open.
  mutating func insert(_ text: String, in context: AppContext) {
    edit(joins: true, in: context) { $0.insert(text) }
  }

  mutating func take(_ edit: FormEdit, in context: AppContext) {
    guard let place else { return }
    if case .caretPlaced = edit {} else { wantedColumn = nil }
    switch edit {
    case .lineBroken:
      guard sheet.kind(at: place)?.keepsLines == true else { return }
      self.edit(joins: true, in: context) { $0.insert("\n") }
    case .deletedBack: self.edit(joins: true, in: context) { $0.deleteBack() }
    case .deletedAhead: self.edit(joins: true, in: context) { $0.deleteAhead() }
    case .deletedWordBack: self.edit(joins: false, in: context) { $0.deleteWordBack() }
    case .deletedWordAhead: self.edit(joins: false, in: context) { $0.deleteWordAhead() }
    case .deletedToEnd: self.edit(joins: false, in: context) { $0.deleteToEnd() }
    case .cleared: self.edit(joins: false, in: context) { $0.clear() }
    case .caret(let move): box.move(move)
    case .caretPlaced(let letters, let column):
      box.place(after: letters)
      wantedColumn = column
    }
  }

  mutating func paste(_ text: String, in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place), !isForReading(place) else { return }
    if text.utf8.count > TypedText.mostBytes * 2 { return refusePaste(of: text.utf8.count) }
    let cleaned = kind.keepsLines ? PastedText.lines(text) : PastedText.oneLine(text)
    if cleaned.utf8.count > box.room { return refusePaste(of: cleaned.utf8.count) }
    if cleaned.utf8.count > PasteQuestion.askAbove, cleaned.count > PasteQuestion.askAbove {
      popup = .paste(PasteQuestion(text: cleaned, pastes: false))
      return ask(.discardTypedAhead)
    }
    putIn(cleaned, in: context)
  }

  private mutating func refusePaste(of bytes: Int) {
    notice = .tooMuch(bytes: bytes)
    ask(.beep)
  }

  mutating func putIn(_ text: String, in context: AppContext) {
    edit(joins: false, in: context) { $0.insert(text) }
  }

  mutating func takeInPaste(
    _ question: PasteQuestion, _ action: FormFeature.Action, in context: AppContext
  ) {
    switch DialogKey(action) {
    case .other: break
    case .turn: popup = .paste(PasteQuestion(text: question.text, pastes: !question.pastes))
    case .no: popup = nil
    case .yes: answer(question, pastes: true, in: context)
    case .press: answer(question, pastes: question.pastes, in: context)
    }
  }

  private mutating func answer(_ question: PasteQuestion, pastes: Bool, in context: AppContext) {
    popup = nil
    if pastes { putIn(question.text, in: context) }
  }

  mutating func copyText() {
    guard let place, !box.isEmpty else { return }
    clip = box.text
    notice = .copiedText(label: sheet.label(at: place, in: draft))
  }

  /// Puts the date, the time and the worker's name into a long text.
  mutating func stamp(in context: AppContext) {
    guard let place, sheet.kind(at: place)?.keepsLines == true else { return }
    let start = box.before.isEmpty || box.before.hasSuffix("\n") || box.isSelected ? "" : "\n"
    putIn("\(start)\(context.now.uk) \(context.worker.initials): ", in: context)
  }

  /// One change of the text under the caret; the draft always has every letter.
  private mutating func edit(
    joins: Bool, in context: AppContext, _ change: (inout TypedText) -> Bool
  ) {
    guard let place, !isForReading(place) else { return }
    var changed = box
    guard change(&changed) else { return refusePaste(of: TypedText.mostBytes + 1) }
    if changed.before == box.before, changed.after == box.after {
      box = changed
      return
    }
    guard mayChangeUnshown(at: place) else { return }
    history.willChange(place, in: draft, at: context.milliseconds, joins: joins)
    box = changed
    write(box.text, at: place)
    if keeping.editsUnkept >= FormKeeping.keysBetween { keep() }
  }

  /// A text that is shown with plainer letters than it has is changed only at the second try.
  ///
  /// Somebody who sees "Sian" would otherwise turn Siân into it without knowing.
  private mutating func mayChangeUnshown(at place: FieldPlace) -> Bool {
    guard habits.simplifiesLetters, changedUnshown != place else { return true }
    changedUnshown = place
    guard box.text.utf8.contains(where: { $0 >= 0x80 }) else { return true }
    notice = .notShownExactly(label: sheet.label(at: place, in: draft))
    ask(.beep)
    return false
  }

  private mutating func edit(
    joins: Bool, in context: AppContext, _ change: (inout TypedText) -> Void
  ) {
    edit(joins: joins, in: context) { box -> Bool in
      change(&box)
      return true
    }
  }

  /// Puts a text into the draft, and takes back what was said about the old one.
  mutating func write(_ text: String, at place: FieldPlace) {
    draft[place] = text
    keeping.edits += 1
    carried.remove(place)
    lookUps.fitting[place] = nil
  }

  /// A whole answer taken from a list, a calendar or another record.
  mutating func put(_ text: String, at place: FieldPlace, in context: AppContext) {
    history.willChange(place, in: draft, at: context.milliseconds, joins: false)
    write(text, at: place)
    if place == self.place { box = TypedText(arrivingAt: text) }
  }

  private mutating func walkAnswers(of kind: FieldKind, in context: AppContext) -> Bool {
    guard let answers = kind.yesNoAnswers, let place else { return false }
    let now = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
      .answer?.yesNo
    let index = now.flatMap { answers.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    put(index < answers.count ? Answer.yesNo(answers[index]).raw : "", at: place, in: context)
    return true
  }

  private mutating func advanceAfterOneLetter(
    _ kind: FieldKind, at place: FieldPlace, in context: AppContext
  ) {
    guard habits.autoAdvance, box.text.count == 1,
      kind.isAnsweredByOneLetter(in: context.rules.codes),
      case .value(let answer, let readBack) = FieldReader.read(
        box.text, as: kind, in: context.rules.reading(of: opened.draft))
    else { return }
    let letter = box.text
    // A digit is a slip here: a time or a number was meant for another question. A letter that only
    // begins an answer is waited for.
    if kind.yesNoAnswers != nil, YesNo(word: letter) == nil || !letter.allSatisfy(\.isLetter) {
      return
    }
    leave(.next, in: context)
    guard self.place != place else { return }
    spilled = .letter(
      SpilledWord.OneLetter(
        letter, answering: readBack.isEmpty ? answer.raw : readBack, into: self.place,
        holding: box.text))
  }

  /// Keymaps with commands on letters: letters go into the field only between start and stop.
  mutating func turnTyping(_ wish: FormWish, in context: AppContext) {
    if wish == .startTyping { box.keep() }
    if wish == .startTypingAtEnd { box.move(.end) }
    if wish == .startAfresh { take(FormEdit.cleared, in: context) }
    isTyping = wish != .stopTyping
  }

  // MARK: The same again

  /// F8: from the row above in a table, otherwise from the worker's last record of this kind.
  mutating func copySame(in context: AppContext) {
    guard let place, sheet.kind(at: place) != nil else { return }
    let source = place.column == nil ? last[place.field] : cellAbove(place)
    guard !source.isEmpty else {
      notice = .nothingToCopy(label: sheet.label(at: place, in: draft))
      return
    }
    put(source, at: place, in: context)
    carried.insert(place)
    notice = .copied(label: sheet.label(at: place, in: draft))
    settle(in: context)
  }

  private func cellAbove(_ place: FieldPlace) -> String {
    guard let column = place.column, let rows = draft.rows[place.field],
      let index = rows.firstIndex(where: { $0.id == place.row })
    else { return "" }
    if index > 0 { return rows[index - 1].texts[column] ?? "" }
    return last.rows[place.field]?.first?.texts[column] ?? ""
  }

  /// A lone blank in an empty link field: the record that was chosen last time.
  private mutating func takeLast(at place: FieldPlace, in context: AppContext) -> Bool {
    let source = place.column == nil ? last[place.field] : cellAbove(place)
    guard !source.isEmpty else { return false }
    put(source, at: place, in: context)
    carried.insert(place)
    settle(in: context)
    return true
  }
}

/// What a key means to a question with two buttons.
enum DialogKey {
  case press, turn, yes, no, other

  init(_ action: FormFeature.Action) {
    self =
      switch action {
      case .moved(.enter): .press
      case .moved(.next), .moved(.previous), .edited(.caret(.left)), .edited(.caret(.right)): .turn
      case .chose(.yes): .yes
      case .chose(.no), .chose(.back): .no
      case .moved, .edited, .chose, .typed, .pasted, .fieldChosen, .rested, .hungUp, .answered:
        .other
      }
  }
}
