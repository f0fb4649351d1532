/// The help of a command, laid out like a manual page from the command's own declaration.
package enum HelpPage {
  private static let width = 80

  /// All commands, for `throughcare --help`.
  package static func overview(of commands: [Command], program: Command) -> String {
    page(of: program, named: "throughcare") + list(of: commands)
  }

  /// The commands with half a line each.
  package static func list(of commands: [Command]) -> String {
    let shown = commands.filter { !$0.isHidden }
    let column = (shown.map(\.name.count).max() ?? 0) + 2
    let lines = shown.map { command in
      "  " + fill(command.name, to: column) + command.summary
    }
    return section("COMMANDS", lines)
      + "\nEach command explains itself: throughcare COMMAND --help\n"
  }

  package static func page(of command: Command) -> String {
    page(of: command, named: "throughcare \(command.name)")
  }

  private static func page(of command: Command, named name: String) -> String {
    var text = section("NAME", wrap("\(name) - \(command.summary)", indent: 2))
    text += section("USE", wrap(usage(of: command, named: name), indent: 2, hanging: 6))
    text += section("WHAT IT DOES", paragraphs(command.description))
    text += section("WORDS", command.operands.flatMap { entry($0.name, $0.words) })
    text += section(
      "OPTIONS",
      command.options.flatMap { option in
        entry(option.value.map { "\(option.name) \($0)" } ?? option.name, option.words)
      })
    text += section(
      "EXAMPLES", command.examples.flatMap { ["  " + $0.line] + wrap($0.words, indent: 6) })
    text += section(
      "EXIT STATUS", ["  0  done    1  something is wrong, in words    2  used wrongly"])
    return text
  }

  private static func usage(of command: Command, named name: String) -> String {
    let operands = command.operands.map(\.usage)
    return ([name] + operands + command.options.map(\.usage)).joined(separator: " ")
  }

  private static func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title)\n" + lines.joined(separator: "\n") + "\n\n"
  }

  private static func entry(_ name: String, _ words: String) -> [String] {
    let lines = wrap(words, indent: 26)
    guard name.count < 23, let first = lines.first else { return ["  " + name] + lines }
    return ["  " + fill(name, to: 24) + first.dropFirst(26)] + lines.dropFirst()
  }

  private static func paragraphs(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    var lines: [String] = []
    var words: [Substring] = []
    func flush() {
      if !words.isEmpty { lines += wrap(words.joined(separator: " "), indent: 2) }
      words = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix(" ") {
        flush()
        lines.append(line.isEmpty ? "" : "  " + line)
      } else {
        words.append(line)
      }
    }
    flush()
    return lines
  }

  static func wrap(_ text: String, indent: Int, hanging: Int? = nil) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isBare = true
    for word in text.split(separator: " ") {
      if !isBare, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging ?? indent)
        isBare = true
      }
      line += (isBare ? "" : " ") + word
      isBare = false
    }
    return isBare ? lines : lines + [line]
  }

  private static func fill(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
