import CaseRuntime
import NcursesTerminal

let arguments = CommandLine.arguments

SafeProcess.run(withScreen: Program.mayTakeTheScreen(arguments)) { [arguments] in
  Program.run(arguments) { request in
    do {
      return try NcursesTerminal(
        TerminalOptions(theme: request.theme, askedDepth: request.depth))
    } catch let problem as TerminalProblem {
      throw NoTerminal(problem.description)
    }
  }
}
