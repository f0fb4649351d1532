import CaseApp
import Glibc

/// The host's printer: one fixed program with fixed arguments, and no shell between.
enum HostPrinter {
  private static let program = "/usr/bin/lp"
  /// In hundredths of a second; a spooler that says nothing for so long is left to itself.
  private static let patience = 500

  /// Hands a file to the spooler.
  ///
  /// The queue's name was checked when the administrator set it: nothing in it can be an option.
  static func print(_ path: String, on queue: String?) throws {
    guard let queue else {
      throw Trouble(
        "\(path) is written. No printer is set: an administrator sets one (setting printer)")
    }
    let process = try begin([program, "-d", queue, "--", path])
    guard let status = wait(for: process), status == 0 else {
      throw Trouble(
        "\(path) is written, but the printer \(queue) did not take it. Print the file by hand")
    }
  }

  private static func begin(_ words: [String]) throws -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Nothing it says reaches the screen.
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var process = pid_t()
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    let code = posix_spawn(&process, program, &actions, nil, arguments, &environment)
    guard code == 0 else {
      throw Trouble(
        "\(words.last ?? "") is written, but this host has no \(program). Print the file by hand")
    }
    return process
  }

  /// How it ended; nil when it has not ended in time, or by a signal.
  private static func wait(for process: pid_t) -> Int32? {
    for _ in 0..<patience {
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil }
      if found < 0, errno != EINTR { return nil }
      usleep(10_000)
    }
    return nil
  }
}
