/// A code as an administrator has set it: one of the partnership's own, or a shipped one with other
/// words.
package struct CodeChange: Hashable, Sendable {
  package var list: CodeListID
  package var code: String
  package var words: String
  /// Other phrases that find it.
  package var synonyms: [String]
  /// Records keep it, forms no longer offer it.
  package var retired: Bool
  /// What rules need to know of one of the partnership's own: class, units, trigger.
  ///
  /// Those of a shipped code are the law's, by date, and stay as they are.
  package var attributes: [String: String]

  package init(
    list: CodeListID, code: String, words: String, synonyms: [String] = [], retired: Bool = false,
    attributes: [String: String] = [:]
  ) {
    self.list = list
    self.code = code
    self.words = words
    self.synonyms = synonyms
    self.retired = retired
    self.attributes = attributes
  }
}

extension CodeBook {
  /// The book with a code changed, or a new one at the end of its list.
  ///
  /// A change of a list that the program does not know is left alone: it belongs to a later edition.
  package func applying(_ change: CodeChange) -> CodeBook {
    guard let list = self[change.list] else { return self }
    let before = list[change.code]
    let code = Code(
      before?.code ?? change.code, change.words, synonyms: change.synonyms,
      retired: change.retired, validFrom: before?.validFrom, validTo: before?.validTo,
      attributes: before.map(\.attributes) ?? change.attributes)
    var codes = list.codes
    if let place = codes.firstIndex(where: { $0.code == code.code }) {
      codes[place] = code
    } else {
      codes.append(code)
    }
    return replacing(
      CodeList(
        list.id, title: list.title, rule: list.rule, isFixed: list.isFixed, codes: codes))
  }
}
