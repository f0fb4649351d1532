package import CaseRules
package import SQLite

/// Everybody on file in the order of names, a window at a time.
extension PersonRecords {
  /// A window of the list.
  ///
  /// One word narrows to family names that start with it, or, where no family name does, to people
  /// with any such name. Of several words each must start some name or alias, in any order.
  package static func page(
    narrow: String, _ place: NamePlace, limit: Int, in records: Connection,
    _ context: RuleContext
  ) throws -> NamePage<PersonLine> {
    try context.mustRead(.personAndCaseload)
    let day = context.today
    let words = NameFolding.typedWords(narrow)
    if words.count > 1 {
      return try page(words: words, place, limit, records, day)
    }
    let range = NameRange(startingWith: words.first ?? "")
    if let word = words.first, try rows(range, false, 1, records, day).isEmpty {
      return try page(words: [word], place, limit, records, day)
    }
    return try page(of: range, place, limit, records, day)
  }

  /// How many people are on file, counted no further than the limit; none to whoever may not read
  /// people.
  package static func count(
    upTo limit: Int, in records: Connection, _ context: RuleContext
  ) throws -> Int {
    guard AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil else { return 0 }
    return try count(NameRange(startingWith: ""), limit, records)
  }

  static func page(
    of range: NameRange, _ place: NamePlace, _ limit: Int, _ records: Connection,
    _ day: CalendarDate
  ) throws -> NamePage<PersonLine> {
    try NamePages.window(
      of: range, place, limit: limit,
      rows: { try rows($0, $1, $2, records, day) }, count: { try count($0, $1, records) })
  }

  static let forwards =
    PersonLines.columns + """
       FROM person \(PersonLines.joins)
      WHERE (person.family_key, person.given_key, person.id) > (?, ?, ?)
        AND (person.family_key, person.given_key, person.id) < (?, ?, ?)
        AND person.merged_into IS NULL
      ORDER BY person.family_key, person.given_key, person.id LIMIT ?
      """

  static let backwards =
    PersonLines.columns + """
       FROM person \(PersonLines.joins)
      WHERE (person.family_key, person.given_key, person.id) > (?, ?, ?)
        AND (person.family_key, person.given_key, person.id) < (?, ?, ?)
        AND person.merged_into IS NULL
      ORDER BY person.family_key DESC, person.given_key DESC, person.id DESC LIMIT ?
      """

  static func rows(
    _ range: NameRange, _ isBackwards: Bool, _ limit: Int, _ records: Connection,
    _ day: CalendarDate
  ) throws -> [(key: NameKey, line: PersonLine)] {
    try records.query(isBackwards ? backwards : forwards, values: range.values + [limit]) {
      try PersonLines.keyed($0, on: day)
    }
  }

  private static func count(_ range: NameRange, _ limit: Int, _ records: Connection) throws -> Int {
    try records.first(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM person
        WHERE (family_key, given_key, id) > (?, ?, ?) AND (family_key, given_key, id) < (?, ?, ?)
          AND merged_into IS NULL
        LIMIT ?)
      """, values: range.values + [limit]
    ) { try $0.int(0) } ?? 0
  }

  /// Words in any order: few hits are sorted; of many, those come in the order of the index.
  private static func page(
    words: [String], _ place: NamePlace, _ limit: Int, _ records: Connection, _ day: CalendarDate
  ) throws -> NamePage<PersonLine> {
    let hits = try matching(words, limit: NamePages.countsTo + 1, records)
    guard hits.count > NamePages.countsTo else {
      let lines = try hits.compactMap { try keyed($0, records, day) }
      return NamePages.window(of: lines.sorted { $0.key < $1.key }, place, limit: limit)
    }
    return try pageOfMany(words, place, limit, records, day)
  }

  /// More than a thousand people fit: the index of names is walked and others are passed over.
  ///
  /// Those whose family name one of the words starts are enough, if there are any.
  private static func pageOfMany(
    _ words: [String], _ place: NamePlace, _ limit: Int, _ records: Connection,
    _ day: CalendarDate
  ) throws -> NamePage<PersonLine> {
    let everybody = NameRange(startingWith: "")
    let families = NameWords(words)
    let hasFamilies = try !rows(families, everybody, false, 1, records, day).isEmpty
    let wanted = hasFamilies ? families : NameWords(words, anywhere: true)
    return try NamePages.window(
      of: everybody, place, limit: limit,
      rows: { try rows(wanted, $0, $1, $2, records, day) }, count: { _, limit in limit })
  }

  private static func rows(
    _ wanted: NameWords, _ part: NameRange, _ isBackwards: Bool, _ limit: Int,
    _ records: Connection, _ day: CalendarDate
  ) throws -> [(key: NameKey, line: PersonLine)] {
    try wanted.rows(in: part, isBackwards, limit) { range, limit in
      try records.query(
        isBackwards ? filteredBackwards : filteredForwards,
        values: range.values + wanted.values + [limit]
      ) { try PersonLines.keyed($0, on: day) }
    }
  }

  private static let filteredForwards =
    filtered + " ORDER BY person.family_key, person.given_key, person.id LIMIT ?"

  private static let filteredBackwards =
    filtered + " ORDER BY person.family_key DESC, person.given_key DESC, person.id DESC LIMIT ?"

  private static let filtered =
    PersonLines.columns + """
       FROM person \(PersonLines.joins)
      WHERE (person.family_key, person.given_key, person.id) > (?, ?, ?)
        AND (person.family_key, person.given_key, person.id) < (?, ?, ?)
        AND person.merged_into IS NULL
        AND instr(' ' || person.family_key || ' ' || person.given_key, ?)
        AND instr(' ' || person.family_key || ' ' || person.given_key, ?)
        AND instr(' ' || person.family_key || ' ' || person.given_key, ?)
        AND instr(' ' || person.family_key || ' ' || person.given_key, ?)
      """

  /// The numbers of people of whose names each word starts one; in no order that means anything.
  static func matching(_ words: [String], limit: Int, _ records: Connection) throws -> [PersonID] {
    guard !words.isEmpty else { return [] }
    return try records.query(
      "SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?", match(words), limit
    ) { try $0.get(0) }
  }

  /// What the index of names is asked for people of whose names each word starts one.
  static func match(_ words: [String]) -> String {
    words.prefix(8).map { "\"\($0)\" *" }.joined(separator: " AND ")
  }

  /// Nil for a record that points to another.
  static func keyed(
    _ id: PersonID, _ records: Connection, _ day: CalendarDate
  ) throws -> (
    key: NameKey, line: PersonLine
  )? {
    try records.first(
      PersonLines.columns + """
         FROM person \(PersonLines.joins) WHERE person.id = ? AND person.merged_into IS NULL
        """, id
    ) { try PersonLines.keyed($0, on: day) }
  }
}
