package import Glibc
import SQLite

/// A process of this program that works on a file and tells of it over a pipe.
package final class SessionProcess {
  package let process: pid_t
  private let output: Int32
  private let input: Int32
  /// Kept, so that a word to a process that has just ended is no broken pipe.
  private let inputReader: Int32
  private var unfinished: [UInt8] = []
  /// Everything it has said, line by line.
  package private(set) var lines: [String] = []
  private var hasEnded = false

  /// What it tried and what it was told.
  package var operations: [Operation] { Operation.all(in: lines) }

  /// The ids of the saves it was told are safe.
  package var acknowledged: [String] {
    lines.filter { $0.hasPrefix("ok ") }.map { String($0.dropFirst(3).prefix(32)) }
  }

  package var complaints: [String] { lines.filter { $0.hasPrefix("error") } }

  /// Starts a writing session on the file.
  package convenience init(_ path: String, _ options: String...) throws {
    try self.init([WritingSession.command, path] + options)
  }

  package init(_ arguments: [String]) throws {
    let (outEnd, outStart) = try SessionProcess.pipeEnds()
    let (inStart, inEnd) = try SessionProcess.pipeEnds()
    defer { close(outStart) }
    output = outEnd
    input = inEnd
    inputReader = inStart
    process = try SessionProcess.spawn(arguments, input: inStart, output: outStart)
  }

  deinit {
    kill()
    for descriptor in [output, input, inputReader] { close(descriptor) }
  }

  /// Lets it go on after `--wait` or `--hold`.
  package func say(_ line: String = "go") {
    let bytes = Array((line + "\n").utf8)
    write(input, bytes, bytes.count)
  }

  /// Takes what it has said by now; returns at once.
  package func listen() { while hears(within: 0) {} }

  /// Waits until it has said the word, so many times, or has ended; true when it said it.
  package func waits(for word: String, times: Int = 1) -> Bool {
    while lines.count(where: { $0.hasPrefix(word) }) < times {
      guard hears(within: -1) else { return false }
    }
    return true
  }

  /// Ends it without warning, and takes what it had still written.
  package func kill() {
    guard !hasEnded else { return }
    Glibc.kill(process, SIGKILL)
    finish()
  }

  package func stop() { Glibc.kill(process, SIGSTOP) }
  package func goOn() { Glibc.kill(process, SIGCONT) }

  /// Waits for its end and returns its exit code, or -1 when it was killed.
  @discardableResult
  package func finish() -> Int32 {
    guard !hasEnded else { return -1 }
    while hears(within: -1) {}
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
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
    // At once, because another thread may be starting a process that would keep the ends.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SQLiteError.system(errno) }
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

  /// This program itself, or, in a test, the one that was built beside it.
  private static func builtProgram() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let program =
      own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/torture"
    guard access(program, X_OK) == 0 else { throw SQLiteError.system(ENOENT) }
    return program
  }
}
