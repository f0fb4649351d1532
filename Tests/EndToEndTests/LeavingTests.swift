import Glibc
import Testing
import TestSupport

/// How a session can end.
enum Ending: String, CaseIterable, Sendable {
  case leaving, hangUp, terminate, interrupt, fault, abort, kill

  /// What is sent to the process that works; nil when the worker leaves.
  var signal: Int32? {
    switch self {
    case .leaving: nil
    case .hangUp: SIGHUP
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .fault: SIGSEGV
    case .abort: SIGABRT
    case .kill: SIGKILL
    }
  }

  /// What the shell is told.
  var code: Int32 {
    switch self {
    case .leaving, .hangUp, .terminate, .interrupt: 0
    case .fault: -SIGSEGV
    case .abort: -SIGABRT
    case .kill: -SIGKILL
    }
  }

  /// The only words that may be left.
  var words: String {
    switch self {
    case .leaving, .hangUp, .terminate, .interrupt: ""
    case .fault, .abort: "The program stopped because of a fault. Reference: S"
    case .kill: "The program was ended from outside. What was typed is kept."
    }
  }
}

/// Screens 7.5: nothing of the work stays on the glass, and the terminal is as it was.
@Suite("What is left on the terminal", .serialized, .besideOthers)
struct LeavingTests {
  private let program: BuiltProgram

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  @Test(
    "however the program ends, no name stays on the screen and the terminal is as it was",
    arguments: ["xterm-256color", "putty", "screen-256color", "linux", "vt100"], Ending.allCases)
  func endings(terminal: String, ending: Ending) throws {
    let desk = try Desk.atWork(program, environment: ["TERM": terminal], shows: "desk$ ")
    #expect(desk.glass.text.contains(Desk.name))
    #expect(desk.modes != desk.modesBefore)
    if let number = ending.signal {
      kill(try desk.worker(), number)
    } else {
      desk.type("\u{05}")
      try desk.wait(for: "q Quit")
      desk.type("q")
    }
    #expect(try desk.end() == ending.code)
    try expectClean(desk, terminal, words: ending.words)
  }

  @Test(
    "a signal to the process the shell knows reaches the one that works",
    arguments: [
      SIGHUP, SIGTERM, SIGINT,
    ])
  func passedOn(number: Int32) throws {
    let desk = try Desk.atWork(program, shows: "desk$ ")
    desk.signal(number)
    #expect(try desk.end() == 0)
    try expectClean(desk, "xterm-256color", words: "")
  }

  @Test("when the waiting parent is killed, the program leaves by itself and keeps what was typed")
  func parentKilled() throws {
    let desk = try Desk.atWork(program, shows: "desk$ ")
    try desk.beginArrival(cell: "Q7")
    let worker = try desk.worker()
    desk.signal(SIGKILL)
    #expect(try desk.end() == -SIGKILL)
    try desk.wait(for: "the end of the one that works") { _ in
      kill(worker, 0) != 0 || ProcessFacts.state(of: worker) == "Z"
    }
    desk.settle()
    try expectClean(desk, "xterm-256color", words: "")
    try expectKept("Q7")
  }

  @Test("when the line is lost nothing goes on running, and what was typed is kept")
  func lineLost() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "Q8")
    let worker = try desk.worker()
    desk.closeWindow()
    try desk.wait(for: "the end of the one that works") { desk in
      _ = desk.hasEnded
      return kill(worker, 0) != 0
    }
    try expectKept("Q8")
  }

  @Test("killed in the middle of a field, what was shown as kept is there at the next start")
  func killedWhileTyping() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "Q9")
    try desk.wait(for: "kept")
    kill(try desk.worker(), SIGKILL)
    #expect(try desk.end() == -SIGKILL)
    #expect(!desk.glass.text.contains("Q9"))
    try expectKept("Q9")
  }

  @Test("stopped from outside, the screen is blank and the terminal the shell's; then all is back")
  func stopped() throws {
    let desk = try Desk.atWork(program, shows: "desk$ ")
    let working = desk.modes
    for stop in [SIGTSTP, SIGSTOP] {
      if stop == SIGTSTP { desk.signalAll(stop) } else { kill(try desk.worker(), stop) }
      try desk.waitUntilStopped()
      try expectClean(desk, "xterm-256color", words: "")
      desk.signal(SIGCONT)
      try desk.wait(for: Desk.name)
      try desk.wait(for: "the modes of work") { $0.modes == working }
      #expect(desk.glass.isAlternate)
    }
    desk.type("\u{1B}[B")
    try desk.wait(for: "row 2 of")
  }

  @Test("keys typed while the program is being killed are not left for the shell to obey")
  func typedAhead() throws {
    let desk = try Desk.atWork(program)
    let worker = try desk.worker()
    kill(worker, SIGSTOP)
    try desk.waitUntilStopped()
    desk.type("rm -r records\r")
    try desk.wait(for: "the keys on the line") { $0.waitingInput > 0 }
    kill(worker, SIGKILL)
    desk.signal(SIGCONT)
    #expect(try desk.end() == -SIGKILL)
    #expect(desk.waitingInput == 0)
  }

  @Test("nobody of the account can look into the memory of either process")
  func memory() throws {
    let desk = try Desk.atWork(program)
    for process in [desk.parent, try desk.worker()] {
      var facts = stat()
      #expect(stat("/proc/\(process)/mem", &facts) == 0)
      // What may not be dumped belongs to root, whoever runs it.
      #expect(facts.st_uid == 0)
      let limits = try ProcessFacts.text(of: process, "limits")
      #expect(limits.contains("Max core file size        0                    0"))
    }
  }

  /// The screen holds what was there before and the words; nothing of the work is anywhere.
  private func expectClean(_ desk: Desk, _ terminal: String, words: String) throws {
    let glass = desk.glass
    let hasAlternate = !["linux", "vt100"].contains(terminal)
    let before = hasAlternate ? "desk$ " : ""
    let left = glass.ordinaryWords
    #expect(!glass.isAlternate)
    #expect(left.hasPrefix((before + words).trimmingSuffix), "left: \(left)")
    #expect(left.count <= before.count + words.count + 20, "left: \(left)")
    #expect(glass.alternateWords == "")
    #expect(glass.isCursorShown)
    #expect(!glass.hasPasteMarks)
    #expect(desk.modes == desk.modesBefore)
  }

  /// The next start offers the form, with what was typed in it.
  private func expectKept(_ typed: String) throws {
    let next = try Desk(program, ["--data", program.home.path + "/records.db"])
    try next.wait(for: "What to try first")
    try next.press(Desk.esc, until: "unfinished forms")
    try next.press("r", until: "1  * Suite")
    try next.wait(for: "[\(typed)")
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
