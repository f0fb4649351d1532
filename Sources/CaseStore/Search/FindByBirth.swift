import CaseRules
import SQLite

/// Finding by date of birth, with names or without.
extension PersonFinder {
  /// What a date adds to the cost of a hit.
  private static func cost(_ how: BirthLikeness?) -> Int {
    switch how {
    case .exact: 0
    case .swapped: 12
    case .oneDayOut: 15
    case .anotherYear: 20
    case .anotherMonth: 25
    case .anotherDay: 25
    case .swappedInAnotherYear: 35
    case nil: 100
    }
  }

  private static let anotherName = 130
  /// So many people of one day are looked at.
  private static let mostOfDay = 400

  // MARK: As typed

  /// Everybody born then whose names fit, as typed or as meant.
  mutating func bornAsTyped() throws -> [FoundPerson] {
    guard let birth = query.birth else { return [] }
    return try withNames(bornThen(birth)).filter { $0.cost < PersonFinder.anotherName }
  }

  private func bornThen(_ birth: TypedBirth) throws -> [FindRow] {
    if let date = birth.date { return try born(on: date) }
    if let range = birth.range { return try born(in: range) }
    var rows: [FindRow] = []
    for day in birth.birthdays(on: today) where rows.count < limit * 2 {
      rows += try born(in: day...day)
    }
    return rows
  }

  static let bornOn =
    columns + " FROM person WHERE born = ? ORDER BY family_key, given_key, id LIMIT ?"

  private func born(on date: CalendarDate) throws -> [FindRow] {
    try records.query(PersonFinder.bornOn, date, PersonFinder.mostOfDay) {
      try FindRow($0, born: date)
    }
  }

  /// Of a month or a year only those are read whose names start with what was typed.
  static let bornWithin =
    columns + """
       FROM person
      WHERE born >= ? AND born <= ?
        AND instr(' ' || family_key || ' ' || given_key, ?)
        AND instr(' ' || family_key || ' ' || given_key, ?)
        AND instr(' ' || family_key || ' ' || given_key, ?)
        AND instr(' ' || family_key || ' ' || given_key, ?)
      LIMIT ?
      """

  private func born(in range: ClosedRange<CalendarDate>) throws -> [FindRow] {
    let words = NameWords(names.needed.map { names.words[$0].word }, anywhere: true)
    return try rows(
      PersonFinder.bornWithin,
      [range.lowerBound, range.upperBound] + words.values + [limit * 2])
  }

  /// Rows of one date with what their names cost; without names, the date is the reason.
  private mutating func withNames(_ rows: [FindRow]) throws -> [FoundPerson] {
    try rows.map { row in
      let date = BirthLikeness.exact.words(row.born ?? today)
      if names.isEmpty { return FoundPerson(row, cost: 0, because: date) }
      guard let match = try match(row, missing: names.needed.count > 1 ? 1 : 0) else {
        return FoundPerson(row, cost: PersonFinder.anotherName, because: "\(date), another name")
      }
      return FoundPerson(row, cost: match.cost, because: joined(match, date))
    }
  }

  /// The date says enough where the name is as typed.
  private func joined(_ match: NameMatch, _ date: String) -> String {
    match.because == "name" ? date : "\(match.because), \(date)"
  }

  // MARK: As meant

  /// People of other dates that may be meant, and people of the name with any date.
  mutating func bornNearly() throws -> [FoundPerson] {
    guard let birth = query.birth else { return [] }
    var found: [FoundPerson] = []
    for (date, how) in birth.candidates(on: today) where how != .exact {
      if names.isEmpty, found.count >= limit { break }
      found += try born(on: date).compactMap { row in try nearly(row, date, how) }
    }
    guard !names.isEmpty else { return found }
    found += try sameName(birth)
    if birth.isWhole {
      found += try withNames(bornThen(birth)).filter { $0.cost >= PersonFinder.anotherName }
        .prefix(limit / 3)
    }
    return found
  }

  private mutating func nearly(
    _ row: FindRow, _ date: CalendarDate, _ how: BirthLikeness
  ) throws -> FoundPerson? {
    let (cost, words) = (PersonFinder.cost(how), how.words(date))
    if names.isEmpty { return FoundPerson(row, cost: cost, because: words) }
    guard try mayFit(row), let match = try match(row) else { return nil }
    return FoundPerson(row, cost: match.cost + cost, because: joined(match, words))
  }

  /// Whether any word of the name is one that may be meant; far quicker than the whole comparison.
  private mutating func mayFit(_ row: FindRow) throws -> Bool {
    let words = try acceptedWords()
    return [row.familyKey, row.givenKey].contains { key in
      key.split(separator: " ").contains { part in
        let part = String(part)
        return words.contains(part) || names.words.contains { part.hasPrefix($0.word) }
      }
    }
  }

  /// People of the name whose date is not known, or is another.
  private mutating func sameName(_ birth: TypedBirth) throws -> [FoundPerson] {
    let people = try byNameAsTyped() + byNameAsMeant()
    return people.map { person in
      let row = person.row
      let how = row.born.flatMap { BirthLikeness(birth, $0) }
      let words =
        row.born.map { how?.words($0) ?? "born \($0.uk)" } ?? "date of birth not known"
      let cost = row.born == nil ? 40 : PersonFinder.cost(how)
      let because =
        person.because == "name" && how != nil ? words : "\(person.because), \(words)"
      return FoundPerson(row, cost: person.cost + cost, because: because)
    }
  }
}
