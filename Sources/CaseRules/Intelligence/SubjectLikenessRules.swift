/// When two subjects may be one: names weighed as Find weighs them, and dates of birth that fit.
package enum SubjectLikenessRules {
  /// So far apart may names be; less where no date of birth speaks for it.
  private static let farthest = PossibleRecordRules.farthest
  private static let farthestWithoutBirth = farthest - PossibleRecordRules.dateNotKnown
  /// So many are worth telling of one subject.
  package static let most = 5

  /// Why the two may be one; nil when they may not.
  package static func because(
    _ one: IntelligenceSubject, mayBe other: IntelligenceSubject, on day: CalendarDate
  ) -> String? {
    guard one.hasName, other.hasName, sexesFit(one, other),
      let names = names(one, other), let birth = birth(one.birth, other.birth, on: day)
    else { return nil }
    let most = birth.isKnown ? farthest : farthestWithoutBirth
    guard names.cost <= most else { return nil }
    // Half a name says something of somebody only beside a date of birth.
    let isWhole = isWhole(one) && isWhole(other)
    guard isWhole || birth.isKnown || names.byOtherName else { return nil }
    let because = names.because
    return birth.words.isEmpty ? because : "\(because), \(birth.words)"
  }

  private static func isWhole(_ subject: IntelligenceSubject) -> Bool {
    !subject.family.isEmpty && !subject.given.isEmpty
  }

  private static func sexesFit(_ one: IntelligenceSubject, _ other: IntelligenceSubject) -> Bool {
    switch one.sex {
    case .male: other.sex != .female
    case .female: other.sex != .male
    case .other, .notStated, nil: true
    }
  }

  /// A given name that is not known on one side is nothing against it; another one is.
  private static func names(
    _ one: IntelligenceSubject, _ other: IntelligenceSubject
  ) -> Names? {
    let known = KnownNames(
      familyKey: NameFolding.key(other.family), givenKey: NameFolding.key(other.given),
      aliases: other.otherNames)
    var best: Names?
    let given = one.given.split(separator: " ").first.map(String.init) ?? ""
    let isHalf = other.given.isEmpty || other.family.isEmpty
    for (place, words) in ([[one.family, given]] + one.otherNames.map { [$0] }).enumerated() {
      let sought = words.filter { !$0.isEmpty }
      guard let first = sought.first else { continue }
      var search = NameSearch(isHalf ? [first] : sought)
      guard let match = search.match(known), best.map({ match.cost < $0.cost }) ?? true else {
        continue
      }
      best = Names(match, byOtherName: place > 0 || match.because.hasPrefix("alias"), sought)
    }
    return best
  }

  private struct Names {
    let cost: Int
    let because: String
    /// By a nickname or another name of one of the two, which says more than half a name.
    let byOtherName: Bool

    init(_ match: NameMatch, byOtherName: Bool, _ sought: [String]) {
      cost = match.cost
      self.byOtherName = byOtherName
      because = match.because == "name" ? "called \(sought.joined(separator: " "))" : match.because
    }
  }

  private static func birth(
    _ one: Birth?, _ other: Birth?, on day: CalendarDate
  ) -> (isKnown: Bool, words: String)? {
    guard let one, let other else { return (false, "") }
    guard let born = one.date, let otherBorn = other.date else {
      return PossibleRecordRules.agesFit(one, other, on: day)
        ? (false, "about \(other.age(on: day))") : nil
    }
    let parts = born.parts
    let typed = TypedBirth(day: parts.day, month: parts.month, year: parts.year)
    return BirthLikeness(typed, otherBorn).map { (true, $0.words(otherBorn)) }
  }
}
