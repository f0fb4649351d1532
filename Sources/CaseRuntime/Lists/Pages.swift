import CaseStore

/// Reads a list from end to end, page by page.
enum Pages {
  /// Hands every row to the body; answers with how many there were.
  static func forEach<Row: Sendable, Place: Sendable>(
    from first: Place, in store: StoreFile,
    _ page: @escaping @Sendable (Records, Place) throws -> ExportPage<Row, Place>,
    _ body: (Row) throws -> Void
  ) throws -> Int {
    var place: Place? = first
    var count = 0
    while let current = place {
      let found = try store.read(on: .long) { try page($0, current) }
      for row in found.rows { try body(row) }
      count += found.rows.count
      place = found.next
    }
    return count
  }
}
