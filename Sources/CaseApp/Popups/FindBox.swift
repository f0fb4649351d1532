package import CaseRules

/// Finding anybody by name, alias, number or date of birth.
package struct FindBox: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    case find, number
  }

  package let purpose: Purpose
  package var query = ""
  package var hits: [PersonLine] = []
  package var at = 0
  /// Tells the answer to what stands there now from that to earlier letters.
  package var serial = 0
  /// Nothing is known yet of what stands there now.
  package var isAsking = false
  /// The first hits are there; those who may have been meant follow behind them.
  package var isLookingFurther = false
  package var trouble: String?
  /// What stands there is left of something longer.
  package var isErased = false

  package init(_ purpose: Purpose = .find) { self.purpose = purpose }

  /// How many hits are asked for.
  package static let limit = 60

  /// As the trail is told of it.
  fileprivate var search: (text: String, found: Int, isAsking: Bool, isErased: Bool) {
    (query, hits.count, isAsking, isErased)
  }

  package var current: PersonLine? { hits.indices.contains(at) ? hits[at] : nil }

  /// Takes an answer; hits that are shown already keep their place, later ones come after them.
  mutating func take(_ found: [PersonLine]) {
    trouble = nil
    guard isLookingFurther else {
      hits = found
      return
    }
    let shown = Set(hits.map(\.ref))
    hits += found.filter { !shown.contains($0.ref) }.prefix(max(0, FindBox.limit - hits.count))
    isLookingFurther = false
  }
}

extension AppState {
  /// GEN-003: what was searched for, once the hits have been looked at.
  ///
  /// That is when the box closes, and when something else is typed instead. Each letter on the way there is no search of its own.
  static func searchesNoted(_ before: Popup, then after: Popup?) -> [AppEffect] {
    guard let search = before.search, !search.text.trimmed.isEmpty, !search.isAsking else {
      return []
    }
    let next = after?.search
    if let next {
      if next.text.hasPrefix(search.text) || search.isErased { return [] }
    } else if search.found == 0, before.isPalette {
      return []
    }
    return [.noteSearch(search.text, found: search.found)]
  }
}

extension Popup {
  /// A search for people, as far as it shows any.
  fileprivate var search: (text: String, found: Int, isAsking: Bool, isErased: Bool)? {
    switch self {
    case .find(let find): find.search
    // What was found waits under its help.
    case .help(let help): help.find?.search
    case .palette(let palette):
      (palette.query, palette.found.count, palette.isAsking, palette.found.isEmpty)
    case .menu, .actions, .filter, .chooser, .reader, .question: nil
    }
  }

  fileprivate var isPalette: Bool { if case .palette = self { true } else { false } }
}
