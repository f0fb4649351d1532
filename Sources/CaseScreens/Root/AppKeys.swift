package import CaseApp
import CaseRules
package import TextScreen

/// What a key means where the worker is now.
package enum AppKeys {
  /// What happened at the keyboard, as the program understands it.
  package static func actions(
    for input: TerminalInput, state: AppState, keymap: Keymap, size: Size
  ) -> [AppAction] {
    switch input {
    case .key(let key):
      action(for: key, state: state, keymap: keymap, size: size).map { [$0] } ?? []
    case .paste(let text):
      AppLayout(size).isTooSmall ? [] : [state.door == nil ? .pasted(text) : .door(.pasted(text))]
    case .resize, .hangUp, .terminate, .resumed, .wake, .timeout: []
    }
  }

  package static func action(
    for key: Key, state: AppState, keymap: Keymap, size: Size
  ) -> AppAction? {
    if let door = state.door, !AppLayout(size).isTooSmall {
      return DoorKeys.action(for: key, at: door, keymap).map { .door($0) }
    }
    let reader = KeyReader(state: state, keymap: keymap, layout: AppLayout(size))
    return AppLayout(size).isTooSmall ? reader.whenTooSmall(key) : reader.action(for: key)
  }

  /// The parts of the keymap that hold now, the nearest first.
  static func places(of state: AppState, for key: Key) -> [Place] {
    switch state.popup {
    case .menu: break
    case .actions, .palette, .find, .filter, .chooser: return [.choices]
    case .help, .reader: return [.help]
    case .question: return [.dialog]
    case nil: break
    }
    if case .form(let form)? = state.topPage?.content {
      return FormCommands.places(for: key, in: form)
    }
    guard state.looks.lettersCommand else { return [.list] }
    return state.isNarrowing ? (key.typed == nil ? [.insert, .list] : []) : [.list, .normal]
  }
}

/// Reads one key against the state and the live keymap.
private struct KeyReader {
  let state: AppState
  let keymap: Keymap
  let layout: AppLayout

  func action(for key: Key) -> AppAction? {
    if case .menu(_, let opened)? = state.popup, state.pendingKeys.isEmpty {
      return inMenu(key, opened: opened)
    }
    let places = AppKeys.places(of: state, for: key)
    if state.pendingKeys.isEmpty, isText(key, in: places) { return typed(key) }
    let sequence = KeySequence(pending + [key])
    switch keymap.lookup(sequence, places: places) {
    case .action(let name): return named(name, key)
    case .menu(let place, let name): return opens(place, name, sequence)
    case .prefix: return .keysPending(sequence.keys.map(\.spelling))
    case .none: return state.pendingKeys.isEmpty ? unbound(key) : unknown(sequence)
    }
  }

  /// Below the smallest size only leaving works: a blind Enter must not do anything.
  func whenTooSmall(_ key: Key) -> AppAction? {
    switch keymap.lookup(key, places: [.list]) {
    case .action(Command.redraw.rawValue): .pressed(.redraw, rows: 1)
    case .menu(.leave, _): .endAsked
    case .action, .menu, .prefix, .none: nil
    }
  }

  private var pending: [Key] { state.pendingKeys.compactMap { Key(spelling: $0) } }

  // MARK: Text

  /// Signs that are commands in an empty box are letters once something is typed.
  private func isText(_ key: Key, in places: [Place]) -> Bool {
    guard key.typed != nil else { return false }
    switch state.popup {
    case .palette(let palette): return key.typed != " " || !palette.query.isEmpty
    case .find(let find): return key.typed != " " || !find.query.isEmpty
    case .filter(let filter): return key.typed != " " || !filter.query.isEmpty
    case .help: return true
    case .menu, .actions, .chooser, .reader, .question: return false
    case nil: break
    }
    if state.isFormOpen { return false }
    if state.looks.lettersCommand { return state.isNarrowing }
    return state.frontPlace?.narrow.isEmpty == false && !isDailyAct(key)
  }

  /// The signs of the daily acts begin no word that a list is narrowed by, so they work meanwhile.
  private func isDailyAct(_ key: Key) -> Bool {
    guard let sign = key.typed, !sign.isLetter, !sign.isNumber,
      case .action(let name) = keymap.lookup(key, places: [.list]),
      case .does? = Command.named(name)?.meaning
    else { return false }
    return true
  }

  private func typed(_ key: Key) -> AppAction? {
    key.typed.map { .typed(String($0), rows: rows) }
  }

  private func unbound(_ key: Key) -> AppAction? {
    if let letter = key.typed {
      if case .form(let form)? = state.topPage?.content, state.popup == nil {
        return FormCommands.action(typing: String(letter), in: form).map { .form($0) }
      }
      let isCommandOnly =
        state.popup == nil && state.looks.lettersCommand && !state.isNarrowing
      return isCommandOnly ? unknown(KeySequence(key)) : typed(key)
    }
    if key == .backspace { return .erased }
    return caught(key)
  }

  // MARK: Names

  private func named(_ name: String, _ key: Key) -> AppAction? {
    if name == Command.take.rawValue, let command = PaletteWord.command(in: state, keymap) {
      return .pressed(command, rows: rows)
    }
    if case .form(let form)? = state.topPage?.content, state.popup == nil {
      let area = Size(columns: layout.formRect.columns, rows: layout.formRect.rows)
      if let action = FormCommands.action(name, key: key, in: form, size: area) {
        return .form(action)
      }
    }
    if name == Command.deleteBack.rawValue { return .erased }
    return Command.named(name).map { .pressed($0, rows: rows) }
  }

  private func opens(_ place: Place, _ name: String, _ sequence: KeySequence) -> AppAction? {
    // A form may have a use of its own for the key: another row of a table.
    if case .form(let form)? = state.topPage?.content, state.popup == nil,
      let key = sequence.keys.last,
      let action = FormCommands.action(name, key: key, in: form, size: layout.size)
    {
      return .form(action)
    }
    let keys = sequence.keys.map(\.spelling)
    if let menu = MenuID(place: place) {
      if case .question? = state.popup { return nil }
      return .menuOpened(menu, keys: keys)
    }
    return state.isFormOpen && isFree
      ? .menuOpened(.form, keys: keys) : .pressed(.actionsMenu, rows: rows)
  }

  /// Whether nothing lies over the work but a menu, which gives way to another.
  private var isFree: Bool {
    switch state.popup {
    case .menu, nil: true
    case .actions, .palette, .find, .filter, .chooser, .help, .reader, .question: false
    }
  }

  private func inMenu(_ key: Key, opened: [String]) -> AppAction? {
    let places = menuPlaces(key)
    let opening = opened.compactMap { Key(spelling: $0) }
    let sequence = KeySequence(opening + [key])
    if !opening.isEmpty {
      switch keymap.lookup(sequence, places: places) {
      case .action(let name): return named(name, key, closing: true)
      case .menu(let place, let name): return opens(place, name, sequence)
      case .prefix, .none: break
      }
    } else if case .menu(let menu, _)? = state.popup {
      // Opened by its name: there are no keys before the letter.
      switch keymap.lookup(key, places: [menu.place]) {
      case .action(let name): return named(name, key, closing: true)
      case .menu(let place, _): return MenuID(place: place).map { .menuOpened($0, keys: []) }
      case .prefix, .none: break
      }
    }
    if closesMenu(key) { return .pressed(.back, rows: rows) }
    return typed(key) ?? anywhere(key) ?? unbound(key)
  }

  /// What works everywhere works over a menu too and closes it, as it does in the place behind it: the
  /// letters that are typed after it would choose from the menu.
  private func anywhere(_ key: Key) -> AppAction? {
    guard keymap.lookup(key, places: []) != .none else { return nil }
    return switch keymap.lookup(key, places: menuPlaces(key)) {
    case .action(let name): named(name, key, closing: true)
    case .menu(let place, let name): opens(place, name, KeySequence(key))
    case .prefix, .none: nil
    }
  }

  private func menuPlaces(_ key: Key) -> [Place] {
    if case .form(let form)? = state.topPage?.content {
      return FormCommands.places(for: key, in: form)
    }
    return state.looks.lettersCommand ? [.list, .normal] : [.list]
  }

  private func closesMenu(_ key: Key) -> Bool {
    if key == .escape { return true }
    guard case .action(let name) = keymap.lookup(key, places: [.dialog]) else { return false }
    return name == Command.back.rawValue
  }

  /// A letter of a menu: the form's own, or a command.
  private func named(_ name: String, _ key: Key, closing: Bool) -> AppAction? {
    if case .form(let form)? = state.topPage?.content,
      let action = FormCommands.action(name, key: key, in: form, size: layout.formRect.size),
      name != Command.back.rawValue
    {
      // The menu stays for the letter that was meant.
      if let why = FormCommands.whyNot(name, in: form) {
        return .keyCaught("\(FormActionTable.label(name).capitalisedFirst): \(why).")
      }
      return .form(action)
    }
    return Command.named(name).map { .pressed($0, rows: rows) }
  }

  // MARK: Keys that do nothing

  private func unknown(_ sequence: KeySequence) -> AppAction {
    let help = LiveKeys(keymap).name(.help)
    return .keyCaught("\(sequence.spelling) does nothing here. \(help) shows the keys.")
  }

  /// Keys pressed out of habit are answered, so that instinct does no harm.
  private func caught(_ key: Key) -> AppAction? {
    let keys = LiveKeys(keymap)
    switch key {
    case .control("S"):
      return .keyCaught("\(keys.name(.save)) saves a form. What you typed is kept anyway.")
    case .control("V"):
      return .keyCaught("Paste with your terminal's own key; the program takes it as text.")
    case .control("Q"), .control("Z"), .control("C"), .control("\\"):
      return .keyCaught("\(keys.name(.back)) goes back, \(keys.name(.leaveMenu)) leaves.")
    case .character, .control, .function, .enter, .escape, .tab, .shiftTab, .backspace, .delete,
      .insert, .home, .end, .pageUp, .pageDown, .up, .down, .left, .right, .wordLeft, .wordRight,
      .other:
      return state.isFormOpen || state.popup != nil ? nil : unknown(KeySequence(key))
    }
  }

  /// A page of the list that has the keys, or of what lies over it.
  private var rows: Int {
    switch state.popup {
    case nil, .menu: layout.listRows(of: state)
    case .actions, .palette, .find, .filter, .chooser, .help, .reader, .question:
      max(1, layout.workRows - 5)
    }
  }
}
