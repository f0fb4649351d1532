import Glibc
import Testing
import TestSupport

/// The program as it was built beside these tests, run as its own process.
struct BuiltProgram {
  /// A finished run.
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/throughcare"
  }()

  let home: TemporaryFolder

  /// The variables the program is given.
  func environment(with changes: [String: String] = [:]) -> [String] {
    var variables = [
      "HOME": home.path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, value) in changes { variables[name] = value }
    return variables.map { "\($0.key)=\($0.value)" }
  }

  /// Runs to the end, with the text as input.
  func run(
    _ arguments: String..., input: String = "", environment changes: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: Array(input.utf8), environment: changes)
  }

  /// The same for bytes that are no text, with descriptors that are closed from the start, or with
  /// another output.
  func run(
    _ arguments: [String], input: [UInt8] = [], environment changes: [String: String] = [:],
    closed: [Int32] = [], output: String? = nil
  ) throws -> Result {
    let names = ["in", "out", "err"].map { home.path + "/" + $0 }
    try home.write(bytes: input, to: "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, names[0], O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), names[1]), (2, names[2])] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    if let output { posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0) }
    for descriptor in closed { posix_spawn_file_actions_addclose(&actions, descriptor) }
    let process = try Spawned(Self.path, arguments, environment(with: changes), &actions)
    let code = process.wait()
    return Result(
      code: code, output: try home.text(of: "out"), errors: try home.text(of: "err"))
  }
}

/// A child process.
final class Spawned {
  let id: pid_t
  private var status: Int32?

  struct Failed: Error { let code: Int32 }

  /// More than the runner's suites have open side by side.
  private static let descriptors = 256

  init(
    _ path: String, _ arguments: [String], _ environment: [String],
    _ actions: inout posix_spawn_file_actions_t, newSession: Bool = false
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner may have signals blocked; the program must not inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let session: Int32 = newSession ? 0x80 : 0  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | session))
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    // Whatever else the test runner has open is none of the program's.
    for descriptor in 3..<Self.descriptors {
      posix_spawn_file_actions_addclose(&actions, Int32(descriptor))
    }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failed(code: code) }
    id = child
  }

  /// The exit code, or minus the signal that ended it.
  @discardableResult
  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0 && errno == EINTR {}
    let code = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
    status = code
    return code
  }

  /// The same without waiting; nil while it runs.
  func poll() -> Int32? {
    if let status { return status }
    var raw: Int32 = 0
    guard waitpid(id, &raw, WNOHANG) == id else { return nil }
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
    return status
  }

  /// Sends a signal, to the whole group of which it is the leader when asked to.
  func signal(_ number: Int32, toGroup: Bool = false) { kill(toGroup ? -id : id, number) }

  deinit {
    if status == nil {
      kill(id, SIGKILL)
      wait()
    }
  }
}
