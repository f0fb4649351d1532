/// The names somebody is known by, in words as they are searched.
package struct KnownNames: Equatable, Sendable {
  package var family: [String]
  package var given: [String]
  /// Other names, as they stand on the record.
  package var aliases: [String]

  /// From the folded keys that lists are sorted by.
  package init(familyKey: String, givenKey: String, aliases: [String] = []) {
    family = KnownNames.words(familyKey)
    given = KnownNames.words(givenKey)
    self.aliases = aliases
  }

  /// Every word, and all of them as one where there are several: "van der berg", "vanderberg".
  private static func words(_ key: String) -> [String] {
    let words = key.split(separator: " ").map(String.init)
    return words.count > 1 ? words + [words.joined()] : words
  }
}

/// How the names of one person fit the words that were typed.
package struct NameMatch: Equatable, Sendable {
  /// The lower the better.
  package var cost: Int
  /// How many of the words fit nothing.
  package var missing: Int
  package var because: String
}

/// The names that are looked for, ready to be held against many people.
package struct NameSearch: Sendable {
  package private(set) var words: [SoughtWord]

  package init(_ names: [String]) { words = SoughtWord.words(names) }

  package var isEmpty: Bool { words.isEmpty }

  /// All words, and without those that may be mere prefixes where there are such: "Ben Hassan".
  package var wordSets: [[Int]] {
    let all = Array(words.indices)
    return needed.count < all.count ? [all, needed] : [all]
  }

  /// Words that a hit must have; all of them if every one is a prefix.
  package var needed: [Int] {
    let needed = words.indices.filter { !words[$0].isPrefix }
    return needed.isEmpty ? Array(words.indices) : needed
  }

  /// Works on one of the words, which remembers what it has been compared with.
  package mutating func withWord<Answer>(
    _ index: Int, _ body: (inout SoughtWord) throws -> Answer
  ) rethrows -> Answer {
    try body(&words[index])
  }

  /// nil when none of the words fits, or more are missing than may be.
  package mutating func match(_ names: KnownNames, missing allowed: Int = 0) -> NameMatch? {
    let own = fits(names.family, at: .family) + fits(names.given, at: .given)
    let plain = match(from: own, allowed)
    guard !names.aliases.isEmpty, plain.map({ $0.cost > 4 }) ?? true else {
      return plain.map(finished)
    }
    var best = plain
    for alias in names.aliases {
      let words = NameFolding.words(alias)
      let both = own + fits(words, at: .alias)
      guard var match = match(from: both, allowed), match.usesAlias else { continue }
      match.because = alias
      if best.map({ match.cost < $0.cost }) ?? true { best = match }
    }
    return best.map(finished)
  }

  // MARK: Which word fits which

  private enum Place { case family, given, alias }

  private struct Fit {
    let sought: Int
    let place: Place
    let name: String
    let likeness: WordLikeness

    var cost: Int {
      switch place {
      case .family: likeness.cost
      case .given: likeness.cost + 2
      case .alias: likeness.cost + 10
      }
    }
  }

  private mutating func fits(_ names: [String], at place: Place) -> [Fit] {
    var fits: [Fit] = []
    for sought in words.indices {
      for name in names {
        guard let likeness = words[sought].likeness(to: name) else { continue }
        fits.append(Fit(sought: sought, place: place, name: name, likeness: likeness))
      }
    }
    return fits
  }

  /// A match while it is made.
  private struct Draft {
    var fits: [Fit]
    var missing: Int
    var cost: Int
    var because = ""

    var usesAlias: Bool { fits.contains { $0.place == .alias } }
  }

  /// The best fit for each word, no word of a name standing for two.
  private func match(from fits: [Fit], _ allowed: Int) -> Draft? {
    var taken: [Fit] = []
    var left = fits.sorted { $0.cost < $1.cost }
    while let best = left.first {
      taken.append(best)
      left.removeAll { $0.sought == best.sought || $0.name == best.name }
    }
    guard !taken.isEmpty else { return nil }
    let found = Set(taken.map(\.sought))
    // A prefix typed apart is there when the name after it was found with it.
    let missing = needed.filter { !found.contains($0) }.count
    guard missing <= allowed, missing < needed.count else { return nil }
    let lost = words.indices.filter { index in
      words[index].isPrefix && !found.contains(index)
        && !taken.contains { $0.name.hasPrefix(words[index].word) }
    }
    // A given name alone says less of somebody than a family name alone.
    let isGivenOnly = missing > 0 && !taken.contains { $0.place == .family }
    return Draft(
      fits: taken, missing: missing,
      cost: taken.reduce(80 * missing + 28 * lost.count + (isGivenOnly ? 40 : 0)) {
        $0 + $1.cost
      })
  }

  private func finished(_ draft: Draft) -> NameMatch {
    NameMatch(cost: draft.cost, missing: draft.missing, because: reason(draft))
  }

  // MARK: Why

  private func reason(_ draft: Draft) -> String {
    var reasons: [String] = []
    for kind in WordLikeness.Kind.allCases {
      let fits = draft.fits.filter { $0.likeness.kind == kind }.sorted { $0.sought < $1.sought }
      if fits.isEmpty { continue }
      let typed = fits.map { words[$0.sought].shown }.joined(separator: " ")
      switch kind {
      case .same: break
      case .spelling: reasons.append("a spelling of \(typed)")
      case .nickname: reasons.append("\(typed) for \(fits[0].name.capitalizedFirstLetter)")
      case .sound: reasons.append("sounds like \(typed)")
      case .slips:
        let letters = fits.reduce(0) { $0 + $1.likeness.slipCount }
        reasons.append("\(Digits.counted(letters, "letter")) off \(typed)")
      case .nearSound: reasons.append("sounds nearly like \(typed)")
      }
    }
    if draft.missing > 0 {
      let found = Set(draft.fits.map(\.sought))
      let lost = needed.filter { !found.contains($0) }.map { words[$0].shown }
      reasons.append("without \(lost.joined(separator: " "))")
    }
    if draft.usesAlias { reasons.insert("alias \(draft.because)", at: 0) }
    return reasons.isEmpty ? "name" : reasons.joined(separator: ", ")
  }
}

extension WordLikeness {
  fileprivate var slipCount: Int {
    switch self {
    case .slips(let count): count
    case .same, .prefixApart, .starts, .initial, .initialOnFile, .spelling, .nickname, .sound,
      .nearSound:
      0
    }
  }
}

extension String {
  fileprivate var capitalizedFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
