import CaseRules
import CaseStore
import Glibc
import TextScreen

/// Asks for a password without the screen: never from the command line's words and never from the
/// environment, where others could read it.
enum PasswordPrompt {
  /// Where the answer comes from.
  enum Source {
    /// The next line of a descriptor that somebody has opened for it.
    case descriptor(Int32)
    /// The terminal the command was started from, whatever its input is.
    case terminal
  }

  static let option = Command.Option(
    "--password-fd", takes: "N",
    "Read the password of --as from this descriptor instead of asking at the terminal, a line each "
      + "time it is asked for.")

  static func source(_ invocation: Invocation) throws -> Source {
    guard let text = invocation[option.name] else { return .terminal }
    guard let number = Int32(text), number >= 0, number != 1, number != 2 else {
      throw CommandFailure.usage("--password-fd is the number of an open descriptor")
    }
    return .descriptor(number)
  }

  /// - Throws: `CommandFailure` when there is nobody to ask.
  static func ask(
    _ question: String, _ invocation: Invocation, _ console: Console
  ) throws -> Secret {
    switch try source(invocation) {
    case .descriptor(let number): try nextLine(of: number)
    case .terminal: try console.askSecret(question)
    }
  }

  /// A new password, typed twice the same.
  static func choose(for name: String, _ console: Console) throws -> Secret {
    try console.tell(PasswordRules.advice)
    for _ in 0..<3 {
      let new = try console.askSecret("New password for \(name)")
      if let first = new.findings(for: [name]).first {
        try console.tell(first.display)
        continue
      }
      if try console.askSecret("The same again").isSame(as: new) { return new }
      try console.tell("The two are not the same. Try again")
    }
    throw CommandFailure("No password was chosen, so nothing was made")
  }

  /// An empty line is a password to try and fails as one; no line at all is somebody's mistake.
  private static func nextLine(of descriptor: Int32) throws -> Secret {
    guard let secret = try line(of: descriptor) else {
      throw CommandFailure(
        "The password is asked for, and descriptor \(descriptor) holds no further line. Give it one "
          + "line to sign in, and the same once more where a decision asks for the password again")
    }
    return secret
  }

  /// The next line of what a descriptor holds; nil at its end.
  private static func line(of descriptor: Int32) throws -> Secret? {
    var byte: UInt8 = 0
    var isEnd = true
    let secret = Secret()
    while true {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("The password cannot be read") }
      if count == 0 { return isEnd ? nil : secret }
      isEnd = false
      if byte == UInt8(ascii: "\n") { return secret }
      if byte != UInt8(ascii: "\r") { secret.append(byte) }
    }
  }

  @Sendable static func atTerminal(_ question: String) throws -> Secret {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw CommandFailure(
        "There is no terminal to ask for the password. Give it with --password-fd N")
    }
    defer { close(terminal) }
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else {
      throw SystemError("The terminal cannot be asked for a password")
    }
    var quiet = modes
    quiet.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
    defer { tcsetattr(terminal, TCSAFLUSH, &modes) }
    try FileHandle(borrowing: terminal, name: "the terminal").write(
      displaySafe(question, lines: .one) + ": ")
    defer { writeLineEnd(to: terminal) }
    return try line(of: terminal) ?? Secret()
  }

  private static func writeLineEnd(to terminal: Int32) {
    var end = UInt8(ascii: "\n")
    _ = Glibc.write(terminal, &end, 1)
  }
}
