/// Where a letter goes.
package enum LetterOutput: String, CaseIterable, Sendable {
  case text, html
  /// As text to the queue that an administrator has set.
  case printer

  /// The file it becomes, at the printer too.
  package var format: PaperFormat {
    switch self {
    case .text, .printer: .text
    case .html: .html
    }
  }
}

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
