/// Keys on their way to the list that has them.
extension AppState {
  mutating func obey(_ command: Command, rows: Int, in context: AppContext) -> [AppEffect] {
    pendingKeys = []
    switch command {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    default:
      return say("Nothing to do here for \(command.rawValue)", .info, in: context)
    }
  }

  mutating func type(_ text: String, rows: Int, in context: AppContext) -> [AppEffect] { [] }

  mutating func erase(in context: AppContext) -> [AppEffect] { [] }
}
