import CaseScreens
import TextScreen

/// `keymap check`: what a keymap does, and what is wrong with it.
enum KeymapCommand {
  static let command = Command(
    "keymap check", "say what is wrong with a keymap file, by line, and print what it does",
    description: """
      Reads a keymap file and names every line that cannot be used: unknown actions, keys that \
      terminals take for themselves, two actions on one key, actions left without a key. A keymap \
      without problems is printed as a table, or with --card as a page to put beside the keyboard.

      Your own keymap is the file $XDG_CONFIG_HOME/throughcare/keys; it needs only what differs \
      from the keymap it is based on.
      """,
    operands: [Command.Operand("FILE", "The keymap file, or default, vim or emacs.")],
    options: [Command.Option("--card", "Print one page of keys.")],
    examples: [
      Command.Example("throughcare keymap check vim --card", "The keys of the vim keymap."),
      Command.Example("throughcare keymap check ~/.config/throughcare/keys", "Your own."),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = invocation.operand(0) ?? ""
    let text = try ShippedFiles.keymap(path) ?? LookFiles.text(at: path)
    let load = Keymap.load(text, actions: AppCommands.all, base: ShippedFiles.keymap)
    for problem in load.problems { try console.say("\(path), \(problem.description)") }
    guard let keymap = load.keymap else { return .foundWrong }
    let page =
      invocation.has("--card")
      ? keymap.keyCard(actions: AppCommands.all) : keymap.table(actions: AppCommands.all)
    try console.output.write(displaySafe(page, lines: .many))
    return load.problems.isEmpty ? .done : .foundWrong
  }
}
