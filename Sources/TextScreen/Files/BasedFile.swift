/// Puts something together from a file and the files it is based on.
protocol BasedFile {
  /// What the file makes, as in "keymap".
  static var noun: String { get }
  var problems: [FileProblem] { get set }
  /// Lays what a file says over what is there.
  mutating func add(_ text: String, base: (String) -> String?, depth: Int)
  /// Reads a line from before the first part, but for `based-on`.
  mutating func head(_ entry: LineFile.Entry)
  /// Marks what is there as said by another file.
  mutating func forgetLineNumbers()
}

extension BasedFile {
  mutating func report(_ line: Int?, _ words: String) {
    problems.append(FileProblem(line: line, words))
  }

  /// Reads what stands before the first part; the base first, because the file stands above it.
  mutating func readHead(_ file: LineFile, base: (String) -> String?, depth: Int) {
    let head = file.entries.filter(\.part.isEmpty)
    for entry in head where entry.name == "based-on" && !entry.value.isEmpty {
      addBase(entry, base: base, depth: depth)
    }
    for entry in head where entry.name != "based-on" { self.head(entry) }
  }

  private mutating func addBase(
    _ entry: LineFile.Entry, base: (String) -> String?, depth: Int
  ) {
    guard depth < 4 else {
      report(entry.line, "too many \(Self.noun)s are based on each other")
      return
    }
    guard let text = base(entry.value.lowercased()) else {
      report(entry.line, "there is no \(Self.noun) '\(shortened(entry.value))' to base this on")
      return
    }
    let known = problems.count
    add(text, base: base, depth: depth + 1)
    forgetLineNumbers()
    if problems.count > known {
      problems.removeSubrange(known...)
      report(entry.line, "the \(Self.noun) '\(shortened(entry.value))' has mistakes of its own")
    }
  }
}
