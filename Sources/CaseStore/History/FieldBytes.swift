import SQLite

/// Values as bytes that can be read in one way only: the kind, the length, the content of each.
///
/// Two different rows never have the same bytes, and nothing is not the same as empty.
struct FieldBytes {
  /// Those that count, and room for more.
  private var room = [UInt8](repeating: 0, count: 1_024)
  private var used = 0

  /// The name says what is being hashed, and by which version of these lines.
  init(_ name: StaticString) {
    append(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private enum Kind: UInt8 {
    case null, integer, real, text, blob
  }

  mutating func add(_ value: SQLValue) {
    switch value {
    case .null: add(.null, UnsafeRawBufferPointer(start: nil, count: 0))
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(let text): add(text)
    case .blob(let content): content.withUnsafeBytes { add(.blob, $0) }
    }
  }

  /// The same bytes for what is stored as for what was bound, also when the text is not UTF-8.
  mutating func add(_ stored: StoredValue) {
    switch stored {
    case .null: add(.null, UnsafeRawBufferPointer(start: nil, count: 0))
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(let content): add(.text, content)
    case .blob(let content): add(.blob, content)
    }
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(.text, UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ digest: Digest) { digest.bytes.withUnsafeBytes { append($0) } }

  mutating func add(_ number: Int64) { add(.integer, UInt64(bitPattern: number)) }

  private mutating func add(_ number: Double) { add(.real, number.bitPattern) }

  private mutating func add(_ kind: Kind, _ bits: UInt64) {
    withUnsafeBytes(of: bits.bigEndian) { add(kind, $0) }
  }

  private mutating func add(_ kind: Kind, _ content: UnsafeRawBufferPointer) {
    let length = content.count
    makeRoom(9 + length)
    room.withUnsafeMutableBytes { room in
      room[used] = kind.rawValue
      room.storeBytes(of: UInt64(length).bigEndian, toByteOffset: used + 1, as: UInt64.self)
      UnsafeMutableRawBufferPointer(rebasing: room[(used + 9)...]).copyMemory(from: content)
    }
    used += 9 + length
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    makeRoom(bytes.count)
    room.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[used...]).copyMemory(from: bytes)
    }
    used += bytes.count
  }

  private mutating func makeRoom(_ count: Int) {
    guard used + count > room.count else { return }
    room += [UInt8](repeating: 0, count: max(room.count, count))
  }

  var digest: Digest {
    room.withUnsafeBytes { SHA256.digest(of: UnsafeRawBufferPointer(rebasing: $0[..<used])) }
  }
}
