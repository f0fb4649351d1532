/// What is said about a command wherever it appears: in menus, in the palette, in help, in the bar.
package struct CommandInfo: Equatable, Sendable {
  /// The kinds of place it means something in.
  package enum Place: Hashable, Sendable {
    case anywhere, list, form, popup, goTo, new, view, leave
  }

  package let command: Command
  /// In menus and the palette: "Custody board".
  package let title: String
  /// One line of help: what it does, and what it leaves alone.
  package let help: String
  /// For the key bar, six letters at most.
  package let short: String?
  package let place: Place

  /// As the box of all commands says it: "New: Person".
  package var fullTitle: String {
    switch place {
    case .new: "New: \(title)"
    case .goTo: "Go to: \(title)"
    case .view: "View: \(title)"
    case .anywhere, .list, .form, .popup, .leave: title
    }
  }

  init(
    _ command: Command, _ place: Place, _ title: String, short: String? = nil, _ help: String
  ) {
    self.command = command
    self.place = place
    self.title = title
    self.help = help
    self.short = short
  }
}

extension Command {
  package var info: CommandInfo {
    CommandTable.byCommand[self] ?? CommandInfo(self, .anywhere, rawValue, "")
  }

  package var title: String { info.title }
}

/// The menus behind a key.
package enum MenuID: String, CaseIterable, Hashable, Sendable {
  case goTo, new, view, leave
  /// Menus behind a letter of another menu.
  case custodyLists = "custody-lists"
  case helplineLists = "helpline-lists"
  case officeLists = "office-lists"
  case newForOffice = "new-for-office"
  case ediiLists = "edii-lists"
  case newForEDII = "new-for-edii"
  /// What can be done in a form besides typing.
  case form

  package var title: String {
    switch self {
    case .goTo: "Go to"
    case .new: "New"
    case .view: "View"
    case .leave: "Leave"
    case .custodyLists: "Go to: custody lists"
    case .helplineLists: "Go to: helpline and services"
    case .officeLists: "Go to: lists of the office"
    case .newForOffice: "New: lists of the office"
    case .ediiLists: "Go to: early intervention"
    case .newForEDII: "New: early intervention"
    case .form: "Actions in this form"
    }
  }

  /// Whether its letters lead away from a form, rather than help with it.
  var leadsElsewhere: Bool {
    switch self {
    case .goTo, .new, .leave, .form, .custodyLists, .helplineLists, .officeLists, .newForOffice,
      .ediiLists, .newForEDII:
      true
    case .view: false
    }
  }

  /// The menu it is part of, where one goes back to.
  package var parent: MenuID? {
    switch self {
    case .custodyLists, .helplineLists, .officeLists, .ediiLists: .goTo
    case .newForOffice, .newForEDII: .new
    case .goTo, .new, .view, .leave, .form: nil
    }
  }

  package init?(opener: Command) {
    switch opener.meaning {
    case .menu(let menu): self = menu
    case .goes, .opens, .begins, .does, .moves, .lists, .turns, .popup, .inForm, .app: return nil
    }
  }
}
