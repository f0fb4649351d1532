import TextScreen

/// Finds out which command is meant and what it is given.
package struct ArgumentReader: Sendable {
  package enum Reading {
    case run(Command, Invocation)
    case help(Command)
    /// Commands that share their first word, when help is asked for with that word alone.
    case family([Command])
    case overview
  }

  /// Asked for only where another command is named: most starts name none.
  private let commands: @Sendable () -> [Command]
  private let program: Command
  private let screen: Command?

  /// A reader for these commands; `program` is what runs when none is named.
  ///
  /// `screen` is one of them that opens the same screen: it is found without making the others.
  package init(
    program: Command, screen: Command? = nil,
    commands: @escaping @autoclosure @Sendable () -> [Command]
  ) {
    self.program = program
    self.screen = screen
    self.commands = commands
  }

  /// - Throws: `CommandFailure` with the status for wrong use.
  package func read(_ arguments: [String]) throws -> Reading {
    if let clean = arguments.first(where: { $0.utf8.contains(0) }) {
      throw CommandFailure.usage("An argument holds a zero byte: \(clean.prefix(20))")
    }
    if arguments.first == "help" { return try help(about: Array(arguments.dropFirst())) }
    if arguments.count == 2, ["--help", "-h"].contains(arguments[1]), let first = arguments.first,
      let family = family(of: first)
    {
      return .family(family)
    }
    guard let command = try command(named: arguments) else {
      if arguments.contains("--help") || arguments.contains("-h") { return .overview }
      return .run(program, try invocation(of: program, arguments))
    }
    let rest = Array(arguments.dropFirst(command.nameWords.count))
    let beforeEnd = rest.prefix { $0 != "--" }
    if beforeEnd.contains("--help") || beforeEnd.contains("-h") { return .help(command) }
    return .run(command, try invocation(of: command, rest))
  }

  private func help(about words: [String]) throws -> Reading {
    if words.isEmpty { return .overview }
    if words.count == 1, let family = family(of: words[0]) { return .family(family) }
    guard let command = try command(named: words) else {
      throw CommandFailure.usage("There is no command \(words.joined(separator: " "))")
    }
    return .help(command)
  }

  /// The command whose words come first; nil when there is no command at all.
  private func command(named arguments: [String]) throws -> Command? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    if first == screen?.name { return screen }
    let commands = commands()
    let found = commands.filter { Array(arguments.prefix($0.nameWords.count)) == $0.nameWords }
    if let best = found.max(by: { $0.nameWords.count < $1.nameWords.count }) { return best }
    if let family = family(of: first) {
      let names = family.map(\.name).joined(separator: ", ")
      throw CommandFailure.usage("\"\(first)\" needs another word: \(names)")
    }
    let known = commands.filter { !$0.isHidden }.map(\.name)
    let hint = nearest(to: first, among: known).map { " Did you mean \($0)?" } ?? ""
    throw CommandFailure.usage("There is no command \"\(first)\".\(hint) See throughcare --help")
  }

  /// The commands a first word needs another one for; nil when it is a command itself, or none.
  private func family(of word: String) -> [Command]? {
    let named = commands().filter { $0.nameWords.first == word }
    return named.isEmpty || named.contains { $0.nameWords.count == 1 } ? nil : named
  }

  private func invocation(of command: Command, _ arguments: [String]) throws -> Invocation {
    var operands: [String] = []
    var values: [String: [String]] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("--") else {
        if argument.hasPrefix("-"), argument != "-" { throw unknown(argument, of: command) }
        operands.append(argument)
        continue
      }
      let (option, value) = try option(argument, of: command, from: &rest)
      values[option.name, default: []].append(value)
      if !option.repeats, values[option.name]?.count ?? 0 > 1 {
        throw CommandFailure.usage("\(option.name) stands twice")
      }
    }
    try check(operands, of: command)
    return Invocation(operands: operands, values: values)
  }

  private func option(
    _ argument: String, of command: Command, from rest: inout ArraySlice<String>
  ) throws -> (Command.Option, String) {
    let name = String(argument.prefix { $0 != "=" })
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw unknown(name, of: command)
    }
    let isJoined = name.count < argument.count
    guard let placeholder = option.value else {
      if isJoined { throw CommandFailure.usage("\(name) takes no value") }
      return (option, "")
    }
    if isJoined { return (option, String(argument.dropFirst(name.count + 1))) }
    guard let value = rest.popFirst() else {
      throw CommandFailure.usage("\(name) needs a value: \(name) \(placeholder)")
    }
    return (option, value)
  }

  private func unknown(_ name: String, of command: Command) -> CommandFailure {
    let path = command.name.isEmpty ? "throughcare" : "throughcare \(command.name)"
    return .usage("There is no option \(name). See \(path) --help")
  }

  private func check(_ operands: [String], of command: Command) throws {
    let needed = command.operands.filter { !$0.isOptional }
    if operands.count < needed.count {
      let missing = needed[operands.count]
      throw CommandFailure.usage("\(missing.name) is missing: \(missing.words)")
    }
    if command.operands.last?.repeats != true, operands.count > command.operands.count {
      throw CommandFailure.usage("There is one word too many: \(operands[command.operands.count])")
    }
  }
}
