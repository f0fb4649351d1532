/// Reads yes, no, not known and refused.
enum YesNoReader {
  private static let words: [(YesNo, Set<String>)] = [
    (.yes, ["y", "yes", "true", "1"]),
    (.no, ["n", "no", "false", "0"]),
    (.notKnown, ["dk", "nk", "u", "unknown", "not known", "dont know", "notknown", "not_known"]),
    (.refused, ["r", "refused", "not asked", "na", "refused or not asked"]),
  ]

  static func read(_ typed: String, notKnown: Bool, refused: Bool) -> Reading {
    let folded = typed.foldedForSearch
    let answer = words.first { $0.1.contains(folded) }?.0
    let allowed = YesNo.allCases.filter { may($0, notKnown: notKnown, refused: refused) }
    guard let answer, allowed.contains(answer) else {
      return .problem("Answer with " + help(allowed))
    }
    return .value(.yesNo(answer), readBack: answer.words)
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
