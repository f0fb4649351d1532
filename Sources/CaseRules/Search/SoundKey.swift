/// What a name sounds like, with its vowels left out and letters that sound alike written alike.
///
/// "Siobhán" and "Shivaun" both give SVN; "Krzysztof" and "Kshishtof" both KSSTV. A spelling that is
/// said in several ways has a key for each.
package enum SoundKey {
  /// A name has no more keys than this; the likeliest come first.
  package static let most = 6

  /// The keys of a folded word; none for one that is not written in plain letters.
  package static func keys(of word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count > 1, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    var keys: [Key] = [Key()]
    var place = 0
    while place < letters.count {
      let (length, sounds) = sounds(in: letters, at: place)
      keys = extended(keys, by: sounds)
      place += length
    }
    var seen: Set<[UInt8]> = []
    return keys.filter { !$0.symbols.isEmpty && seen.insert($0.symbols).inserted }
      .map { String(decoding: $0.symbols, as: UTF8.self) }
  }

  /// A key while it grows.
  private struct Key {
    var symbols: [UInt8] = []
    /// A vowel stands between the last symbol and the next.
    var isParted = false

    mutating func add(_ sound: [UInt8]) {
      if sound.isEmpty { return isParted = true }
      for symbol in sound where isParted || symbols.last != symbol {
        symbols.append(symbol)
        isParted = false
      }
    }
  }

  private static func extended(_ keys: [Key], by sounds: [[UInt8]]) -> [Key] {
    var longer: [Key] = []
    for sound in sounds {
      for key in keys where longer.count < most {
        var key = key
        key.add(sound)
        longer.append(key)
      }
    }
    return longer
  }

  /// The longest rule that fits here, and how many letters it takes.
  private static func sounds(in letters: [UInt8], at place: Int) -> (Int, [[UInt8]]) {
    for length in stride(from: min(4, letters.count - place), through: 1, by: -1) {
      let part = letters[place..<place + length]
      guard let rules = SoundRule.byLetters[SoundRule.packed(part)] else { continue }
      let scene = SoundRule.Scene(letters, place..<place + length)
      if let rule = rules.first(where: { $0.fits(scene) }) { return (length, rule.sounds) }
    }
    return (1, [[]])
  }
}
