import CaseRules
import SQLite

/// Finding by numbers: PNC, CRO, prison number, references, postcode, phone.
extension PersonFinder {
  /// What a number costs when the names typed beside it are another's.
  private static let anotherName = 50

  mutating func byNumber(_ found: inout FoundPeople) throws {
    for guess in query.numbers {
      found.add(try named(try hits(of: guess)), atMost: nearLimit)
    }
  }

  /// For a number that is nobody's, or contradicts itself: those that differ from it in one digit.
  mutating func byNearNumber(_ found: inout FoundPeople) throws {
    for guess in query.numbers {
      found.add(try named(try correctedHits(of: guess)))
    }
    guard found.hits.isEmpty else { return }
    for guess in query.numbers { found.add(try named(try nearHits(of: guess))) }
  }

  // MARK: As typed

  private typealias Hits = [(row: FindRow, because: String)]

  private func hits(of guess: NumberGuess) throws -> Hits {
    switch guess {
    case .person(let number):
      try rows(PersonFinder.byID, [number]).map {
        ($0, "number \(RecordRef(.person, number).text)")
      }
    case .pnc(let text): try hits(PersonFinder.byPNC, text, "PNC \(text)")
    case .cro(let text): try hits(PersonFinder.byCRO, text, "CRO \(text)")
    case .prison(let text): try hits(PersonFinder.byPrison, text, "prison number \(text)")
    case .postcode(let text): try hits(PersonFinder.byPostcode, text, "postcode \(text)")
    case .pncMiswritten(let text, let letter):
      try hits(
        PersonFinder.byPNCStart, starting: text, "PNC \(text), another letter than \(letter)")
    case .croMiswritten(let text, let letter):
      try hits(
        PersonFinder.byCROStart, starting: text, "CRO \(text), another letter than \(letter)")
    case .pncStart(let text):
      try hits(PersonFinder.byPNCStart, starting: text, "PNC begins \(text)")
    case .croStart(let text):
      try hits(PersonFinder.byCROStart, starting: text, "CRO begins \(text)")
    case .prisonStart(let text):
      try hits(PersonFinder.byPrisonStart, starting: text, "prison number begins \(text)")
    case .postcodeStart(let text):
      try hits(PersonFinder.byPostcodeStart, starting: text, "postcode \(text)...")
    case .reference(let text): try keyed(.reference, text, "reference \(text)")
    case .phone(let digits): try phone(digits)
    }
  }

  private func hits(_ sql: String, _ text: String, _ because: String) throws -> Hits {
    try rows(sql, [text, limit]).map { ($0, because) }
  }

  private func hits(_ sql: String, starting text: String, _ because: String) throws -> Hits {
    try rows(sql, [text, text + NameRange.end, limit]).map { ($0, because) }
  }

  static let byID = columns + " FROM person WHERE id = ?"
  static let byPNC = columns + " FROM person WHERE pnc = ? LIMIT ?"
  static let byCRO = columns + " FROM person WHERE cro = ? LIMIT ?"
  static let byPrison = columns + " FROM person WHERE prison_number = ? LIMIT ?"
  static let byPostcode = columns + " FROM person WHERE postcode = ? LIMIT ?"
  static let byPNCStart = columns + " FROM person WHERE pnc >= ? AND pnc < ? LIMIT ?"
  static let byCROStart = columns + " FROM person WHERE cro >= ? AND cro < ? LIMIT ?"
  static let byPrisonStart =
    columns + " FROM person WHERE prison_number >= ? AND prison_number < ? LIMIT ?"
  static let byPostcodeStart = columns + " FROM person WHERE postcode >= ? AND postcode < ? LIMIT ?"

  static let byKey =
    columns + """
       FROM person_key JOIN person ON person.id = person_key.person
      WHERE person_key.kind = ? AND person_key.key >= ? AND person_key.key < ? LIMIT ?
      """

  private func keyed(_ kind: PersonKey.Kind, _ key: String, _ because: String) throws -> Hits {
    try rows(PersonFinder.byKey, [kind.rawValue, key, key + NameRange.end, limit])
      .map { ($0, because) }
  }

  /// The whole number, how it begins, or how it ends.
  private func phone(_ digits: String) throws -> Hits {
    let begins =
      digits.hasPrefix("0") && digits.utf8.count >= 4
      ? try keyed(
        .phone, digits, digits.utf8.count >= 10 ? "phone \(digits)" : "phone \(digits)...")
      : []
    return begins
      + (try keyed(.phoneEnd, String(digits.reversed()), "phone ends \(digits)"))
  }

  // MARK: One digit different

  /// The last letter was typed right: then the digits are others that it belongs to.
  private func correctedHits(of guess: NumberGuess) throws -> Hits {
    switch guess {
    case .pncMiswritten(let text, let letter):
      try near(text, letter, PersonFinder.byPNC, "PNC")
    case .croMiswritten(let text, let letter):
      try near(text, letter, PersonFinder.byCRO, "CRO")
    // A phone number has no check letter: that it is somebody's does not make it the right one.
    case .phone(let digits) where digits.utf8.count >= 10:
      Array(try nearPhones(digits).prefix(10))
    case .person, .pnc, .cro, .prison, .postcode, .pncStart, .croStart, .prisonStart,
      .postcodeStart, .reference, .phone:
      []
    }
  }

  private func nearHits(of guess: NumberGuess) throws -> Hits {
    switch guess {
    case .pnc(let text): try near(text, "", PersonFinder.byPNC, "PNC")
    case .cro(let text): try near(text, "", PersonFinder.byCRO, "CRO")
    case .pncMiswritten(let text, _): try nearStarts(text, PersonFinder.byPNCStart, "PNC")
    case .croMiswritten(let text, _): try nearStarts(text, PersonFinder.byCROStart, "CRO")
    case .prison(let text): try near(text, "", PersonFinder.byPrison, "prison number")
    case .postcode(let text): try near(text, "", PersonFinder.byPostcode, "postcode")
    case .person, .pncStart, .croStart, .prisonStart, .postcodeStart, .reference, .phone: []
    }
  }

  private func near(
    _ text: String, _ letter: String, _ sql: String, _ what: String
  ) throws -> Hits {
    try NearNumbers.of(text).flatMap { other in
      try hits(sql, other + letter, "\(what) \(other)\(letter), one digit different")
    }
  }

  private func nearStarts(_ text: String, _ sql: String, _ what: String) throws -> Hits {
    try NearNumbers.of(text).flatMap { other in
      try hits(sql, starting: other, "\(what) \(other)..., one digit different")
    }
  }

  private func nearPhones(_ digits: String) throws -> Hits {
    try NearNumbers.of(digits).flatMap { other in
      try keyed(.phone, other, "phone \(other), one digit different")
    }
  }

  // MARK: With names beside it

  /// People of the number whose names fit come before those whose do not.
  private mutating func named(_ hits: Hits) throws -> [FoundPerson] {
    try hits.map { row, because in
      if names.isEmpty { return FoundPerson(row, cost: 0, because: because) }
      guard let match = try match(row) else {
        return FoundPerson(row, cost: PersonFinder.anotherName, because: "\(because), another name")
      }
      let reason = match.because == "name" ? because : "\(match.because), \(because)"
      return FoundPerson(row, cost: match.cost, because: reason)
    }
  }
}
