import Glibc

/// The program on a terminal of its own, with hands and eyes.
///
/// It keeps everything the program has written and waits for words in it, never for time.
final class Desk {
  private let master: Int32
  private let process: Spawned
  private(set) var seen = ""

  struct NoTerminal: Error { let step: String }
  /// The words did not come; `seen` is the end of what came instead.
  struct NotSeen: Error {
    let words: String
    let seen: String
  }

  init(
    _ program: BuiltProgram, _ arguments: String..., columns: UInt16 = 80, rows: UInt16 = 24
  )
    throws
  {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw NoTerminal(step: "ptmx") }
    // Numbers of the kernel's pseudo terminal: unlock, ask for the number, set the size.
    var unlock: Int32 = 0
    var number: UInt32 = 0
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, 0x4004_5431, &unlock) == 0, ioctl(master, 0x8004_5430, &number) == 0,
      ioctl(master, UInt(TIOCSWINSZ), &size) == 0
    else { throw NoTerminal(step: "ioctl") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "/dev/pts/\(number)", O_RDWR, 0)
    }
    process = try Spawned(
      BuiltProgram.path, arguments, program.environment, &actions, newSession: true)
  }

  deinit { close(master) }

  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Reads until the words have been written after the last wait.
  func wait(for words: String, seconds: Int32 = 20) throws {
    var rest = seconds * 1_000
    while !plain.contains(words) {
      var look = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let started = now()
      guard rest > 0, poll(&look, 1, rest) > 0, take() else {
        throw NotSeen(words: words, seen: String(plain.suffix(1_500)))
      }
      rest -= Int32(now() - started)
    }
    seen = ""
  }

  /// Reads what there is; false at the end.
  private func take() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    seen += String(decoding: bytes.prefix(count), as: UTF8.self)
    return true
  }

  /// What was written, without the sequences that move the cursor and set colours.
  private var plain: String {
    var result = ""
    var rest = seen.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let kind = rest.popFirst(), kind == "[" else { continue }
      while let next = rest.popFirst() {
        if (0x40...0x7E).contains(next.value) { break }
      }
    }
    return result
  }

  private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  func kill() {
    process.signal(SIGKILL)
    process.wait()
  }

  func signal(_ number: Int32) { process.signal(number) }

  /// Closes the terminal's window, as a lost line does.
  func hangUp() { process.signal(SIGHUP) }

  /// Reads on until the program has ended.
  func end() -> Int32 {
    while take() {}
    return process.wait()
  }
}
