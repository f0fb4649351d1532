/// Messages: one line, for a while.
extension AppState {
  mutating func say(_ words: String, _ kind: Message.Kind, in context: AppContext) -> [AppEffect] {
    message = Message(
      kind: kind, words: words, until: context.milliseconds + Int64(Message.duration))
    return [.wake(afterMilliseconds: Message.duration)]
  }
}
