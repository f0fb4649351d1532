/// How some letters of a name sound, and where in the word that holds.
///
/// Symbols: S every hissing sound, K and G, T for d, t and th, V for f and v, B, P, L, M, N, R, and
/// A for a vowel at the start. Nothing stands for letters that are not heard, or are vowels.
struct SoundRule: Sendable {
  enum Place: Sendable {
    case anywhere, start, inside, end
    case beforeFrontVowel, beforeConsonant
    /// In a word of at least six letters, before another consonant.
    case nasal
  }

  /// Where letters stand in a word.
  struct Scene {
    let isStart: Bool
    let isEnd: Bool
    let next: UInt8?
    let last: UInt8
    let wordLength: Int

    init(_ letters: [UInt8], _ place: Range<Int>) {
      isStart = place.lowerBound == 0
      isEnd = place.upperBound == letters.count
      next = isEnd ? nil : letters[place.upperBound]
      last = letters[place.upperBound - 1]
      wordLength = letters.count
    }
  }

  let place: Place
  let sounds: [[UInt8]]

  func fits(_ scene: Scene) -> Bool {
    switch place {
    case .anywhere: true
    case .start: scene.isStart
    case .inside: !scene.isStart
    case .end: scene.isEnd
    case .beforeFrontVowel: scene.next.map { SoundRule.frontVowels.contains($0) } ?? false
    case .beforeConsonant: scene.next.map { !SoundRule.vowels.contains($0) } ?? false
    case .nasal:
      scene.wordLength >= 6 && !scene.isStart && scene.next != scene.last
        && scene.next.map { SoundRule.afterNasal.contains($0) } ?? false
    }
  }

  private static let vowels = Set("aeiouy".utf8)
  private static let frontVowels = Set("eiy".utf8)
  private static let afterNasal = Set("bpdtkcsz".utf8)

  /// Rules of the same letters in the order of the table; the first that fits counts.
  static let byLetters: [UInt32: [SoundRule]] = {
    var rules: [UInt32: [SoundRule]] = [:]
    for (letters, place, sounds) in table {
      let options = sounds.split(separator: "|", omittingEmptySubsequences: false)
      rules[packed(letters.utf8), default: []].append(
        SoundRule(place: place, sounds: options.map { Array($0.utf8) }))
    }
    return rules
  }()

  /// Up to four letters in one number.
  static func packed(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Letters, where, and what is heard: ways of saying it are divided by a stroke.
  private static let table: [(String, Place, String)] = [
    // Scottish and Irish "son of", however it is written.
    ("macg", .start, "MG"), ("mcg", .start, "MG"), ("mack", .start, "MK"), ("mck", .start, "MK"),
    ("mac", .start, "MK|MS"), ("mc", .start, "MK"),
    // Silent at the start.
    ("kn", .start, "N"), ("gn", .start, "N"), ("pn", .start, "N"), ("ps", .start, "S"),
    ("wr", .start, "R"), ("wh", .start, "V"), ("rh", .start, "R"), ("x", .start, "S"),
    ("h", .start, "A"),
    // Welsh: Llewellyn is heard as Lewelyn, Clewelyn and Flewelyn; Gwyn and Wyn are one name.
    ("ll", .start, "L|KL|VL"), ("gw", .start, "GV|V"), ("dd", .anywhere, "T"),
    // Polish, and how it is written by ear.
    ("szcz", .anywhere, "S"), ("shch", .anywhere, "S"), ("sz", .anywhere, "S"),
    ("cz", .anywhere, "S"), ("rz", .anywhere, "S|RS"), ("dz", .anywhere, "S|G"),
    ("j", .start, "G|A"), ("j", .inside, "G|"),
    ("n", .nasal, "N|"), ("m", .nasal, "M|"),
    // Hissing sounds.
    ("tch", .anywhere, "S"), ("sch", .anywhere, "S|SK"), ("sh", .anywhere, "S"),
    ("zh", .anywhere, "S"), ("ts", .anywhere, "S"), ("tz", .anywhere, "S"),
    ("ch", .anywhere, "S|K"), ("sc", .beforeFrontVowel, "S|SK"), ("s", .anywhere, "S"),
    ("z", .anywhere, "S"),
    // c, k, q and x.
    ("ck", .anywhere, "K"), ("cqu", .anywhere, "K"), ("cq", .anywhere, "K"),
    ("qu", .anywhere, "K"), ("kw", .anywhere, "K"), ("cw", .anywhere, "K"), ("q", .anywhere, "K"),
    ("c", .beforeFrontVowel, "S|K"), ("c", .anywhere, "K"), ("kh", .start, "K|A"),
    ("kh", .inside, "K|"), ("k", .anywhere, "K"), ("x", .inside, "KS"),
    // g and what is written with it.
    ("gh", .start, "G"), ("ght", .inside, "T"), ("gh", .inside, "|G"), ("dge", .anywhere, "G"),
    ("dg", .anywhere, "G"), ("dj", .anywhere, "G"), ("jh", .anywhere, "G"), ("g", .anywhere, "G"),
    ("ngh", .end, "N"), ("ng", .end, "N"), ("ng", .beforeConsonant, "N"),
    // Irish bh and mh are v; South Asian bh is b and dh is d.
    ("bh", .anywhere, "B|V"), ("mh", .anywhere, "M|V"), ("dh", .anywhere, "T|"),
    ("ph", .anywhere, "V"), ("th", .anywhere, "T"),
    // w is v in Polish, and is not heard before a consonant or at the end in English.
    ("w", .end, "|V"), ("w", .beforeConsonant, "|V"), ("w", .anywhere, "V"),
    ("f", .anywhere, "V"), ("v", .anywhere, "V"),
    // Silent at the end.
    ("mb", .end, "M"), ("mn", .end, "M"),
    ("b", .anywhere, "B"), ("d", .anywhere, "T"), ("t", .anywhere, "T"), ("p", .anywhere, "P"),
    ("l", .anywhere, "L"), ("m", .anywhere, "M"), ("n", .anywhere, "N"), ("r", .anywhere, "R"),
    // A vowel counts only at the start.
    ("a", .start, "A"), ("e", .start, "A"), ("i", .start, "A"), ("o", .start, "A"),
    ("u", .start, "A"), ("y", .start, "A"),
    ("a", .inside, ""), ("e", .inside, ""), ("i", .inside, ""), ("o", .inside, ""),
    ("u", .inside, ""), ("y", .inside, ""), ("h", .inside, ""),
  ]
}
