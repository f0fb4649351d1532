package import CaseRules

extension FormFeature.State {
  /// Everything is checked on the answers as they stand; what is left over is asked for page by page.
  mutating func save(in context: AppContext) {
    if saving != nil { return notice = .saving }
    if elsewhere != nil { return showConflict(in: context) }
    insists = true
    readEverything(in: context)
    if awaitsLinks {
      savesOnceFound = true
      return notice = .saving
    }
    refreshFindings(in: context)
    let waiting = FormReasons.passed(
      findings + recordFindings, by: reasons, in: context.rules.settings
    )
    .waiting
    if waiting.contains(where: { $0.force == .blocks }) { return showFindings() }
    if !waiting.isEmpty { return showReasons(in: context) }
    if sheet.sections.count > 1, !page.isCheck { return showCheck() }
    submit(attempts: 1, joined: [])
  }

  private mutating func showFindings() {
    let first = shownFindings.sorted { ($0.force, order(of: $0)) < ($1.force, order(of: $1)) }
    page = .findings(FindingsPage(findings: first, at: 0))
    keepIfNeeded()
    ask(.beep)
  }

  /// Where the question of a finding stands; those about the whole form come last.
  private func order(of finding: Finding) -> Int {
    finding.field.flatMap { FieldPlace(path: $0) }.flatMap { sheet.index(of: $0.field) } ?? .max
  }

  private mutating func submit(attempts: Int, joined: [FormMerge.Joined]) {
    let ticket = newTicket()
    saving = FormSaving(
      ticket: ticket, draft: draft, kept: keeping.id, joined: joined, attempts: attempts)
    page = .sheet
    let submission = FormSubmission(
      form: form.id, about: opened.about, draft: answers(in: draft).applying(to: form, reading),
      revision: opened.revision, reasons: reasons, kept: keeping.id)
    ask(.save(submission, ticket))
  }

  // MARK: What became of it

  mutating func take(_ outcome: SaveOutcome, for ticket: Ticket, in context: AppContext) {
    guard let saving, saving.ticket == ticket else { return }
    self.saving = nil
    switch outcome {
    case .saved(let ref, let flags, let notes):
      if saving.kept == keeping.id { keeping.id = nil }
      headAnew(ref, in: context)
      finish(
        SavedPage(
          ref: ref, flags: flags, notes: notes, joined: saving.joined,
          notSaved: draft.places(differingFrom: saving.draft)))
    case .refused(let findings): takeRefusal(findings, in: context)
    case .needsPassword(let why):
      takeRefusal([Finding("GEN-006", .blocks, why)], in: context)
    case .changedElsewhere(let theirs, let revision, let by):
      elsewhere = FormElsewhere(theirs: theirs, revision: revision, by: by)
      settleElsewhere(after: saving, in: context)
    }
  }

  /// The heading stays in view, and what it was before is no longer so.
  private mutating func headAnew(_ ref: RecordRef, in context: AppContext) {
    guard opened.revision != nil,
      let heading = form.savedHeading(ref, reading, facts, context.rules)
    else { return }
    opened.heading = heading
  }

  /// The same page, whether there is much to tell or not.
  ///
  /// A hand that presses Enter after saving closes it and begins nothing by accident. A form that was
  /// saved as it opened had no hand in it, and of what is recorded many times a day the line below
  /// says enough: unless there is something to tell, they are gone.
  private mutating func finish(_ saved: SavedPage) {
    popup = nil
    dropDraft()
    if form.savesAtOnce || form.closesWhenSaved, saved.isQuiet { return ending = .saved(saved.ref) }
    page = .saved(saved)
  }

  private mutating func takeRefusal(_ refused: [Finding], in context: AppContext) {
    recordFindings = refused.filter { finding in
      (finding.force == .blocks || finding.force == .warns) && !findings.contains(finding)
    }
    updateShown()
    popup = nil
    let waiting = FormReasons.passed(refused, by: reasons, in: context.rules.settings).waiting
    if waiting.contains(where: { $0.force == .blocks }) {
      showFindings()
    } else {
      showReasons(in: context)
      keepIfNeeded()
    }
  }

  mutating func takeOnSaved(_ saved: SavedPage, _ action: FormFeature.Action) {
    switch action {
    case .moved(.enter), .chose(.back), .chose(.save): ending = .saved(saved.ref)
    case .moved, .chose, .typed, .pasted, .edited, .fieldChosen, .rested, .hungUp, .answered: break
    }
  }

  // MARK: Two people at once

  /// Joins what does not collide; a form that is only being saved goes on by itself.
  private mutating func settleElsewhere(after saving: FormSaving, in context: AppContext) {
    guard let elsewhere else { return }
    let merge = FormMerge(before: opened.draft, theirs: elsewhere.theirs, mine: draft)
    guard merge.conflicts.isEmpty else { return showConflict(in: context) }
    adopt(merge.draft, merge.joined, in: context)
    guard saving.attempts < FormSaving.mostAttempts else {
      notice = .joined(merge.joined.count, by: opened.lastChange?.by ?? "")
      return keepIfNeeded()
    }
    submit(attempts: saving.attempts + 1, joined: saving.joined + merge.joined)
  }

  /// Their version becomes the one that is built upon; both people's changes are in the draft.
  ///
  /// Undo ends here: taking back an older burst could undo the other person's work unseen.
  mutating func adopt(
    _ joined: FormDraft, _ changes: [FormMerge.Joined], in context: AppContext
  ) {
    guard let elsewhere else { return }
    opened.draft = elsewhere.theirs
    opened.revision = elsewhere.revision
    opened.lastChange = elsewhere.by
    noteChosen(in: elsewhere.theirs)
    self.elsewhere = nil
    if !joined.saysSame(as: draft) { history = FormHistory() }
    draft = joined
    keeping.edits += 1
    changedByOthers.formUnion(changes.map(\.place))
    readEverything(in: context)
    refreshFindings(in: context)
    guard let place else { return }
    if place.column != nil, rowIndex(place) == nil {
      arrive(at: FieldPlace(place.field), in: context)
    } else if draft[place] != box.text {
      arrived = draft[place]
      box = TypedText(arrivingAt: arrived)
    }
  }

  mutating func showConflict(in context: AppContext) {
    guard let elsewhere else { return }
    let merge = FormMerge(before: opened.draft, theirs: elsewhere.theirs, mine: draft)
    popup = nil
    page = .conflict(
      ConflictPage(
        merge: merge, choices: elsewhere.choices, at: 0, by: elsewhere.by,
        words: words(of: merge, in: context)))
    keepIfNeeded()
  }

  /// The versions as people read them: "Shoreditch" beside the code.
  private func words(
    of merge: FormMerge, in context: AppContext
  ) -> [FieldPlace: [FormMerge.Choice: String]] {
    merge.conflicts.reduce(into: [:]) { words, conflict in
      let sides: [FormMerge.Choice: FormMerge.Side] = [
        .before: conflict.before, .theirs: conflict.theirs, .mine: conflict.mine,
      ]
      words[conflict.place] = sides.compactMapValues { side in
        guard case .text(let text) = side, let kind = sheet.kind(at: conflict.place),
          case .value(let answer, let readBack) = FieldReader.read(
            text, as: kind, in: context.rules.reading), !readBack.isEmpty
        else { return nil }
        return answer.link.map { facts.names[$0] ?? text } ?? readBack
      }
    }
  }

  mutating func takeOnConflict(
    _ conflict: ConflictPage, _ action: FormFeature.Action, in context: AppContext
  ) {
    var conflict = conflict
    switch action {
    case .moved(.up), .moved(.previous): conflict.at = max(0, conflict.at - 1)
    case .moved(.down), .moved(.next), .moved(.enter):
      conflict.at = max(0, min(conflict.merge.conflicts.count - 1, conflict.at + 1))
    case .typed(" "), .chose(.tick), .edited(.caret(.right)): conflict.turn(by: 1)
    case .edited(.caret(.left)): conflict.turn(by: -1)
    case .chose(.save): return settle(conflict, in: context)
    case .chose(.back): return page = .sheet
    case .moved, .chose, .typed, .pasted, .edited, .fieldChosen, .rested, .hungUp, .answered: break
    }
    elsewhere?.choices = conflict.choices
    page = .conflict(conflict)
  }

  private mutating func settle(_ conflict: ConflictPage, in context: AppContext) {
    guard conflict.open == 0 else { return notice = .conflictsOpen(conflict.open) }
    let theirs = conflict.merge.conflicts.filter { conflict.choices[$0.place] == .theirs }
    adopt(conflict.merge.resolved(conflict.choices), conflict.merge.joined, in: context)
    changedByOthers.formUnion(theirs.map(\.place))
    page = .sheet
    save(in: context)
  }
}

extension FormSaving {
  /// A record that keeps changing under the save is left to the worker after so many tries.
  static let mostAttempts = 4
}

extension FormPage {
  var isCheck: Bool { if case .check = self { true } else { false } }
}

extension FormFeature.State {
  /// "Saved: contact attempt (K-0012).", or what was done in words.
  package func savedWords(_ ref: RecordRef) -> String {
    form.saidWhenSaved(reading, facts).map { "Saved: \($0)." }
      ?? "Saved: \(form.title.insideSentence) (\(ref.text))."
  }

  /// Saved, with nothing to tell but that.
  var isSavedQuietly: Bool {
    if case .saved(let saved) = page { saved.isQuiet } else { false }
  }
}

extension SavedPage {
  var isQuiet: Bool { flags.isEmpty && notes.isEmpty && joined.isEmpty && notSaved.isEmpty }
}

extension ConflictPage {
  /// To the right: theirs, mine, as before, and round again; to the left the other way.
  fileprivate mutating func turn(by step: Int) {
    guard merge.conflicts.indices.contains(at) else { return }
    let order: [FormMerge.Choice] = [.theirs, .mine, .before]
    let place = merge.conflicts[at].place
    let now = choices[place].flatMap { order.firstIndex(of: $0) } ?? (step > 0 ? -1 : 0)
    choices[place] = order[(now + step + order.count) % order.count]
  }
}
