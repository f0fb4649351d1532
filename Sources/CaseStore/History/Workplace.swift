/// Where the changes of a session come from, as the trail has it: which session, which terminal,
/// which other computer, and what the clocks of this one say.
///
/// Records that are made up for a demonstration or a test have none.
package struct Workplace: Sendable {
  /// Random, the same from the start of the program to its end.
  package let session: String
  /// The line, as "pts/3", or `noTerminal`; nil where nobody works.
  package let terminal: String?
  /// The computer somebody works from, or `thisComputer`; nil where nobody works.
  package let remote: String?
  /// The computer's clock in seconds, and the milliseconds since it was started.
  package let clocks: @Sendable () -> Clocks

  /// As of a job the computer starts by itself.
  package static let noTerminal = "no terminal"
  package static let thisComputer = "this computer"

  package struct Clocks: Equatable, Sendable {
    package var wall: Int64
    package var sinceBoot: Int64

    package init(wall: Int64, sinceBoot: Int64) {
      self.wall = wall
      self.sinceBoot = sinceBoot
    }
  }

  package init(
    session: String, terminal: String?, remote: String?, clocks: @escaping @Sendable () -> Clocks
  ) {
    self.session = session
    self.terminal = terminal
    self.remote = remote
    self.clocks = clocks
  }
}
