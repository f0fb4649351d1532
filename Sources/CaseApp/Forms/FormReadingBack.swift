package import CaseRules

extension FormFeature.State {
  /// Reads what was typed into the field under the caret and puts it into its tidy form.
  ///
  /// False when several answers fit and their list opened instead of going on.
  mutating func settle(onward move: FormMove, in context: AppContext) -> Bool {
    guard let place, let kind = sheet.kind(at: place) else { return true }
    settle(in: context)
    guard case .choices? = reading(at: place), declined[place] != box.text else { return true }
    openChoices(of: kind, at: place, onward: move, in: context)
    return false
  }

  /// The same without a list opening.
  mutating func settle(in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place), box.text != arrived else { return }
    readAgain(place, in: context)
    switch reading(at: place) {
    case .value(let answer, _)?: tidy(answer.raw, at: place)
    case .problem(let words)?:
      // A link says beside itself how many fit; a cell of a table has no room for that.
      if kind.linkKinds == nil || place.column != nil { tellUnread(words, at: place) }
    case .empty?, .choices?, nil: break
    }
    history.close(draft)
    arrived = box.text
    changedByOthers.remove(place)
    recordFindings.removeAll { $0.field == place.path || $0.field == place.field.text }
    lookUpIfNeeded(place, kind)
    refreshFindings(in: context)
    askFactsIfNeeded(for: place, in: context)
  }

  /// The words may not fit beside the answer, and the caret is about to leave it.
  private mutating func tellUnread(_ words: String, at place: FieldPlace) {
    notice = .unread(label: sheet.label(at: place, in: draft), words: words)
    ask(.beep)
  }

  private mutating func tidy(_ text: String, at place: FieldPlace) {
    guard text != box.text else { return }
    draft[place] = text
    keeping.edits += 1
    box = TypedText(arrivingAt: text)
  }

  /// How the text at a place was read; nil where nothing has been typed into a row yet.
  package func reading(at place: FieldPlace) -> Reading? {
    guard let column = place.column else { return reading.readings[place.field] }
    return reading.rows[place.field]?.first { $0.id == place.row }?.readings[column]
  }

  mutating func readAgain(_ place: FieldPlace, in context: AppContext) {
    guard let field = sheet.item(place.field)?.field else { return }
    reading.reread(place, in: draft, of: field, in: context.rules.reading(of: opened.draft))
  }

  mutating func readEverything(in context: AppContext) {
    reading = FormReading(draft, of: form, in: context.rules.reading(of: opened.draft))
  }

  // MARK: Findings

  mutating func refreshFindings(in context: AppContext) {
    let all = FormCheck.findings(on: reading, draft, of: form, facts: facts, in: context.rules)
    findings = (all + unchosenLinks + unread).filter { finding in
      guard let place = finding.field.flatMap({ FieldPlace(path: $0) }),
        let field = sheet.item(place.field)?.field
      else { return true }
      return isAsked(field)
    }
    updateShown()
  }

  /// A link counts only once its record was taken with Enter, or found by its whole number and named
  /// beside it.
  private var unchosenLinks: [Finding] {
    linkPlaces(in: draft).compactMap { place in
      guard case .value(.link(let ref), _)? = reading(at: place), !chosen.contains(ref) else {
        return nil
      }
      return Finding(
        form.requiredBy, .blocks, field: place.path,
        "Choose which record \(ref.text) is: go to the field and press Enter")
    }
  }

  private func linkPlaces(in draft: FormDraft) -> [FieldPlace] {
    sheet.items.flatMap { item -> [FieldPlace] in
      switch item.field.content {
      case .typed(let kind): kind.linkKinds == nil ? [] : [FieldPlace(item.field.code)]
      case .rows(let columns, _): linkCells(columns, of: item.field.code, in: draft)
      case .computed, .explained: []
      }
    }
  }

  private func linkCells(
    _ columns: [FormField], of table: FieldCode, in draft: FormDraft
  ) -> [FieldPlace] {
    let links = columns.filter { column in
      if case .typed(.link) = column.content { true } else { false }
    }
    return (draft.rows[table] ?? []).flatMap { row in
      links.map { FieldPlace(table, row: row.id, column: $0.code) }
    }
  }

  /// Whether a text names a record that was seen and chosen.
  func isChosenLink(_ text: String, _ kind: FieldKind) -> Bool {
    guard let kinds = kind.linkKinds, let ref = RecordRef(text) else { return false }
    return kinds.contains(ref.kind) && chosen.contains(ref)
  }

  /// Records that stand in answers which somebody chose earlier need no second look.
  mutating func noteChosen(in draft: FormDraft) {
    for place in linkPlaces(in: draft) {
      if let ref = RecordRef(draft[place]) { chosen.insert(ref) }
    }
  }

  /// Everything the rules and the records say that is to be pointed out by now.
  package var shownFindings: [Finding] { shown.all }

  /// Works out what is to be pointed out; to be called when anything it depends on has changed.
  ///
  /// An empty answer is no mistake while somebody is still on the way to it.
  mutating func updateShown() {
    let own = findings.filter { finding in
      guard finding.force == .blocks,
        let place = finding.field.flatMap({ FieldPlace(path: $0) }), isEmpty(place)
      else { return true }
      return insists || left.contains(sheet.item(place.field)?.section ?? -1)
    }
    shown = ShownFindings(own + recordFindings.filter { !own.contains($0) }, on: sheet)
  }

  /// Whether nothing stands at a place: an empty text, or a table without rows.
  private func isEmpty(_ place: FieldPlace) -> Bool {
    if place.column == nil, sheet.isTable(place.field) {
      return (reading.rows[place.field] ?? []).isEmpty
    }
    return reading(at: place) == nil || reading(at: place) == .empty
  }

  /// What is to be pointed out at a field, cell or table.
  package func shownFindings(at place: FieldPlace) -> [Finding] {
    shown.byPath.isEmpty ? [] : shown.byPath[place.path] ?? []
  }

  /// Answers still needed, in the order of the form.
  var missingPlaces: [FieldPlace] {
    findings.filter { $0.force == .blocks }
      .compactMap { $0.field.flatMap { FieldPlace(path: $0) } }.filter(isEmpty)
  }

  // MARK: How far it has come

  /// How many things are to be put right before it can be saved.
  package var toFix: Int { shown.toFix }

  /// How many questions that arise have an answer, and how many there are.
  package var progress: (answered: Int, questions: Int) {
    let asked = sheet.items.filter { isQuestion($0) && isAsked($0.field) }
    return (asked.count { isAnswered($0.field) }, asked.count)
  }

  private func isQuestion(_ item: FormSheet.Item) -> Bool {
    switch item.field.content {
    case .typed, .rows: true
    case .computed, .explained: false
    }
  }

  /// Whether a question arises, by the other answers and for whom the form is about.
  package func isAsked(_ field: FormField) -> Bool {
    field.applies(reading) && field.concerns(facts)
  }

  package func isAnswered(_ field: FormField) -> Bool {
    switch field.content {
    case .rows: draft.rows[field.code]?.contains { !$0.isEmpty } ?? false
    case .typed, .computed, .explained: !draft[field.code].isEmpty
    }
  }

  package func isNeeded(_ field: FormField) -> Bool { FormCheck.isNeeded(field, reading) }

  package func status(ofSection index: Int) -> SectionStatus {
    guard sheet.sections.indices.contains(index) else { return .notStarted }
    let items = sheet.items[sheet.sections[index]].filter {
      isQuestion($0) && isAsked($0.field)
    }
    let wrong = shown.toFixBySection[index] ?? 0
    if wrong > 0 { return .toFix(wrong) }
    let wasSeen = visited.contains(index) || opened.revision != nil || insists
    let isTouched = items.contains { isAnswered($0.field) }
    if !wasSeen, !isTouched { return .notStarted }
    let missing = items.count { isNeeded($0.field) && !isAnswered($0.field) }
    if missing > 0 || !wasSeen { return .begun(missing: missing) }
    return isTouched ? .done : .lookedAt
  }
}
