package import CaseRules

/// Every command by name, and records by number or name, in one box.
package struct Palette: Equatable, Sendable {
  package enum Item: Equatable, Sendable {
    case heading(String)
    case command(Command, whyNot: String?)
    /// A record, and why it was found where that is not plain to see.
    case record(RecordRef, title: String, because: String? = nil)

    package var canBeTaken: Bool {
      switch self {
      case .heading: false
      case .command, .record: true
      }
    }
  }

  package var query = ""
  package var found: [PersonLine] = []
  package var items: [Item] = []
  package var at = 0
  package var serial = 0

  package init() {}

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

  mutating func toFirst() { at = items.firstIndex(where: \.canBeTaken) ?? 0 }
}

extension AppState {
  /// What fits the words typed: commands from the start of their words, then records.
  func paletteItems(_ palette: Palette) -> [Palette.Item] {
    let narrowing = Narrowing(palette.query)
    return narrowing.isEmpty
      ? recentItems() + commandItems(narrowing)
      : commandItems(narrowing) + recordItems(palette)
  }

  private func recentItems() -> [Palette.Item] {
    let records = recents.prefix(5).map { Palette.Item.record($0.ref, title: $0.title) }
    let commands = recentCommands.prefix(5).map { item(for: $0) }
    let items = Array(records) + Array(commands)
    return items.isEmpty ? [] : [.heading("Used last")] + items + [.heading("All commands")]
  }

  private func commandItems(_ narrowing: Narrowing) -> [Palette.Item] {
    let fitting = Palette.commands.filter { info in
      narrowing.matches(Narrowing.haystack([info.fullTitle, info.command.rawValue]))
    }
    let items = fitting.map { item(for: $0.command) }
    // What cannot be used now stays listed with its reason, after what can.
    return items.filter(\.isUsable) + items.filter { !$0.isUsable }
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
    items += palette.found.filter { hit in !known.contains { $0.ref == hit.ref } }
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

extension Palette.Item {
  fileprivate var isUsable: Bool {
    switch self {
    case .command(_, let whyNot): whyNot == nil
    case .heading, .record: true
    }
  }
}

extension PersonLine {
  /// "SMITH John  03/04/1985  P-1042".
  package var title: String {
    [name, born?.uk ?? "", ref.text].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
