import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// GEN-003 is only worth something when nobody can bend the trail, or a record, unseen.

@Suite("Single bits of the trail")
struct TrailBitTests {
  @Test("GEN-003: a trail with any one bit turned over does not hold")
  func everyBit() throws {
    let file = try TemporaryStore.withHistory()
    let rows = try file.read { connection in
      try connection.query("SELECT \(ChainedEntry.fields), prev, hash FROM audit ORDER BY seq") {
        row in
        (
          fields: try (0..<ChainedEntry.fieldCount).map { try row.value($0) },
          previous: try row.get(21, as: Digest.self), hash: try row.get(22, as: Digest.self)
        )
      }
    }
    var flips = 0
    for row in rows.dropFirst() {
      #expect(ChainedEntry.hash(of: row.fields, after: row.previous) == row.hash, "control")
      for (column, value) in row.fields.enumerated() {
        for changed in Self.flips(of: value) {
          flips += 1
          if Self.hash(of: row.fields, changed, at: column, after: row.previous) == row.hash {
            Issue.record("column \(column): \(value) and \(changed) have the same hash")
          }
        }
      }
    }
    #expect(flips > 5_000)
  }

  private static func hash(
    of fields: [SQLValue], _ changed: Changed, at place: Int, after previous: Digest
  ) -> Digest {
    var bytes = FieldBytes("TC-AUDIT-1")
    for (column, value) in fields.enumerated() {
      switch changed {
      case _ where column != place: bytes.add(value)
      case .value(let value): bytes.add(value)
      case .text(let content): content.withUnsafeBytes { bytes.add(StoredValue.text($0)) }
      }
    }
    bytes.add(previous)
    return bytes.digest
  }

  private enum Changed {
    case value(SQLValue)
    /// Perhaps no UTF-8 any more.
    case text([UInt8])
  }

  /// The value with each of its bits turned over.
  private static func flips(of value: SQLValue) -> [Changed] {
    switch value {
    case .null: [.value(.integer(0)), .value(.text("")), .value(.blob([]))]
    case .integer(let number): (0..<64).map { .value(.integer(number ^ (1 << $0))) }
    case .real(let number):
      (0..<64).map { .value(.real(Double(bitPattern: number.bitPattern ^ (1 << $0)))) }
    case .text(let text): flips(of: Array(text.utf8)).map { .text($0) }
    case .blob(let bytes): flips(of: Array(bytes.prefix(84))).map { .value(.blob($0)) }
    }
  }

  private static func flips(of bytes: [UInt8]) -> [[UInt8]] {
    (0..<bytes.count * 8).map { bit in
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      return changed
    }
  }
}
