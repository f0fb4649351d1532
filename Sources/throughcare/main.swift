import CaseRuntime
import CaseStore

if CommandLine.arguments.dropFirst().first == StoreExercise.command {
  StoreExercise.runAndLeave(CommandLine.arguments.dropFirst(2))
}
Program.run(CommandLine.arguments)
