package import CaseRules
package import SQLite

/// The people the team knows.
package enum PersonRecords {
  /// Somebody with everything on their form; nil when there is none of that number.
  package static func one(_ id: PersonID, in records: Connection) throws -> Person? {
    guard var person = try records.first(columns + " WHERE id = ?", id, row: person(row:)) else {
      return nil
    }
    person.aliases = try records.query(
      "SELECT id, name FROM person_alias WHERE person = ? ORDER BY id", id
    ) { Person.Alias(id: try $0.int(0), name: try $0.text(1)) }
    person.phones = try records.query(
      "SELECT id, number, safe_to_ring, safe_message FROM person_phone WHERE person = ? ORDER BY id",
      id
    ) { row in
      Person.Phone(
        id: try row.int(0), number: try row.text(1), safeToRing: try row.get(2),
        safeToLeaveMessage: try row.get(3))
    }
    return person
  }

  package static func exists(_ id: PersonID, in records: Connection) throws -> Bool {
    try records.exists("SELECT 1 FROM person WHERE id = ?", id)
  }

  /// Name and birth only, for headings and rules; nil when there is none of that number.
  package static func identity(_ id: PersonID, in records: Connection) throws -> PersonIdentity? {
    try records.first(
      """
      SELECT family_name, given_names, born, estimated_age, estimated_on FROM person WHERE id = ?
      """, id
    ) { row in
      PersonIdentity(
        id: id, name: PersonName(family: try row.text(0), given: try row.text(1)),
        birth: try birth(row, born: 2, age: 3, noted: 4))
    }
  }

  static let columns = """
    SELECT id, family_name, given_names, born, estimated_age, estimated_on, sex, ethnicity, pnc,
           cro, prison_number, lrn, oasys_ref, address, postcode, no_fixed_abode, accommodation,
           language, interpreter, veteran, pregnant, children, children_live_with, safeguarding,
           employed, settled_relationship, gp, risks, risk_note, revision
    FROM person
    """

  private static func person(row: Row) throws -> Person {
    Person(
      id: try row.get(0), name: PersonName(family: try row.text(1), given: try row.text(2)),
      birth: try birth(row, born: 3, age: 4, noted: 5), sex: try row.get(6),
      ethnicity: try row.text(7),
      numbers: Person.Numbers(
        pnc: try row.get(8), cro: try row.get(9), prison: try row.get(10), lrn: try row.get(11),
        oasys: try row.get(12)),
      home: Person.Home(
        address: try row.text(13), postcode: try row.get(14), noFixedAbode: try row.get(15),
        accommodation: try row.get(16)),
      language: try row.text(17), interpreter: try row.get(18),
      circumstances: Person.Circumstances(
        veteran: try row.get(19), pregnant: try row.get(20), children: try row.get(21),
        childrenLiveWith: try row.get(22), safeguarding: try row.get(23),
        employed: try row.get(24), settledRelationship: try row.get(25)),
      gp: try row.get(26), risks: try risks(row, 27), riskNote: try row.text(28),
      revision: try row.int(29))
  }

  /// A date of birth counts before an estimate; the table holds one of them.
  static func birth(_ row: Row, born: Int, age: Int, noted: Int) throws -> Birth {
    if let date: CalendarDate = try row.get(born) { return .on(date) }
    return .estimated(age: try row.int(age), noted: try row.get(noted))
  }

  static func risks(_ row: Row, _ column: Int) throws -> [RiskMarker] {
    try row.text(column).split(separator: ",").filter { $0 != "none" }.map { word in
      guard let risk = RiskMarker(rawValue: String(word)) else { throw row.unreadable(column) }
      return risk
    }
  }
}
