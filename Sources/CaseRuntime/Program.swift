import CaseStore
import Glibc
package import TextScreen

/// The whole program, but for the terminal it is given.
package enum Program {
  /// Runs what the arguments ask for and ends the process with the status the shell sees.
  ///
  /// The terminal is opened only when there is something to draw.
  package static func run(
    _ arguments: [String], terminal: @escaping (TerminalRequest) throws -> any Terminal
  ) -> Never {
    umask(0o077)
    StoreThreads.growHeapsInLargeSteps()
    var console = Console.ofThisProcess()
    console.openTerminal = terminal
    exit(code(of: Array(arguments.dropFirst()), console).rawValue)
  }

  /// Whether these arguments may end in a full screen: everything else ends by itself.
  package static func mayTakeTheScreen(_ arguments: [String]) -> Bool {
    let words = arguments.dropFirst()
    guard let first = words.first else { return true }
    let isApplication = first.hasPrefix("-") || first == DemoCommand.command.name
    return isApplication && !words.contains("--make-only") && !words.contains("--help")
  }

  /// The same without ending the process.
  package static func code(of arguments: [String], _ console: Console) -> ExitCode {
    do {
      return try run(arguments, console)
    } catch let failure as CommandFailure {
      return report(failure.words, failure.status, console)
    } catch let error as SystemError {
      return report(error.words, .foundWrong, console)
    } catch let error as NoTerminal {
      return report(error.words, .foundWrong, console)
    } catch {
      return report(
        "Something went wrong that the program has no words for. Nothing was saved.",
        .foundWrong, console)
    }
  }

  private static func run(_ arguments: [String], _ console: Console) throws -> ExitCode {
    let reader = ArgumentReader(
      program: Commands.program, screen: DemoCommand.command, commands: Commands.all)
    switch try reader.read(arguments) {
    case .run(let command, let invocation):
      return try command.run(invocation, console)
    case .help(let command):
      try console.output.write(HelpPage.page(of: command))
    case .family(let commands):
      try console.output.write(HelpPage.list(of: commands))
    case .overview:
      try console.output.write(HelpPage.overview(of: Commands.all, program: Commands.program))
    }
    return .done
  }

  private static func report(
    _ words: String, _ code: ExitCode, _ console: Console
  ) -> ExitCode {
    do {
      try console.errors.write("throughcare: " + displaySafe(words, lines: .many) + "\n")
    } catch {
      // Nobody can be told; the exit code still says it.
      return code
    }
    return code
  }
}
