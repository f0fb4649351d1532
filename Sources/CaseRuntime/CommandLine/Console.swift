package import CaseStore
package import TextScreen

/// Where a command reads and writes: the real terminal or pipe, or files in a test.
package struct Console {
  package let input: FileHandle
  package let output: FileHandle
  package let errors: FileHandle
  package let surroundings: Surroundings
  package var clock = Clock.real
  /// What a password's hash costs.
  package var passwordCost = PasswordCost.ordinary
  /// Asks for a password without showing it; throws where there is nobody to ask.
  package var askSecret: @Sendable (String) throws -> Secret = PasswordPrompt.atTerminal
  /// Whether there is somebody to ask.
  package var canAsk = false
  /// Opens the screen, where there is one.
  package var openTerminal: ((TerminalRequest) throws -> any Terminal)?

  package init(
    input: FileHandle, output: FileHandle, errors: FileHandle, surroundings: Surroundings
  ) {
    self.input = input
    self.output = output
    self.errors = errors
    self.surroundings = surroundings
  }

  package static func ofThisProcess() -> Console {
    var console = Console(
      input: FileHandle(borrowing: 0, name: "the input"),
      output: FileHandle(borrowing: 1, name: "the output"),
      errors: FileHandle(borrowing: 2, name: "the error output"),
      surroundings: .ofThisProcess())
    console.canAsk = console.input.isTerminal && console.output.isTerminal
    return console
  }

  /// Writes a line of the answer; data in it cannot steer the terminal.
  package func say(_ line: String) throws {
    try output.write(displaySafe(line, lines: .one) + "\n")
  }

  /// Writes a line beside the answer: a problem, or how far the work has come.
  package func tell(_ line: String) throws {
    try errors.write(displaySafe(line, lines: .one) + "\n")
  }
}
