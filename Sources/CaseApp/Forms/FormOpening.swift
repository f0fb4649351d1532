package import CaseRules

/// What a worker's last record of one form left for the next: its answers, and the names in it.
package struct FormMemory: Equatable, Sendable {
  package var answers: FormDraft
  package var names: [RecordRef: String]

  package init(answers: FormDraft = FormDraft(), names: [RecordRef: String] = [:]) {
    self.answers = answers
    self.names = names
  }
}

extension FormFeature {
  /// A form that was just opened, the caret in the first question that is not answered yet.
  ///
  /// `presets`: answers that follow from where it was opened, such as the rows that were ticked.
  package static func opened(
    _ opened: OpenedForm, as sheet: FormSheet, presets: FormDraft = FormDraft(),
    remembering last: FormMemory = FormMemory(), habits: FormHabits = FormHabits(),
    in context: AppContext
  ) -> (State, [Effect]) {
    var known = opened
    known.draft.texts.merge(presets.texts) { _, preset in preset }
    known.draft.rows.merge(presets.rows) { _, preset in preset }
    var state = State(known, sheet, last, habits, in: context)
    state.carryOver()
    state.begin(at: nil, in: context)
    state.lookUpWordsGiven()
    // What the records know was asked before these answers were there.
    if !presets.isEmpty { state.askFacts() }
    return state.started()
  }

  /// A kept form taken up again where it was left; the conflict page comes first when the record has
  /// moved on meanwhile and both changed the same.
  package static func resumed(
    _ resumed: ResumedDraft, as sheet: FormSheet, remembering last: FormMemory = FormMemory(),
    habits: FormHabits = FormHabits(), in context: AppContext
  ) -> (State, [Effect]) {
    var state = State(resumed.opened, sheet, last, habits, in: context)
    state.takeUp(resumed, in: context)
    return state.started()
  }
}

extension FormFeature.State {
  fileprivate init(
    _ opened: OpenedForm, _ sheet: FormSheet, _ last: FormMemory, _ habits: FormHabits,
    in context: AppContext
  ) {
    self.sheet = sheet
    self.opened = opened
    draft = opened.draft
    facts = opened.facts
    facts.names.merge(last.names) { known, _ in known }
    self.last = last.answers
    self.habits = habits
    isTyping = !habits.lettersCommand
    reading = FormReading(
      opened.draft, of: sheet.definition, in: context.rules.reading(of: opened.draft))
    carried = Set(opened.sources.keys.map { FieldPlace($0) })
    noteChosen(in: opened.draft)
    noteChosen(in: last.answers)
  }

  /// The answers the worker wants again in every record of this kind.
  fileprivate mutating func carryOver() {
    guard opened.revision == nil else { return }
    for item in sheet.items where item.field.carries && draft[item.field.code].isEmpty {
      let text = last[item.field.code]
      guard !text.isEmpty else { continue }
      draft[item.field.code] = text
      opened.draft[item.field.code] = text
      carried.insert(FieldPlace(item.field.code))
    }
  }

  fileprivate mutating func begin(at place: FieldPlace?, in context: AppContext) {
    readEverything(in: context)
    refreshFindings(in: context)
    if let place, sheet.item(place.field) != nil { return arrive(at: place, in: context) }
    // A record that is changed is read from its top, unless something is missing right there.
    if opened.revision != nil, let missing = missingPlaces.first,
      sheet.item(missing.field)?.section == 0
    {
      return arrive(at: missing, in: context)
    }
    let first = sheet.items.first {
      isAskable($0) && ($0.field.isForReading || !isAnswered($0.field))
    }
    let start = (opened.revision == nil ? first : nil) ?? sheet.items.first(where: isAskable)
    if let start { arrive(at: FieldPlace(start.field.code), in: context) }
  }

  /// Words in the place of a record, as a caller gave a name: how many fit is told beside them.
  fileprivate mutating func lookUpWordsGiven() {
    for item in sheet.items {
      guard case .typed(let kind) = item.field.content, let kinds = kind.linkKinds else { continue }
      let text = draft[item.field.code].trimmed
      guard !text.isEmpty, !isChosenLink(text, kind) else { continue }
      lookUp(at: FieldPlace(item.field.code), kinds)
    }
  }

  private func isAskable(_ item: FormSheet.Item) -> Bool {
    switch item.field.content {
    case .typed, .rows: isAsked(item.field)
    case .computed, .explained: false
    }
  }

  fileprivate mutating func takeUp(_ resumed: ResumedDraft, in context: AppContext) {
    let kept = resumed.kept
    draft = kept.draft
    // What is read is what the records say now.
    for code in forReading { draft[code] = opened.draft[code] }
    reasons = kept.reasons
    noteChosen(in: kept.draft)
    keeping.id = resumed.draft
    carried = carried.filter { draft[$0] == opened.draft[$0] }
    let now = opened
    if kept.revision != nil {
      opened.draft = kept.base
      for code in forReading { opened.draft[code] = draft[code] }
      opened.revision = kept.revision
    }
    rebuildHistory()
    rememberVisits(leavingFrom: kept.lastPlace)
    begin(at: kept.lastPlace, in: context)
    if isHalfTyped(in: context) { box.keep() }
    askFacts()
    guard kept.revision != now.revision else { return }
    meetNewerVersion(now, in: context)
  }

  /// Whoever was interrupted goes on in the middle of a word or a list of several; an answer that was
  /// picked is whole, and another replaces it.
  private func isHalfTyped(in context: AppContext) -> Bool {
    guard let place, let kind = sheet.kind(at: place), draft[place] != opened.draft[place] else {
      return false
    }
    let reading = FieldReader.read(
      draft[place], as: kind, in: context.rules.reading(of: opened.draft))
    return !kind.isPickedWhole || reading.answer == nil
  }

  /// One step for each answer that differs from the record, so that undo outlives the resuming.
  private mutating func rebuildHistory() {
    for item in sheet.items {
      let code = item.field.code
      let step: FormHistory.Step
      if sheet.isTable(code) {
        let (from, to) = (opened.draft.rows[code], draft.rows[code])
        guard from != to else { continue }
        step = FormHistory.Step(
          changes: [.rows(code, from: from, to: to)], place: FieldPlace(code))
      } else {
        guard opened.draft[code] != draft[code] else { continue }
        step = FormHistory.Step(
          changes: [.text(code, from: opened.draft[code], to: draft[code])],
          place: FieldPlace(code))
      }
      history.add(step)
    }
  }

  /// A section somebody answered in was there: it is done, or asks for what is missing, as it did
  /// before the form was left.
  private mutating func rememberVisits(leavingFrom place: FieldPlace?) {
    let answered = sheet.items.filter { item in
      let code = item.field.code
      return sheet.isTable(code)
        ? opened.draft.rows[code] != draft.rows[code] : opened.draft[code] != draft[code]
    }
    visited.formUnion(answered.map(\.section))
    let current = place.flatMap { sheet.item($0.field)?.section }
    left.formUnion(visited.filter { $0 != current })
  }

  private mutating func meetNewerVersion(_ now: OpenedForm, in context: AppContext) {
    elsewhere = FormElsewhere(theirs: now.draft, revision: now.revision, by: now.lastChange)
    let merge = FormMerge(before: opened.draft, theirs: now.draft, mine: draft)
    guard merge.conflicts.isEmpty else { return showConflict(in: context) }
    adopt(merge.draft, merge.joined, in: context)
    if !merge.joined.isEmpty {
      notice = .joined(merge.joined.count, by: now.lastChange?.by ?? "")
    }
  }

  fileprivate consuming func started() -> (FormFeature.State, [FormFeature.Effect]) {
    let asked = self.asked
    self.asked = []
    return (self, asked)
  }

  /// What this form leaves for the next of its kind, once it is saved.
  package var memory: FormMemory {
    FormMemory(answers: draft.withoutSealed(of: sheet.definition), names: facts.names)
  }
}

extension FieldKind {
  /// Whether its answer is one that is picked, and no text that goes on.
  fileprivate var isPickedWhole: Bool {
    switch self {
    case .yesNo, .code, .choice, .link: true
    case .text, .name, .longText, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .codes, .choices, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      false
    }
  }
}
