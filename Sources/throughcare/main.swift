import CaseRuntime
import CaseStore
import NcursesTerminal

let arguments = CommandLine.arguments
if arguments.dropFirst().first == StoreExercise.command {
  StoreExercise.runAndLeave(arguments.dropFirst(2))
}

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
