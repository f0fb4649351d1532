import CaseRules

/// The help there is for an answer, and choosing from a list.
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
    let now = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
    var list = ChoicesPopup(
      place: place, of: choices(of: kind, reading: now, in: context), on: context.today,
      onward: onward)
    let all = list.all
    if kind.takesSeveral {
      list.begin(with: sorted(now, of: kind, among: all, in: context))
    } else if !isEditing, let code = now.answer?.code ?? now.answer?.yesNo?.rawValue {
      list.at = all.firstIndex { $0.code == code } ?? 0
    } else if !box.isEmpty {
      box.keep()
      list.narrow(by: box.text)
    }
    popup = .choices(list)
  }

  /// What stands in the field already: ticks, and words that are still to find theirs.
  private func sorted(
    _ now: Reading, of kind: FieldKind, among all: [AnswerOption], in context: AppContext
  ) -> ChoicesPopup.Several {
    var codes = now.answer?.codes ?? []
    var unread: [String] = []
    for piece in now.answer == nil ? CodeReader.pieces(of: box.text) : [] {
      let read = FieldReader.read(piece, as: kind, in: context.rules.reading(of: opened.draft))
      if let found = read.answer?.codes { codes += found } else { unread.append(piece) }
    }
    let ticked = all.map(\.code).filter { codes.contains($0) }
    return ChoicesPopup.Several(
      query: TypedText(before: unread.first ?? ""), ticked: ticked,
      kept: codes.filter { !ticked.contains($0) } + unread.dropFirst())
  }

  /// The list of the field; for anything else, such as a time that comes twice, what was read.
  private func choices(
    of kind: FieldKind, reading now: Reading, in context: AppContext
  ) -> CodeList {
    if let answers = kind.yesNoAnswers { return YesNo.list(answers) }
    if let list = kind.list(in: context.rules.codes) { return list }
    let read: [Code] = if case .choices(let codes) = now { codes } else { [] }
    return CodeList("as-read", title: "Answers", rule: form.requiredBy, codes: read)
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
      takeInField(action, in: context)
      if box.text != before { list.narrow(by: box.text) }
      return
    }
    let before = list.several?.query.text ?? ""
    list.several?.query.take(action)
    guard let typed = list.several?.query.text, typed != before else { return }
    list.several?.isFound = false
    list.narrow(by: typed)
  }

  /// What is typed under an open list goes into the field.
  mutating func takeInField(_ action: FormFeature.Action, in context: AppContext) {
    switch action {
    case .typed(let text), .pasted(let text): insert(PastedText.oneLine(text), in: context)
    case .edited(let edit): take(edit, in: context)
    case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
  }

  private mutating func tick(_ list: inout ChoicesPopup, in context: AppContext) {
    guard let code = list.current?.code else { return tellNothingFits(list) }
    list.turn(code)
    put(list.several?.answer ?? "", at: list.place, in: context)
  }

  /// Enter closes; words that were typed for an answer tick it first, as they take it where there is
  /// but one.
  private mutating func takeTicks(_ popup: ChoicesPopup, in context: AppContext) {
    guard let several = popup.several, several.wanted != nil else {
      return closeChoices(popup, going: popup.onward ?? .next, in: context)
    }
    guard let code = popup.current?.code else { return tellNothingFits(popup) }
    var list = popup
    list.found(code)
    closeChoices(list, going: list.onward, in: context)
    if list.onward == nil { goOn(from: list.place, in: context) }
  }

  private mutating func tellNothingFits(_ list: ChoicesPopup) {
    guard let missed = list.missed else { return }
    notice = .nothingFits(missed)
    ask(.beep)
  }

  private mutating func takeChoice(_ list: ChoicesPopup, in context: AppContext) {
    if list.several != nil { return takeTicks(list, in: context) }
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

  /// Leaves what was typed as it is, also for ticks; the same list does not open by itself again.
  private mutating func closeChoices(
    _ list: ChoicesPopup, going move: FormMove?, in context: AppContext
  ) {
    popup = nil
    if let several = list.several, several.answer != list.opened {
      put(several.answer, at: list.place, in: context)
    }
    declined[list.place] = box.text
    if let move { leave(move, in: context) }
  }

  /// Whatever lies over the field goes, and the caret goes on.
  mutating func closeAndLeave(_ move: FormMove, in context: AppContext) {
    popup = nil
    leave(move, in: context)
  }
}

extension ChoicesPopup {
  /// Page up and down, in answers.
  static let page = 8

  mutating func move(by step: Int) { at = max(0, min(options.count - 1, at + step)) }

  /// Opens with the ticks that stand already, at what the other words mean.
  mutating func begin(with several: Several) {
    self.several = several
    opened = several.answer
    narrow(by: several.query.text)
  }

  /// Ticks an answer or takes its tick away.
  mutating func turn(_ code: String) {
    guard var several else { return }
    var ticked = Set(several.ticked)
    if ticked.remove(code) == nil { ticked.insert(code) }
    several.ticked = all.map(\.code).filter { ticked.contains($0) }
    several.isFound = true
    self.several = several
  }

  /// Ticks the answer that was typed for; one that is ticked already stays so.
  mutating func found(_ code: String) {
    if several?.ticked.contains(code) == true { several?.isFound = true } else { turn(code) }
  }

  /// What typed words are read as when the field is left is what they leave of the list; the whole list
  /// where nothing fits.
  mutating func narrow(by typed: String) {
    at = 0
    missed = nil
    guard !typed.foldedForSearch.isEmpty else { return options = all }
    options = list.narrowed(by: typed, on: day).map(AnswerOption.init)
    if options.isEmpty {
      missed = typed
      options = all
      at = -1
    }
  }
}
