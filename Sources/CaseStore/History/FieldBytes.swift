import SQLite

/// Values as bytes that can be read in one way only: the kind, the length, the content of each.
///
/// Two different rows never have the same bytes, and nothing is not the same as empty.
struct FieldBytes {
  private(set) var bytes: [UInt8] = []

  /// The name says what is being hashed, and by which version of these lines.
  init(_ name: StaticString) {
    bytes.reserveCapacity(1_024)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private enum Kind: UInt8 {
    case null, integer, real, text, blob
  }

  mutating func add(_ value: SQLValue) {
    switch value {
    case .null: begin(.null, 0)
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(var text): text.withUTF8 { add(.text, UnsafeRawBufferPointer($0)) }
    case .blob(let content): content.withUnsafeBytes { add(.blob, $0) }
    }
  }

  /// The same bytes for what is stored as for what was bound, also when the text is not UTF-8.
  mutating func add(_ stored: StoredValue) {
    switch stored {
    case .null: begin(.null, 0)
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(let content): add(.text, content)
    case .blob(let content): add(.blob, content)
    }
  }

  mutating func add(_ text: String) { add(.text(text)) }

  mutating func add(_ digest: Digest) { bytes.append(contentsOf: digest.bytes) }

  mutating func add(_ number: Int64) {
    begin(.integer, 8)
    append(UInt64(bitPattern: number))
  }

  private mutating func add(_ number: Double) {
    begin(.real, 8)
    append(number.bitPattern)
  }

  private mutating func add(_ kind: Kind, _ content: UnsafeRawBufferPointer) {
    begin(kind, content.count)
    bytes.append(contentsOf: content)
  }

  private mutating func begin(_ kind: Kind, _ length: Int) {
    bytes.append(kind.rawValue)
    append(UInt64(length))
  }

  private mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  var digest: Digest { SHA256.digest(of: bytes) }
}
