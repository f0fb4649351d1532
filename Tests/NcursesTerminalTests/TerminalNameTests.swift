import TextScreen
import Testing

@testable import NcursesTerminal

@Suite("Which description of a terminal is used")
struct TerminalNameTests {
  @Test(
    "an unknown name falls back to what is like it, then to the plainest",
    arguments: [
      ("xterm-256color", ["xterm-256color", "xterm-256color", "vt100"]),
      ("putty", ["putty", "xterm-256color", "vt100"]), ("linux", ["linux", "vt100"]),
      ("my-256-thing", ["my-256-thing", "xterm-256color", "vt100"]), ("", ["vt100"]),
      ("xterm-kitty", ["xterm-kitty", "xterm-256color", "vt100"]),
    ])
  func candidates(name: String, tried: [String]) {
    #expect(TerminalName.candidates(for: name) == tried)
  }

  @Test(
    "a name that could be a path is not looked up",
    arguments: ["../etc/passwd", "/tmp/x", "a b", "x\u{1B}[2J", ".hidden", "é"])
  func unfit(name: String) {
    #expect(!TerminalName.isFit(name))
    #expect(!TerminalName.candidates(for: name).contains(name))
  }

  @Test("over a network there is more patience for torn keys, and a setting stands above")
  func escapeWait() {
    let near = TerminalOptions(environment: { _ in nil })
    let far = TerminalOptions(environment: { $0 == "SSH_CONNECTION" ? "1 2 3 4" : nil })
    #expect(near.escapeWaitNow == 100)
    #expect(far.escapeWaitNow == 300)
    #expect(TerminalOptions(escapeWait: 50, environment: { _ in "x" }).escapeWaitNow == 50)
  }

  @Test("what is wrong with a terminal is said in words, and its name cannot act on it")
  func problems() {
    let problems: [TerminalProblem] = [
      .notATerminal, .noCursorAddressing("\u{1B}[2Jdumb"), .noDescription("\u{9B}x"),
    ]
    for problem in problems {
      #expect(
        problem.description.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && $0.value < 0x7F || $0 == "¿"
        })
    }
  }
}
