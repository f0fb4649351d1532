import Glibc
import Testing
import TestSupport

@Suite("Stopping an import")
struct ImportStopTests {
  /// The program with its input and its complaints on pipes, so that the moment can be chosen.
  private final class Import {
    let process: Spawned
    private let input: Int32
    private let complaints: Int32
    private let output: String

    init(_ program: BuiltProgram) throws {
      var (inEnds, errEnds): ([Int32], [Int32]) = ([0, 0], [0, 0])
      guard pipe(&inEnds) == 0, pipe(&errEnds) == 0 else { throw Spawned.Failed(code: errno) }
      for end in inEnds + errEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      output = program.home.path + "/said"
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, inEnds[0], 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      posix_spawn_file_actions_adddup2(&actions, errEnds[1], 2)
      process = try Spawned(
        BuiltProgram.path, ["import", "custody", "-"], program.environment(), &actions)
      close(inEnds[0])
      close(errEnds[1])
      (input, complaints) = (inEnds[1], errEnds[0])
    }

    deinit { close(complaints) }

    func feed(_ text: String) {
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        bytes = bytes.dropFirst(count)
      }
    }

    /// Reads complaints until the words have come; false at their end.
    func hears(_ words: String) -> Bool {
      var heard = ""
      var byte: UInt8 = 0
      while !heard.contains(words) {
        guard read(complaints, &byte, 1) == 1 else { return false }
        heard.unicodeScalars.append(UnicodeScalar(byte))
      }
      return true
    }

    func end(_ program: BuiltProgram) throws -> (code: Int32, output: String) {
      close(input)
      let code = process.wait()
      return (code, try program.home.text(of: "said"))
    }
  }

  private static func lines(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "NPT,M\($0 % 20),03/04/2024 09:30,T01,A-\($0),x\n" }.joined()
  }

  @Test("Ctrl+C ends it between two lots, what is in stays in, and starting again goes on")
  func stops() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    #expect(
      try program.run("init", "--name", "Jo Field", "--role", "arw", "--suite", "NPT=Newport").code
        == 0)
    let running = try Import(program)
    running.feed("suite,cell,arrived,offence,reference,nominal\n" + Self.lines(1...100))
    // What is not read is told once the program listens for the key.
    try #require(running.hears("Not read: nominal"))
    running.process.signal(SIGINT)
    running.feed(Self.lines(101...1_200))
    let (code, output) = try running.end(program)
    #expect(code == 1)
    #expect(output.contains("Stopped after line "))
    #expect(output.contains("nothing comes in twice"))
    let first = try #require(Int(output.prefix { $0.isNumber }))
    #expect(first > 0 && first < 1_200, "\(output)")

    let again = try program.run(
      "import", "custody", "-",
      input: "suite,cell,arrived,offence,reference,nominal\n" + Self.lines(1...1_200))
    #expect(again.code == 0)
    #expect(again.output.contains("\(1_200 - first) imported, \(first) there already, 0 rejected"))
    let rows = try program.run("export", "custody").output.split(separator: "\r\n").count - 1
    #expect(rows == 1_200)
  }
}
