import CSQLite

/// A value as it lies in the file; text may be bytes that are no UTF-8.
///
/// Valid until the statement moves.
package enum StoredValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(UnsafeRawBufferPointer)
  case blob(UnsafeRawBufferPointer)
}

extension Row {
  /// Hands the value over as it is stored, without copying it or finding fault with it.
  package func withStored<Answer>(
    _ column: Int, _ body: (StoredValue) throws -> Answer
  ) rethrows -> Answer {
    let (handle, place) = (statement.handle, Int32(truncatingIfNeeded: column))
    switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: return try body(.integer(sqlite3_column_int64(handle, place)))
    case SQLITE_FLOAT: return try body(.real(sqlite3_column_double(handle, place)))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, place)
      let count = Int(sqlite3_column_bytes(handle, place))
      return try body(.text(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, place)
      let count = Int(sqlite3_column_bytes(handle, place))
      return try body(.blob(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    default: return try body(.null)
    }
  }

  /// The names of the columns, first to last.
  package var columnNames: [String] { statement.columnNames }
}
