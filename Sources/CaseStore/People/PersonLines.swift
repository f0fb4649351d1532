import CaseRules
import SQLite

/// People as lists show them; nothing is read that is not drawn.
enum PersonLines {
  static let columns = """
    SELECT person.id, person.family_name, person.given_names, person.born, person.estimated_age,
           person.estimated_on, person.pnc, person.postcode, person.risks, episode.state,
           worker.name, person.family_key, person.given_key
    """

  /// The open episode and its worker, where there is one.
  static let joins = """
    LEFT JOIN episode ON episode.person = person.id AND episode.closed IS NULL
    LEFT JOIN worker ON worker.id = episode.worker
    """

  /// The line with its place in the order of names.
  static func keyed(_ row: Row, on day: CalendarDate) throws -> (key: NameKey, line: PersonLine) {
    let key = NameKey(
      familyKey: try row.text(11), givenKey: try row.text(12), number: try row.int64(0))
    return (key, try line(row, on: day))
  }

  static func line(_ row: Row, on day: CalendarDate) throws -> PersonLine {
    let birth = try PersonRecords.birth(row, born: 3, age: 4, noted: 5)
    return PersonLine(
      ref: RecordRef(.person, try row.int64(0)), familyName: try row.text(1),
      givenNames: try row.text(2), born: birth.date,
      estimatedAge: birth.date == nil ? birth.age(on: day) : nil, pnc: try row.get(6),
      postcode: try row.get(7), worker: try row.get(10), episode: try row.get(9),
      riskWords: try PersonRecords.risks(row, 8).map(\.title),
      isYoung: AgeRules.isYoung(birth, on: day))
  }
}
