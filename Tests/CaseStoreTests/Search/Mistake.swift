import CaseRules

@testable import CaseStore

/// A way in which people are asked for wrongly.
enum Mistake: String, CaseIterable, Sendable {
  case noAccents = "accents, apostrophes and hyphens left out"
  case otherOrder = "family name first, or last"
  case slipInFamily = "one slip in the family name"
  case slipInGiven = "one slip in the given name"
  case slipInBoth = "one slip in each name"
  case heardFamily = "family name written by ear"
  case heardBoth = "both names written by ear"
  case nickname = "a short form for the given name"
  case nicknameAndSlip = "a short form, and a slip in the family name"
  case halfName = "one half of a double name, or no Mac or O'"
  case starts = "the first letters of both names, and the year of birth"
  case initials = "initials and the year of birth"
  case initialAndDate = "an initial, the family name and the date of birth"
  case oneTooMany = "a middle name that is not on file"
  case swappedDate = "family name, day and month swapped"
  case dayOut = "family name, one day out"
  case wrongYear = "both names, a wrong year of birth"
  case wrongMonth = "both names, a wrong month of birth"
  case slipAndDate = "one slip in the family name, the right date"
  case slipAndSwapped = "one slip in the family name, day and month swapped"
  case otherFamily = "another family name, the right date"
  case alias = "an alias and the family name"
  case wrongPNC = "one digit of the PNC number wrong"
  case wrongLetter = "the last letter of the PNC number wrong"
  case phoneEnd = "the last six digits of a phone, and an initial"
  case wrongPhone = "one digit of a phone number wrong"
  case postcode = "a short or misspelt given name, and the postcode"

  /// What is typed for this person; nil where the mistake cannot be made with them.
  func query(_ person: InventedPerson, _ chance: inout SplitMix64) -> String? {
    let family = person.family
    guard let given = person.given.split(separator: " ").first.map(String.init) else { return nil }
    let born = person.born
    switch self {
    case .noAccents: return "\(plain(given)) \(plain(family))"
    case .otherOrder: return "\(family) \(person.given)"
    case .slipInFamily: return slip(family, &chance).map { "\(given) \($0)" }
    case .slipInGiven: return slip(given, &chance).map { "\($0) \(family)" }
    case .slipInBoth:
      guard let one = slip(given, &chance), let two = slip(family, &chance) else { return nil }
      return "\(one) \(two)"
    case .heardFamily: return heard(family, &chance).map { "\(given) \($0)" }
    case .heardBoth:
      guard let two = heard(family, &chance) else { return nil }
      return "\(heard(given, &chance) ?? given) \(two)"
    case .nickname: return short(given, &chance).map { "\($0) \(family)" }
    case .nicknameAndSlip:
      guard let one = short(given, &chance), let two = slip(family, &chance) else { return nil }
      return "\(one) \(two)"
    case .halfName: return half(family, &chance).map { "\(given) \($0)" }
    case .starts: return "\(given.prefix(3)) \(plain(family).prefix(4)) \(born.year)"
    case .initials: return "\(given.prefix(1)) \(family.prefix(1)) \(born.year)"
    case .initialAndDate: return "\(given.prefix(1)) \(family) \(born.uk)"
    case .oneTooMany: return "\(given) Lionel \(family)"
    case .swappedDate:
      guard born.day <= 12, born.day != born.month else { return nil }
      return "\(family) \(born.month)/\(born.day)/\(Digits.padded(born.year % 100, 2))"
    case .dayOut: return "\(family) \(born.adding(days: chance.chance(50) ? 1 : -1).uk)"
    case .wrongYear: return "\(given) \(family) \(wrongYear(born, &chance))"
    case .wrongMonth:
      let month = born.month % 12 + 1
      return "\(given) \(family) \(min(born.day, 28))/\(month)/\(born.year)"
    case .slipAndDate: return slip(family, &chance).map { "\($0) \(born.uk)" }
    case .slipAndSwapped:
      guard born.day <= 12, born.day != born.month else { return nil }
      return slip(family, &chance).map { "\($0) \(born.month)/\(born.day)/\(born.year)" }
    case .otherFamily: return "\(given) Quillfeather \(born.uk)"
    case .alias: return person.aliases.last.map { "\($0) \(family)" }
    case .wrongPNC: return person.pnc.flatMap { wrongDigit($0, from: 5, &chance) }
    case .wrongLetter: return person.pnc.map { $0.dropLast() + ($0.hasSuffix("X") ? "Y" : "X") }
    case .phoneEnd:
      return person.phone.map { "\($0.filter(\.isNumber).suffix(6)) \(given.prefix(1))" }
    case .wrongPhone: return person.phone.flatMap { wrongDigit($0, from: 6, to: 8, &chance) }
    case .postcode:
      let name = short(given, &chance) ?? slip(given, &chance) ?? given
      return person.postcode.map { "\(name) \($0.filter { $0 != " " }.lowercased())" }
    }
  }

  // MARK: Making mistakes

  private func plain(_ name: String) -> String {
    name.foldedForSearch.filter { $0 != " " }
  }

  /// A letter changed, left out, put in, or swapped with the next; the first letter is mostly right.
  private func slip(_ name: String, _ chance: inout SplitMix64) -> String? {
    var letters = Array(plain(name))
    guard letters.count >= 4 else { return nil }
    let place = chance.int((chance.chance(85) ? 1 : 0)...(letters.count - 2))
    let other = chance.pick(Array("abcdefghijklmnoprstuvwxyz"), otherwise: "e")
    switch chance.int(1...4) {
    case 1: letters[place] = other == letters[place] ? "q" : other
    case 2: letters.remove(at: place)
    case 3: letters.insert(other, at: place)
    case _ where letters[place] == letters[place + 1]: letters.remove(at: place)
    case _: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }

  /// As somebody writes it who has only heard it: some letters that sound alike, and a vowel.
  private func heard(_ name: String, _ chance: inout SplitMix64) -> String? {
    let before = plain(name)
    var word = before
    var changes = 0
    let start = chance.int(0...(Mistake.soundAlikes.count - 1))
    for step in Mistake.soundAlikes.indices where changes < 2 {
      let (letters, written) = Mistake.soundAlikes[(start + step) % Mistake.soundAlikes.count]
      guard let range = word.ranges(of: letters).first else { continue }
      word.replaceSubrange(range, with: written)
      changes += 1
    }
    return word == before || word.count < 4 ? nil : word
  }

  private static let soundAlikes: [(String, String)] = [
    ("szcz", "shch"), ("sz", "sh"), ("cz", "ch"), ("rz", "zh"), ("ck", "k"), ("ph", "f"),
    ("qu", "k"), ("q", "k"), ("wh", "w"), ("wr", "r"), ("mh", "v"), ("bh", "v"), ("dd", "th"),
    ("ff", "f"), ("ll", "l"), ("ss", "s"), ("nn", "n"), ("mm", "m"), ("tt", "t"), ("rr", "r"),
    ("dh", "d"), ("gh", "g"), ("kh", "k"), ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
    ("ow", "ou"), ("ai", "ay"), ("ay", "ai"), ("ie", "y"), ("ey", "y"), ("ei", "ie"), ("ea", "ee"),
    ("i", "y"), ("y", "i"), ("x", "ks"), ("ks", "x"), ("j", "y"), ("c", "k"), ("u", "oo"),
    ("o", "u"), ("e", "a"), ("a", "e"), ("er", "ar"), ("or", "er"), ("ski", "sky"), ("v", "w"),
  ]

  private func short(_ given: String, _ chance: inout SplitMix64) -> String? {
    let names = GivenNames.nicknames(of: plain(given)).sorted()
    return names.isEmpty ? nil : chance.pick(names)
  }

  private func half(_ family: String, _ chance: inout SplitMix64) -> String? {
    if family.contains("-") {
      return chance.pick(family.split(separator: "-").map(String.init))
    }
    for prefix in ["O'", "Mac", "Mc"] where family.hasPrefix(prefix) {
      return String(family.dropFirst(prefix.count))
    }
    return nil
  }

  private func wrongYear(_ born: CalendarDate, _ chance: inout SplitMix64) -> String {
    let year = born.year
    let other = chance.pick(
      [year - 1, year + 1, year - 10, year / 100 * 100 + year % 10 * 10 + year / 10 % 10],
      otherwise: year - 1)
    return "\(born.day)/\(born.month)/\(other == year ? year + 1 : other)"
  }

  private func wrongDigit(
    _ number: String, from start: Int, to end: Int = .max, _ chance: inout SplitMix64
  ) -> String? {
    var signs = Array(number)
    let digits = signs.indices.filter { $0 >= start && $0 <= end && signs[$0].isNumber }
    guard !digits.isEmpty else { return nil }
    let place = chance.pick(digits, otherwise: start)
    let digit = (signs[place].wholeNumberValue ?? 0) + chance.int(1...9)
    signs[place] = Character(String(digit % 10))
    return String(signs)
  }
}
