import CaseApp
package import TextScreen

/// Every command there is: what keymaps may bind, and what help and menus say about it.
package enum AppCommands {
  package static let all: [KnownAction] = Command.allCases.map { KnownAction($0.rawValue) }
}
