import CaseRuntime
import CaseStore
import Glibc
import TestSupport

/// A command as the shell would run it, with its answers caught.
struct Run {
  let code: ExitCode
  let output: String
  let errors: String

  /// Runs the program in the folder's own home.
  init(_ arguments: String..., input: String = "", in folder: TemporaryFolder) throws {
    try self.init(arguments, input: Array(input.utf8), in: folder)
  }

  /// The account and the clock are those of the test where it has any.
  init(
    _ arguments: [String], input: [UInt8], in folder: TemporaryFolder, account: String? = nil,
    clock: Clock = .real, password: String? = nil,
    canAsk: Bool = false
  ) throws {
    let number = try folder.names.count
    var surroundings = Surroundings(variables: ["HOME": folder.path], account: account)
    // However full the disk of whoever runs the tests is.
    surroundings.diskRoom = { _ in DiskRoom(free: 50_000_000_000, percent: 50) }
    let names = ["in", "out", "err"].map { folder.file("\($0)-\(number)") }
    try FileHandle(creating: names[0]).write(input)
    var console = Console(
      input: try FileHandle(reading: names[0]), output: try FileHandle(creating: names[1]),
      errors: try FileHandle(creating: names[2]),
      surroundings: surroundings)
    console.clock = clock
    console.passwordCost = .cheap
    console.canAsk = canAsk
    console.askSecret = { _ in
      guard let password else { throw CommandFailure("There is no terminal in a test") }
      return Secret(password.utf8)
    }
    code = Program.code(of: arguments, console)
    output = String(
      decoding: try FileHandle(reading: names[1]).readAll(limit: 100_000_000), as: UTF8.self)
    errors = String(
      decoding: try FileHandle(reading: names[2]).readAll(limit: 10_000_000), as: UTF8.self)
    for name in names { unlink(name) }
  }

  var json: JSONValue { get throws { try JSONReader.read(Array(output.utf8)) } }
}
