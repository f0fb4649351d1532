/// One entry of a code list.
package struct Code: Hashable, Sendable {
  /// What is stored and may be typed: "HER".
  package let code: String
  /// What people read: "Heroin".
  package let words: String
  /// Other phrases that find it: "brown", "smack".
  package let synonyms: [String]
  /// True when it may be shown in old records but not picked anew.
  package let retired: Bool
  /// The first day it may be picked; nil for always.
  package let validFrom: CalendarDate?
  /// The last day it may be picked; nil for always.
  package let validTo: CalendarDate?
  /// What the list says about it besides words, for example "unit" or "trigger".
  package let attributes: [String: String]

  package init(
    _ code: String, _ words: String, synonyms: [String] = [], retired: Bool = false,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil,
    attributes: [String: String] = [:]
  ) {
    self.code = code
    self.words = words
    self.synonyms = synonyms
    self.retired = retired
    self.validFrom = validFrom
    self.validTo = validTo
    self.attributes = attributes
  }

  /// True when it may be picked on that day.
  package func isPickable(on day: CalendarDate) -> Bool {
    if retired { return false }
    if let validFrom, day < validFrom { return false }
    if let validTo, day > validTo { return false }
    return true
  }

  /// "HER  Heroin".
  package var label: String { code + "  " + words }

  /// "HER Heroin"; "Prison number" where the code only says the same again, and "In employment" where
  /// it is a word of the program's own, written small.
  package var named: String {
    isWord || code.searchPhrase == words.searchPhrase ? words : code + " " + words
  }

  private var isWord: Bool { code.contains(where: \.isLowercase) }

  /// How well the typed words fit; nil when they do not.
  ///
  /// Folded here and not when the list is made: of all the lists a start reads, few are typed into.
  func fit(words typed: [String], phrase: String) -> CodeFit? {
    let names = [words] + synonyms
    let phrases = names.map(\.searchPhrase)
    let wordStarts = names.flatMap(\.searchWords)
    if phrases.contains(phrase) { return .wholePhrase }
    if code.searchPhrase.hasPrefix(phrase) { return .startOfCode }
    guard typed.allSatisfy({ word in wordStarts.contains { $0.hasPrefix(word) } }) else {
      return nil
    }
    if phrases.first?.hasPrefix(phrase) == true { return .startOfName }
    return phrases.contains { $0.hasPrefix(phrase) } ? .startOfSynonym : .wordStarts
  }
}

/// How well typed words fit a code, the best first.
enum CodeFit: CaseIterable {
  case wholePhrase, startOfCode, startOfName, startOfSynonym, wordStarts
}
