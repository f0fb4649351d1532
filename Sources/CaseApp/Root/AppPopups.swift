import CaseRules

/// What lies over the work: opening it, and the keys it has.
extension AppState {
  mutating func show(_ popup: Popup) -> [AppEffect] {
    self.popup = popup
    return []
  }

  mutating func openMenu(
    _ menu: MenuID, keys: [String], in context: AppContext
  ) -> [AppEffect] {
    pendingKeys = []
    let closed = menu.leadsElsewhere ? leaveSavedPage(in: context) : []
    // What a form offers is of no use once it is saved: its record has more.
    if menu == .form, !isFormOpen { return closed + obey(.actionsMenu, rows: 1, in: context) }
    // Whoever was not found is who the new record is for.
    if case .find(let find)? = popup, find.purpose == .find { sought = find.query }
    popup = .menu(menu, keys: keys)
    return closed
  }

  mutating func openPalette() -> [AppEffect] {
    var palette = Palette()
    // A form has no row in front of it: the actions menu there is the form's own.
    let hasRow = !isFormOpen && !areRowsComing && whyNot(.actionsMenu) == nil
    let inFront = hasRow ? actionsInFront() : nil
    palette.actions = inFront?.menu
    palette.items = paletteItems(palette)
    palette.toFirst()
    return show(.palette(palette)) + (inFront?.asked ?? [])
  }

  mutating func openChooser(_ kind: ChooserKind) -> [AppEffect] {
    let (options, before) =
      switch kind {
      case .theme: (looks.themes, looks.theme)
      case .keymap: (looks.keymaps, looks.keymap)
      case .role: (Role.allCases.map(\.title), session.worker.role.title)
      }
    let at = options.firstIndex(of: before) ?? 0
    return show(.chooser(Chooser(kind: kind, options: options, before: before, at: at)))
  }

  /// What a command means to a popup; nil when it is none of its business.
  mutating func obey(
    _ command: Command, rows: Int, over popup: Popup, in context: AppContext
  ) -> [AppEffect]? {
    switch command.meaning {
    case .moves(let move): return self.move(move, rows: rows, over: popup, in: context)
    case .popup(let key): return press(key, over: popup, in: context)
    case .app(.open), .lists(.ticked): return press(.enter, over: popup, in: context)
    case .app(.back): return close(popup, in: context)
    case .app(.pane(let forward)):
      return press(forward ? .next : .previous, over: popup, in: context)
    case .app(.help):
      if case .find(let find) = popup { return show(.help(HelpBox(find: find))) }
      guard case .help(var help) = popup else { return isQuestion(popup) ? [] : nil }
      help.page = help.page == .here ? .allKeys : .here
      help.top = 0
      return show(.help(help))
    case .inForm where command == .undo: return takeBack(over: popup)
    case .goes, .opens, .begins, .does, .lists, .turns, .menu, .inForm, .app:
      // A question is answered or closed, not walked away from.
      return isQuestion(popup) ? [] : nil
    }
  }

  private func isQuestion(_ popup: Popup) -> Bool {
    if case .question = popup { true } else { false }
  }

  private mutating func close(_ popup: Popup, in context: AppContext) -> [AppEffect] {
    self.popup = nil
    switch popup {
    case .chooser(let chooser): return use(chooser.before, chooser.kind, keep: false)
    case .question(var question):
      let isHeard = question.hearsKey(at: context.milliseconds)
      guard isHeard else { return show(.question(question)) }
      return answer(question.safe?.doing ?? .nothing, in: context)
    case .reader(let reader):
      return reader.content == .firstSteps ? askAboutUnfinished(in: context) : []
    case .actions(var menu): return menu.closeGroup() ? show(.actions(menu)) : []
    case .menu(let menu, let keys):
      return menu.parent.map { show(.menu($0, keys: keys.dropLast())) } ?? []
    case .help(let help): return help.find.map { goBack(to: $0) } ?? []
    case .palette, .find, .filter: return []
    }
  }

  /// What was found stays, and the hand on it; what was still being looked for is asked for again.
  private mutating func goBack(to find: FindBox) -> [AppEffect] {
    if find.isAsking { return ask(find) }
    return show(.find(find)) + (find.isLookingFurther ? [look(for: find, .far)] : [])
  }

  // MARK: Moving

  private mutating func move(
    _ move: ListMove, rows: Int, over popup: Popup, in context: AppContext
  ) -> [AppEffect] {
    switch popup {
    case .menu: return []
    case .actions(var menu):
      menu.at = move.place(from: menu.at, count: menu.items.count, rows: rows)
      return show(.actions(menu))
    case .palette(var palette):
      palette.move(move.place(from: 1000, count: 2001, rows: rows) - 1000)
      return show(.palette(palette))
    case .find(var find):
      find.at = move.place(from: find.at, count: find.hits.count, rows: rows)
      return show(.find(find))
    case .filter(var filter):
      filter.at = move.place(from: filter.at, count: filter.shown.count, rows: rows)
      return show(.filter(filter))
    case .chooser(var chooser):
      chooser.at = move.place(from: chooser.at, count: chooser.options.count, rows: rows)
      self.popup = .chooser(chooser)
      return chooser.current.map { use($0, chooser.kind, keep: false) } ?? []
    case .help(var help):
      help.top = move.line(from: help.top, rows: rows)
      return show(.help(help))
    case .reader(var reader):
      reader.top = move.line(from: reader.top, rows: rows)
      return show(.reader(reader))
    case .question(var question):
      question.move(forward: move == .down || move == .pageDown || move == .bottom)
      return show(.question(question))
    }
  }

  // MARK: Pressing

  private mutating func press(
    _ key: PopupKey, over popup: Popup, in context: AppContext
  ) -> [AppEffect] {
    switch key {
    case .enter: return enter(over: popup, in: context)
    case .erase: return erase(over: popup, in: context)
    case .next, .previous:
      guard case .question(var question) = popup else {
        return move(key == .next ? .down : .up, rows: 1, over: popup, in: context)
      }
      question.move(forward: key == .next)
      return show(.question(question))
    }
  }

  private mutating func enter(over popup: Popup, in context: AppContext) -> [AppEffect] {
    switch popup {
    case .menu: return []
    case .actions(let menu):
      guard let item = menu.current else { return [] }
      return take(item, of: menu, in: context)
    case .palette(let palette): return take(palette.current, of: palette, in: context)
    case .find(let find): return take(find, in: context)
    case .filter(let filter): return take(filter, in: context)
    case .chooser(let chooser):
      self.popup = nil
      if chooser.kind == .role { return takeDesk(chooser.current, in: context) }
      return chooser.current.map { use($0, chooser.kind, keep: true) } ?? []
    case .help, .reader: return close(popup, in: context)
    case .question(var question):
      let isHeard = question.hearsKey(at: context.milliseconds)
      guard isHeard, question.buttons.indices.contains(question.focus) else {
        return show(.question(question))
      }
      return answer(question.buttons[question.focus].doing, in: context)
    }
  }

  private mutating func take(
    _ item: Palette.Item?, of palette: Palette, in context: AppContext
  ) -> [AppEffect] {
    switch item {
    case .command(let command, let whyNot):
      if let whyNot { return say("\(title(of: command)): \(whyNot).", .info, in: context) }
      popup = nil
      return run(command, rows: 1, in: context)
    case .action(let item, _):
      return palette.actions.map { take(item, of: $0, in: context) } ?? []
    case .elsewhere(let title, let whyNot): return say("\(title): \(whyNot).", .info, in: context)
    case .record(let ref, let title, _):
      popup = nil
      return open(ref, title: title, in: context)
    case .heading, .about, nil:
      if palette.isAsking { return say("Still looking. Press it again.", .info, in: context) }
      return say("Nothing fits. Try fewer letters.", .info, in: context)
    }
  }

  private mutating func take(_ find: FindBox, in context: AppContext) -> [AppEffect] {
    if let ref = RecordRef(find.query), ref.hasPage {
      popup = nil
      return open(ref, title: find.hits.first { $0.ref == ref }?.title ?? "", in: context)
    }
    // Whoever stands there was found by fewer letters.
    if find.isAsking { return say("Still looking. Press it again.", .info, in: context) }
    guard let hit = find.current else {
      return say("Nobody to open. Type a name, number or date of birth.", .info, in: context)
    }
    popup = nil
    return open(hit.ref, title: hit.title, in: context)
  }

  private mutating func takeDesk(_ title: String?, in context: AppContext) -> [AppEffect] {
    guard let role = Role.allCases.first(where: { $0.title == title }) else { return [] }
    return go(to: .desk(role), in: context)
  }

  private func use(_ name: String, _ kind: ChooserKind, keep: Bool) -> [AppEffect] {
    switch kind {
    case .theme: [.useTheme(name, keep: keep)]
    // Keys and desks must not change under a hand that is still choosing.
    case .role: []
    case .keymap: keep ? [.useKeymap(name)] : []
    }
  }

  // MARK: Typing

  mutating func type(_ text: String, over popup: Popup, in context: AppContext) -> [AppEffect] {
    switch popup {
    case .menu: return sayNotInMenu(text, in: context)
    case .actions(let menu): return pick(text, in: menu, context)
    case .palette(var palette):
      palette.query = clipped(palette.query + text)
      return ask(palette)
    case .find(var find):
      find.query = clipped(find.query + text)
      find.isErased = false
      return ask(find)
    case .filter(var filter):
      filter.query = clipped(filter.query + text)
      filter.at = 0
      return show(.filter(filter))
    case .help(var help):
      help.search = clipped(help.search + text)
      help.top = 0
      return show(.help(help))
    case .question(var question):
      let isHeard = question.hearsKey(at: context.milliseconds)
      guard isHeard, let button = question.button(for: text) else {
        return show(.question(question))
      }
      return answer(button.doing, in: context)
    case .chooser, .reader: return []
    }
  }

  mutating func erase(over popup: Popup, in context: AppContext) -> [AppEffect] {
    switch popup {
    case .palette(var palette):
      palette.query = String(palette.query.dropLast())
      return ask(palette)
    case .find(var find):
      find.query = String(find.query.dropLast())
      find.isErased = true
      return ask(find)
    case .filter(var filter):
      filter.query = String(filter.query.dropLast())
      filter.at = 0
      return show(.filter(filter))
    case .help(var help):
      help.search = String(help.search.dropLast())
      help.top = 0
      return show(.help(help))
    case .menu, .actions, .chooser, .reader, .question: return []
    }
  }

  /// All that was typed into a box goes at once; nil where nothing is typed into it.
  private mutating func takeBack(over popup: Popup) -> [AppEffect]? {
    switch popup {
    case .palette(var palette):
      palette.query = ""
      return ask(palette)
    case .find(var find):
      find.query = ""
      find.isErased = true
      return ask(find)
    case .filter(var filter):
      filter.query = ""
      filter.at = 0
      return show(.filter(filter))
    case .help(var help):
      help.search = ""
      help.top = 0
      return show(.help(help))
    case .question: return []
    case .menu, .actions, .chooser, .reader: return nil
    }
  }

  private func clipped(_ text: String) -> String { String(text.prefix(100)) }

  /// Works out what fits, and asks the records for names and numbers that begin with what is typed.
  ///
  /// Half the name of a command must not find a stranger whose name sounds like it.
  private mutating func ask(_ palette: Palette) -> [AppEffect] {
    var palette = palette
    serial += 1
    palette.serial = serial
    palette.found = []
    palette.items = paletteItems(palette)
    palette.toFirst()
    popup = .palette(palette)
    guard palette.query.trimmed.count >= 2, whyNot(.find) == nil else { return [] }
    return [.read(.find(palette.query, .near, limit: 8), tickets.issue(.find(serial: serial)))]
  }

  private mutating func ask(_ find: FindBox) -> [AppEffect] {
    var find = find
    serial += 1
    find.serial = serial
    find.at = 0
    find.isAsking = !find.query.trimmed.isEmpty
    find.isLookingFurther = false
    if !find.isAsking { find.hits = [] }
    popup = .find(find)
    guard find.isAsking, whyNot(.find) == nil else { return [] }
    return [look(for: find, .near)]
  }

  private mutating func look(for find: FindBox, _ depth: FindDepth) -> AppEffect {
    .read(
      .find(find.query, depth, limit: FindBox.limit), tickets.issue(.find(serial: find.serial)))
  }

  /// The first hits are shown at once, and those who may have been meant are asked for.
  mutating func receiveFound(_ reply: Reply, serial: Int) -> [AppEffect] {
    switch popup {
    case .find(var find) where find.serial == serial:
      let isFirst = find.isAsking
      find.isAsking = false
      switch reply {
      case .read(.found(let hits)):
        find.take(hits)
        find.isLookingFurther = isFirst
        popup = .find(find)
        return isFirst ? [look(for: find, .far)] : []
      case .failed(let trouble):
        find.trouble = trouble.words
        find.isLookingFurther = false
      case .read, .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded,
        .draftResumed:
        break
      }
      popup = .find(find)
    case .palette(var palette) where palette.serial == serial:
      guard case .read(.found(let hits)) = reply else { return [] }
      palette.found = hits
      popup = .palette(refitted(palette))
    case .filter(var filter) where filter.serial == serial:
      guard case .read(.workloads(let lines)) = reply else { return [] }
      if case .caseload? = front { filter.all += CaseloadColumn.values(of: lines) }
      popup = .filter(filter)
    case .find, .palette, .filter, .menu, .actions, .chooser, .help, .reader, .question, nil: break
    }
    return []
  }
}

extension ListMove {
  /// Where a move goes in a short list.
  func place(from place: Int, count: Int, rows: Int) -> Int {
    max(0, min(line(from: place, rows: rows, last: count - 1), count - 1))
  }

  func line(from line: Int, rows: Int, last: Int = 10_000) -> Int {
    switch self {
    case .up: max(0, line - 1)
    case .down: line + 1
    case .pageUp: max(0, line - max(1, rows - 2))
    case .pageDown: line + max(1, rows - 2)
    case .halfPageUp: max(0, line - max(1, rows / 2))
    case .halfPageDown: line + max(1, rows / 2)
    case .top: 0
    case .bottom: last
    }
  }
}
