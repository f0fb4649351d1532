import CSQLite

/// The statements a connection runs, with their values written into them.
private final class StatementLog {
  var statements: [String] = []
}

extension Connection {
  /// Runs the body and answers with the statements it took, in their order, values and all.
  ///
  /// For measuring only: the statements hold what people's records hold, so nobody keeps them.
  package func statements(of body: (Connection) throws -> Void) throws -> [String] {
    let log = StatementLog()
    sqlite3_trace_v2(
      handle, UInt32(SQLITE_TRACE_STMT),
      { _, context, statement, text in
        guard let context, let statement, let text else { return 0 }
        // What a trigger or an index does by itself is announced as a comment.
        if text.assumingMemoryBound(to: CChar.self).pointee == 0x2D { return 0 }
        let log = Unmanaged<StatementLog>.fromOpaque(context).takeUnretainedValue()
        if let words = sqlite3_expanded_sql(OpaquePointer(statement)) {
          log.statements.append(String(cString: words))
          sqlite3_free(words)
        }
        return 0
      }, Unmanaged.passUnretained(log).toOpaque())
    defer { sqlite3_trace_v2(handle, 0, nil, nil) }
    try body(self)
    return log.statements
  }

  /// How much of the file this connection may keep in memory, in kilobytes; for work in bulk.
  package func keepInMemory(kilobytes: UInt32) throws {
    // A pragma takes no bound values; this is a whole number of our own.
    try executeScript("PRAGMA cache_size = -\(kilobytes)")
  }
}
