/// Where keys have a meaning: the parts of a keymap file.
package enum Place: UInt8, CaseIterable, Hashable, Sendable {
  case anywhere, list, form, text, grid, choices, dialog, help, normal, insert
  /// The menus behind a key.
  case goTo, new, view, leave, actions
  /// Menus behind a letter of a menu.
  case custodyLists, helplineLists, officeLists, newForOffice
  case ediiLists, newForEDII

  /// The name used in keymap files.
  package var name: String { Place.names[Int(rawValue)] }

  init?(name: String) {
    guard let index = Place.names.firstIndex(of: name),
      let place = Place(rawValue: UInt8(truncatingIfNeeded: index))
    else { return nil }
    self = place
  }

  private static let names = [
    "anywhere", "list", "form", "text", "grid", "choices", "dialog", "help", "normal", "insert",
    "go-to", "new", "view", "leave", "actions", "custody-lists", "helpline-lists", "office-lists",
    "new-for-office", "edii-lists", "new-for-edii",
  ]

  package var isMenu: Bool {
    switch self {
    case .goTo, .new, .view, .leave, .actions, .custodyLists, .helplineLists, .officeLists,
      .newForOffice, .ediiLists, .newForEDII:
      true
    case .anywhere, .list, .form, .text, .grid, .choices, .dialog, .help, .normal, .insert: false
    }
  }
}

/// Some of the places, a bit for each: every start asks for those of every action.
package struct Places: ExpressibleByArrayLiteral, Hashable, Sendable {
  private var bits: UInt32 = 0

  package init(arrayLiteral places: Place...) {
    for place in places { bits |= Places.bit(place) }
  }

  private static func bit(_ place: Place) -> UInt32 { 1 << UInt32(place.rawValue) }

  package func contains(_ place: Place) -> Bool { bits & Places.bit(place) != 0 }
  package func isDisjoint(with others: Places) -> Bool { bits & others.bits == 0 }
}

/// A named action that keys can be bound to; the screens hand in the list of them.
package struct KnownAction: Hashable, Sendable {
  package let name: String
  /// What it does, in a few words, for menus, help and the list of commands.
  package let label: String
  /// The places it means something in; `anywhere` for all.
  package let places: Places
  /// The menu it opens.
  package let opens: Place?
  /// Deletes, sends or authorises: no single key may do it.
  package let isGrave: Bool

  package init(
    _ name: String, label: String = "", places: Places = [.anywhere], opens: Place? = nil,
    isGrave: Bool = false
  ) {
    self.isGrave = isGrave
    self.name = name
    self.label = label
    self.places = places
    self.opens = opens
  }
}

extension KnownAction {
  /// Whether the action means something in a place of a keymap file.
  func works(in place: Place) -> Bool {
    if places.contains(.anywhere) || places.contains(place) { return true }
    switch place {
    case .normal: return !places.isDisjoint(with: [.list, .form, .text, .grid])
    case .insert: return !places.isDisjoint(with: [.list, .form, .text, .grid, .normal])
    case .anywhere, .list, .form, .text, .grid, .choices, .dialog, .help: return false
    case .goTo, .new, .view, .leave, .actions, .custodyLists, .helplineLists, .officeLists,
      .newForOffice, .ediiLists, .newForEDII:
      return false
    }
  }
}
