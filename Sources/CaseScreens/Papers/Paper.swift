/// Something to be printed or kept as a file: a heading, parts, and the marking on every page.
package struct Paper: Equatable, Sendable {
  package enum Block: Equatable, Sendable {
    /// Labels with what belongs to them.
    case facts([Fact])
    /// Rows under column titles; the first column is what a row is about.
    case table([String], rows: [[String]])
    case text(String)
    /// Lines on which people sign.
    case signatures([String])
  }

  package struct Fact: Equatable, Sendable {
    package let label: String
    package let words: String

    package init(_ label: String, _ words: String) {
      self.label = label
      self.words = words
    }
  }

  package struct Part: Equatable, Sendable {
    package let title: String
    package let blocks: [Block]

    package init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  package let title: String
  /// Whom it is about, on every page.
  package let subject: String
  /// When and for whom it was made.
  package let origin: String
  package var parts: [Part]

  package init(title: String, subject: String, origin: String, parts: [Part] = []) {
    self.title = title
    self.subject = subject
    self.origin = origin
    self.parts = parts
  }

  /// Leaves out labels without an answer, and parts without anything.
  package mutating func add(_ title: String, facts: [(String, String?)]) {
    let said = facts.compactMap { label, words in
      words.flatMap { $0.isEmpty ? nil : Fact(label, $0) }
    }
    if !said.isEmpty { parts.append(Part(title, [.facts(said)])) }
  }

  package mutating func add(_ title: String, _ columns: [String], _ rows: [[String]]) {
    if !rows.isEmpty { parts.append(Part(title, [.table(columns, rows: rows)])) }
  }
}
