import CNcurses
import Glibc
package import TextScreen

/// The real terminal: ncurses draws, and we read the keys ourselves.
///
/// One at a time, on the main thread. It gives the terminal back on `blankAndRestore`, on exit, and
/// when the program faults.
package final class NcursesTerminal: Terminal {
  package private(set) var size: Size
  package let simplifiesLetters: Bool
  package private(set) var depth: ColourDepth
  package private(set) var notice: String?

  private let window: UnsafeMutablePointer<WINDOW>
  private let capabilities: Capabilities
  private let signals: SignalWatch
  private let keyboard: Keyboard
  private var painter: Painter
  /// Between taking the terminal and giving it back.
  private var isOpen = false

  private static let input: Int32 = 0
  private static let output: Int32 = 1

  /// Learns what the terminal can do, and makes ready to draw on it.
  package init(_ options: TerminalOptions) throws(TerminalProblem) {
    guard isatty(NcursesTerminal.input) == 1, isatty(NcursesTerminal.output) == 1 else {
      throw .notATerminal
    }
    NcursesTerminal.forgetForeignDescriptions()
    // Only the kind of letters matters here; everything else stays as in the C locale.
    setlocale(LC_CTYPE, "")
    // For letters that are not UTF-8 the C library would load a module, which a program that needs
    // no library cannot; plain letters are all that is sent there.
    if shim_is_utf8() == 0 { setlocale(LC_CTYPE, "C") }
    let wanted = options.environment("TERM") ?? ""
    let name = try NcursesTerminal.describe(wanted)
    capabilities = Capabilities()
    guard capabilities.canPlaceCursor else { throw .noCursorAddressing(wanted) }
    let signals = SignalWatch(terminal: NcursesTerminal.output)
    self.signals = signals
    NcursesTerminal.send(capabilities.saveCursor)
    // ncurses puts handlers of its own in place.
    defer { signals.rest() }
    guard shim_newterm(name) != nil, let window = shim_window() else {
      signals.restoreModes()
      throw .noDescription(wanted)
    }
    self.window = window
    // Until a screen has been left once, ncurses writes after every move of the cursor; from then on
    // a whole picture goes out in one write. The next picture takes the screen again; leaving moved
    // the cursor, which the shell's line is to find again where it was.
    endwin()
    NcursesTerminal.send(capabilities.restoreCursor)
    let isUTF8 = shim_is_utf8() != 0
    simplifiesLetters = !isUTF8
    keyboard = Keyboard(
      decoder: KeyDecoder(escapeWait: options.escapeWaitNow, described: capabilities.keys),
      input: NcursesTerminal.input, signals: signals)
    depth = ColourDepth.chosen(
      in: ColourDepth.Circumstances(
        asked: options.askedDepth, noColour: options.environment("NO_COLOR"),
        setting: options.depthSetting, described: capabilities.colours,
        describesTrueColour: capabilities.isTrueColour,
        colourTerm: options.environment("COLORTERM")))
    depth = NcursesTerminal.startColours(depth)
    size = NcursesTerminal.currentSize(window)
    painter = Painter(
      window: window, isUnicode: isUTF8 && options.lines != .ascii, isUTF8: isUTF8)
    if name != wanted {
      notice =
        "The terminal '\(displaySafe(wanted, lines: .one))' is not known here; used as \(name)."
    }
    painter.use(options.theme, depth: depth, capabilities: capabilities)
  }

  /// Descriptions come from the system and the size from the terminal, not from a user's environment.
  private static func forgetForeignDescriptions() {
    for name in ["TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "LINES", "COLUMNS"] {
      unsetenv(name)
    }
  }

  private static func describe(_ wanted: String) throws(TerminalProblem) -> String {
    for name in TerminalName.candidates(for: wanted) where shim_describe(name, output) == 1 {
      return name
    }
    // A description that is found but too poor for a screen, such as `dumb`.
    if TerminalName.isFit(wanted), shim_describe(wanted, output) == 2 {
      throw .noCursorAddressing(wanted)
    }
    throw .noDescription(wanted)
  }

  private static func setModes(_ window: UnsafeMutablePointer<WINDOW>) {
    raw()
    noecho()
    nonl()
    typeahead(-1)
    idlok(window, true)
    leaveok(window, false)
    scrollok(window, false)
  }

  private static func startColours(_ depth: ColourDepth) -> ColourDepth {
    guard depth != .none else { return .none }
    guard has_colors(), start_color() != ERR else { return .none }
    return depth
  }

  private static func currentSize(_ window: UnsafeMutablePointer<WINDOW>) -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if shim_size(output, &rows, &columns) == 0 {
      rows = getmaxy(window)
      columns = getmaxx(window)
    }
    return Size(columns: max(1, min(1000, Int(columns))), rows: max(1, min(500, Int(rows))))
  }

  // MARK: Showing

  package func take() {
    guard !isOpen else { return }
    isOpen = true
    signals.watch()
    signals.guardTerminal(farewell: capabilities.farewell)
    NcursesTerminal.setModes(window)
    send(PasteMarks.on)
    // Nobody told of a window that was dragged meanwhile.
    if size != NcursesTerminal.currentSize(window) { follow() }
  }

  package func show(_ frame: Frame) {
    if isOpen { painter.paint(frame) }
  }

  package func redraw() { painter.forget() }

  package func eraseScrollback() {
    if isOpen { send(capabilities.eraseScrollback) }
  }

  package func beep() {
    if isOpen { CNcurses.beep() }
  }

  package func setTheme(_ theme: Theme, depth asked: ColourDepth?) {
    if let asked { depth = NcursesTerminal.startColours(asked) }
    painter.use(theme, depth: depth, capabilities: capabilities)
  }

  // MARK: Waiting

  package func wait(milliseconds: Int?, wake: Int32) -> [TerminalInput] {
    keyboard.wait(milliseconds: milliseconds, wake: wake).map { event in
      switch event {
      case .input(let input): return input
      case .resized:
        follow()
        return .resize(size)
      case .stopped:
        pause()
        return .resumed
      case .resumed:
        resume()
        return .resumed
      }
    }
  }

  package func discardPendingInput() {
    tcflush(NcursesTerminal.input, TCIFLUSH)
    keyboard.forget()
  }

  private func follow() {
    size = NcursesTerminal.currentSize(window)
    resizeterm(Int32(size.rows), Int32(size.columns))
    painter.forget()
  }

  /// Nothing of the work stays on the glass while we are stopped.
  private func pause() {
    leaveScreen()
    signals.stopHere()
    resume()
  }

  private func resume() {
    guard isOpen else { return }
    // Somebody else may have used the terminal meanwhile: ncurses enters it anew only after leaving.
    if !isendwin() { endwin() }
    reset_prog_mode()
    NcursesTerminal.setModes(window)
    send(PasteMarks.on)
    follow()
  }

  // MARK: Leaving

  package func blankAndRestore() {
    guard isOpen else { return }
    isOpen = false
    leaveScreen()
    signals.release()
  }

  private func leaveScreen() {
    send(PasteMarks.off)
    painter.blank()
    send(capabilities.eraseScrollback)
    curs_set(1)
    endwin()
    signals.restoreModes()
  }

  private func send(_ bytes: [UInt8]) { NcursesTerminal.send(bytes) }

  /// Past ncurses, which has nothing waiting at these places.
  private static func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(NcursesTerminal.output, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
