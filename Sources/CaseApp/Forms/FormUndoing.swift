import CaseRules

extension FormFeature.State {
  /// Takes the last burst back, wherever it was, and says what.
  mutating func undo(in context: AppContext) {
    let before = draft
    guard let step = history.undo(&draft) else { return notice = .nothingToUndo }
    show(step, changedFrom: before, in: context)
    notice = .undid(label: label(of: step), now: words(of: step))
  }

  mutating func redo(in context: AppContext) {
    let before = draft
    guard let step = history.redo(&draft) else { return notice = .nothingToRedo }
    show(step, changedFrom: before, in: context)
    notice = .redid(label: label(of: step), now: words(of: step))
  }

  private mutating func show(
    _ step: FormHistory.Step, changedFrom before: FormDraft, in context: AppContext
  ) {
    keeping.edits += 1
    for place in draft.places(differingFrom: before) {
      carried.remove(place)
      readAgain(place, in: context)
    }
    refreshFindings(in: context)
    askFactsIfNeeded(for: step.place, in: context)
    arrive(at: step.place, in: context)
    if let place { box = TypedText(before: draft[place]) }
    keepIfNeeded()
  }

  private func label(of step: FormHistory.Step) -> String {
    sheet.label(at: step.place, in: draft)
  }

  /// What stands there now, short enough for one line.
  private func words(of step: FormHistory.Step) -> String {
    let text = place.map { draft[$0] } ?? ""
    return text.count <= 30 ? text : String(text.prefix(29)) + "…"
  }
}
