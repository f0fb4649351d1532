import CSQLite
import Glibc

/// Tells SQLite that what it is given stays where it is until the next binding.
private let staying: sqlite3_destructor_type? = nil

/// Tells SQLite to copy what it is given; the C macro is a cast Swift cannot import.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// A prepared statement of one connection.
package final class Statement {
  let handle: OpaquePointer
  /// The text it was prepared from, with its `?` marks.
  package let sql: String
  package let columnCount: Int
  private(set) lazy var columnNames: [String] = readColumnNames()
  /// Taken by somebody; a second user of the same text gets a statement of their own.
  var inUse = false
  private unowned let connection: Connection
  /// The texts of the values that are bound now, where they were bound together.
  private var texts = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  init(handle: OpaquePointer, sql: String, on connection: Connection) {
    self.handle = handle
    self.sql = sql
    self.connection = connection
    columnCount = Int(sqlite3_column_count(handle))
  }

  deinit {
    sqlite3_finalize(handle)
    texts.deallocate()
  }

  /// Binds values to the marks, first to last; their number must be the number of marks.
  package func bind(_ values: [(any SQLBindable)?]) throws {
    guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
      throw SQLiteError(.misuse, code: SQLITE_RANGE, sql: sql)
    }
    for place in values.indices { try bind(values[place]?.sqlValue ?? .null, at: place + 1) }
  }

  /// The same with the texts of all of them in one place of this statement's own, so that SQLite
  /// need not make a copy of each.
  func bind(stored values: [SQLValue]) throws {
    guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
      throw SQLiteError(.misuse, code: SQLITE_RANGE, sql: sql)
    }
    makeRoom(for: values)
    var used = 0
    for place in values.indices {
      guard case .text(let text) = values[place] else {
        try bind(values[place], at: place + 1)
        continue
      }
      let room = UnsafeMutableRawBufferPointer(rebasing: texts[used...])
      let count = text.utf8.count
      room.copyBytes(from: text.utf8)
      let code = sqlite3_bind_text64(
        handle, Int32(truncatingIfNeeded: place + 1),
        room.baseAddress?.assumingMemoryBound(to: CChar.self), sqlite3_uint64(count), staying,
        UInt8(SQLITE_UTF8))
      guard code == SQLITE_OK else { throw connection.failure(code, sql: sql) }
      used += count
    }
  }

  /// One byte more than all of them, so that an empty text does not lie nowhere, which would be NULL.
  private func makeRoom(for values: [SQLValue]) {
    var needed = 1
    for case .text(let text) in values { needed += text.utf8.count }
    guard needed > texts.count else { return }
    texts.deallocate()
    texts = .allocate(byteCount: max(1_024, needed * 2), alignment: 1)
  }

  /// Binds one value to the mark at a position, counted from 1.
  private func bind(_ value: SQLValue, at position: Int) throws {
    let place = Int32(truncatingIfNeeded: position)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, place)
      case .integer(let number): sqlite3_bind_int64(handle, place, number)
      case .real(let number): sqlite3_bind_double(handle, place, number)
      case .text(let text): bind(text, at: place)
      case .blob(let bytes): bind(bytes, at: place)
      }
    guard code == SQLITE_OK else { throw connection.failure(code, sql: sql) }
  }

  /// Moves to the next row; false when there is none.
  package func step() throws -> Bool {
    try connection.refuseAfterFailure()
    // So that what is found there after a failure is of this step.
    errno = 0
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.failure(code, sql: sql)
    }
  }

  /// The row it stands on.
  package var row: Row { Row(statement: self) }

  /// Lets go of the rows and of the bound values.
  package func reset() {
    // The result repeats the error that `step` has already thrown.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        return sqlite3_bind_text(handle, place, "", 0, copied)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text64(
          handle, place, $0, sqlite3_uint64(bytes.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(_ bytes: [UInt8], at place: Int32) -> Int32 {
    bytes.withUnsafeBytes {
      guard let start = $0.baseAddress, !$0.isEmpty else {
        return sqlite3_bind_zeroblob(handle, place, 0)
      }
      return sqlite3_bind_blob64(handle, place, start, sqlite3_uint64($0.count), copied)
    }
  }

  private func readColumnNames() -> [String] {
    (0..<Int32(truncatingIfNeeded: columnCount)).map {
      sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? ""
    }
  }
}
