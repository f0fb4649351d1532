extension Row {
  /// The decoded value of a column.
  package func get<Value: SQLDecodable>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws
    -> Value
  {
    try Value.decode(self, column)
  }
}

/// What can be read from a column, or throws.
///
/// An `Optional` reads NULL as nil and everything else as its value; a date, an id or a code of the
/// practice conforms where the store knows how it is written.
package protocol SQLDecodable {
  static func decode(_ row: Row, _ column: Int) throws -> Self
}

extension Int64: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> Int64 { try row.int64(column) }
}

extension Int: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> Int { try row.int(column) }
}

extension Bool: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> Bool { try row.bool(column) }
}

extension Double: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> Double { try row.double(column) }
}

extension String: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> String { try row.text(column) }
}

extension [UInt8]: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> [UInt8] { try row.bytes(column) }
}

extension SQLValue: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> SQLValue { try row.value(column) }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  package static func decode(_ row: Row, _ column: Int) throws -> Wrapped? {
    row.isNull(column) ? nil : try Wrapped.decode(row, column)
  }
}
