/// The newest seal of every row, as the trail has them.
///
/// Rows are numbered from one without many gaps, so that a table's seals stand in an array; a file
/// of a million people has some six million.
struct LastSeals {
  struct Seal: Equatable {
    fileprivate let high: UInt64
    fileprivate let low: UInt64
    /// The number of the entry; 0: none.
    let entry: Int64

    fileprivate static let none = Seal(high: 0, low: 0, entry: 0)

    /// Half of the hash is kept: 128 bits that nobody can hit.
    fileprivate init(_ hash: Digest, entry: Int64) {
      (high, low) = hash.firstHalf
      self.entry = entry
    }

    private init(high: UInt64, low: UInt64, entry: Int64) {
      (self.high, self.low, self.entry) = (high, low, entry)
    }

    var isGone: Bool { high == 0 && low == 0 }

    func fits(_ hash: Digest) -> Bool { hash.firstHalf == (high, low) }
  }

  private var tables = [Table](
    repeating: Table(), count: SealedTable.all.count)

  private struct Table {
    var rows: [Seal] = []
    var others: [Int64: Seal] = [:]

    mutating func set(_ seal: Seal, _ row: Int64) {
      guard row >= 0, row < Int64(rows.count) * 2 + 1_024 else {
        others[row] = seal
        return
      }
      let place = Int(row)
      if place >= rows.count {
        rows.append(contentsOf: repeatElement(.none, count: place + 1 - rows.count))
      }
      rows[place] = seal
      if !others.isEmpty { others[row] = nil }
    }

    mutating func take(_ row: Int64) -> Seal? {
      if let other = others.removeValue(forKey: row) { return other }
      guard row >= 0, row < rows.count, rows[Int(row)].entry > 0 else { return nil }
      defer { rows[Int(row)] = .none }
      return rows[Int(row)]
    }

    var left: [(row: Int64, seal: Seal)] {
      let dense = rows.enumerated().filter { $0.element.entry > 0 }
        .map { (row: Int64($0.offset), seal: $0.element) }
      return (dense + others.map { (row: $0.key, seal: $0.value) }).sorted { $0.row < $1.row }
    }
  }

  /// False for a table the program does not know.
  @discardableResult
  mutating func note(_ seal: RecordSeal, entry: Int64) -> Bool {
    guard tables.indices.contains(seal.table - 1) else { return false }
    tables[seal.table - 1].set(Seal(seal.hash, entry: entry), seal.row)
    return true
  }

  /// The newest seal of a row; a second time nothing, so that what is left has not been asked for.
  mutating func take(_ table: SealedTable, _ row: Int64) -> Seal? {
    tables[table.number - 1].take(row)
  }

  func left(_ table: SealedTable) -> [(row: Int64, seal: Seal)] { tables[table.number - 1].left }
}
