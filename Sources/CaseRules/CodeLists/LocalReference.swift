/// COD-006: a local reference number, any short text.
package struct LocalReference: Hashable, Sendable {
  package let text: String

  /// The longest local reference, in characters.
  private static let longest = 20

  /// Reads any text of up to twenty characters.
  package static func read(_ typed: String) -> Checked<LocalReference> {
    let text = CleanedText(line: typed).text
    if text.isEmpty { return .refused("Type the local reference, or leave the field empty") }
    if let problem = TextLimit.problem(text, max: longest) { return .refused(problem) }
    return .valid(LocalReference(text: text))
  }
}
