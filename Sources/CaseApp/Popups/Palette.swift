package import CaseRules

/// Every command by name, what can be done with the row or record in front, and records by number
/// or name, in one box.
package struct Palette: Equatable, Sendable {
  package enum Item: Equatable, Sendable {
    case heading(String)
    /// Above the actions: whose they are.
    case about(String)
    case command(Command, whyNot: String?)
    /// Something the actions menu offers, with the letters that lead to it there.
    case action(ActionsMenu.Item, keys: String?)
    /// A form that is begun from another record, and what has to be picked first.
    case elsewhere(title: String, whyNot: String)
    /// A record, and why it was found where that is not plain to see.
    case record(RecordRef, title: String, because: String? = nil)

    package var canBeTaken: Bool {
      switch self {
      case .heading, .about: false
      case .command, .action, .elsewhere, .record: true
      }
    }

    /// Why it cannot be done now; nil when it can.
    package var whyNot: String? {
      switch self {
      case .command(_, let whyNot): whyNot
      case .action(let item, _): item.whyNot
      case .elsewhere(_, let whyNot): whyNot
      case .heading, .about, .record: nil
      }
    }

    /// A command or an action, and not a record.
    fileprivate var isDoing: Bool {
      switch self {
      case .command, .action, .elsewhere: true
      case .heading, .about, .record: false
      }
    }
  }

  package var query = ""
  package var found: [PersonLine] = []
  package var items: [Item] = []
  package var at = 0
  package var serial = 0
  /// What can be done with what was in front as the box opened; nil where nothing can.
  package var actions: ActionsMenu?

  package init() {}

  /// True while the records are asked what the row allows.
  package var isAsking: Bool { actions?.isAsking == true }

  package var current: Item? { items.indices.contains(at) ? items[at] : nil }

  mutating func move(_ step: Int) {
    var place = at
    for _ in 0..<max(1, abs(step)) {
      var next = place + step.signum()
      while items.indices.contains(next), !items[next].canBeTaken { next += step.signum() }
      guard items.indices.contains(next) else { break }
      place = next
    }
    at = place
  }

  /// The first line; a command that cannot be used stands back for what can be done.
  mutating func toFirst() {
    at = items.firstIndex(where: \.canBeTaken) ?? 0
    guard current?.whyNot != nil else { return }
    at = items.firstIndex { $0.isDoing && $0.whyNot == nil } ?? at
  }
}

extension AppState {
  /// The same box with what came late in its place, and the hand on what it was on.
  func refitted(_ palette: Palette) -> Palette {
    var palette = palette
    let taken = palette.current
    palette.items = paletteItems(palette)
    let at = taken.flatMap { palette.items.firstIndex(of: $0) }
    if let at { palette.at = at } else { palette.toFirst() }
    return palette
  }

  /// What fits the words typed: commands and actions from the start of their words, then records.
  func paletteItems(_ palette: Palette) -> [Palette.Item] {
    let narrowing = Narrowing(palette.query)
    return narrowing.isEmpty
      ? recentItems() + commandItems(narrowing) + actionItems(palette, narrowing)
      : commandItems(narrowing) + actionItems(palette, narrowing)
        + elsewhereItems(palette, narrowing) + recordItems(palette)
  }

  private func recentItems() -> [Palette.Item] {
    let records = recents.prefix(5).map { Palette.Item.record($0.ref, title: $0.title) }
    let commands = recentCommands.prefix(5).map { item(for: $0) }
    let items = Array(records) + Array(commands)
    return items.isEmpty ? [] : [.heading("Used last")] + items + [.heading("All commands")]
  }

  private func commandItems(_ narrowing: Narrowing) -> [Palette.Item] {
    let fitting = Palette.commands.filter { info in
      narrowing.matches(
        Narrowing.haystack([
          info.fullTitle, info.command.rawValue, PaletteWords.words(for: info.command),
        ]))
    }
    let items = fitting.map { item(for: $0.command) }
    // What cannot be used now stays listed with its reason, after what can.
    return items.filter { $0.whyNot == nil } + items.filter { $0.whyNot != nil }
  }

  private func actionItems(_ palette: Palette, _ narrowing: Narrowing) -> [Palette.Item] {
    // A number opens a record, also where an action names it.
    guard let menu = palette.actions, RecordRef(palette.query) == nil else { return [] }
    let fitting = menu.spread.filter { narrowing.matches(Narrowing.haystack($0.item.words)) }
    return fitting.isEmpty
      ? [] : [.about(menu.title)] + fitting.map { .action($0.item, keys: $0.keys) }
  }

  /// What is done from a record that is not in front: named with what has to be picked first, so
  /// that nobody thinks that it cannot be done.
  private func elsewhereItems(_ palette: Palette, _ narrowing: Narrowing) -> [Palette.Item] {
    guard palette.query.trimmed.count >= 3, RecordRef(palette.query) == nil, !palette.isAsking
    else { return [] }
    let offered = Set(palette.actions?.spread.compactMap(\.item.form) ?? [])
    let items = Palette.formsElsewhere.compactMap { elsewhere -> Palette.Item? in
      let form = elsewhere.form
      guard narrowing.matches(elsewhere.haystack), !offered.contains(form.id),
        form.whyNotSave(session.worker) == nil, let whyNot = whyNot(form.id)
      else { return nil }
      return .elsewhere(title: form.title, whyNot: whyNot)
    }
    return items.isEmpty ? [] : [.heading("With another record in front")] + items.prefix(6)
  }

  private func item(for command: Command) -> Palette.Item {
    .command(command, whyNot: whyNot(command))
  }

  private func recordItems(_ palette: Palette) -> [Palette.Item] {
    var items: [Palette.Item] = []
    if let ref = RecordRef(palette.query), ref.hasPage {
      items.append(.record(ref, title: "Open \(ref.text)"))
    }
    let known = recents.filter { Narrowing(palette.query).matches(Folding.fold($0.title)) }
    items += known.map { .record($0.ref, title: $0.title) }
    // Until it is known what can be done, nobody may stand where that belongs.
    let found = palette.isAsking ? [] : palette.found
    items += found.filter { hit in !known.contains { $0.ref == hit.ref } }
      .map { .record($0.ref, title: $0.title, because: $0.because == "name" ? nil : $0.because) }
    return items.isEmpty ? [] : [.heading("Records")] + items
  }
}

extension Palette {
  /// What is worth running by name: keys that only move are not.
  static let commands: [CommandInfo] = CommandTable.all.filter { info in
    switch info.command.meaning {
    case .moves, .popup: false
    case .app(.commands), .app(.back), .app(.open), .app(.narrow): false
    case .goes, .opens, .begins, .does, .lists, .turns, .menu, .inForm, .app: true
    }
  }.filter { !["pane-1", "pane-2", "pane-3", "pane-4"].contains($0.command.rawValue) }
}

extension PersonLine {
  /// "SMITH John  03/04/1985  P-1042".
  package var title: String {
    [name, born?.uk ?? "", ref.text].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
