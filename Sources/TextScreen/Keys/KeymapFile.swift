/// A keymap file as it was read, or what is wrong with it.
package struct KeymapLoad: Sendable {
  /// Nil when there is a problem: the program then keeps the map it has.
  package let keymap: Keymap?
  package let problems: [FileProblem]
}

extension Keymap {
  /// Reads a keymap file and checks it.
  ///
  /// `actions` are all there are; `base` gives the text of another keymap by its name, for
  /// `based-on`. With `isProven`, how the lines go together is not looked into again: the files that
  /// come with the program are held to that before they are shipped.
  package static func load(
    _ text: String, actions: [KnownAction], base: (String) -> String?, isProven: Bool = false
  ) -> KeymapLoad {
    var builder = KeymapBuilder(actions: actions)
    builder.add(text, base: base, depth: 0)
    return builder.finish(isProven: isProven)
  }

  /// The few keys that always work, for when not even the default file can be used.
  package static func lastResort(actions: [KnownAction]) -> Keymap {
    let known = Set(actions.map(\.name))
    var bindings: [Binding] = []
    let moving: [(String, Key)] = [
      ("up", .up), ("down", .down), ("open", .enter), ("page-up", .pageUp),
      ("page-down", .pageDown),
    ]
    for (action, keys) in KeptActions.keys {
      for key in keys { bindings.append(Binding(.anywhere, KeySequence(key), action)) }
    }
    for (action, key) in moving { bindings.append(Binding(.list, KeySequence(key), action)) }
    bindings.append(Binding(.form, KeySequence(.tab), "next-field"))
    bindings.append(Binding(.form, KeySequence(.shiftTab), "previous-field"))
    return Keymap(
      name: "Built in", letters: .type, words: [:],
      bindings: bindings.filter { known.contains($0.action) }, menus: actions.menus)
  }
}

extension Keymap.Binding {
  fileprivate init(_ place: Place, _ keys: KeySequence, _ action: String) {
    self.init(place: place, keys: keys, action: action, line: nil)
  }
}

extension [KnownAction] {
  /// The menu behind each action that opens one.
  fileprivate var menus: [String: Place] {
    var menus: [String: Place] = [:]
    for action in self { menus[action.name] = action.opens }
    return menus
  }
}

/// Puts a map together from a file and the files it is based on.
private struct KeymapBuilder: BasedFile {
  static let noun = "keymap"

  /// The keys of one action in one place.
  private struct Line {
    var keys: [KeySequence]
    let line: Int?
    let order: Int
  }
  private struct Slot: Hashable {
    let place: Place
    let action: String
  }

  private let actions: [String: KnownAction]
  private let menus: [String: Place]
  private var name = ""
  private var letters = Keymap.Letters.type
  private var words: [String: String] = [:]
  private var lines: [Slot: Line] = [:]
  var problems: [FileProblem] = []
  private var count = 0

  init(actions: [KnownAction]) {
    var known: [String: KnownAction] = [:]
    for action in actions { known[action.name] = action }
    self.actions = known
    menus = actions.menus
  }

  // MARK: Reading

  mutating func add(_ text: String, base: (String) -> String?, depth: Int) {
    let file = LineFile(text: text)
    problems += file.problems
    readHead(file, base: base, depth: depth)
    for part in file.parts where Place(name: part.name) == nil {
      report(part.line, unknownPart(part.name))
    }
    var fresh: Set<Slot> = []
    for entry in file.entries {
      guard let place = Place(name: entry.part), let slot = slot(entry, place) else { continue }
      if let earlier = lines[slot], fresh.contains(slot) {
        report(entry.line, "'\(entry.name)' already has its keys in line \(earlier.line ?? 0)")
        continue
      }
      fresh.insert(slot)
      lines[slot] = Line(keys: keys(entry, slot), line: entry.line, order: nextOrder(slot))
    }
    takeKeysFromBase(fresh)
  }

  private mutating func nextOrder(_ slot: Slot) -> Int {
    count += 1
    return lines[slot]?.order ?? count
  }

  mutating func head(_ entry: LineFile.Entry) {
    switch entry.name {
    case "name": name = displaySafe(entry.value, lines: .one)
    case "letters":
      if let wanted = Keymap.Letters(rawValue: entry.value.lowercased()) {
        letters = wanted
      } else {
        report(entry.line, "letters is 'type' or 'command', not '\(shortened(entry.value))'")
      }
    default:
      report(
        entry.line,
        "'\(shortened(entry.name))' stands before the first [place]; known here are "
          + "name, letters and based-on")
    }
  }

  mutating func forgetLineNumbers() {
    for (slot, line) in lines {
      lines[slot] = Line(keys: line.keys, line: nil, order: line.order)
    }
  }

  private mutating func slot(_ entry: LineFile.Entry, _ place: Place) -> Slot? {
    guard let action = actions[entry.name] else {
      let hint = nearest(to: entry.name, among: actions.keys.sorted())
      report(
        entry.line,
        "no action '\(shortened(entry.name))'." + (hint.map { " Did you mean '\($0)'?" } ?? ""))
      return nil
    }
    guard action.works(in: place) else {
      let places = Place.allCases.filter(action.places.contains).map { "[\($0.name)]" }
      report(
        entry.line,
        "'\(action.name)' has no meaning in [\(place.name)]; it belongs in "
          + places.joined(separator: " or "))
      return nil
    }
    return Slot(place: place, action: action.name)
  }

  private mutating func keys(_ entry: LineFile.Entry, _ slot: Slot) -> [KeySequence] {
    if slot.place == .anywhere, words.contains(where: { $0.value == slot.action }) {
      words = words.filter { $0.value != slot.action }
    }
    if entry.value.isEmpty || entry.value.lowercased() == "none" { return [] }
    var found: [KeySequence] = []
    for spelling in LineFile.pieces(of: entry.value, at: ",", keepingEmpty: true) {
      if spelling.isEmpty {
        report(entry.line, "a key is missing between two commas (the key itself is 'Comma')")
      } else if let word = commandWord(spelling) {
        words[word] = slot.action
      } else if let keys = checked(spelling, entry, slot) {
        found.append(keys)
      }
    }
    return found
  }

  /// `:w` is no key but a word for the box of commands.
  private func commandWord(_ spelling: String) -> String? {
    guard spelling.hasPrefix(":"), spelling.count > 1, !spelling.contains(" ") else { return nil }
    return String(spelling.dropFirst())
  }

  private mutating func checked(
    _ spelling: String, _ entry: LineFile.Entry, _ slot: Slot
  ) -> KeySequence? {
    var keys: [Key] = []
    for part in LineFile.pieces(of: spelling, at: " ") {
      guard let key = Key(spelling: part) else {
        report(entry.line, "no key is called '\(shortened(part))'." + keyHint(part))
        return nil
      }
      if let reason = ForbiddenKeys.reason(key) {
        report(entry.line, "\(key.spelling) cannot be used: \(reason)")
        return nil
      }
      keys.append(key)
    }
    guard let first = keys.first else { return nil }
    if actions[slot.action]?.isGrave == true, keys.count == 1, !slot.place.isMenu {
      report(entry.line, "'\(slot.action)' cannot be on a single key: it is too easily pressed")
      return nil
    }
    if let letter = first.typed, isTyped(letter, in: slot.place) {
      report(entry.line, "\(first.spelling) is for typing in [\(slot.place.name)]")
      return nil
    }
    return KeySequence(keys)
  }

  /// Whether a letter belongs to the text there, so that it cannot be a command.
  private func isTyped(_ letter: Character, in place: Place) -> Bool {
    switch place {
    case .anywhere, .text, .insert: true
    case .form, .grid, .choices, .help:
      letters == .type && (letter.isLetter || letter.isNumber || place == .form)
    case .list: letters == .type && (letter.isLetter || letter.isNumber)
    case .dialog, .normal, .goTo, .new, .view, .leave, .actions, .custodyLists, .helplineLists,
      .officeLists, .newForOffice, .ediiLists, .newForEDII:
      false
    }
  }

  private func keyHint(_ name: String) -> String {
    let names = [
      "Comma", "Hash", "Space", "Enter", "Esc", "Tab", "Backspace", "Delete", "Home", "End",
      "PgUp", "PgDn", "Up", "Down", "Left", "Right", "Shift+Tab", "Ctrl+W",
    ]
    if let near = nearest(to: name.lowercased(), among: names.map { $0.lowercased() }),
      let key = names.first(where: { $0.lowercased() == near })
    {
      return " Did you mean '\(key)'?"
    }
    return name.count > 2 && name.contains("-")
      ? " Keys are written like 'Ctrl+W'." : " Keys are written like 'F2', 'Ctrl+W' or 'PgDn'."
  }

  private func unknownPart(_ name: String) -> String {
    let hint = nearest(to: name, among: Place.allCases.map(\.name))
    return "there is no place [\(shortened(name))]." + (hint.map { " Did you mean [\($0)]?" } ?? "")
  }

  // MARK: Putting together

  /// A key that this file gives away is taken from the action the base gave it to.
  private mutating func takeKeysFromBase(_ fresh: Set<Slot>) {
    if fresh.count == lines.count { return }
    var taken: [Place: [KeySequence]] = [:]
    for slot in fresh { taken[slot.place, default: []] += lines[slot]?.keys ?? [] }
    for (slot, line) in lines where !fresh.contains(slot) {
      guard let taken = taken[slot.place] else { continue }
      let kept = line.keys.filter { keys in
        !taken.contains { clash(keys, $0, in: slot.place, shorter: slot.action) }
      }
      lines[slot]?.keys = kept
    }
  }

  /// Whether two sequences cannot both be bound in a place.
  private func clash(
    _ left: KeySequence, _ right: KeySequence, in place: Place, shorter action: String
  ) -> Bool {
    if left == right || right.isStart(of: left) { return true }
    return left.isStart(of: right) && menus[action] == nil
  }

  mutating func finish(isProven: Bool) -> KeymapLoad {
    keepWhatIsNeeded()
    let bindings = sortedBindings()
    if !isProven {
      findDoubles(bindings)
      findWeak(bindings)
    }
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    let keymap = Keymap(
      name: name, letters: letters, words: words, bindings: bindings, menus: menus)
    if problems.isEmpty, !isProven { findShadows(keymap) }
    return KeymapLoad(keymap: problems.isEmpty ? keymap : nil, problems: problems)
  }

  private func sortedBindings() -> [Keymap.Binding] {
    lines.sorted { $0.value.order < $1.value.order }.flatMap { slot, line in
      line.keys.map {
        Keymap.Binding(place: slot.place, keys: $0, action: slot.action, line: line.line)
      }
    }
  }

  private mutating func keepWhatIsNeeded() {
    for (action, keys) in KeptActions.keys where actions[action] != nil {
      let slot = Slot(place: .anywhere, action: action)
      if lines[slot]?.keys.isEmpty ?? true {
        count += 1
        lines[slot] = Line(keys: keys.map { KeySequence($0) }, line: nil, order: count)
      }
    }
  }

  /// The same key twice in a place, and keys that are also the start of a sequence.
  private mutating func findDoubles(_ bindings: [Keymap.Binding]) {
    var seen: [Place: [KeySequence: Keymap.Binding]] = [:]
    for binding in bindings {
      if let other = seen[binding.place]?[binding.keys] {
        report(
          max(binding.line ?? 0, other.line ?? 0) == 0
            ? nil : max(binding.line ?? 0, other.line ?? 0),
          "\(binding.keys.spelling) is bound twice in [\(binding.place.name)]: "
            + "\(named(other)) and \(named(binding))")
      } else {
        seen[binding.place, default: [:]][binding.keys] = binding
      }
    }
    for binding in bindings where binding.keys.keys.count > 1 {
      for length in 1..<binding.keys.keys.count {
        let start = KeySequence(Array(binding.keys.keys.prefix(length)))
        for place in Set([binding.place, .anywhere]) {
          guard let other = seen[place]?[start], menus[other.action] == nil else { continue }
          report(
            binding.line ?? other.line,
            "\(start.spelling) is \(named(other)) and cannot also start "
              + "\(binding.keys.spelling), \(named(binding))")
        }
      }
    }
  }

  private func named(_ binding: Keymap.Binding) -> String {
    let place = binding.line.map { "line \($0)" } ?? "built in"
    return "'\(binding.action)' (\(place))"
  }

  private mutating func findWeak(_ bindings: [Keymap.Binding]) {
    let free: Set = ["word-left", "word-right"]
    let actions = Dictionary(grouping: bindings, by: \.action)
    for (action, bound) in actions.sorted(by: { $0.key < $1.key }) where !free.contains(action) {
      let reasons = bound.map { $0.keys.keys.first.flatMap(ForbiddenKeys.weakness) }
      // Nobody can be blamed for what is built in.
      guard !reasons.contains(nil), let first = bound.first(where: { $0.line != nil }),
        let reason = reasons[0]
      else { continue }
      report(
        first.line, "\(first.keys.spelling) cannot be the only key for '\(action)': \(reason)")
    }
  }

  /// A kept action must be reachable in every place.
  private mutating func findShadows(_ keymap: Keymap) {
    for place in Place.allCases where !place.isMenu {
      for (action, _) in KeptActions.keys where actions[action] != nil {
        let keys = keymap.keys(for: action, in: place)
        if keys.contains(where: { reaches(keymap, $0, action, place) }) { continue }
        if action == "back", place == .insert, !keymap.keys(for: "stop-typing", in: place).isEmpty {
          continue
        }
        report(nil, "'\(action)' has no key left in [\(place.name)]; it always needs one")
      }
    }
  }

  private func reaches(
    _ keymap: Keymap, _ keys: KeySequence, _ action: String, _ place: Place
  ) -> Bool {
    for length in 1..<max(1, keys.keys.count) {
      let start = KeySequence(Array(keys.keys.prefix(length)))
      if keymap.lookup(start, places: [place]) != .prefix { return false }
    }
    switch keymap.lookup(keys, places: [place]) {
    case .action(action), .menu(_, action: action): return true
    case .action, .menu, .prefix, .none: return false
    }
  }
}
