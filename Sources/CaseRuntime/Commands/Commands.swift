/// Everything the program does from the command line.
package enum Commands {
  /// What happens without a command: the application itself.
  package static let program = Command(
    "", "casework for drug-intervention teams, by keyboard", run: { _, _ in .done })

  /// In the order in which the overview lists them.
  package static let all: [Command] =
    [
      FormsCommand.command, SubmitCommand.command, ImportCommand.command, ThemeCommand.command,
      RulesCommand.command,
      InitCommand.command,
      SettingsCommand.command, BackupCommand.command, VersionCommand.command,
    ] + WorkerCommands.all
}
