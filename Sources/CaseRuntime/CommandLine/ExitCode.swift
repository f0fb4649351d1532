/// What the program tells the shell when it ends.
package enum ExitCode: Int32, Sendable {
  case done = 0
  /// The work was done and found something wrong, or could not be done.
  case foundWrong = 1
  /// The command was not understood; nothing was done.
  case usedWrongly = 2
}

/// A command stops here, with the sentence for the person who called it.
package struct CommandFailure: Error, Equatable {
  package let status: ExitCode
  package let words: String

  package init(_ words: String, status: ExitCode = .foundWrong) {
    self.words = words
    self.status = status
  }

  /// The command line itself is wrong.
  package static func usage(_ words: String) -> CommandFailure {
    CommandFailure(words, status: .usedWrongly)
  }
}
