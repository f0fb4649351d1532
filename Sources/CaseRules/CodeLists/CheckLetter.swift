/// COD-006: the check letter of PNC and CRO numbers.
package enum CheckLetter {
  /// The letters in order of the remainder; I, O and S are never used, and 0 is Z.
  private static let letters = Array("ZABCDEFGHJKLMNPQRTUVWXY")

  /// The letter for a number of up to eighteen digits; nil for anything else.
  package static func letter(for digits: String) -> Character? {
    Digits.number(digits).map { letters[$0 % letters.count] }
  }
}

/// What became of a typed identifier.
package enum Checked<Value: Sendable>: Sendable {
  case valid(Value)
  /// Kept as typed, but worth another look; the words say why.
  case doubtful(Value, String)
  /// Cannot be stored; the words say what is wrong and what to do.
  case refused(String)

  /// The value, doubtful or not; nil when refused.
  package var value: Value? {
    switch self {
    case .valid(let value), .doubtful(let value, _): value
    case .refused: nil
    }
  }

  /// What is wrong or doubtful; nil when all is well.
  package var words: String? {
    switch self {
    case .valid: nil
    case .doubtful(_, let words), .refused(let words): words
    }
  }
}

extension Checked: Equatable where Value: Equatable {}

extension StringProtocol {
  /// Upper case with all white space taken out: how typed identifiers are compared.
  var compactUppercase: String {
    String(
      uppercased().filter {
        !$0.isWhitespace && !$0.unicodeScalars.allSatisfy(CleanedText.isInvisible)
      })
  }
}
