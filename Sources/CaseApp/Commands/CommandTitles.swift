import CaseRules

/// What commands are called where the worker is: some do another thing in another place.
extension AppState {
  /// In menus, help and refusals.
  package func title(of command: Command) -> String {
    switch command {
    case .print: printTitle
    case .open where saysThatYouKnow: "Open it, which says that you know"
    default: command.title
    }
  }

  /// The same as the box of all commands says it.
  package func fullTitle(of command: Command) -> String {
    command == .print ? printTitle : command.info.fullTitle
  }

  /// Opening the row in front answers an alert (CUS-005).
  private var saysThatYouKnow: Bool {
    guard case .today(let list)? = front, case .custodyAlert? = list.listing.current?.item else {
      return false
    }
    return true
  }
}
