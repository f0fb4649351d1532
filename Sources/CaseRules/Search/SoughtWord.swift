/// One word of a name as it was typed, with everything it may stand for.
package struct SoughtWord: Sendable {
  /// Folded.
  package let word: String
  /// As it was typed, with a capital letter; for saying why somebody was found.
  package let shown: String
  /// "van", "al" or "O" before another word: a hit need not have it.
  package let isPrefix: Bool
  /// The word together with the prefix typed before it, "obrien" for "o brien".
  package let joined: String?
  package let spellings: Set<String>
  package let nicknames: Set<String>
  package let alternatives: Set<String>
  /// The keys of its sound; the first is the likeliest.
  package let sounds: [String]
  private var known: [String: WordLikeness?] = [:]

  package init(_ word: String, shown: String, isPrefix: Bool = false, joined: String? = nil) {
    self.word = word
    self.shown = shown
    self.isPrefix = isPrefix
    self.joined = joined
    let names = [word, joined].compactMap(\.self)
    spellings = Set(names.flatMap { GivenNames.spellings(of: $0) })
    nicknames = Set(names.flatMap { GivenNames.nicknames(of: $0) })
    alternatives = NamePrefixes.alternatives(of: word).union(joined.map { [$0] } ?? [])
    sounds = word.utf8.count >= SoughtWord.shortest ? SoundKey.keys(of: word) : []
  }

  /// The words of names as typed, folded; each with the prefix before it, if there is one.
  package static func words(_ names: [String]) -> [SoughtWord] {
    let parts = names.flatMap { name in
      name.split { $0 == "-" || $0 == "/" }.flatMap { part in
        NameFolding.typedWords(part).map { (word: $0, shown: part.capitalizedFirst) }
      }
    }
    var seen: Set<String> = []
    var words: [SoughtWord] = []
    for (place, part) in parts.enumerated() where seen.insert(part.word).inserted {
      let isPrefix = place + 1 < parts.count && NamePrefixes.all.contains(part.word)
      var before = ""
      for earlier in parts[..<place].reversed() {
        guard NamePrefixes.all.contains(earlier.word) else { break }
        before = earlier.word + before
      }
      words.append(
        SoughtWord(
          part.word, shown: part.shown, isPrefix: isPrefix,
          joined: before.isEmpty ? nil : before + part.word))
    }
    return words
  }

  /// Shorter words are not compared by sound or by slips.
  static let shortest = 3

  /// How a word of somebody's name fits; nil when it does not.
  package mutating func likeness(to name: String) -> WordLikeness? {
    if name == word || name == joined { return .same }
    if let answer = known[name] { return answer }
    let answer = compare(name)
    known[name] = .some(answer)
    return answer
  }

  private func compare(_ name: String) -> WordLikeness? {
    var best: WordLikeness?
    func offer(_ likeness: WordLikeness) {
      if best.map({ likeness.cost < $0.cost }) ?? true { best = likeness }
    }
    if alternatives.contains(name) { offer(.prefixApart) }
    if name.hasPrefix(word) {
      offer(word.count == 1 ? .initial : .starts(further: name.count - word.count))
    }
    if let joined, name.hasPrefix(joined) {
      offer(.starts(further: name.count - joined.count))
    }
    // What was typed goes on where an initial is on file.
    if name.count == 1, word.hasPrefix(name) { offer(.initialOnFile) }
    if spellings.contains(name) { offer(.spelling) }
    if nicknames.contains(name) { offer(.nickname) }
    if min(name.utf8.count, word.utf8.count) >= SoughtWord.shortest {
      compareLetters(name).map(offer)
      compareSounds(name).map(offer)
    }
    return best
  }

  private func compareLetters(_ name: String) -> WordLikeness? {
    let length = max(name.utf8.count, word.utf8.count)
    let most = length >= 7 ? 2 : 1
    guard let slips = EditDistance.slips(word, name, most: most), slips > 0 else { return nil }
    // Of three letters one slip leaves too little, unless they begin alike.
    if length <= 3, name.first != word.first { return nil }
    return .slips(slips)
  }

  private func compareSounds(_ name: String) -> WordLikeness? {
    guard !sounds.isEmpty else { return nil }
    let others = SoundKey.keys(of: name)
    let slips = EditDistance.slips(word, name, most: 8) ?? 9
    let shared = sounds.filter { others.contains($0) }
    if shared.contains(where: { slips <= SoughtWord.slips(alike: $0, beginsLike(name)) }) {
      return .sound(slips: slips)
    }
    guard let own = sounds.first, let other = others.first,
      min(own.utf8.count, other.utf8.count) >= SoughtWord.longSound,
      slips <= max(name.utf8.count, word.utf8.count) / 2,
      EditDistance.slips(own, other, most: 1) != nil
    else { return nil }
    return .nearSound(slips: slips)
  }

  private func beginsLike(_ name: String) -> Bool {
    guard let one = word.utf8.first, let other = name.utf8.first else { return false }
    return one == other || SoughtWord.softly.contains(one) && SoughtWord.softly.contains(other)
  }

  /// What a word that begins with a vowel may be written with.
  private static let softly = Set("aeiouyh".utf8)

  /// Sounds of at least so many consonants may differ in one of them.
  package static let longSound = 3

  /// The fewer consonants two words share, the more alike their letters have to be.
  private static func slips(alike sound: String, _ beginAlike: Bool) -> Int {
    let consonants = sound.utf8.count
    switch consonants {
    case ...1: return 1
    case 2: return beginAlike ? 3 : sound.hasPrefix("A") ? 1 : 2
    case 3: return 5
    default: return 8
    }
  }
}

extension Substring {
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
