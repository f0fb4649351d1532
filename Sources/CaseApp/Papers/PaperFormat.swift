/// As what a paper is made.
package enum PaperFormat: String, CaseIterable, Sendable {
  case text, html

  /// The end of a file's name.
  package var suffix: String {
    switch self {
    case .text: "txt"
    case .html: "html"
    }
  }
}
