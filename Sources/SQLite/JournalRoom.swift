import CSQLite

/// Room at the end of the `-wal` file for the saves to come.
///
/// A save that makes the file longer waits until the disk has noted where the new blocks lie, and
/// that takes as long as the flush itself; one that writes over blocks that are there does not. So
/// the file gets zeros after what stands in it, between two saves. To SQLite they are what it finds
/// after the last page of any `-wal` that was longer once: a page counts only where its checksum
/// follows from the page before it.
enum JournalRoom {
  /// Bytes of a page in the file, with what stands before it.
  private static let page = 24 + 4_096
  /// With less than this to go there should be more: several saves of the longest forms.
  private static let least = 128 * 1_024
  /// So much is added at a time: the flush of more would keep a colleague who saves then waiting.
  private static let step = 512 * 1_024
  /// SQLite writes no more than a page at a time, and its calls take fewer than 128 kilobytes.
  private static let piece = 64 * 1_024
  /// No longer than the file is before it is copied over into the database.
  private static let most = 1_050 * page

  /// How many bytes the file should get; 0: none.
  static func missing(size: Int, pages: Int) -> Int {
    let used = pages * page + 32
    guard size - used < least, size < most else { return 0 }
    return min(step, most - size)
  }

  /// Adds to the file as SQLite has it open, and waits for the disk.
  ///
  /// Nobody else may write meanwhile, nor copy the file over: call it inside a transaction.
  static func add(_ bytes: Int, on connection: Connection) throws {
    var opened: UnsafeMutablePointer<sqlite3_file>?
    let code = withUnsafeMutablePointer(to: &opened) {
      sqlite3_file_control(connection.handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, $0)
    }
    guard code == SQLITE_OK else { throw connection.failure(code, sql: nil) }
    guard let file = opened, let calls = file.pointee.pMethods?.pointee else { return }
    var end: sqlite3_int64 = 0
    try check(calls.xFileSize?(file, &end), connection)
    let zeros = [UInt8](repeating: 0, count: piece)
    for start in stride(from: 0, to: bytes, by: piece) {
      let count = Int32(truncatingIfNeeded: min(piece, bytes - start))
      try check(calls.xWrite?(file, zeros, count, end + sqlite3_int64(start)), connection)
    }
    try check(calls.xSync?(file, SQLITE_SYNC_NORMAL), connection)
  }

  private static func check(_ code: Int32?, _ connection: Connection) throws {
    if let code, code != SQLITE_OK { throw connection.failure(code, sql: nil) }
  }
}

extension Writer {
  /// Makes room for the saves to come where there is little; to be called between saves.
  ///
  /// What it throws is no failure of a save. Costs a look at the file's size where there is enough.
  package func makeRoom() throws {
    guard try missingRoom() > 0 else { return }
    try gate.hold(as: label, patience: 0) {
      try connection.writeInsideGate(saveID: nil) { connection in
        // Somebody may have made some meanwhile, or emptied the file.
        let bytes = try missingRoom()
        if bytes > 0 { try JournalRoom.add(bytes, on: connection) }
      }
    }
  }

  private func missingRoom() throws -> Int {
    JournalRoom.missing(size: try connection.files.sizeOfWAL(), pages: connection.pagesInWAL)
  }
}
