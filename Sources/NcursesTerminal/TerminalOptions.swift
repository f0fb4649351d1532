import Glibc
package import TextScreen

/// What decides how the terminal is used.
package struct TerminalOptions {
  package enum Lines: String, Sendable {
    case auto, unicode, ascii
  }

  package var theme: Theme
  /// The depth asked for on the command line.
  package var askedDepth: ColourDepth?
  /// The depth of the user's setting.
  package var depthSetting: ColourDepth?
  package var lines: Lines
  /// Milliseconds to wait for what follows an Esc; chosen by the kind of line when nil.
  package var escapeWait: Int?
  /// The values that are looked at: TERM, NO_COLOR, COLORTERM, SSH_CONNECTION.
  package var environment: (String) -> String?

  package init(
    theme: Theme = .builtIn, askedDepth: ColourDepth? = nil, depthSetting: ColourDepth? = nil,
    lines: Lines = .auto, escapeWait: Int? = nil,
    environment: @escaping (String) -> String? = TerminalOptions.processEnvironment
  ) {
    self.theme = theme
    self.askedDepth = askedDepth
    self.depthSetting = depthSetting
    self.lines = lines
    self.escapeWait = escapeWait
    self.environment = environment
  }

  package static let processEnvironment: @Sendable (String) -> String? = { name in
    getenv(name).map { String(cString: $0) }
  }

  /// A line over a network tears sequences apart more easily.
  var escapeWaitNow: Int {
    escapeWait ?? (environment("SSH_CONNECTION") == nil ? 100 : 300)
  }
}

/// Why there is no screen; said before anything is drawn.
package enum TerminalProblem: Error, Equatable, CustomStringConvertible {
  case notATerminal
  /// The terminal cannot place the cursor.
  case noCursorAddressing(String)
  case noDescription(String)

  package var description: String {
    switch self {
    case .notATerminal:
      "Input and output must both be a terminal. Start the program in a terminal window."
    case .noCursorAddressing(let name):
      "This terminal ('\(displaySafe(name, lines: .one))') cannot place its cursor, so no screen "
        + "can be drawn. Use a terminal such as PuTTY or xterm."
    case .noDescription(let name):
      "The system has no description of the terminal '\(displaySafe(name, lines: .one))' nor of "
        + "xterm-256color or vt100. Install the package ncurses-base."
    }
  }
}
