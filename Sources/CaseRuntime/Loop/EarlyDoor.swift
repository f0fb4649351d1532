import CaseApp
import CaseStore
import TextScreen

/// The sign-in on the screen while the records behind it are still being opened.
///
/// Nobody can be looked up yet: it follows the window, can be left, and keeps what is typed for the
/// sign-in that comes after it. That may be long, where the file is brought up to date or another
/// program holds it.
final class EarlyDoor {
  /// Milliseconds in which nothing is said of the waiting: most files are open by then.
  private static let quiet = 800

  private let screen: any Terminal
  private let pictures: ScreenDoor
  private let keymap: Keymap
  private var state: AppState
  private var typed: [TerminalInput] = []

  init(_ state: AppState, on screen: any Terminal, _ pictures: ScreenDoor, _ keymap: Keymap) {
    self.state = state
    self.screen = screen
    self.pictures = pictures
    self.keymap = keymap
  }

  func show() { screen.show(pictures.frame(state, screen.size, keymap)) }

  /// The records and what was typed meanwhile; nil when the worker left first.
  ///
  /// Whatever ends the wait without a sign-in, a password may have been begun: neither the shell gets
  /// it nor Today, where nobody has to sign in after all.
  func records(
    from coming: ComingRecords
  ) throws -> (records: OpenRecords, typed: [TerminalInput])? {
    do {
      let records = try wait(for: coming)
      defer { typed = [] }
      if let records, records.who == nil { return (records, typed) }
      screen.discardPendingInput()
      if let records { return (records, []) }
    } catch {
      screen.discardPendingInput()
      screen.blankAndRestore()
      throw error
    }
    screen.blankAndRestore()
    return nil
  }

  /// nil when the worker left.
  private func wait(for coming: ComingRecords) throws -> OpenRecords? {
    let bell = try WakePipe()
    let opened = Mailbox<Result<OpenRecords, any Error>>(bell: bell)
    try StoreThreads.begin(named: "store-open") { opened.post(Result { try coming.open() }) }
    var patience: Int? = Self.quiet
    while true {
      for input in screen.wait(milliseconds: patience, wake: bell.descriptor) {
        if input == .timeout { patience = nil }
        if !take(input) { return nil }
      }
      if let result = opened.collect().first { return try result.get() }
    }
  }

  /// False when the worker leaves.
  private func take(_ input: TerminalInput) -> Bool {
    switch input {
    case .key, .paste: return takeKey(input)
    case .hangUp, .terminate: return false
    case .resize: show()
    case .resumed:
      screen.redraw()
      show()
    case .timeout:
      _ = state.closeDoor(
        name: state.door?.name ?? "",
        notice: "The records are still being opened. What you type is kept.")
      show()
    case .wake: break
    }
    return true
  }

  /// Leaving is asked and answered here; everything else waits for the sign-in, but for what means
  /// nothing, as in a window that is too small for it.
  private func takeKey(_ input: TerminalInput) -> Bool {
    let actions = pictures.actions(input, state, keymap, screen.size)
    let isLeaving = state.door?.offersLeaving == true || actions.contains(.door(.leavingAsked))
    if !isLeaving {
      if !actions.isEmpty { typed.append(input) }
      return !actions.contains(.endAsked)
    }
    let context = AppContext(session: state.session, now: state.now, milliseconds: 0)
    let effects = actions.flatMap { App.reduce(&state, $0, in: context) }
    show()
    return !effects.contains(.quit)
  }
}
