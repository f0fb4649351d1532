import CaseRuntime
import CaseStore
import NcursesTerminal

if CommandLine.arguments.dropFirst().first == StoreExercise.command {
  StoreExercise.runAndLeave(CommandLine.arguments.dropFirst(2))
}

Program.run(CommandLine.arguments) { request in
  do {
    return try NcursesTerminal(
      TerminalOptions(theme: request.theme, askedDepth: request.depth))
  } catch let problem as TerminalProblem {
    throw NoTerminal(problem.description)
  }
}
