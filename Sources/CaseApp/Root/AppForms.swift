import CaseRules

/// Forms: opening, feeding and closing them. What happens inside is the form engine's.
extension AppState {
  // MARK: Opening

  /// A new form from the menu: about nothing where it makes a new record, else about what is picked.
  mutating func begin(_ form: FormID, in context: AppContext) -> [AppEffect] {
    let definition = FormCatalogue.form(form)
    let about = definition.flatMap { $0.standsAlone ? nil : subject(for: $0) }
    let answers = NewRecordAnswers.answers(to: form, from: sought, on: context.today)
    return begin(form, about: about, saying: answers, in: context)
  }

  /// A daily act about the row: its form opens with what the key has said already.
  mutating func `do`(_ act: DailyAct, in context: AppContext) -> [AppEffect] {
    let ticked = tickedRows(for: act).compactMap(\.self)
    if !ticked.isEmpty {
      return begin(
        ticked.map { QueuedForm(form: act.form(about: $0), about: $0, answers: act.answers) },
        in: context)
    }
    let about =
      act.isOutcome
      ? frontPlace?.booked
      : FormCatalogue.form(act.form(about: nil)).flatMap { subject(for: $0) }
    return begin(act.form(about: about), about: about, saying: act.answers, in: context)
  }

  /// What the act is about for each ticked row; nil for a row that it cannot be recorded for.
  func tickedRows(for act: DailyAct) -> [RecordRef?] {
    guard let rows = frontPlace?.tickedRows, !rows.isEmpty else { return [] }
    let kinds = FormCatalogue.form(act.form(about: nil))?.about ?? []
    return rows.map { row in
      act.isOutcome
        ? row.booked
        : [row.subject, row.client].compactMap(\.self).first { kinds.contains($0.kind) }
    }
  }

  /// A record that the form in front needs and that is not on file yet.
  private mutating func beginForField(
    _ wanted: NewRecord, in context: AppContext
  ) -> [AppEffect] {
    let definition = FormCatalogue.form(wanted.form)
    let why =
      wanted.about == nil
      ? whyNot(wanted.form) : session.readOnly ?? definition?.whyNotSave(session.worker)
    if let why {
      let title = definition?.title ?? wanted.form.text
      return say("\(title): \(why).", .info, in: context)
    }
    let typed = NewRecordAnswers.answers(to: wanted.form, from: wanted.typed, on: context.today)
    return begin(
      wanted.form, about: wanted.about, saying: typed.isEmpty ? wanted.saying : typed,
      forField: true, in: context)
  }

  /// The same form about each of several records, one after the other.
  mutating func begin(
    _ form: FormID, about each: [RecordRef], saying answers: FormDraft = FormDraft(),
    in context: AppContext
  ) -> [AppEffect] {
    begin(each.map { QueuedForm(form: form, about: $0, answers: answers) }, in: context)
  }

  private mutating func begin(_ each: [QueuedForm], in context: AppContext) -> [AppEffect] {
    var seen: Set<RecordRef> = []
    let forms = each.filter { seen.insert($0.about).inserted }
    guard let first = forms.first else { return [] }
    let effects = begin(first.form, about: first.about, saying: first.answers, in: context)
    queue = Array(forms.dropFirst())
    return effects
  }

  /// `answers` follow from where the form was opened.
  ///
  /// One that was begun already is asked about first: resumed it is as it was left, begun anew it says
  /// them.
  mutating func begin(
    _ form: FormID, about: RecordRef?, saying answers: FormDraft = FormDraft(),
    forField: Bool = false, in context: AppContext
  ) -> [AppEffect] {
    if let readOnly = session.readOnly { return say(readOnly, .problem, in: context) }
    // A record made for a form in front belongs to that form; anything else begins anew.
    if !isFormOpen { queue = [] }
    if let begun = unfinished.first(where: { $0.form == form && $0.about == about }) {
      let question = Question.resumeOrAnew(
        begun, saying: answers, forField: forField, at: context.milliseconds)
      return show(.question(question)) + [.discardTypedAhead]
    }
    return beginAnew(form, about: about, saying: answers, forField: forField)
  }

  mutating func beginAnew(
    _ form: FormID, about: RecordRef?, saying answers: FormDraft = FormDraft(),
    forField: Bool = false
  ) -> [AppEffect] {
    if let open = pages.firstIndex(where: { $0.isForm(form, about: about) }) {
      bringToFront(open, forField: forField)
      return []
    }
    isOpening = true
    let route = TicketBook.Route.formOpening(about: about, saying: answers, forField: forField)
    return [.openForm(form, about: about, tickets.issue(route))]
  }

  mutating func resume(_ draft: DraftID, forField: Bool = false) -> [AppEffect] {
    if let open = pages.firstIndex(where: { $0.draft == draft }) {
      bringToFront(open, forField: forField)
      return []
    }
    isOpening = true
    return [.resumeDraft(draft, tickets.issue(.draftResuming(forField: forField)))]
  }

  /// One that was for a field already stays so.
  private mutating func bringToFront(_ index: Int, forField: Bool) {
    var page = pages.remove(at: index)
    if forField { page.isForField = true }
    pages.append(page)
  }

  mutating func receiveForm(
    _ reply: Reply, saying answers: FormDraft, forField: Bool, in context: AppContext
  ) -> [AppEffect] {
    isOpening = false
    switch reply {
    case .formOpened(let opened):
      guard let definition = FormCatalogue.form(opened.form) else {
        return say("This form is not known.", .problem, in: context)
      }
      let (state, effects) = FormFeature.opened(
        opened, as: FormSheet(definition), presets: answers,
        remembering: memories[opened.form] ?? FormMemory(), habits: habits, in: context)
      let added = add(state, effects, forField: forField)
      return definition.savesAtOnce ? added + tellFront(.chose(.save), in: context) : added
    case .failed(let trouble):
      return say(trouble.words, .problem, in: context)
    case .read, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded, .draftResumed: return []
    }
  }

  mutating func receiveDraft(
    _ reply: Reply, forField: Bool, in context: AppContext
  ) -> [AppEffect] {
    isOpening = false
    switch reply {
    case .draftResumed(let resumed):
      guard let definition = FormCatalogue.form(resumed.kept.form) else {
        return say("This form is not known.", .problem, in: context)
      }
      let (state, effects) = FormFeature.resumed(
        resumed, as: FormSheet(definition),
        remembering: memories[resumed.kept.form] ?? FormMemory(), habits: habits, in: context)
      return add(state, effects, forField: forField)
    case .failed(let trouble): return say(trouble.words, .problem, in: context)
    case .read, .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded: return []
    }
  }

  private var habits: FormHabits {
    FormHabits(
      lettersCommand: looks.lettersCommand, simplifiesLetters: looks.simplifiesLetters)
  }

  private mutating func add(
    _ form: FormFeature.State, _ effects: [FormFeature.Effect], forField: Bool
  ) -> [AppEffect] {
    popup = nil
    push(.form(form))
    guard let index = pages.indices.last else { return [] }
    pages[index].isForField = forField
    return carry(effects, from: pages[index].id)
  }

  // MARK: Feeding

  /// The form in front hears a key; two quiet seconds later it may keep its draft.
  mutating func tellFront(
    _ action: FormFeature.Action, in context: AppContext
  ) -> [AppEffect] {
    pendingKeys = []
    popup = nil
    guard let page = pages.last else { return [] }
    lastFormKey = context.milliseconds
    return tell(page.id, action, in: context) + [.wake(afterMilliseconds: Self.rest)]
  }

  /// How long a hand rests before the draft is kept, in milliseconds.
  private static let rest = 2_000

  func hasRested(at milliseconds: Int64) -> Bool {
    lastFormKey.map { milliseconds - $0 >= Int64(Self.rest) } ?? false
  }

  mutating func tell(
    _ page: PageID, _ action: FormFeature.Action, in context: AppContext
  ) -> [AppEffect] {
    guard let index = pages.firstIndex(where: { $0.id == page }),
      case .form(var form) = pages[index].content
    else { return tellParting(page, action, in: context) }
    var effects = FormFeature.reduce(&form, action, in: context)
    // The next of the ticked rows follows at once, unless there is something to be read.
    if !queue.isEmpty, form.isSavedQuietly {
      effects += FormFeature.reduce(&form, .moved(.enter), in: context)
    }
    let wanted = form.takeNewRecordWanted()
    pages[index].content = .form(form)
    let carried = carry(effects, from: page)
    if let wanted {
      return carried + beginForField(wanted, in: context)
    }
    guard let ending = form.ending else { return carried }
    if form.keeping.waiting != nil { parting.append(pages[index]) }
    return carried + close(page, form, ending, in: context)
  }

  /// A form that was left hears what became of its draft; one that cannot be kept comes back.
  private mutating func tellParting(
    _ page: PageID, _ action: FormFeature.Action, in context: AppContext
  ) -> [AppEffect] {
    guard let index = parting.firstIndex(where: { $0.id == page }),
      case .form(var form) = parting[index].content
    else { return [] }
    let effects = FormFeature.reduce(&form, action, in: context)
    parting[index].content = .form(form)
    let carried = carry(effects, from: page)
    if form.ending == nil {
      pages.append(parting.remove(at: index))
      going = nil
      return carried
    }
    guard form.keeping.waiting == nil else { return carried }
    parting.remove(at: index)
    return carried + readAll(.fresh, in: context) + goOn(in: context)
  }

  mutating func tellForm(_ command: Command, in context: AppContext) -> [AppEffect] {
    let wishes: [Command: FormWish] = [
      .save: .save, .choices: .choices, .undo: .undo, .redo: .redo, .sameAgain: .sameAgain,
      .nextError: .nextToFix,
    ]
    return wishes[command].map { tellFront(.chose($0), in: context) } ?? []
  }

  mutating func leaveForm(in context: AppContext) -> [AppEffect] {
    tellFront(.chose(.back), in: context)
  }

  private mutating func carry(
    _ effects: [FormFeature.Effect], from page: PageID
  ) -> [AppEffect] {
    effects.map { effect in
      switch effect {
      case .askFacts(let form, let about, let draft, let ticket):
        .askFacts(form, about: about, draft, tickets.issue(.form(page, ticket)))
      case .lookUp(let typed, let kinds, let ticket):
        .lookUp(typed, kinds: kinds, tickets.issue(.form(page, ticket)))
      case .save(let submission, let ticket): save(submission, .form(page, ticket))
      case .keepDraft(let id, let kept, let ticket):
        .keepDraft(id, kept, tickets.issue(.form(page, ticket)))
      case .discardDraft(let id, let ticket):
        .discardDraft(id, tickets.issue(.form(page, ticket)))
      case .noteSearch(let text, let found): .noteSearch(text, found: found)
      case .beep: .beep
      case .discardTypedAhead: .discardTypedAhead
      }
    }
  }

  private mutating func save(
    _ submission: FormSubmission, _ route: TicketBook.Route
  ) -> AppEffect {
    let ticket = tickets.issue(route)
    saving[ticket] = submission
    return .save(submission, ticket)
  }

  // MARK: Closing

  private mutating func close(
    _ page: PageID, _ form: FormFeature.State, _ ending: FormEnding, in context: AppContext
  ) -> [AppEffect] {
    let isForField = pages.contains { $0.id == page && $0.isForField }
    pages.removeAll { $0.id == page }
    let fresh = readAll(.fresh, in: context)
    switch ending {
    case .left(let kept):
      let rest = restOfTicked
      queue = []
      let words = "\(form.form.title) is kept with the unfinished forms." + rest
      let isTold = kept || !rest.isEmpty
      return fresh + (isTold ? say(kept ? words : rest.trimmed, .done, in: context) : [])
        + goOn(in: context)
    case .discarded:
      let words = "The draft is discarded." + restOfTicked
      queue = []
      return fresh + say(words, .done, in: context) + goOn(in: context)
    case .saved(let ref):
      memories[form.form.id] = form.memory
      untickHandedOver(form)
      return fresh + afterSaving(ref, form, isForField: isForField, in: context)
        + sayWhatIsNext(ref, form, in: context)
    }
  }

  /// PPL-012: whom one form has handed over is ticked no longer, nor a handover that is answered;
  /// nothing is done twice.
  private mutating func untickHandedOver(_ form: FormFeature.State) {
    let clients: Set<RecordRef>
    switch form.form.id {
    case HandOverSeveralForm.id:
      let rows = form.reading.rows[HandOverSeveralForm.clients] ?? []
      clients = Set(rows.compactMap { $0.link(HandOverSeveralForm.client) })
    case AcceptHandoverForm.id, DeclineHandoverForm.id:
      clients = Set([form.opened.about].compactMap(\.self))
    default: return
    }
    for pane in panes.keys { panes[pane]?.change { $0.untick(clients) } }
    for index in pages.indices {
      guard case .list(var list) = pages[index].content else { continue }
      list.change { $0.untick(clients) }
      pages[index].content = .list(list)
    }
  }

  /// What is left undone where the work on ticked rows ends early.
  private var restOfTicked: String {
    queue.isEmpty ? "" : " \(Digits.counted(queue.count, "ticked row")) not begun."
  }

  /// That it is saved, and the key for what usually follows.
  private mutating func sayWhatIsNext(
    _ ref: RecordRef, _ form: FormFeature.State, in context: AppContext
  ) -> [AppEffect] {
    let words = form.savedWords(ref)
    guard !isFormOpen, !isOpening, let place = frontPlace else {
      return say(words, .done, in: context)
    }
    if place.tickedCount > 0 {
      return say(
        words, .done, with: .actionsMenu,
        does: "acts on the \(Digits.counted(place.tickedCount, "ticked row"))", in: context)
    }
    return say(
      words, .done, with: .actionsMenu, does: "shows what is next",
      for: rowToGoOnWith(ref, form, place), in: context)
  }

  /// Whose next step the key shows after a save.
  ///
  /// A record's page stays what it is. The rows of a list may move under the hand, and a form that was
  /// resumed need not be about any of them: there it is whoever the form was about.
  private func rowToGoOnWith(
    _ ref: RecordRef, _ form: FormFeature.State, _ place: any ListPlace
  ) -> Message.Row {
    if form.form.goesOnWithClient, let client = place.client {
      return Message.Row(ref: client, title: client.text)
    }
    if let openRecord {
      // The page is being read again; until then the form knows better what it has changed.
      let changed = form.opened.about == openRecord ? form.opened.heading : nil
      return Message.Row(ref: openRecord, title: changed ?? place.currentTitle)
    }
    let saved = form.opened.about ?? ref
    if !place.isDraft, let subject = place.subject,
      [subject, place.client, place.booked].contains(saved)
    {
      return Message.Row(ref: subject, title: place.currentTitle)
    }
    return Message.Row(
      ref: saved, title: form.opened.heading ?? form.facts.names[saved] ?? saved.text)
  }

  /// A page that only tells what was saved is in nobody's way: a command for elsewhere closes it.
  mutating func leaveSavedPage(in context: AppContext) -> [AppEffect] {
    guard case .form(let form)? = pages.last?.content, case .saved = form.page else { return [] }
    return tellFront(.moved(.enter), in: context)
  }

  /// The next of the ticked rows, the place that was wanted, or the new record itself.
  private mutating func afterSaving(
    _ ref: RecordRef, _ form: FormFeature.State, isForField: Bool, in context: AppContext
  ) -> [AppEffect] {
    if isForField, let linked = link(ref, madeBy: form.form.id, in: context) { return linked }
    if let next = queue.first {
      queue.removeFirst()
      return beginAnew(next.form, about: next.about, saying: next.answers)
    }
    if going != nil { return goOn(in: context) }
    if let next = form.form.next(form.reading, form.facts, context.rules) {
      return beginAnew(next, about: ref)
    }
    guard form.opened.about == nil, ref.hasPage else { return [] }
    return open(ref, title: "", in: context)
  }

  /// A form underneath that waited for this record goes on with it; nil when none did.
  private mutating func link(
    _ ref: RecordRef, madeBy made: FormID, in context: AppContext
  ) -> [AppEffect]? {
    guard let index = pages.indices.last, case .form(var form) = pages[index].content,
      let effects = FormFeature.link(&form, to: ref, madeBy: made, in: context)
    else { return nil }
    pages[index].content = .form(form)
    return carry(effects, from: pages[index].id)
  }

  private mutating func goOn(in context: AppContext) -> [AppEffect] {
    guard let destination = going else { return [] }
    going = nil
    return go(to: destination, in: context)
  }

  mutating func receiveDiscarded(_ reply: Reply, in context: AppContext) -> [AppEffect] {
    switch reply {
    case .failed(let trouble): return say(trouble.words, .problem, in: context)
    case .draftDiscarded:
      return readAll(.fresh, in: context) + say("The draft is discarded.", .done, in: context)
    case .read, .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftResumed: return []
    }
  }

  /// The end is near: every form keeps what was typed, now.
  mutating func endNow(in context: AppContext) -> [AppEffect] {
    pages.map(\.id).flatMap { tell($0, .hungUp, in: context) } + [.quit]
  }
}

extension Page {
  fileprivate func isForm(_ id: FormID, about: RecordRef?) -> Bool {
    guard case .form(let form) = content else { return false }
    return form.form.id == id && form.opened.about == about
  }

  fileprivate var draft: DraftID? {
    guard case .form(let form) = content else { return nil }
    return form.keeping.id
  }
}
