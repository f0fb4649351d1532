/// One thing an installation was examined for, and how it stands.
struct Diagnosis: Equatable, Sendable {
  enum Standing: String, CaseIterable, Sendable {
    case good
    /// Works, but should be known or seen to.
    case note
    /// Puts records at risk, or keeps people from their work.
    case wrong

    /// What stands in front of the line.
    var mark: String {
      switch self {
      case .good: "ok"
      case .note: "!"
      case .wrong: "!!"
      }
    }
  }

  /// Stable, for programs: `file_mode`.
  let code: String
  let standing: Standing
  let words: String
  /// What to do about it; nil where nothing is to be done.
  let remedy: String?

  static func good(_ code: String, _ words: String) -> Diagnosis {
    Diagnosis(code: code, standing: .good, words: words, remedy: nil)
  }

  static func note(_ code: String, _ words: String, _ remedy: String) -> Diagnosis {
    Diagnosis(code: code, standing: .note, words: words, remedy: remedy)
  }

  static func wrong(_ code: String, _ words: String, _ remedy: String) -> Diagnosis {
    Diagnosis(code: code, standing: .wrong, words: words, remedy: remedy)
  }
}
