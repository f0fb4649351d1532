/// A paper as it was frozen, ready to be printed.
package struct FrozenPaper: Equatable, Sendable {
  /// Whom it is about, on every page.
  package let name: String
  /// "bronze letter A", "notice to a partner": what the trail calls it.
  package let what: String
  /// As `FrozenText` stores it.
  package let text: String

  package init(name: String, what: String, text: String) {
    self.name = name
    self.what = what
    self.text = text
  }
}
