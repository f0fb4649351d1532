/// Reads yes, no, not known and refused.
enum YesNoReader {
  private static let words: [(YesNo, Set<String>)] = [
    (.yes, ["y", "yes", "true", "1"]),
    (.no, ["n", "no", "false", "0"]),
    (.notKnown, ["dk", "nk", "u", "unknown", "not known", "dont know", "notknown", "not_known"]),
    (.refused, ["r", "refused", "not asked", "na", "refused or not asked"]),
  ]

  static func read(_ typed: String, notKnown: Bool, refused: Bool) -> Reading {
    let allowed = YesNo.allCases.filter { may($0, notKnown: notKnown, refused: refused) }
    guard let answer = whole(typed) ?? begun(typed, among: allowed), allowed.contains(answer) else {
      return .problem("Answer with " + help(allowed))
    }
    return .value(.yesNo(answer), readBack: answer.words)
  }

  /// The answer that a whole word or a letter of its own stands for.
  fileprivate static func whole(_ typed: String) -> YesNo? {
    let folded = typed.foldedForSearch
    return words.first { $0.1.contains(folded) }?.0
  }

  /// The one answer of which a word is begun, as the list beside the field shows it; a single letter
  /// that is no answer by itself is a slip.
  private static func begun(_ typed: String, among allowed: [YesNo]) -> YesNo? {
    guard typed.trimmed.count > 1, case .one(let code) = YesNo.list(allowed).match(typed) else {
      return nil
    }
    return YesNo(rawValue: code.code)
  }

  /// What is typed by people; other systems' true and 1 are read whole, and nothing begins with them.
  fileprivate static func synonyms(of answer: YesNo) -> [String] {
    let others = words.first { $0.0 == answer }?.1 ?? []
    return others.subtracting([answer.rawValue, "true", "false", "1", "0"]).sorted()
  }

  private static func may(_ answer: YesNo, notKnown: Bool, refused: Bool) -> Bool {
    switch answer {
    case .yes, .no: true
    case .notKnown: notKnown
    case .refused: refused
    }
  }

  private static func help(_ allowed: [YesNo]) -> String {
    allowed.map { answer in
      switch answer {
      case .yes: "y (yes)"
      case .no: "n (no)"
      case .notKnown: "dk (not known)"
      case .refused: "r (refused or not asked)"
      }
    }.joined(separator: ", ")
  }
}

extension YesNo {
  /// These answers as a list, to be narrowed by what is typed.
  package static func list(_ answers: [YesNo]) -> CodeList {
    CodeList(
      "yes-no", title: "Answers", rule: "GEN-009",
      codes: answers.map {
        Code($0.rawValue, $0.words, synonyms: YesNoReader.synonyms(of: $0))
      })
  }

  /// The answer that a word or a letter is by itself; nil where it only begins one.
  package init?(word: String) {
    guard let answer = YesNoReader.whole(word) else { return nil }
    self = answer
  }
}
