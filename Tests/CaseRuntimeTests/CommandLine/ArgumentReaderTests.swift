import CaseRuntime
import Testing

@Suite("The command line")
struct ArgumentReaderTests {
  static let nothing: @Sendable (Invocation, Console) throws -> ExitCode = { _, _ in .done }

  static let reader = ArgumentReader(
    program: Command(
      "", "casework", options: [Command.Option("--data", takes: "FILE", "the file")], run: nothing),
    commands: [
      Command(
        "import custody", "arrivals", operands: [Command.Operand("FILE", "the CSV file")],
        options: [
          Command.Option("--map", takes: "FIELD=HEADER", repeats: true, "a column"),
          Command.Option("--dry-run", "try only"),
          Command.Option("--data", takes: "FILE", "the file"),
        ], run: nothing),
      Command("due", "deadlines", run: nothing),
    ])

  static func invocation(_ words: String...) throws -> (String, Invocation) {
    switch try reader.read(words) {
    case .run(let command, let invocation): return (command.name, invocation)
    case .help(let command): return ("help of \(command.name)", Invocation())
    case .family(let commands):
      return ("family \(commands.map(\.name).joined(separator: ", "))", Invocation())
    case .overview: return ("overview", Invocation())
    }
  }

  @Test("Options may stand anywhere, joined or apart; -- ends them")
  func options() throws {
    let (name, call) = try Self.invocation(
      "import", "custody", "--map", "cell=Cell no", "--data=x y.db", "--map=suite=S", "--dry-run",
      "--", "--odd.csv")
    #expect(name == "import custody")
    #expect(call.all("--map") == ["cell=Cell no", "suite=S"])
    #expect(call["--data"] == "x y.db")
    #expect(call.has("--dry-run"))
    #expect(call.operands == ["--odd.csv"])
  }

  @Test("Without a command the program itself is meant")
  func program() throws {
    #expect(try Self.invocation().0 == "")
    #expect(try Self.invocation("--data", "a.db").1["--data"] == "a.db")
  }

  @Test(
    "Help can be asked for everywhere",
    arguments: [
      (["--help"], "overview"), (["-h"], "overview"), (["help"], "overview"),
      (["due", "--help"], "help of due"), (["import", "--help"], "family import custody"),
      (["help", "import"], "family import custody"),
      (["help", "import", "custody"], "help of import custody"),
      (["import", "custody", "-h"], "help of import custody"),
    ])
  func help(words: [String], expected: String) throws {
    switch try Self.reader.read(words) {
    case .run(let command, _): Issue.record("ran \(command.name)")
    case .help(let command): #expect("help of \(command.name)" == expected)
    case .family(let commands):
      #expect("family \(commands.map(\.name).joined(separator: ", "))" == expected)
    case .overview: #expect("overview" == expected)
    }
  }

  @Test(
    "Wrong use is refused with what to do instead",
    arguments: [
      (["deu"], "Did you mean due?"), (["import"], "import custody"),
      (["import", "custody"], "FILE is missing"), (["due", "now"], "one word too many"),
      (["due", "--fast"], "no option --fast"), (["due", "-x"], "no option -x"),
      (["--data"], "--data needs a value"),
      (["import", "custody", "--dry-run=yes", "f"], "no value"),
      (["--data", "a", "--data", "b"], "stands twice"), (["frobnicate"], "no command"),
      (["due", "a\0b"], "zero byte"),
    ])
  func wrong(words: [String], says: String) {
    let failure = #expect(throws: CommandFailure.self) { try Self.reader.read(words) }
    #expect(failure?.status == .usedWrongly)
    #expect(failure?.words.contains(says) == true, "\(failure?.words ?? "")")
  }
}
