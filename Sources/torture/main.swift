let arguments = Array(CommandLine.arguments.dropFirst())
let rest = Array(arguments.dropFirst())
switch arguments.first {
case WritingSession.command: WritingSession.runAndLeave(rest)
case EditingSession.command: EditingSession.runAndLeave(rest)
case MemoryTrial.command: MemoryTrial.runAndLeave(rest)
case LockQuestion.command: LockQuestion.runAndLeave(rest)
default: TortureCommand.runAndLeave(arguments)
}
