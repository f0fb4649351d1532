package import SQLite

/// Where the trail ends: the number of the last entry, and the hash that stands for all up to it.
///
/// Kept outside the file it shows later whether the end of the trail was cut off or written anew.
package struct TrailHead: Equatable, Sendable {
  package let number: Int64
  package let hash: Digest

  package init(number: Int64, hash: Digest) {
    self.number = number
    self.hash = hash
  }

  /// Before the first entry.
  static let start = TrailHead(number: 0, hash: .none)

  /// "4711-" and 64 hexadecimal digits.
  package var text: String { "\(number)-\(hash.hex)" }

  /// Nil for anything else than what `text` gives.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]), number > 0,
      let hash = Digest(hex: parts[1])
    else { return nil }
    self.init(number: number, hash: hash)
  }
}

extension Connection {
  /// Where the trail ends now; nil in a file nobody has written to.
  package func trailHead() throws -> TrailHead? {
    try first("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1") { row in
      TrailHead(number: try row.int64(0), hash: try row.get(1))
    }
  }
}

extension Digest: SQLBindable, SQLDecodable {
  package var sqlValue: SQLValue { .blob(bytes) }

  package static func decode(_ row: Row, _ column: Int) throws -> Digest {
    guard let digest = Digest(try row.bytes(column)) else { throw row.unreadable(column) }
    return digest
  }
}
