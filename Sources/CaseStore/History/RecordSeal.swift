import SQLite

/// The seal of one row: which row it is, and what stood in it after a change.
///
/// On the trail seals stand one after the other, 42 bytes each: two for the table, eight for the
/// row, 32 for the hash; zeros for a row that was taken out.
struct RecordSeal: Equatable, Sendable {
  let table: Int
  let row: Int64
  let hash: Digest

  static let length = 42

  /// Reads a row again and seals what is found.
  static func of(_ change: RowChange, in connection: Connection) throws -> RecordSeal {
    let table = SealedTable.all[change.table]
    let hash = try connection.first(table.byRow, change.row) { row in
      RecordSeal.hash(of: row, columns: row.count, table, change.row)
    }
    return RecordSeal(table: table.number, row: change.row, hash: hash ?? .none)
  }

  /// Columns without a value are left out, so that a column added later changes no seal.
  static func hash(of row: Row, columns: Int, _ table: SealedTable, _ id: Int64) -> Digest {
    var fields = FieldBytes("TC-SEAL-1")
    fields.add(table.name)
    fields.add(id)
    let names = row.columnNames
    for column in 0..<columns {
      row.withStored(column) { stored in
        if case .null = stored { return }
        fields.add(names[column])
        fields.add(stored)
      }
    }
    return fields.digest
  }

  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt16(truncatingIfNeeded: table).bigEndian) {
      bytes.append(contentsOf: $0)
    }
    withUnsafeBytes(of: row.bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: hash.bytes)
  }

  /// The seals of an entry, in the order in which they stand.
  static func forEach(
    in bytes: UnsafeRawBufferPointer, _ body: (RecordSeal) -> Void
  ) {
    var place = 0
    while place + length <= bytes.count {
      let table = UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
      let row = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 2, as: Int64.self))
      if let hash = Digest(bytes[(place + 10)..<(place + length)]) {
        body(RecordSeal(table: Int(table), row: row, hash: hash))
      }
      place += length
    }
  }
}
