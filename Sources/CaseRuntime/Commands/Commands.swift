/// Everything the program does from the command line.
package enum Commands {
  /// What happens without a command: the application itself.
  package static let program = ApplicationCommand.command

  /// In the order in which the overview lists them.
  package static let all: [Command] =
    [
      DemoCommand.command, FindCommand.command, FormsCommand.command, SubmitCommand.command,
      DueCommand.command, HistoryCommand.command,
    ] + ImportCommand.all + ExportCommand.all + EnquiryExports.all + EDIIExports.all
    + IntelligenceExports.all + BronzeCommands.all + [
      PrintCommand.client
    ]
    + WorkerCommands.all + [
      InitCommand.command, BackupCommand.command, RestoreCommand.command, VerifyCommand.command,
      DoctorCommand.command, ReindexCommand.command, BenchCommand.command,
      SettingsCommand.command, RulesCommand.command,
      KeymapCommand.command, ThemeCommand.command, VersionCommand.command,
    ]
}
