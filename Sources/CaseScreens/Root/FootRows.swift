import CaseApp
import CaseRules
import TextScreen

/// The last rows: what kind of place this is, the hint or a message, and what the keys do.
extension AppPicture {
  func drawFoot(in area: Area) {
    var status = statusRow
    if state.looks.simplifiesLetters {
      status.right += (status.right.isEmpty ? "" : "  ") + "letters simplified"
    }
    let hint = hintRow
    if let row = layout.hintRow, let both = fullReason(hint) {
      both.upper.draw(in: area.row(layout.stateRow))
      both.lower.draw(in: area.row(row))
    } else if let row = layout.hintRow {
      status.draw(in: area.row(layout.stateRow))
      hint.draw(in: area.row(row))
    } else {
      // What is wrong, or was just done, comes before where one is.
      let isPlain = state.message == nil && hint.tone == .hint
      let text =
        isPlain ? "\(status.text)   \(hint.text)" : fitting(hint.text, beside: status)
      StatusRow(kind: status.kind, text: text, right: status.right)
        .draw(in: area.row(layout.stateRow))
    }
    // However small the screen: what is behind the keys is told nowhere else.
    KeyBar(barWords).draw(in: area.row(layout.barRow))
  }

  /// A message, a finding, a reason why not or the help of a question is never cut: for its time it
  /// takes the row above too.
  ///
  /// What is said of a row that opens is fitted to one row, with the key that shows the rest.
  private func fullReason(_ hint: HintRow) -> (upper: HintRow, lower: HintRow)? {
    hint.overTwoRows(columns: layout.size.columns, rest: helpHasAll)
  }

  /// The help has a message, and what is said of a field, however long; of a menu it has nothing.
  private var helpHasAll: String {
    state.popup == nil || state.message != nil ? "\(keys.name(.help)) shows all." : ""
  }

  /// Whether the rows for messages cannot hold the words.
  func isTooLong(_ words: String) -> Bool {
    layout.hintRow == nil
      ? displayWidth(words) > statusRow.room(in: layout.size.columns)
      : wrapped(words, to: max(1, layout.size.columns - 2)).count > 2
  }

  /// A message where there is but one row for it, with the key that shows the rest.
  private func fitting(_ message: String, beside status: StatusRow) -> String {
    let room = status.room(in: layout.size.columns)
    guard displayWidth(message) > room, !helpHasAll.isEmpty else { return message }
    return truncated(message, to: max(0, room - displayWidth(helpHasAll) - 1)) + " " + helpHasAll
  }

  // MARK: State

  private var statusRow: StatusRow {
    if let popup = state.popup { return StatusRow(kind: popup.kindWords, text: popup.statusWords) }
    if case .form(let form)? = state.topPage?.content { return FormStatus.row(of: form) }
    guard let place = state.frontPlace else { return StatusRow(kind: "", text: "") }
    return StatusRow(kind: kind, text: listWords(place), right: rightWords)
  }

  private var kind: String {
    if state.isNarrowing { return "INSERT" }
    if state.topPage?.record != nil { return "RECORD" }
    return keys.keymap.letters == .command ? "NORMAL" : "LIST"
  }

  private func listWords(_ place: any ListPlace) -> String {
    var parts = [positionWords(place)]
    if let sorted = place.sortWords { parts.append(sorted.lowercasedFirst) }
    if !place.narrow.isEmpty {
      let words = place.narrow.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
      parts.append("only rows with \(words); \(keys.name(.back)) shows all")
    }
    if place.tickedCount > 0 { parts.append("\(place.tickedCount) ticked") }
    if place.changedCount > 0 {
      parts.append("\(place.changedCount) changed (\(keys.name(.refresh)))")
    }
    if state.isOpening { parts.append("opening...") }
    return parts.joined(separator: "   ")
  }

  private func positionWords(_ place: any ListPlace) -> String {
    guard place.shownCount > 0 else { return "no rows" }
    let total = place.isWindow ? place.total.text : String(place.shownCount)
    guard let position = place.position else { return "one of \(total) rows, near the end" }
    return "row \(position) of \(total)"
  }

  private var rightWords: String {
    if let readOnly = state.session.readOnly { return readOnly }
    let hidden = state.hidesNames ? ["names hidden"] : []
    return (dailyActs + hidden).joined(separator: "  ")
  }

  /// The keys of what is recorded many times a day, where the row is about a client.
  private var dailyActs: [String] {
    guard !state.isHurrying, layout.hintRow != nil else { return [] }
    return DailyAct.hints.compactMap { act in
      guard state.whyNot(act.command) == nil, let key = keys.keys(act.command) else { return nil }
      // In a keymap file the sign would begin a remark.
      return "\(key == Key.character("#").spelling ? "#" : key) \(act.words)"
    }
  }

  // MARK: Hint

  private var hintRow: HintRow {
    if let message = state.message { return HintRow(words(of: message), tone: message.tone) }
    if case .menu(.leave, _)? = state.popup, let kept = keptWords { return HintRow(kept) }
    if let popup = state.popup { return HintRow(popup.hint(keys)) }
    if case .form(let form)? = state.topPage?.content {
      return FormStatus.hint(of: form, keymap: keys.keymap)
    }
    if !state.pendingKeys.isEmpty {
      return HintRow(state.pendingKeys.joined(separator: " ") + " ...")
    }
    if state.isHurrying { return HintRow("") }
    let row = state.front?.accept(RowHint(context: context)) ?? nil
    let acts = "\(keys.name(.open)) opens, \(keys.name(.actionsMenu)) acts."
    guard let row else { return HintRow("\(keys.name(.help)) helps. \(restHint)") }
    guard state.frontPlace?.isRowWorthOpening == true else { return HintRow(row) }
    if row.isEmpty { return HintRow(acts) }
    return HintRow(fitting(row, acts: acts, opens: "\(keys.name(.open)) shows all."))
  }

  /// What is said of a row is never cut without the key that shows the rest.
  private func fitting(_ row: String, acts: String, opens: String) -> String {
    let room = layout.size.columns - 2
    if displayWidth(row) + displayWidth(acts) < room { return "\(row) \(acts)" }
    if displayWidth(row) <= room { return row }
    return truncated(row, to: room - displayWidth(opens) - 1) + " " + opens
  }

  /// What stays when one leaves; nil when nothing was begun.
  private var keptWords: String? {
    guard !state.unfinished.isEmpty else { return nil }
    let count = Digits.counted(state.unfinished.count, "unfinished form")
    let titles = state.unfinished.prefix(3).map(\.title).joined(separator: ", ")
    return "\(count) \(state.unfinished.count == 1 ? "is" : "are") kept: \(titles)."
  }

  private var restHint: String {
    "\(keys.name(.goTo)) goes to other places, \(keys.name(.commands)) lists all commands."
  }

  func words(of message: Message) -> String {
    guard let command = message.command else { return message.words }
    let whose = message.row.map { " for \(state.hidesNames ? $0.ref.text : $0.name)" } ?? ""
    return "\(message.words) \(keys.name(command)) \(message.does)\(whose)."
  }

  // MARK: Keys

  private var barWords: [String?] {
    let places = AppKeys.places(of: state, for: .function(1))
    return (1...10).map { number in
      let name: String
      switch keys.keymap.lookup(.function(number), places: places) {
      case .action(let action): name = action
      case .menu(_, let action): name = action
      case .prefix, .none: return nil
      }
      guard let command = Command.named(name), isUsable(command) else { return nil }
      return command.info.short
    }
  }

  private func isUsable(_ command: Command) -> Bool {
    if case .form(let form)? = state.topPage?.content, command.meaning == .inForm {
      return FormCommands.whyNot(command.rawValue, in: form) == nil
    }
    return state.whyNot(command) == nil
  }
}

extension Message {
  var tone: Tone {
    switch kind {
    case .done: .ok
    case .info: .message
    case .warning: .warn
    case .problem: .error
    }
  }
}

extension Popup {
  var kindWords: String {
    switch self {
    case .menu: "MENU"
    case .actions: "ACTIONS"
    case .palette: "COMMANDS"
    case .find: "FIND"
    case .filter: "FILTER"
    case .chooser: "CHOOSE"
    case .help: "HELP"
    case .reader: "READING"
    case .question: "QUESTION"
    }
  }

  var statusWords: String {
    switch self {
    case .menu(let menu, _): menu.title
    case .actions(let menu):
      menu.current.flatMap { item in item.whyNot.map { _ in "Not now: \(item.title)" } }
        ?? menu.title
    case .palette(let palette):
      palette.isAsking && palette.current == nil
        ? "reading..." : Popup.fit(palette.items.count { $0.canBeTaken })
    case .find(let find): FindWording.count(find)
    case .filter(let filter): Popup.fit(filter.shown.count)
    case .chooser(let chooser): chooser.kind.title
    case .help, .reader: ""
    case .question(let question): Digits.counted(question.buttons.count, "button")
    }
  }

  private static func fit(_ count: Int) -> String {
    "\(Digits.counted(count, "line")) \(count == 1 ? "fits" : "fit")"
  }

  func hint(_ keys: LiveKeys) -> String {
    let back = keys.name(.back)
    let take = keys.name(.take, in: .choices)
    return switch self {
    case .menu(let menu, _):
      "Type a letter. \(back) \(menu.parent == nil ? "closes the menu" : "goes back one menu")."
    case .actions(let menu):
      menu.current?.whyNot.map { "\($0)." }
        ?? "Type the letter, or move and press \(take). \(back) closes."
    case .palette(let palette):
      PaletteWord.command(for: palette.query, keys.keymap).map {
        "\(take): \($0.title) (:\(palette.query.trimmed))."
      } ?? palette.current?.whyNot.map { "\($0)." }
        ?? "Type the start of any words; a name or number opens a record. \(back) closes."
    case .find: "Type a name, alias, number or date of birth. \(take) opens. \(back) closes."
    case .filter: "Type to find it; \(take) shows only such rows, or lets it go. \(back) closes."
    case .chooser(let chooser) where chooser.kind == .role:
      "\(take) goes on at that desk, \(back) stays at yours."
    case .chooser: "Each one is shown as you move. \(take) keeps it, \(back) goes back."
    case .help: "Type to search the help. \(keys.name(.help)) turns the page, \(back) closes."
    case .reader: "\(back) closes."
    case .question: "The first letter presses a button. \(back) presses the safe one."
    }
  }
}
