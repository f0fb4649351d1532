import TextScreen

/// `theme check`: whether everybody could read a theme.
enum ThemeCommand {
  static let command = Command(
    "theme check", "say what is wrong with a theme file, by line, and how readable it is",
    description: """
      Reads a theme file and names every line that cannot be used. Then it prints the contrast of \
      each role on displays of 16, 256 and true colours, and says where it is too low, where focus \
      is told by colour alone, and which opposites are red against green.

      Your own theme is the file $XDG_CONFIG_HOME/throughcare/theme; it needs only what differs \
      from the theme it is based on.
      """,
    operands: [Command.Operand("FILE", "The theme file, or the name of one that comes with it.")],
    examples: [
      Command.Example("throughcare theme check mono", "One that comes with the program."),
      Command.Example("throughcare theme check ~/.config/throughcare/theme", "Your own."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = invocation.operand(0) ?? ""
    let load = Theme.load(
      try ShippedFiles.theme(path) ?? LookFiles.text(at: path), base: ShippedFiles.theme)
    for problem in load.problems { try console.say("\(path), \(problem.description)") }
    guard let theme = load.theme else { return .foundWrong }
    let check = ThemeCheck(theme)
    var output = RowOutput(
      [
        RowOutput.Column("role", "Role"), RowOutput.Column("needed", "Needs"),
        RowOutput.Column("true", "True"), RowOutput.Column("256", "256"),
        RowOutput.Column("16", "16"),
      ], as: .text, on: console.output)
    for row in check.rows {
      try output.add([
        row.tone.name, ThemeCheck.ratio(row.needed), ratio(row.trueColour), ratio(row.indexed),
        ratio(row.sixteen),
      ])
    }
    try output.finish()
    for problem in check.problems { try console.say(problem) }
    return check.problems.isEmpty && load.problems.isEmpty ? .done : .foundWrong
  }

  private static func ratio(_ value: Double?) -> String {
    value.map { ThemeCheck.ratio($0) } ?? "own"
  }
}
