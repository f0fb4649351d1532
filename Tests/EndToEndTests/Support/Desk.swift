import Glibc

/// The program on a terminal of its own, with hands and eyes.
///
/// It keeps what the terminal would show and waits for words on it, never for time.
final class Desk {
  private var master: Int32
  private var slave: Int32
  private let process: Spawned
  private(set) var glass: Glass
  /// Every byte the program has written.
  private(set) var bytes: [UInt8] = []
  /// The modes of the terminal before the program was started.
  let modesBefore: Modes

  /// What `stty` would show.
  struct Modes: Equatable {
    let flags: [UInt32]
    let characters: [UInt8]
  }

  struct NoTerminal: Error { let step: String }
  /// What was waited for did not come; the screen as it was instead.
  struct NotSeen: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "\(wanted) did not come; the screen:\n\(screen)" }
  }

  init(
    _ program: BuiltProgram, _ arguments: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], shows: String = "", through script: String? = nil
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else { throw NoTerminal(step: "ptmx") }
    // Numbers of the kernel's pseudo terminal: unlock, and ask for the number.
    var unlock: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, 0x4004_5431, &unlock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw NoTerminal(step: "ioctl")
    }
    let name = "/dev/pts/\(number)"
    // Held open, since a terminal nobody has open forgets its modes.
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw NoTerminal(step: name) }
    Desk.setSize(of: master, columns, rows)
    modesBefore = Desk.modes(of: slave)
    glass = Glass(columns: columns, rows: rows)
    glass.write(Array(shows.utf8))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    // A shell that first sets limits, and then becomes the program.
    let shell = script.map { ["-c", $0 + "; exec \"$0\" \"$@\"", BuiltProgram.path] } ?? []
    process = try Spawned(
      script == nil ? BuiltProgram.path : "/bin/sh", shell + arguments,
      program.environment(with: environment), &actions, newSession: true)
  }

  deinit {
    process.signal(SIGKILL, toGroup: true)
    closeWindow()
  }

  // MARK: Hands

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Types while reading what comes back, as neither side may wait for the other.
  func type(bytes typed: [UInt8]) {
    var rest = typed[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 4_096)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        var look = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
        guard poll(&look, 1, 20_000) > 0 else { return }
      }
      take()
    }
  }

  func resize(columns: Int, rows: Int) {
    take()
    glass.resize(columns: columns, rows: rows)
    Desk.setSize(of: master, columns, rows)
  }

  /// Takes the window away.
  func closeWindow() {
    for descriptor in [slave, master] where descriptor >= 0 { close(descriptor) }
    (slave, master) = (-1, -1)
  }

  private static func setSize(of master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  // MARK: Eyes

  var modes: Modes { Desk.modes(of: slave) }

  private static func modes(of terminal: Int32) -> Modes {
    var found = termios()
    tcgetattr(terminal, &found)
    return Modes(
      flags: [found.c_iflag, found.c_oflag, found.c_cflag, found.c_lflag],
      characters: withUnsafeBytes(of: found.c_cc) { Array($0) })
  }

  /// Reads what there is.
  private func take() {
    var portion = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(master, &portion, portion.count)
      guard count > 0 else { return }
      bytes += portion.prefix(count)
      glass.write(portion.prefix(count))
    }
  }

  /// Reads until the screen shows the words.
  func wait(for words: String, seconds: Int = 60) throws {
    try wait(seconds: seconds, for: "\"\(words)\"") { $0.glass.text.contains(words) }
  }

  /// Reads until the screen no longer shows the words.
  func wait(without words: String, seconds: Int = 60) throws {
    try wait(seconds: seconds, for: "the end of \"\(words)\"") { !$0.glass.text.contains(words) }
  }

  /// Reads until something holds, looking again whenever something came, and now and then besides.
  func wait(
    seconds: Int = 60, for wanted: String, until holds: (Desk) throws -> Bool
  ) throws {
    try wait(milliseconds: seconds * 1_000, for: wanted, until: holds)
  }

  func wait(
    milliseconds: Int, for wanted: String, until holds: (Desk) throws -> Bool
  ) throws {
    let end = Desk.now() + Int64(milliseconds)
    while true {
      take()
      if try holds(self) { return }
      guard Desk.now() < end else { throw NotSeen(wanted: wanted, screen: glass.text) }
      var look = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      poll(&look, 1, 20)
    }
  }

  /// Reads until nothing has come for a moment: after keys that must change nothing.
  func settle() {
    var look = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&look, 1, 150) > 0, look.revents & Int16(POLLIN) != 0 { take() }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  // MARK: The process

  /// The process that was started.
  var parent: pid_t { process.id }

  /// The one that does the work.
  func worker() throws -> pid_t {
    let list = try ProcessFacts.children(of: process.id)
    guard let child = list.first else { throw NoTerminal(step: "child of \(process.id)") }
    return child
  }

  /// Whether it has ended; the system forgets it then.
  var hasEnded: Bool { process.poll() != nil }

  /// Bytes that were typed and that nobody has read.
  var waitingInput: Int {
    var count: Int32 = 0
    _ = ioctl(slave, UInt(FIONREAD), &count)
    return Int(count)
  }

  func signal(_ number: Int32) { process.signal(number) }
  func signalAll(_ number: Int32) { process.signal(number, toGroup: true) }

  /// Reads on until the program has ended; answers as `Spawned.wait` does.
  func end(seconds: Int = 60) throws -> Int32 {
    var code: Int32?
    try wait(seconds: seconds, for: "the end of the program") { _ in
      code = self.process.poll()
      return code != nil
    }
    take()
    return code ?? 0
  }

  /// Reads on until the program stands still.
  func waitUntilStopped() throws {
    try wait(for: "the program standing still") { _ in ProcessFacts.state(of: self.parent) == "T" }
    take()
  }
}
