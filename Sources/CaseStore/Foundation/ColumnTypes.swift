package import CaseRules
package import SQLite

// How the values of the practice are written in a column: dates and moments as text that sorts,
// record numbers as integers, roles by their code.

extension CalendarDate: SQLBindable, SQLDecodable {
  /// "2026-04-03".
  package var sqlValue: SQLValue { .text(iso) }

  package static func decode(_ row: Row, _ column: Int) throws -> CalendarDate {
    try row.withText(column) { $0.count == 10 ? date(in: $0) : nil }
  }

  /// The date at the start of the bytes.
  fileprivate static func date(in bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard bytes.isDash(4), bytes.isDash(7), let century = bytes.pair(0), let year = bytes.pair(2),
      let month = bytes.pair(5), let day = bytes.pair(8)
    else { return nil }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
  }
}

extension Moment: SQLBindable, SQLDecodable {
  /// "2026-11-21T22:40:00Z".
  package var sqlValue: SQLValue { .text(iso) }

  package static func decode(_ row: Row, _ column: Int) throws -> Moment {
    try row.withText(column) { bytes in
      guard bytes.count == 20, let date = CalendarDate.date(in: bytes),
        bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
        bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
        let hour = bytes.pair(11), let minute = bytes.pair(14), let second = bytes.pair(17),
        hour < 24, minute < 60, second < 60
      else { return nil }
      let time = Int64(hour * 3600 + minute * 60 + second)
      return Moment(seconds: Int64(date.dayNumber) * 86_400 + time)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Two digits as a number.
  fileprivate func pair(_ start: Int) -> Int? {
    let (tens, ones) = (Int(self[start]) - 48, Int(self[start + 1]) - 48)
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }

  fileprivate func isDash(_ place: Int) -> Bool { self[place] == UInt8(ascii: "-") }
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
