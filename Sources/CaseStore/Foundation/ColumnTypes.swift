package import CaseRules
package import SQLite

// How the values of the practice are written in a column: dates and moments as text that sorts,
// record numbers as integers, roles by their code.

extension CalendarDate: SQLBindable, SQLDecodable {
  /// "2026-04-03".
  package var sqlValue: SQLValue { .text(iso) }

  package static func decode(_ row: Row, _ column: Int) throws -> CalendarDate {
    guard let date = CalendarDate(iso: try row.text(column)) else { throw row.unreadable(column) }
    return date
  }
}

extension Moment: SQLBindable, SQLDecodable {
  /// "2026-11-21T22:40:00Z".
  package var sqlValue: SQLValue { .text(iso) }

  package static func decode(_ row: Row, _ column: Int) throws -> Moment {
    guard let moment = Moment(iso: try row.text(column)) else { throw row.unreadable(column) }
    return moment
  }
}

extension ClockTime: SQLBindable, SQLDecodable {
  /// "09:05".
  package var sqlValue: SQLValue { .text(text) }

  package static func decode(_ row: Row, _ column: Int) throws -> ClockTime {
    guard let time = ClockTime(text: try row.text(column)) else { throw row.unreadable(column) }
    return time
  }
}

extension RecordID: SQLBindable, SQLDecodable {
  package var sqlValue: SQLValue { .integer(rawValue) }

  package static func decode(_ row: Row, _ column: Int) throws -> RecordID {
    RecordID(try row.int64(column))
  }
}

extension RecordRef: SQLBindable, SQLDecodable {
  /// "P-1042".
  package var sqlValue: SQLValue { .text(text) }

  package static func decode(_ row: Row, _ column: Int) throws -> RecordRef {
    guard let reference = RecordRef(try row.text(column)) else { throw row.unreadable(column) }
    return reference
  }
}

extension Role: SQLBindable, SQLDecodable {
  package var sqlValue: SQLValue { .text(rawValue) }

  package static func decode(_ row: Row, _ column: Int) throws -> Role {
    guard let role = Role(rawValue: try row.text(column)) else { throw row.unreadable(column) }
    return role
  }
}

extension DesignatedOfficer: SQLBindable, SQLDecodable {
  package var sqlValue: SQLValue { .text(rawValue) }

  package static func decode(_ row: Row, _ column: Int) throws -> DesignatedOfficer {
    guard let designation = DesignatedOfficer(rawValue: try row.text(column)) else {
      throw row.unreadable(column)
    }
    return designation
  }
}
