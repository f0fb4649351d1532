/// Messages: one line, for a while.
extension AppState {
  mutating func say(
    _ words: String, _ kind: Message.Kind, with command: Command? = nil, does: String = "",
    for row: Message.Row? = nil, in context: AppContext
  ) -> [AppEffect] {
    message = Message(
      kind: kind, words: words, command: command, does: does, row: row,
      until: context.milliseconds + Int64(Message.duration))
    lastSaid = message
    return [.wake(afterMilliseconds: Message.duration)]
  }

  /// The newest message, for a minute longer than it would stand there had no key taken it away.
  func lastMessage(at milliseconds: Int64) -> Message? {
    lastSaid.flatMap { $0.until + Int64(Message.recalled) > milliseconds ? $0 : nil }
  }

  private var isMenuOpen: Bool { if case .menu? = popup { true } else { false } }

  /// The next key shows that a message was read; a problem stays its time.
  mutating func forgetReadMessage() {
    promised = message?.row
    if !isMenuOpen { sought = "" }
    switch message?.kind {
    case .done, .info: message = nil
    case .warning, .problem, nil: break
    }
  }
}
