/// What is wrong with a keymap or theme file, in words, with its line.
package struct FileProblem: Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; nil when it is about the whole file.
  package let line: Int?
  package let words: String

  package init(line: Int?, _ words: String) {
    self.line = line
    self.words = words
  }

  package var description: String {
    if let line { "line \(line): \(words)" } else { words }
  }
}
