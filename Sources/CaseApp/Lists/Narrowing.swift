/// The words somebody typed to narrow a list: each has to start some word of a row.
package struct Narrowing: Equatable, Sendable {
  private let words: [[UInt8]]

  package init(_ typed: String) {
    words = typed.split(whereSeparator: \.isWhitespace)
      .map { Folding.fold(String($0)) }
      .filter { !$0.isEmpty }
  }

  package var isEmpty: Bool { words.isEmpty }

  /// Whether every word starts a word of the folded text, in any order.
  ///
  /// A word of the text starts after any sign, so that `1042` finds P-1042 and `04/1985` a date.
  package func matches(_ folded: [UInt8]) -> Bool {
    words.allSatisfy { Narrowing.starts($0, in: folded) }
  }

  private static func starts(_ word: [UInt8], in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        guard text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == word[0] {
          if start > 0, Folding.isWordByte(text[start - 1]) { continue }
          if isEqual(text, from: start, word) { return true }
        }
        return false
      }
    }
  }

  private static func isEqual(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in word.indices where text[start + index] != word[index] { return false }
    return true
  }
}

extension Narrowing {
  /// A row's texts as one folded text to look in.
  static func haystack(_ texts: [String]) -> [UInt8] {
    var folded: [UInt8] = []
    for text in texts {
      if !folded.isEmpty { folded.append(0x20) }
      folded.append(contentsOf: Folding.fold(text))
    }
    return folded
  }
}
