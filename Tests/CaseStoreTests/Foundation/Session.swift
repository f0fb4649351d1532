import Glibc
import SQLite

/// A session of the built program in a process of its own, saving and acknowledging over a pipe.
final class Session {
  let process: pid_t
  private let output: Int32
  private let input: Int32
  private var unfinished: [UInt8] = []
  /// Everything it has said, line by line.
  private(set) var lines: [String] = []
  private var ended = false

  /// The ids of the saves it was told are safe.
  var acknowledged: [String] { lines.filter { $0.utf8.count == 32 } }
  var complaints: [String] { lines.filter { $0.hasPrefix("error") } }

  /// Starts `throughcare store-exercise PATH ...`.
  init(_ arguments: String...) throws {
    let (outEnd, outStart) = try Session.pipeEnds()
    let (inStart, inEnd) = try Session.pipeEnds()
    defer {
      close(outStart)
      close(inStart)
    }
    output = outEnd
    input = inEnd
    process = try Session.spawn(["store-exercise"] + arguments, input: inStart, output: outStart)
  }

  deinit {
    kill()
    close(output)
    close(input)
  }

  /// Lets it go on after `--wait` or `--hold`.
  func say(_ line: String = "go") {
    let bytes = Array((line + "\n").utf8)
    write(input, bytes, bytes.count)
  }

  /// Takes what it has said by now; returns at once.
  func listen() { while hears(within: 0) {} }

  /// Waits until it has said the word, or has ended; true when it said it.
  func waits(for word: String) -> Bool {
    while !lines.contains(where: { $0.hasPrefix(word) }) {
      guard hears(within: -1) else { return false }
    }
    return true
  }

  /// Ends it without warning, and takes what it had still written.
  func kill() {
    guard !ended else { return }
    Glibc.kill(process, SIGKILL)
    finish()
  }

  func stop() { Glibc.kill(process, SIGSTOP) }
  func goOn() { Glibc.kill(process, SIGCONT) }

  /// Waits for its end and returns its exit code, or -1 when it was killed.
  @discardableResult
  func finish() -> Int32 {
    guard !ended else { return -1 }
    while hears(within: -1) {}
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    ended = true
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
  }

  /// One portion; false when nothing comes within the milliseconds, or nothing will come any more.
  private func hears(within milliseconds: Int32) -> Bool {
    var question = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&question, 1, milliseconds) > 0 else { return errno == EINTR && milliseconds < 0 }
    var portion = [UInt8](repeating: 0, count: 16_384)
    let count = read(output, &portion, portion.count)
    guard count > 0 else { return false }
    for byte in portion.prefix(count) {
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: unfinished, as: UTF8.self))
        unfinished.removeAll(keepingCapacity: true)
      } else {
        unfinished.append(byte)
      }
    }
    return true
  }

  private static func pipeEnds() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SQLiteError.system(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ arguments: [String], input: Int32, output: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let program = try builtProgram()
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    guard code == 0 else { throw SQLiteError.system(code) }
    return process
  }

  /// The program lies beside the test bundle, built in the same run.
  private static func builtProgram() throws -> String {
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      guard let bundle = parts.firstIndex(where: { $0.hasSuffix(".xctest") }) else { continue }
      let program = parts[..<bundle].joined(separator: "/") + "/throughcare"
      if access(program, X_OK) == 0 { return program }
    }
    throw SQLiteError.system(ENOENT)
  }
}
