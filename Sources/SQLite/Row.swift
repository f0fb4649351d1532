import CSQLite

/// The row a statement stands on; valid until the statement moves.
///
/// A value that is not of the asked type throws: nothing is converted, and a row that cannot be
/// read never passes for an empty one.
package struct Row {
  unowned(unsafe) let statement: Statement

  /// The number of columns.
  package var count: Int { statement.columnCount }

  /// Whether the column holds NULL.
  package func isNull(_ column: Int) -> Bool { kind(column) == SQLITE_NULL }

  package func int64(_ column: Int) throws -> Int64 {
    guard kind(column) == SQLITE_INTEGER else { throw unreadable(column) }
    return sqlite3_column_int64(statement.handle, Int32(truncatingIfNeeded: column))
  }

  package func int(_ column: Int) throws -> Int { Int(try int64(column)) }

  /// 0 or 1; any other number throws.
  package func bool(_ column: Int) throws -> Bool {
    switch try int64(column) {
    case 0: return false
    case 1: return true
    default: throw unreadable(column)
    }
  }

  package func double(_ column: Int) throws -> Double {
    guard kind(column) == SQLITE_FLOAT else { throw unreadable(column) }
    return sqlite3_column_double(statement.handle, Int32(truncatingIfNeeded: column))
  }

  /// The text; bytes that are not UTF-8 throw.
  package func text(_ column: Int) throws -> String {
    try withText(column) { bytes in
      // Nearly all text is ASCII, and what validates the rest takes four times as long for it.
      bytes.allSatisfy { $0 < 0x80 }
        ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }
  }

  /// Makes a value from the bytes of a text without making a string; nil throws as unreadable.
  ///
  /// For what is read a thousand times a screen, as dates are.
  package func withText<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value?
  ) throws -> Value {
    guard kind(column) == SQLITE_TEXT else { throw unreadable(column) }
    let place = Int32(truncatingIfNeeded: column)
    guard let bytes = sqlite3_column_text(statement.handle, place) else {
      throw SQLiteError(.outOfMemory, code: SQLITE_NOMEM, sql: statement.sql)
    }
    let count = Int(sqlite3_column_bytes(statement.handle, place))
    guard let value = body(UnsafeBufferPointer(start: bytes, count: count)) else {
      throw unreadable(column)
    }
    return value
  }

  package func bytes(_ column: Int) throws -> [UInt8] {
    guard kind(column) == SQLITE_BLOB else { throw unreadable(column) }
    let place = Int32(truncatingIfNeeded: column)
    // A blob of no bytes has no address.
    guard let start = sqlite3_column_blob(statement.handle, place) else { return [] }
    let count = Int(sqlite3_column_bytes(statement.handle, place))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The value as stored, whatever its type.
  package func value(_ column: Int) throws -> SQLValue {
    switch kind(column) {
    case SQLITE_INTEGER: .integer(try int64(column))
    case SQLITE_FLOAT: .real(try double(column))
    case SQLITE_TEXT: .text(try text(column))
    case SQLITE_BLOB: .blob(try bytes(column))
    default: .null
    }
  }

  /// The error for a stored value the program cannot make sense of; names the column only.
  package func unreadable(_ column: Int) -> SQLiteError {
    let names = statement.columnNames
    let name = names.indices.contains(column) ? names[column] : "column \(column)"
    return SQLiteError(.unreadableValue, sql: statement.sql, column: name)
  }

  private func kind(_ column: Int) -> Int32 {
    sqlite3_column_type(statement.handle, Int32(truncatingIfNeeded: column))
  }
}
