package import CaseRules
package import SQLite

/// Finding somebody by whatever is known: a name or alias, a number, a postcode, a date of birth.
extension PersonRecords {
  /// The best hits first, each with why it was found: numbers, then names, then other names.
  ///
  /// A date among the words narrows the names to those born on it.
  package static func find(
    _ typed: String, limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> [PersonLine] {
    try Diary.refuseUnlessReadable(context)
    var finder = PersonFinder(records: records, context: context, limit: limit)
    try finder.byNumber(typed)
    try finder.byWords(typed)
    return finder.hits
  }
}

/// One search, tier by tier, until enough have been found.
private struct PersonFinder {
  let records: Connection
  let context: RuleContext
  let limit: Int
  private(set) var hits: [PersonLine] = []
  private var seen: Set<RecordRef> = []

  init(records: Connection, context: RuleContext, limit: Int) {
    self.records = records
    self.context = context
    self.limit = limit
  }

  private var isFull: Bool { hits.count >= limit }

  private mutating func add(_ line: PersonLine, because reason: String) {
    guard !isFull, seen.insert(line.ref).inserted else { return }
    var line = line
    line.because = reason
    hits.append(line)
  }

  // MARK: Numbers

  mutating func byNumber(_ typed: String) throws {
    if let ref = RecordRef(typed), ref.kind == .person {
      try add(number: ref.number)
    } else if let number = Digits.number(typed.trimmed), number > 0 {
      try add(number: Int64(number))
    }
    if let pnc = text(typed, .pnc) { try add(where: .pnc, pnc, "PNC \(pnc)") }
    if let cro = text(typed, .cro) { try add(where: .cro, cro, "CRO \(cro)") }
    if let prison = text(typed, .prisonNumber) {
      try add(where: .prisonNumber, prison, "prison number \(prison)")
    }
    if let postcode = text(typed, .postcode) {
      try add(where: .postcode, postcode, "postcode \(postcode)")
    }
  }

  private func text(_ typed: String, _ kind: FieldKind) -> String? {
    FieldReader.read(typed, as: kind, in: context.reading).answer?.text
  }

  private mutating func add(number: Int64) throws {
    guard let found = try PersonRecords.keyed(PersonID(number), records, context.today) else {
      return
    }
    add(found.line, because: "number")
  }

  /// The numbers that have an index of their own.
  private enum Column {
    case pnc, cro, prisonNumber, postcode

    var sql: String {
      switch self {
      case .pnc: PersonFinder.byPNC
      case .cro: PersonFinder.byCRO
      case .prisonNumber: PersonFinder.byPrisonNumber
      case .postcode: PersonFinder.byPostcode
      }
    }
  }

  private mutating func add(where column: Column, _ value: String, _ reason: String) throws {
    let lines = try records.query(column.sql, value, limit) {
      try PersonLines.line($0, on: context.today)
    }
    for line in lines { add(line, because: reason) }
  }

  private static let byPNC =
    PersonLines.columns + " FROM person \(PersonLines.joins) WHERE person.pnc = ? LIMIT ?"
  private static let byCRO =
    PersonLines.columns + " FROM person \(PersonLines.joins) WHERE person.cro = ? LIMIT ?"
  private static let byPrisonNumber =
    PersonLines.columns + " FROM person \(PersonLines.joins) WHERE person.prison_number = ? LIMIT ?"
  private static let byPostcode =
    PersonLines.columns + " FROM person \(PersonLines.joins) WHERE person.postcode = ? LIMIT ?"

  // MARK: Names and dates

  mutating func byWords(_ typed: String) throws {
    let parts = typed.split { $0.isWhitespace }
    var names: [Substring] = []
    var born: CalendarDate?
    for part in parts {
      if born == nil, part.contains(where: \.isNumber), let date = birth(String(part)) {
        born = date
      } else {
        names.append(part)
      }
    }
    if born == nil, let date = birth(typed) {
      born = date
      names = []
    }
    let words = NameFolding.typedWords(names.joined(separator: " "))
    if let born {
      try byBirth(born, words)
    } else if !words.isEmpty {
      try byName(words)
    }
  }

  private func birth(_ typed: String) -> CalendarDate? {
    guard typed.contains(where: \.isNumber), typed.contains(where: { "/-. ".contains($0) })
    else { return nil }
    return FieldReader.read(typed, as: .date(direction: .past, birth: true), in: context.reading)
      .answer?
      .date
  }

  private mutating func byBirth(_ born: CalendarDate, _ words: [String]) throws {
    let lines = try records.query(PersonFinder.bornOn, born, words.isEmpty ? limit : 1000) {
      try PersonLines.line($0, on: context.today)
    }
    for line in lines where covers(line, words) { add(line, because: "born \(born.uk)") }
    guard !words.isEmpty, !isFull else { return }
    // The same people under another name they go by.
    for line in lines where !covers(line, words) {
      if let alias = try alias(of: line.ref, words) { add(line, because: "alias \(alias)") }
    }
  }

  private static let bornOn =
    PersonLines.columns + """
       FROM person \(PersonLines.joins)
      WHERE person.born = ? ORDER BY person.family_key, person.given_key, person.id LIMIT ?
      """

  /// Family names that start so in their order, then every name and alias of which a word does.
  private mutating func byName(_ words: [String]) throws {
    let page = try PersonRecords.page(
      narrow: words.joined(separator: " "), .first, limit: limit, in: records, context)
    for line in page.lines where covers(line, words) { add(line, because: "name") }
    if isFull { return }
    for id in try PersonRecords.matching(words, limit: limit * 4, records) where !isFull {
      guard !seen.contains(id.ref),
        let line = try PersonRecords.keyed(id, records, context.today)?.line
      else { continue }
      if covers(line, words) {
        add(line, because: "name")
      } else if let alias = try alias(of: id.ref, words) {
        add(line, because: "alias \(alias)")
      }
    }
  }

  private func covers(_ line: PersonLine, _ words: [String]) -> Bool {
    let names = NameFolding.words(line.familyName) + NameFolding.words(line.givenNames)
    return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
  }

  /// The alias that brought somebody here: the one that fits the most words.
  private func alias(of ref: RecordRef, _ words: [String]) throws -> String? {
    let aliases = try records.query(
      "SELECT name FROM person_alias WHERE person = ? ORDER BY id", ref.number
    ) { try $0.text(0) }
    return aliases.first { alias in
      let names = NameFolding.words(alias)
      return words.contains { word in names.contains { $0.hasPrefix(word) } }
    }
  }
}
