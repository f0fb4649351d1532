/// One thing the program does from the command line: its words, what it takes, its help, its work.
package struct Command: Sendable {
  /// `--data FILE`, or a switch such as `--dry-run`.
  package struct Option: Sendable {
    package let name: String
    /// What stands in its place in the help; nil for a switch.
    package let value: String?
    package let words: String
    /// May stand more than once.
    package var repeats = false

    package init(
      _ name: String, takes value: String? = nil, repeats: Bool = false, _ words: String
    ) {
      self.name = name
      self.value = value
      self.words = words
      self.repeats = repeats
    }

    var usage: String {
      let inside = value.map { "\(name) \($0)" } ?? name
      return repeats ? "[\(inside)]..." : "[\(inside)]"
    }
  }

  /// A word that stands by itself after the command.
  package struct Operand: Sendable {
    package let name: String
    package let words: String
    package var isOptional = false
    /// The last one may stand more than once.
    package var repeats = false

    package init(
      _ name: String, optional: Bool = false, repeats: Bool = false, _ words: String
    ) {
      self.name = name
      self.words = words
      isOptional = optional
      self.repeats = repeats
    }

    var usage: String {
      (isOptional ? "[\(name)]" : name) + (repeats ? "..." : "")
    }
  }

  package struct Example: Sendable {
    package let line: String
    package let words: String

    package init(_ line: String, _ words: String) {
      self.line = line
      self.words = words
    }
  }

  /// One or two words, as typed; empty for the program itself.
  package let name: String
  /// What it does, in half a line.
  package let summary: String
  /// Paragraphs, separated by empty lines; lines that begin with a space stay as they are.
  package var description = ""
  package var operands: [Operand] = []
  package var options: [Option] = []
  package var examples: [Example] = []
  /// Works, but is left out of the overview.
  package var isHidden = false
  package let run: @Sendable (Invocation, Console) throws -> ExitCode

  package init(
    _ name: String, _ summary: String, description: String = "", operands: [Operand] = [],
    options: [Option] = [], examples: [Example] = [], isHidden: Bool = false,
    run: @escaping @Sendable (Invocation, Console) throws -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.description = description
    self.operands = operands
    self.options = options
    self.examples = examples
    self.isHidden = isHidden
    self.run = run
  }

  var nameWords: [String] { name.split(separator: " ").map(String.init) }
}

/// A command line that has been understood.
package struct Invocation: Sendable {
  package let operands: [String]
  private let values: [String: [String]]

  package init(operands: [String] = [], values: [String: [String]] = [:]) {
    self.operands = operands
    self.values = values
  }

  /// The last value given for an option.
  package subscript(_ option: String) -> String? { values[option]?.last }

  package func all(_ option: String) -> [String] { values[option] ?? [] }

  package func has(_ option: String) -> Bool { values[option] != nil }

  package func operand(_ index: Int) -> String? {
    index < operands.count ? operands[index] : nil
  }
}
