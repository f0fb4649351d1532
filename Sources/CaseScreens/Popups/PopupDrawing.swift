import CaseApp
import CaseRules
import TextScreen

/// What lies over the work.
extension AppPicture {
  func drawPopup(in area: Area) {
    switch state.popup {
    case .menu(let menu, let opened): draw(menu, openedBy: opened, in: area)
    case .actions(let menu): draw(menu, in: area)
    case .palette(let palette): draw(palette, in: area)
    case .find(let find): FindDrawing(find: find, context: context, keys: keys).draw(in: area)
    case .filter(let filter): draw(filter, in: area)
    case .chooser(let chooser): draw(chooser, in: area)
    case .help(let help): HelpDrawing(help: help, picture: self).draw(in: area)
    case .reader(let reader): ReaderDrawing(reader: reader, picture: self).draw(in: area)
    case .question(let question): draw(question, in: area)
    case nil: break
    }
  }

  // MARK: Menus

  private func draw(_ menu: MenuID, openedBy opened: [String], in area: Area) {
    WhichKeyPanel(
      title: menu.title, entries: MenuEntries(menu: menu, opened: opened, picture: self).all,
      note: keys.name(.back), footer: shortMessage ?? ""
    ).draw(in: area)
  }

  /// What was said of the last key stands where the eye is; a long message has the rows below alone.
  private var shortMessage: String? {
    state.message.map { words(of: $0) }.flatMap { displayWidth($0) < 50 ? $0 : nil }
  }

  private func draw(_ menu: ActionsMenu, in area: Area) {
    let width = min(area.columns - 4, 92)
    let labels = menu.items.map { displayWidth($0.title) }.max() ?? 0
    // Reasons begin in one column; the whole of one is said in the hint.
    let room = min(
      max(10, width - labels - 12), menu.items.map { displayWidth($0.whyNot ?? $0.note) }.max() ?? 0
    )
    let choices = menu.items.map { item in
      ChoiceList.Choice(
        code: item.key.map(String.init) ?? "", label: item.title,
        note: padded(truncated(item.whyNot ?? item.note, to: room), to: room),
        isOff: item.whyNot != nil)
    }
    let part = menu.group.map { " > \($0.title)" } ?? ""
    let title = (state.hidesNames ? "Actions" : "Actions: \(menu.title)") + part
    let list = ChoiceList(
      title: truncated(title, to: width - 6), choices: choices,
      cursor: menu.items.isEmpty ? nil : menu.at,
      footer: footerWords(menu))
    let rows = min(area.rows, list.size.rows)
    list.draw(
      in: area.part(
        row: area.rows - rows, column: 2, rows: rows, columns: min(width, list.size.columns)))
  }

  private func footerWords(_ menu: ActionsMenu) -> String {
    if let shortMessage { return shortMessage }
    if menu.isAsking { return "reading..." }
    return "\(keys.name(.back)) \(menu.group == nil ? "closes" : "goes back")"
  }

  private func draw(_ chooser: Chooser, in area: Area) {
    let choices = chooser.options.map { option in
      ChoiceList.Choice(label: option, note: option == chooser.before ? "in use" : "")
    }
    let list = ChoiceList(
      title: chooser.kind.title, choices: choices, cursor: chooser.at,
      footer: chooser.kind == .role
        ? "\(keys.name(.take, in: .choices)) sits down there, \(keys.name(.back)) stays"
        : "\(keys.name(.take, in: .choices)) keeps, \(keys.name(.back)) goes back")
    list.draw(in: area.centred(rows: list.size.rows, columns: max(40, list.size.columns)))
  }

  private func draw(_ filter: FilterBox, in area: Area) {
    let shown = filter.shown
    let list = ChoiceList(
      title: "Show only: \(filter.query)_",
      choices: shown.map {
        ChoiceList.Choice(label: $0.display, note: filter.held.contains($0) ? "holds now" : "")
      },
      cursor: shown.isEmpty ? nil : filter.at,
      footer: "\(keys.name(.take, in: .choices)) takes, \(keys.name(.back)) closes")
    let rows = min(area.rows, max(list.size.rows, 4))
    list.draw(
      in: area.centred(rows: rows, columns: min(area.columns - 4, max(50, list.size.columns))))
  }

  // MARK: Palette

  private func draw(_ palette: CaseApp.Palette, in area: Area) {
    let items = palette.items.map { item -> CommandPalette.Item in
      switch item {
      case .heading(let words): return .init(words, kind: .heading)
      case .about(let title):
        return .init("For \(state.hidesNames ? "what is in front" : title)", kind: .heading)
      case .command(let command, let whyNot):
        return .init(
          state.fullTitle(of: command), kind: whyNot == nil ? .command : .off, detail: whyNot ?? "",
          keys: keys.keys(command) ?? "")
      case .action(let action, let letters):
        let opened = keys.keys(.actionsMenu)
        return .init(
          action.title, kind: action.whyNot == nil ? .command : .off, detail: action.whyNot ?? "",
          keys: opened.flatMap { key in letters.map { "\(key) \($0)" } } ?? "")
      case .elsewhere(let title, let whyNot):
        return .init(title, kind: .off, detail: whyNot)
      case .record(let ref, let title, let because):
        return .init(
          state.hidesNames ? NameWording.initials(title, ref) : title,
          detail: because.map { context.reason($0) } ?? "")
      }
    }
    CommandPalette(
      title: "Commands", query: palette.query, caret: palette.query.count, items: items,
      cursor: palette.items.isEmpty ? nil : palette.at,
      note: "A number or a name opens a record: 1042, brown tia",
      footer: "\(keys.name(.take, in: .choices)) runs, \(keys.name(.back)) closes"
    ).draw(in: area.centred(rows: area.rows - 2, columns: min(78, area.columns - 4)))
  }

  // MARK: Questions

  private func draw(_ question: Question, in area: Area) {
    Dialog(
      title: question.title, body: question.body,
      buttons: question.buttons.map { Dialog.Button($0.label, isSafe: $0.isSafe) },
      focus: question.focus, width: 70
    ).draw(in: area)
  }
}

extension ChooserKind {
  var title: String {
    switch self {
    case .theme: "Theme"
    case .keymap: "Keymap"
    case .role: "Desks of this demonstration"
    }
  }
}

/// The letters of a menu, as the live keymap has them, with what cannot be used now dimmed.
struct MenuEntries {
  let menu: MenuID
  let opened: [String]
  let picture: AppPicture

  var all: [WhichKeyPanel.Entry] {
    bindings.compactMap { binding in
      guard let command = Command(rawValue: binding.action) else { return formEntry(binding) }
      guard exists(command) else { return nil }
      if command == .pane1 { return panesEntry }
      if [.pane2, .pane3, .pane4].contains(command) { return nil }
      return WhichKeyPanel.Entry(
        key: binding.keys.spelling, label: label(command),
        offReason: picture.state.whyNot(command) == nil ? nil : "not now")
    }
  }

  /// "1-4": the panes behind the first one, in the order of the strip above.
  private var panesEntry: WhichKeyPanel.Entry {
    let panes: [Command] = [.pane1, .pane2, .pane3, .pane4]
    let there = panes.prefix(picture.state.desk.count - 1).map(\.rawValue)
    let letters = bindings.filter { there.contains($0.action) }.map(\.keys.spelling)
    let keys = letters.count > 2 ? "\(letters[0])-\(letters[letters.count - 1])" : letters.joined()
    return WhichKeyPanel.Entry(key: keys, label: "Pane, in order")
  }

  /// What only the form in front can do.
  private func formEntry(_ binding: Keymap.Binding) -> WhichKeyPanel.Entry? {
    guard case .form(let form)? = picture.state.topPage?.content else { return nil }
    return WhichKeyPanel.Entry(
      key: binding.keys.spelling, label: FormActionTable.label(binding.action).capitalisedFirst,
      offReason: FormCommands.whyNot(binding.action, in: form) == nil ? nil : "not now")
  }

  private var bindings: [Keymap.Binding] {
    let keys = picture.keys.keymap
    let place = menu.place
    guard let sequence = KeySequence(spelling: opened.joined(separator: " ")) else {
      return keys.bindings(in: place)
    }
    return keys.menu(
      place, openedBy: sequence, places: AppKeys.places(of: picture.state, for: .escape))
  }

  private func label(_ command: Command) -> String {
    if menu == .leave, command == .back { return "Back to work" }
    guard command == .unfinished, let count = picture.state.counts?.unfinished, count > 0 else {
      return command.title
    }
    return "\(command.title) \(count)"
  }

  /// Days and scopes that the list in front does not have, and forms nobody made, are left out.
  private func exists(_ command: Command) -> Bool {
    switch command.meaning {
    case .turns: picture.state.whyNot(command) == nil
    case .begins(let form): FormCatalogue.form(form) != nil
    case .app(.choose(.role)): picture.state.session.isDemo
    case .goes, .opens, .does, .moves, .lists, .menu, .popup, .inForm, .app: true
    }
  }
}

extension MenuID {
  /// The part of the keymap with its letters.
  var place: Place {
    switch self {
    case .goTo: .goTo
    case .new: .new
    case .view: .view
    case .leave: .leave
    case .form: .actions
    case .custodyLists: .custodyLists
    case .helplineLists: .helplineLists
    case .officeLists: .officeLists
    case .newForOffice: .newForOffice
    case .ediiLists: .ediiLists
    case .newForEDII: .newForEDII
    }
  }

  init?(place: Place) {
    switch place {
    case .goTo: self = .goTo
    case .new: self = .new
    case .view: self = .view
    case .leave: self = .leave
    case .custodyLists: self = .custodyLists
    case .helplineLists: self = .helplineLists
    case .officeLists: self = .officeLists
    case .newForOffice: self = .newForOffice
    case .ediiLists: self = .ediiLists
    case .newForEDII: self = .newForEDII
    case .anywhere, .list, .form, .text, .grid, .choices, .dialog, .help, .normal, .insert,
      .actions:
      return nil
    }
  }
}
