import CaseRules
import CaseStore
import Glibc

extension Workplace {
  /// Where this process is worked from.
  static func here(_ surroundings: Surroundings, clock: Clock) -> Workplace {
    Workplace(
      session: session, terminal: terminal, remote: remote(surroundings),
      clocks: { Clocks(wall: clock.now().seconds, sinceBoot: millisecondsSinceBoot()) })
  }

  /// One opening of the program.
  private static let session = String(UInt64.random(in: .min ... .max), radix: 16)

  /// "pts/3"; of a command that is fed from a file, the line it tells its troubles on.
  private static var terminal: String {
    for descriptor in [STDIN_FILENO, STDERR_FILENO, STDOUT_FILENO] {
      guard let name = ttyname(descriptor).map({ String(cString: $0) }) else { continue }
      return name.hasPrefix("/dev/") ? String(name.dropFirst(5)) : name
    }
    return Workplace.noTerminal
  }

  /// The address SSH says the line comes from.
  private static func remote(_ surroundings: Surroundings) -> String {
    surroundings.variables["SSH_CONNECTION"]?.split(separator: " ").first.map(String.init)
      ?? Workplace.thisComputer
  }

  /// Goes on while the computer sleeps, and is not set by anybody.
  private static func millisecondsSinceBoot() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }
}
