import CaseRules
import CaseStore

/// How an import stands: what has become of the lines so far.
struct ImportTally: Equatable {
  var saved = 0
  /// Of those, people who may have been on file already.
  var possible = 0
  var already = 0
  var rejected = 0
  /// The last line that was dealt with.
  var lastLine = 0

  var lines: Int { saved + already + rejected }

  mutating func count(_ outcome: FormImport.Outcome) {
    switch outcome {
    case .saved(_, let isPossible):
      saved += 1
      possible += isPossible ? 1 : 0
    case .already, .onFile: already += 1
    case .rejected: rejected += 1
    }
  }

  /// "940 imported (3 possible records), 12 there already, 48 rejected".
  func words(isRehearsal: Bool) -> String {
    let first = isRehearsal ? "\(saved) would be imported" : "\(saved) imported"
    let likely = possible == 0 ? "" : " (\(Digits.counted(possible, "possible record")))"
    return "\(first)\(likely), \(already) there already, \(rejected) rejected"
  }
}
