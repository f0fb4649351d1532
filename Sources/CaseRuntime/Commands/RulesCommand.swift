import CaseRules

/// `rules`: what the program holds people to.
enum RulesCommand {
  static let command = Command(
    "rules", "print the rules the program holds you to",
    description: """
      Every rule with its identifier, as refusals and warnings name it. What it does: block refuses \
      with no way round; warn is passed with a typed reason; auto is worked out by the program; \
      record is kept; show stops nothing.
      """,
    operands: [
      Command.Operand("AREA", optional: true, "Only the rules that begin so: CUS, PPL, TIME ...")
    ],
    options: [OutputFormat.option()],
    examples: [Command.Example("throughcare rules CUS", "The rules of the custody board.")],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let area = invocation.operand(0)?.uppercased() ?? ""
    let rules = RuleEntries.all.filter { $0.id.hasPrefix(area) }
    if rules.isEmpty { throw CommandFailure.usage("No rule begins with \"\(area)\"") }
    var output = RowOutput(
      [
        RowOutput.Column("rule", "Rule"), RowOutput.Column("effect", "Does"),
        RowOutput.Column("words", "What it asks for"),
      ], as: try OutputFormat.asked(by: invocation), on: console.output)
    for rule in rules {
      try output.add([
        rule.id, rule.effects.map(\.rawValue).joined(separator: ", "), rule.words,
      ])
    }
    try output.finish()
    return .done
  }
}
