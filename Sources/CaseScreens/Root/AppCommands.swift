import CaseApp
package import TextScreen

/// Every action a keymap may bind, with what help and menus say about it.
package enum AppCommands {
  package static let all: [KnownAction] = commands + forms

  private static let commands: [KnownAction] = CommandTable.all.map { info in
    KnownAction(
      info.command.rawValue, label: info.title,
      opens: info.command == .actionsMenu ? .actions : MenuID(opener: info.command)?.place)
  }

  private static let forms: [KnownAction] = (FormActionTable.shown + FormActionTable.others)
    .filter { action in Command(rawValue: action.name) == nil }
}
