import CaseRuntime
import NcursesTerminal

Program.run(CommandLine.arguments) { request in
  do {
    return try NcursesTerminal(
      TerminalOptions(theme: request.theme, askedDepth: request.depth))
  } catch let problem as TerminalProblem {
    throw NoTerminal(problem.description)
  }
}
