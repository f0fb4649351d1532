/// Which keys mean which action, place by place.
package struct Keymap: Sendable {
  /// What a key or the keys so far mean.
  package enum Meaning: Hashable, Sendable {
    case action(String)
    /// Opens a menu; the next key is looked up with this one before it.
    case menu(Place, action: String)
    /// More keys must follow.
    case prefix
    case none
  }

  /// What letters do where nothing is being typed.
  package enum Letters: String, Hashable, Sendable {
    /// They narrow the list or go into the field.
    case type
    /// They are commands, as in vi.
    case command
  }

  /// One line of the map.
  package struct Binding: Hashable, Sendable {
    package let place: Place
    package let keys: KeySequence
    package let action: String
    /// The file's line; nil when it comes from the map below or is built in.
    package let line: Int?
  }

  package let name: String
  package let letters: Letters
  /// Words that run an action when typed in the box of commands: `w` for `save`.
  package let words: [String: String]
  /// What holds in one place.
  fileprivate struct Part: Sendable {
    var actions: [KeySequence: String] = [:]
    /// The beginnings of its longer sequences.
    var starts: Set<KeySequence> = []
    var keys: [String: [KeySequence]] = [:]
    var bindings: [Binding] = []
    /// What the function keys mean, by their numbers: the key bar asks for all with every picture.
    var functions = [Meaning](repeating: .none, count: Keymap.functionKeys + 1)
  }

  private static let functionKeys = 12

  /// One for each place, by its number.
  private var parts = [Part](repeating: Part(), count: Place.allCases.count)
  private let menus: [String: Place]
  /// The actions that open menus, in the order in which a way through one is looked for.
  private let openers: [(action: String, menu: Place)]

  init(
    name: String, letters: Letters, words: [String: String], bindings: [Binding],
    menus: [String: Place]
  ) {
    self.name = name
    self.letters = letters
    self.words = words
    self.menus = menus
    openers = menus.sorted { $0.key < $1.key }.map { (action: $0.key, menu: $0.value) }
    for binding in bindings { parts[Int(binding.place.rawValue)].add(binding) }
    for binding in bindings {
      guard case .function(let number)? = binding.keys.keys.first,
        (0...Keymap.functionKeys).contains(number)
      else { continue }
      parts[Int(binding.place.rawValue)].functions[number] = lookup(
        KeySequence(.function(number)), in: binding.place)
    }
  }

  private func part(_ place: Place) -> Part { parts[Int(place.rawValue)] }

  /// What the keys mean in the first of the places where they mean anything, `anywhere` last.
  ///
  /// A key that opens a menu may be followed by a letter of the menu: both together are a sequence
  /// like any other.
  package func lookup(_ keys: KeySequence, places: [Place]) -> Meaning {
    lookup(places) { lookup(keys, in: $0) } ?? lookupInMenu(keys, places: places)
  }

  package func lookup(_ key: Key, places: [Place]) -> Meaning {
    guard case .function(let number) = key, (0...Keymap.functionKeys).contains(number) else {
      return lookup(KeySequence(key), places: places)
    }
    return lookup(places) { parts[Int($0.rawValue)].functions[number] } ?? Meaning.none
  }

  /// The first meaning in the places; nil where there is none.
  private func lookup(_ places: [Place], _ meaning: (Place) -> Meaning) -> Meaning? {
    var isStart = false
    for number in 0...places.count {
      let meaning = meaning(number < places.count ? places[number] : .anywhere)
      switch meaning {
      case .none: continue
      case .prefix: isStart = true
      case .menu: return meaning
      case .action:
        // A sequence of a nearer place goes before; only a menu can wait for more keys as well.
        return isStart ? .prefix : meaning
      }
    }
    return isStart ? .prefix : nil
  }

  private func lookup(_ keys: KeySequence, in place: Place) -> Meaning {
    let number = Int(place.rawValue)
    if let action = parts[number].actions[keys] {
      if let menu = menus[action] { return .menu(menu, action: action) }
      return .action(action)
    }
    return parts[number].starts.contains(keys) ? .prefix : .none
  }

  /// The last key may be a letter of the menu that the keys before it open.
  private func lookupInMenu(_ keys: KeySequence, places: [Place]) -> Meaning {
    for length in stride(from: keys.keys.count - 1, to: 0, by: -1) {
      let opening = KeySequence(Array(keys.keys.prefix(length)))
      guard case .menu(let menu, _) = lookup(opening, places: places) else { continue }
      return lookup(KeySequence(Array(keys.keys.dropFirst(length))), in: menu)
    }
    return .none
  }

  /// The keys bound to an action in a place, in the order of the file; with those for anywhere.
  package func keys(for action: String, in place: Place = .anywhere) -> [KeySequence] {
    let part = part(place)
    var found = part.keys[action] ?? []
    if place != .anywhere, !place.isMenu {
      for keys in self.part(.anywhere).keys[action] ?? [] where !found.contains(keys) {
        if part.actions[keys] == nil { found.append(keys) }
      }
    }
    return found
  }

  /// The one way to tell somebody how to run an action: a key of the place, else through a menu.
  package func shortestKeys(for action: String, places: [Place]) -> KeySequence? {
    shortestKeys(for: action, places: places, menusDeep: 2)
  }

  private func shortestKeys(
    for action: String, places: [Place], menusDeep depth: Int
  ) -> KeySequence? {
    for place in places + [.anywhere] {
      if let keys = keys(for: action, in: place).first { return keys }
    }
    guard depth > 0 else { return nil }
    for (opener, menu) in openers {
      guard let letter = part(menu).keys[action]?.first,
        let opening = shortestKeys(for: opener, places: places, menusDeep: depth - 1)
      else { continue }
      return KeySequence(opening.keys + letter.keys)
    }
    return nil
  }

  /// The letters of a menu as they work behind the keys that opened it, in the order of the file.
  package func menu(_ menu: Place, openedBy keys: KeySequence, places: [Place]) -> [Binding] {
    bindings(in: menu).filter { binding in
      let whole = KeySequence(keys.keys + binding.keys.keys)
      return lookup(whole, places: places) == lookup(binding.keys, in: menu)
    }
  }

  /// Every binding of a place, action by action.
  package func bindings(in place: Place) -> [Binding] {
    part(place).bindings
  }
}

extension Keymap.Part {
  fileprivate mutating func add(_ binding: Keymap.Binding) {
    bindings.append(binding)
    actions[binding.keys] = binding.action
    keys[binding.action, default: []].append(binding.keys)
    for length in 1..<max(1, binding.keys.keys.count) {
      starts.insert(KeySequence(Array(binding.keys.keys.prefix(length))))
    }
  }
}
