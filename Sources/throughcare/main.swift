import CaseRuntime

Program.run(CommandLine.arguments)
