import CaseRules

/// Commands, by key or by name.
extension AppState {
  mutating func obey(_ command: Command, rows: Int, in context: AppContext) -> [AppEffect] {
    pendingKeys = []
    if isNarrowing, popup == nil, endsNarrowing(command) {
      isNarrowing = false
      return []
    }
    if let popup {
      if let effects = obey(command, rows: rows, over: popup, in: context) { return effects }
      // A letter that leads nowhere now leaves its menu open, for the one that was meant.
      if case .menu = popup, let why = whyNot(command) {
        return say("\(command.title): \(why).", .info, in: context)
      }
      self.popup = nil
    }
    let closed = leadsElsewhere(command) ? leaveSavedPage(in: context) : []
    if let why = whyNot(command) {
      return closed + refuse(command, because: why, in: context)
    }
    return closed + run(command, rows: rows, in: context)
  }

  /// The key of a call with a client is found by those who took a call to the helpline (PPL-051).
  private mutating func refuse(
    _ command: Command, because why: String, in context: AppContext
  ) -> [AppEffect] {
    let words = "\(command.title): \(why)."
    guard command == .recordCall, whyNot(.newHelplineCall) == nil else {
      return say(words, .info, in: context)
    }
    return say(
      words, .info, with: .newHelplineCall, does: "records a call to the helpline", in: context)
  }

  /// Commands that do something with the row under the hand, or with those that are shown.
  func isAboutRow(_ command: Command) -> Bool {
    switch command.meaning {
    case .begins, .does, .lists(.ticked), .lists(.tickedAll), .lists(.onlyThisValue),
      .app(.open), .app(.actions), .app(.print), .app(.history):
      true
    case .goes, .opens, .moves, .lists, .turns, .menu, .popup, .inForm, .app: false
    }
  }

  /// Commands that leave a form behind them, as opposed to those that help with it.
  private func leadsElsewhere(_ command: Command) -> Bool {
    switch command.meaning {
    case .goes, .opens, .begins, .does, .app(.find), .app(.openByNumber), .app(.commands),
      .app(.actions), .app(.lastRecord), .app(.quit), .app(.print), .app(.signOut):
      true
    case .menu(let menu): menu.leadsElsewhere
    case .moves, .lists, .turns, .popup, .inForm, .app: false
    }
  }

  /// Enter and back leave the mode in which letters narrow; what was typed stays.
  private func endsNarrowing(_ command: Command) -> Bool {
    switch command.meaning {
    case .app(.open), .app(.back): true
    case .goes, .opens, .begins, .does, .moves, .lists, .turns, .menu, .popup, .inForm, .app: false
    }
  }

  mutating func run(_ command: Command, rows: Int, in context: AppContext) -> [AppEffect] {
    note(command)
    switch command.meaning {
    case .goes(let pane): return go(to: .pane(pane), in: context)
    case .opens(let list): return go(to: .list(list), in: context)
    case .begins(let form): return begin(form, in: context)
    case .does(let act): return self.do(act, in: context)
    case .moves(let move): return self.move(move, rows: rows, in: context)
    case .lists(let action): return act(action, in: context)
    case .turns(let turn): return self.turn(turn, in: context)
    case .menu(let menu):
      popup = .menu(menu, keys: [])
      return []
    case .popup: return []
    case .inForm: return tellForm(command, in: context)
    case .app(let doing): return run(doing, rows: rows, in: context)
    }
  }

  private mutating func showFind(_ box: FindBox) -> [AppEffect] {
    show(.find(box)) + (whyNot(.find) == nil ? [.readyToFind] : [])
  }

  private mutating func run(
    _ doing: CommandMeaning.Doing, rows: Int, in context: AppContext
  ) -> [AppEffect] {
    switch doing {
    case .help: return show(.help(HelpBox(said: lastMessage(at: context.milliseconds))))
    case .find: return showFind(FindBox())
    case .overdoseCard:
      return show(.reader(Reader(title: OverdoseCard.title, content: .overdoseCard)))
    case .openByNumber: return showFind(FindBox(.number))
    case .commands: return openPalette()
    case .refresh: return refresh(in: context)
    case .back: return back(in: context)
    case .redraw: return [.redraw]
    case .zoom:
      isZoomed.toggle()
      return []
    case .actions: return openActions(in: context)
    case .open: return openRow(in: context)
    case .narrow:
      isNarrowing = looks.lettersCommand
      return say("Type to narrow the list.", .info, in: context)
    case .filterBy: return openFilter()
    case .pane(let forward): return nextPane(forward: forward, in: context)
    case .paneNumber(let number):
      return desk.indices.contains(number) ? go(to: .pane(desk[number]), in: context) : []
    case .lastRecord: return openLastRecord(in: context)
    case .neighbour(let next): return openNeighbour(next: next, rows: rows, in: context)
    case .choose(let kind): return openChooser(kind)
    case .hideNames:
      hidesNames.toggle()
      let words = hidesNames ? "Names are hidden: initials and numbers." : "Names are shown."
      return say(words, .info, in: context)
    case .print: return askWhatToPrint(in: context)
    case .history: return openHistory(in: context)
    case .quit: return leave(in: context)
    case .lock: return lock(afterMinutes: nil, in: context)
    case .signOut: return go(to: .signIn, in: context)
    case .changePassword: return changePassword(in: context)
    }
  }

  private mutating func note(_ command: Command) {
    switch command.meaning {
    case .moves, .popup, .lists(.ticked), .lists(.columnMoved), .app(.back), .app(.commands),
      .app(.open), .menu:
      return
    case .goes, .opens, .begins, .does, .lists, .turns, .inForm, .app: break
    }
    recentCommands.removeAll { $0 == command }
    recentCommands.insert(command, at: 0)
    recentCommands = Array(recentCommands.prefix(10))
  }

  // MARK: The list in front

  private mutating func move(_ move: ListMove, rows: Int, in context: AppContext) -> [AppEffect] {
    let pause = hurry(HandMove(move: move, rows: rows, at: context.milliseconds))
    if let effects = jumpInLongList(move, in: context) { return effects + pause }
    changeFront { $0.reduce(.moved(move, rows: rows)) }
    let reading = readAhead(rows: rows)
    if reading.isEmpty { course.noteStep() }
    return reading + pause
  }

  /// Moves that follow each other faster than this are a held key, in milliseconds.
  private static let restPause: Int64 = 80

  /// The first move shows everything at once; only those that follow at its heels hurry.
  private mutating func hurry(_ move: HandMove) -> [AppEffect] {
    defer { lastMove = move }
    guard let lastMove, move.at - lastMove.at < Self.restPause else {
      isHurrying = false
      return []
    }
    isHurrying = true
    return [.awaitRest(milliseconds: Int(Self.restPause))]
  }

  /// The first and the last rows of a long list may have to be read first.
  private mutating func jumpInLongList(_ move: ListMove, in context: AppContext) -> [AppEffect]? {
    switch move {
    case .top: frontPlace?.hasBefore == true ? readEnd(.first, .start) : nil
    case .bottom: frontPlace?.hasAfter == true ? readEnd(.last, .end) : nil
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown: nil
    }
  }

  private mutating func readEnd(
    _ end: PageRequest.Place, _ landing: Landing
  ) -> [AppEffect]? {
    guard let place = frontPlace,
      let request = place.request(for: PageRequest(narrow: place.narrow, end))
    else { return nil }
    changeFront { $0.awaitRows(landing) }
    return [.read(request, tickets.issue(frontRoute(landing)))]
  }

  private mutating func act(_ action: ListAction, in context: AppContext) -> [AppEffect] {
    if frontPlace?.isWindow == true, action == .onlyThisValue || action == .allValues {
      return filterLongList(action, in: context)
    }
    changeFront { $0.reduce(action) }
    rememberFilter()
    switch action {
    case .sorted:
      return say((frontPlace?.sortWords ?? "In the list's own order") + ".", .info, in: context)
    case .onlyThisValue:
      guard let words = frontPlace?.onlyWords else { return [] }
      return say("Shown: \(words).", .info, with: .back, does: "shows all", in: context)
    case .columnMoved:
      guard let column = frontPlace?.columnTitle else { return [] }
      return say("Column \(column).", .info, with: .sort, does: "sorts by it", in: context)
    case .moved, .typed, .erased, .narrowingCleared, .ticked, .tickedAll, .allValues, .broughtIn,
      .held, .letGo:
      return []
    }
  }

  private mutating func turn(_ turn: ListTurn, in context: AppContext) -> [AppEffect] {
    guard changeFront({ $0.turn(turn, in: context) }) == true else { return [] }
    return readFront(.fresh, in: context)
  }

  /// Brings in what was held back, and reads everything again.
  private mutating func refresh(in context: AppContext) -> [AppEffect] {
    let count = changedCount
    for pane in panes.keys { panes[pane]?.change { $0.reduce(.broughtIn) } }
    for page in pages { changePage(page.id) { $0.reduce(.broughtIn) } }
    let words =
      count == 0
      ? "Nothing was changed by others." : Digits.counted(count, "change") + " brought in."
    let effects = readAll(.again, in: context)
    return effects + say(words, .info, in: context)
  }

  /// How many rows others changed in the lists that are open.
  package var changedCount: Int {
    var count = 0
    for pane in panes.values { count += pane.place.changedCount }
    for page in pages {
      if case .list(let list) = page.content { count += list.place.changedCount }
    }
    return count
  }

  // MARK: Typing

  mutating func type(_ text: String, rows: Int, in context: AppContext) -> [AppEffect] {
    pendingKeys = []
    if let popup { return type(text, over: popup, in: context) }
    guard frontPlace != nil else { return [] }
    return narrow({ $0.reduce(.typed(text)) }, in: context)
  }

  mutating func erase(in context: AppContext) -> [AppEffect] {
    pendingKeys = []
    if let popup { return erase(over: popup, in: context) }
    guard let place = frontPlace, !place.narrow.isEmpty else { return [] }
    return narrow({ $0.reduce(.erased) }, in: context)
  }

  /// Narrows the list in front; a long one is asked for its rows anew.
  mutating func narrow(
    _ change: (inout any ListPlace) -> Void, in context: AppContext
  ) -> [AppEffect] {
    changeFront(change)
    guard frontPlace?.isWindow == true else { return [] }
    return readFront(.start, in: context)
  }
}
