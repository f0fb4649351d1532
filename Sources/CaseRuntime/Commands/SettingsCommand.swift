import CaseRules
import CaseStore

/// `settings`: the partnership's own figures.
enum SettingsCommand {
  static let command = Command(
    "settings", "print the partnership's own figures",
    description: """
      Prints every setting with its value, its default and what it decides. Settings are changed \
      inside the program by an administrator, with a reason; every change is kept.

      Without a data file the defaults are printed.
      """,
    options: [OutputFormat.option(), RecordOptions.data],
    examples: [
      Command.Example("throughcare settings --format csv", "The settings as a table of values.")
    ],
    run: run)

  private static let columns = [
    RowOutput.Column("key", "Setting"), RowOutput.Column("value", "Value"),
    RowOutput.Column("default", "Default"), RowOutput.Column("accepts", "May be"),
    RowOutput.Column("explanation", "What it decides"),
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let isThere = PrivateFolder.exists(RecordOptions.path(invocation, console))
    let settings =
      isThere || invocation.has("--data") ? try stored(invocation, console) : Settings()
    var output = RowOutput(columns, as: format, on: console.output)
    for key in SettingKey.allCases {
      try output.add([
        key.rawValue, settings.text(of: key), key.row.defaultText, key.row.kind.words,
        key.row.explanation,
      ])
    }
    try output.finish()
    return .done
  }

  private static func stored(_ invocation: Invocation, _ console: Console) throws -> Settings {
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try records.store.read { try $0.settings().settings }
  }
}
