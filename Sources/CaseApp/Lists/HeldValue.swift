/// The value of a column that rows must have to be shown.
package struct HeldValue: Hashable, Sendable {
  package let column: Int
  /// The column as in the header: "State".
  package let title: String
  /// What rows are compared by, and what long lists ask the records for.
  package let code: String
  /// As people read it: "In prison".
  package let words: String

  package init(column: Int, title: String, code: String, words: String) {
    self.column = column
    self.title = title
    self.code = code
    self.words = words
  }

  /// "State: In prison".
  package var display: String { "\(title): \(words)" }
}
