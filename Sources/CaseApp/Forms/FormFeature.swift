/// The engine of every form: typing, reading back, checking, keeping and saving.
///
/// A form is a `FormDefinition`; what it is about, the draft and the caret are the state. The place
/// that holds a form looks at `ending` after every action and closes it when there is one.
package enum FormFeature: Feature {
  package static func reduce(
    _ state: inout State, _ action: Action, in context: AppContext
  ) -> [Effect] {
    let search = state.search
    state.take(action, in: context)
    state.noteSearch(search)
    let asked = state.asked
    state.asked = []
    return asked
  }
}

extension FormFeature.State {
  fileprivate mutating func take(_ action: FormFeature.Action, in context: AppContext) {
    switch action {
    case .answered(let reply, let ticket): take(reply, for: ticket, in: context)
    case .rested: rest()
    case .hungUp: hangUp()
    case .typed, .pasted, .edited, .moved, .chose, .fieldChosen:
      if ending == nil { takeKey(action, in: context) }
    }
  }

  private mutating func takeKey(_ action: FormFeature.Action, in context: AppContext) {
    notice = nil
    newRecord = nil
    switch popup {
    case .choices(let popup): takeInChoices(popup, action, in: context)
    case .calendar(let popup): takeInCalendar(popup, action, in: context)
    case .links(let popup): takeInLinks(popup, action, in: context)
    case .jump(let popup): takeInJump(popup, action, in: context)
    case .paste(let question): takeInPaste(question, action, in: context)
    case .discard(let question): takeInDiscard(question, action)
    case nil: takeOnPage(action, in: context)
    }
  }

  private mutating func takeOnPage(_ action: FormFeature.Action, in context: AppContext) {
    switch page {
    case .sheet:
      takeOnSheet(action, in: context)
      noteReading()
    case .findings(let page): takeOnFindings(page, action, in: context)
    case .reasons(let page): takeOnReasons(page, action, in: context)
    case .check(let page): takeOnCheck(page, action, in: context)
    case .conflict(let page): takeOnConflict(page, action, in: context)
    case .saved(let page): takeOnSaved(page, action)
    }
  }

  /// A key while the questions are shown and nothing lies over them.
  private mutating func takeOnSheet(_ action: FormFeature.Action, in context: AppContext) {
    if endsSpilledWord(action) { return }
    switch action {
    case .typed(let text): type(text, in: context)
    case .pasted(let text): paste(text, in: context)
    case .edited(let edit): take(edit, in: context)
    case .moved(let step): take(step, in: context)
    case .chose(let wish): take(wish, in: context)
    case .fieldChosen(let place): leave(.to(place), in: context)
    case .rested, .hungUp, .answered: break
    }
  }

  private mutating func take(_ wish: FormWish, in context: AppContext) {
    switch wish {
    case .choices: openChoices(in: context)
    case .sameAgain: copySame(in: context)
    case .tick: type(" ", in: context)
    case .addRow: addRow(in: context)
    case .removeRow: removeRow(in: context)
    case .stamp: stamp(in: context)
    case .copy: copyText()
    case .pasteCopied: paste(clip, in: context)
    case .jump: popup = .jump(JumpPopup(query: TypedText(), matches: matches(""), at: 0))
    case .nextToFix: goToNextToFix(in: context)
    case .undo: undo(in: context)
    case .redo: redo(in: context)
    case .save: leave(.save, in: context)
    case .back: close(in: context)
    case .discard: askToDiscard()
    case .startTyping, .startTypingAtEnd, .startAfresh, .stopTyping: turnTyping(wish, in: context)
    case .newRecord: beginNewRecord()
    case .explanation, .yes, .no: break
    }
  }
}
