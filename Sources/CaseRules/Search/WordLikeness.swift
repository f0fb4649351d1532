/// How a word of somebody's name fits a word that was typed.
package enum WordLikeness: Hashable, Sendable {
  case same
  /// "Brien" for "O'Brien", "MacDonald" for "McDonald".
  case prefixApart
  /// The name starts with what was typed, and goes on for so many letters.
  case starts(further: Int)
  /// One letter was typed.
  case initial
  /// Of the name only one letter is on file.
  case initialOnFile
  /// "Siân" for "Sharn": the same name in another spelling or language.
  case spelling
  case nickname
  case sound(slips: Int)
  case slips(Int)
  /// Sounds nearly alike: one consonant more, less or other.
  case nearSound(slips: Int)

  /// How far it is from being the same; hits are ranked by the sum.
  package var cost: Int {
    switch self {
    case .same: 0
    case .prefixApart: 5
    case .starts(let further): 20 + min(9, further)
    case .initial: 25
    case .initialOnFile: 45
    case .spelling: 26
    case .nickname: 30
    case .sound(let slips): 34 + 3 * min(8, slips)
    case .slips(let count): 20 + 20 * count
    case .nearSound(let slips): 66 + 3 * min(8, slips)
    }
  }

  /// What a hit says of it, for all words that fit in the same way.
  enum Kind: Int, CaseIterable {
    case same, spelling, nickname, sound, slips, nearSound
  }

  var kind: Kind {
    switch self {
    case .same, .prefixApart, .starts, .initial, .initialOnFile: .same
    case .spelling: .spelling
    case .nickname: .nickname
    case .sound: .sound
    case .slips: .slips
    case .nearSound: .nearSound
    }
  }
}
