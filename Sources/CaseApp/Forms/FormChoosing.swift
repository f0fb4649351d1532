import CaseRules

extension FormFeature.State {
  /// The help there is for an answer: a list, a calendar or a search.
  mutating func openChoices(in context: AppContext) {
    guard let place, let kind = sheet.kind(at: place) else { return }
    if kind.linkKinds != nil {
      openLinks(at: place, in: context)
    } else if kind.hasCalendar {
      openCalendar(of: kind, at: place, in: context)
    } else if kind.list(in: context.rules.codes) != nil || kind.yesNoAnswers != nil {
      openChoices(of: kind, at: place, onward: nil, in: context)
    } else {
      notice = .noChoices(label: sheet.label(at: place, in: draft))
    }
  }

  /// What stands in the field narrows the list, unless it is an answer already.
  mutating func openChoices(
    of kind: FieldKind, at place: FieldPlace, onward: FormMove?, in context: AppContext
  ) {
    let all = choices(of: kind, in: context)
    let now = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
    var list = ChoicesPopup(place: place, all: all, options: all, at: 0, onward: onward)
    if kind.takesSeveral {
      list.several = ChoicesPopup.Several(query: TypedText(), ticked: now.answer?.codes ?? [])
    } else if !isEditing, let code = now.answer?.code ?? now.answer?.yesNo?.rawValue {
      list.at = all.firstIndex { $0.code == code } ?? 0
    } else if !box.isEmpty {
      box.keep()
      list.narrow(by: box.text)
    }
    popup = .choices(list)
  }

  private func choices(of kind: FieldKind, in context: AppContext) -> [AnswerOption] {
    if let answers = kind.yesNoAnswers {
      return answers.map { AnswerOption(code: $0.rawValue, label: $0.words) }
    }
    let list = kind.list(in: context.rules.codes)
    return (list?.pickable(on: context.today) ?? []).map {
      AnswerOption(code: $0.code, label: $0.words, synonyms: $0.synonyms)
    }
  }

  mutating func takeInChoices(
    _ popup: ChoicesPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var list = popup
    switch action {
    case .typed(" ") where list.several != nil, .chose(.tick): tick(&list, in: context)
    case .typed, .pasted, .edited: edit(&list, action, in: context)
    case .moved(.up): list.move(by: -1)
    case .moved(.down): list.move(by: 1)
    case .moved(.pageUp): list.move(by: -ChoicesPopup.page)
    case .moved(.pageDown): list.move(by: ChoicesPopup.page)
    case .moved(.enter): return takeChoice(list, in: context)
    case .moved(.next): return closeChoices(list, going: .next, in: context)
    case .moved(.previous): return closeChoices(list, going: .previous, in: context)
    case .chose(.explanation): list.explains.toggle()
    case .chose(.back), .chose(.choices): return closeChoices(list, going: nil, in: context)
    case .chose(.save): return closeChoices(list, going: .save, in: context)
    case .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.popup = .choices(list)
  }

  /// Typing narrows: in the field itself, or in a line of its own where several are ticked.
  private mutating func edit(
    _ list: inout ChoicesPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    switch action {
    case .edited(.caret(.start)): return list.at = 0
    case .edited(.caret(.end)): return list.at = max(0, list.options.count - 1)
    case .typed, .pasted, .edited, .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    guard list.several != nil else {
      let before = box.text
      switch action {
      case .typed(let text): insert(PastedText.oneLine(text), in: context)
      case .pasted(let text): insert(PastedText.oneLine(text), in: context)
      case .edited(let edit): take(edit, in: context)
      case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
      }
      if box.text != before { list.narrow(by: box.text) }
      return
    }
    list.several?.query.take(action)
    list.narrow(by: list.several?.query.text ?? "")
  }

  private mutating func tick(_ list: inout ChoicesPopup, in context: AppContext) {
    guard let several = list.several, let code = list.current?.code else { return }
    var ticked = Set(several.ticked)
    if ticked.remove(code) == nil { ticked.insert(code) }
    let ordered = list.all.map(\.code).filter { ticked.contains($0) }
    list.several?.ticked = ordered
    put(ordered.joined(separator: ", "), at: list.place, in: context)
  }

  private mutating func takeChoice(_ list: ChoicesPopup, in context: AppContext) {
    if list.several != nil { return closeChoices(list, going: .next, in: context) }
    guard let choice = list.current else { return }
    popup = nil
    put(choice.code, at: list.place, in: context)
    if let onward = list.onward { return leave(onward, in: context) }
    goOn(from: list.place, in: context)
  }

  /// To the next question, without anybody having pressed Tab; who does so out of habit stays there.
  mutating func goOn(from chosen: FieldPlace, in context: AppContext) {
    leave(.next, in: context)
    guard place != chosen, popup == nil else { return }
    spilled = .choice(before: place)
  }

  /// Leaves what was typed as it is; the same list does not open by itself again.
  private mutating func closeChoices(
    _ list: ChoicesPopup, going move: FormMove?, in context: AppContext
  ) {
    popup = nil
    declined[list.place] = box.text
    if let move { leave(move, in: context) }
  }

  // MARK: Calendar

  private mutating func openCalendar(
    of kind: FieldKind, at place: FieldPlace, in context: AppContext
  ) {
    let answer = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
      .answer
    let day = answer?.dateRange?.lowerBound ?? answer?.moment?.date ?? context.today
    popup = .calendar(
      CalendarPopup(place: place, day: day, today: context.today, in: context.rules.calendar))
  }

  mutating func takeInCalendar(
    _ popup: CalendarPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var day = popup.day
    switch action {
    case .edited(.caret(.left)): day = day.adding(days: -1)
    case .edited(.caret(.right)): day = day.adding(days: 1)
    case .moved(.up): day = day.adding(days: -7)
    case .moved(.down): day = day.adding(days: 7)
    case .moved(.pageUp): day = day.adding(months: -1)
    case .moved(.pageDown): day = day.adding(months: 1)
    case .edited(.caret(.start)): day = popup.today
    case .typed(let text):
      self.popup = nil
      return type(text, in: context)
    case .moved(.enter): return takeDay(popup, in: context)
    case .moved(.next): return closeAndLeave(.next, in: context)
    case .moved(.previous): return closeAndLeave(.previous, in: context)
    case .chose(.save): return closeAndLeave(.save, in: context)
    case .chose(.back), .chose(.choices): return self.popup = nil
    case .edited, .chose, .pasted, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.popup = .calendar(
      CalendarPopup(place: popup.place, day: day, today: popup.today, in: context.rules.calendar))
  }

  /// A field that asks for the time as well keeps the caret behind the date.
  private mutating func takeDay(_ popup: CalendarPopup, in context: AppContext) {
    self.popup = nil
    guard let kind = sheet.kind(at: popup.place) else { return }
    guard case .dateTime = kind else {
      put(popup.day.uk, at: popup.place, in: context)
      return goOn(from: popup.place, in: context)
    }
    let old = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
      .answer?.moment
    put(popup.day.uk + " " + (old?.time.text ?? ""), at: popup.place, in: context)
    box = TypedText(before: draft[popup.place])
    if old != nil { goOn(from: popup.place, in: context) }
  }

  private mutating func closeAndLeave(_ move: FormMove, in context: AppContext) {
    popup = nil
    leave(move, in: context)
  }

  // MARK: Records

  /// Looks up what stands in the field, to be chosen by Enter.
  mutating func openLinks(
    at place: FieldPlace, takingTheOnly: Bool = false, in context: AppContext
  ) {
    guard let kinds = sheet.kind(at: place)?.linkKinds else { return }
    var links = LinksPopup(place: place, hits: [], at: 0, isLooking: true)
    links.takesTheOnly = takingTheOnly
    popup = .links(links)
    // Whoever stands there already must not hide the others; people are found by name only.
    let isChosen = sheet.kind(at: place).map { isChosenLink(draft[place].trimmed, $0) } ?? false
    lookUp(at: place, kinds, for: isChosen && !kinds.contains(.person) ? "" : nil)
  }

  mutating func lookUp(
    at place: FieldPlace, _ kinds: [RecordRef.Kind], for typed: String? = nil,
    takingTheOnly: Bool = false
  ) {
    lookUps.forget(place)
    let ticket = newTicket()
    let words = typed ?? draft[place].trimmed
    lookUps.waiting[ticket] = FormLookUps.Waiting(
      place: place, typed: words, takesTheOnly: takingTheOnly)
    ask(.lookUp(words, kinds: kinds, ticket))
  }

  /// The name of a record that was chosen without being looked up.
  mutating func lookUpName(of ref: RecordRef, at place: FieldPlace) {
    lookUp(at: place, [ref.kind])
  }

  /// A link field left with words in it: the only colleague or service that fits is taken, and how
  /// many clients fit is told beside it; one that was emptied asks for nobody any more.
  mutating func lookUpIfNeeded(_ place: FieldPlace, _ kind: FieldKind) {
    guard let kinds = kind.linkKinds else { return }
    if box.text.trimmed.isEmpty { return lookUps.forget(place) }
    if isChosenLink(box.text, kind) { return }
    lookUp(at: place, kinds, takingTheOnly: kinds.allSatisfy(\.mayBeTakenAlone))
  }

  mutating func take(_ hits: [LookUpHit], for ticket: Ticket, in context: AppContext) {
    guard let waiting = lookUps.waiting.removeValue(forKey: ticket) else { return }
    let place = waiting.place
    if case .links(let links) = popup, links.place == place {
      show(offered(hits, at: place), in: links, in: context)
    } else {
      lookUps.fitting[place] = hits.count
      noteSearch(at: place, found: hits.count)
      if waiting.takesTheOnly, waiting.typed == draft[place].trimmed {
        takeTheOnly(offered(hits, at: place), at: place, in: context)
      }
      takeExact(hits, at: place, in: context)
    }
    saveOnceFound(in: context)
  }

  /// Whoever alone has the words that were typed and left stands in the field, by name.
  private mutating func takeTheOnly(
    _ hits: [LookUpHit], at place: FieldPlace, in context: AppContext
  ) {
    let asTyped = hits.filter(\.isAsTyped)
    guard asTyped.count == 1, let only = asTyped.first, RecordRef(draft[place]) == nil,
      place != self.place || !isEditing
    else { return }
    facts.names[only.ref] = only.words
    chosen.insert(only.ref)
    put(only.ref.text, at: place, in: context)
    history.close(draft)
    if place == self.place { arrived = box.text }
    readAgain(place, in: context)
    refreshFindings(in: context)
    askFactsIfNeeded(for: place, in: context)
    keepIfNeeded()
  }

  /// What was found, in the list that waits for it; the only record that fits may be taken by it.
  private mutating func show(
    _ hits: [LookUpHit], in waiting: LinksPopup, in context: AppContext
  ) {
    let place = waiting.place
    var links = waiting
    links.hits = hits
    links.isLooking = false
    // An answer about everything says nothing about how many fit the words.
    lookUps.fitting[place] = links.missed == nil ? hits.count : 0
    let asTyped = hits.filter(\.isAsTyped)
    if links.takesTheOnly, asTyped.count == 1, let only = asTyped.first {
      noteSearch(at: place, found: hits.count)
      takeLink(only, at: place, in: context)
      return leave(.next, in: context)
    }
    if hits.isEmpty, links.missed == nil, showAll(insteadOf: links) { return }
    links.at =
      links.missed == nil ? hits.firstIndex { $0.ref == RecordRef(draft[place]) } ?? 0 : -1
    popup = .links(links)
  }

  /// Nobody and nothing fits: what there is to choose from is shown whole, where it can be; of
  /// people there are too many.
  private mutating func showAll(insteadOf links: LinksPopup) -> Bool {
    let typed = draft[links.place].trimmed
    guard !typed.isEmpty, let kinds = sheet.kind(at: links.place)?.linkKinds,
      !kinds.contains(.person)
    else { return false }
    var all = links
    all.missed = typed
    all.takesTheOnly = false
    all.isLooking = true
    popup = .links(all)
    lookUp(at: links.place, kinds, for: "")
    return true
  }

  /// Without workers who cannot be named here; one who was typed by number is told why.
  private func offered(_ hits: [LookUpHit], at place: FieldPlace) -> [LookUpHit] {
    guard sheet.field(at: place)?.namesWhoTakesClients == true else { return hits }
    return hits.filter { hit in
      hit.role.map(CaseloadRules.takesClients) ?? true || hit.ref == RecordRef(draft[place])
    }
  }

  /// A whole number, typed and left, is its record, which is then named beside it; words never are.
  private mutating func takeExact(
    _ hits: [LookUpHit], at place: FieldPlace, in context: AppContext
  ) {
    guard let ref = typedLink(at: place), let hit = hits.first(where: { $0.ref == ref }) else {
      return
    }
    facts.names[ref] = hit.words
    chosen.insert(ref)
    lookUps.fitting[place] = nil
    refreshFindings(in: context)
  }

  /// The record whose number stands in a field that is left.
  private func typedLink(at place: FieldPlace) -> RecordRef? {
    guard place != self.place || !isEditing,
      case .value(.link(let ref), _)? = reading(at: place), draft[place] == ref.text
    else { return nil }
    return ref
  }

  /// Whether a record that was typed is still being looked up and may be taken.
  package var awaitsLinks: Bool {
    lookUps.waiting.values.contains { waiting in
      waiting.takesTheOnly
        || typedLink(at: waiting.place).map { !chosen.contains($0) } ?? false
    }
  }

  private mutating func saveOnceFound(in context: AppContext) {
    guard savesOnceFound, !awaitsLinks else { return }
    savesOnceFound = false
    if page == .sheet, popup == nil { save(in: context) }
  }

  mutating func takeInLinks(
    _ popup: LinksPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var links = popup
    switch action {
    case .typed, .pasted, .edited: return narrow(links, action, in: context)
    case .moved(.up): links.at = max(0, links.at - 1)
    case .moved(.down): links.at = max(0, min(links.hits.count - 1, links.at + 1))
    case .moved(.pageUp): links.at = 0
    case .moved(.pageDown): links.at = max(0, links.hits.count - 1)
    case .moved(.enter):
      if let hit = links.current {
        takeLink(hit, at: links.place, in: context)
        return goOn(from: links.place, in: context)
      }
    case .moved(.next): return closeAndLeave(.next, in: context)
    case .moved(.previous): return closeAndLeave(.previous, in: context)
    case .chose(.save): return closeAndLeave(.save, in: context)
    case .chose(.newRecord): return beginNewRecord()
    case .chose(.back), .chose(.choices): return self.popup = nil
    case .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.popup = .links(links)
  }

  private mutating func narrow(
    _ links: LinksPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    let before = box.text
    switch action {
    case .typed(let text): insert(PastedText.oneLine(text), in: context)
    case .pasted(let text): insert(PastedText.oneLine(text), in: context)
    case .edited(let edit): take(edit, in: context)
    case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    guard box.text != before, let kinds = sheet.kind(at: links.place)?.linkKinds else { return }
    lookUp(at: links.place, kinds)
    var looking = LinksPopup(place: links.place, hits: links.hits, at: 0, isLooking: true)
    looking.isErased = before.hasPrefix(box.text)
    popup = .links(looking)
  }

  private mutating func takeLink(
    _ hit: LookUpHit, at place: FieldPlace, in context: AppContext
  ) {
    popup = nil
    facts.names[hit.ref] = hit.words
    chosen.insert(hit.ref)
    put(hit.ref.text, at: place, in: context)
  }
}

extension RecordRef.Kind {
  /// A colleague, an officer, a service or a place is taken where one alone has the words; whoever
  /// might be taken for another client is chosen by Enter and seen first.
  fileprivate var mayBeTakenAlone: Bool {
    switch self {
    case .worker, .officer, .agency, .suite: true
    case .person, .intelligenceSubject, .custodyEntry, .dir, .episode, .appointment, .consent,
      .contact, .handover, .helplineCall, .incomingReferral, .custodyFact, .carePlan, .referral,
      .modality, .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant, .intelligenceReport, .bronzeAction:
      false
    }
  }
}

extension ChoicesPopup {
  /// Page up and down, in answers.
  static let page = 8

  mutating func move(by step: Int) { at = max(0, min(options.count - 1, at + step)) }

  /// An exact code first, then codes that start so, then words from their starts in any order; the
  /// whole list where nothing fits.
  mutating func narrow(by typed: String) {
    let wanted = typed.foldedForSearch
    at = 0
    missed = nil
    guard !wanted.isEmpty else { return options = all }
    let words = typed.searchWords
    let ranked = all.enumerated().compactMap { index, choice in
      choice.rank(wanted, words).map { (choice, $0, index) }
    }
    options = ranked.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    if options.isEmpty {
      missed = typed
      options = all
      at = -1
    }
  }
}

extension AnswerOption {
  /// How well typed words fit: 0 for the very code, nil for not at all.
  fileprivate func rank(_ typed: String, _ words: [String]) -> Int? {
    let code = code.foldedForSearch
    if code == typed { return 0 }
    if code.hasPrefix(typed) { return 1 }
    guard words.allSatisfy({ word in starts.contains { $0.hasPrefix(word) } }) else { return nil }
    return starts.first.map { $0.hasPrefix(words.first ?? "") } == true ? 2 : 3
  }
}

extension CalendarPopup {
  init(place: FieldPlace, day: CalendarDate, today: CalendarDate, in calendar: WorkingCalendar) {
    let first = day.firstOfMonth
    let length = CalendarDate.daysIn(month: first.month, year: first.year)
    let holidays = (0..<length).compactMap { offset -> BankHoliday? in
      let date = first.adding(days: offset)
      return calendar.holidayName(on: date).map { BankHoliday(date: date, name: $0) }
    }
    self.init(place: place, day: day, today: today, holidays: holidays)
  }
}

extension TypedText {
  /// The keys of a plain line of text.
  mutating func take(_ action: FormFeature.Action) {
    switch action {
    case .typed(let text), .pasted(let text): if !insert(PastedText.oneLine(text)) { return }
    case .edited(.deletedBack): deleteBack()
    case .edited(.deletedAhead): deleteAhead()
    case .edited(.deletedWordBack): deleteWordBack()
    case .edited(.deletedWordAhead): deleteWordAhead()
    case .edited(.deletedToEnd): deleteToEnd()
    case .edited(.cleared): clear()
    case .edited(.caret(let move)): self.move(move)
    case .edited(.lineBroken), .edited(.caretPlaced): break
    case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
  }
}
