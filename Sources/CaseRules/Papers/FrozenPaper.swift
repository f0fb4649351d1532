/// A paper as it was frozen, ready to be printed.
package struct FrozenPaper: Equatable, Sendable {
  package let ref: PaperRef
  /// Whom it is about, on every page.
  package let name: String
  /// "bronze letter A", "notice to a partner": what the trail calls it.
  package let what: String
  /// As `FrozenText` stores it.
  package let text: String

  package init(ref: PaperRef, name: String, what: String, text: String) {
    self.ref = ref
    self.name = name
    self.what = what
    self.text = text
  }
}
