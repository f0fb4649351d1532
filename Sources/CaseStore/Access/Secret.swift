import CCrypt
package import CaseRules

/// A password on its way: in memory of its own that is wiped, never in a text that is copied about.
///
/// Touched by one thread at a time: who types hands it over to who hashes.
package final class Secret: @unchecked Sendable {
  private static let room = PasswordRules.longest + 1
  private let memory: UnsafeMutablePointer<UInt8>
  private var used = 0
  /// How many bytes each letter took.
  private var letters: [UInt8] = []

  package init() {
    memory = .allocate(capacity: Secret.room)
    memory.initialize(repeating: 0, count: Secret.room)
  }

  /// What was read from a terminal or a pipe.
  package convenience init(_ bytes: some Sequence<UInt8>) {
    self.init()
    for byte in bytes { append(byte) }
  }

  deinit {
    wipe()
    memory.deallocate()
  }

  /// How many letters were typed.
  package var count: Int { letters.count }
  package var isEmpty: Bool { used == 0 }

  /// Adds a letter; what is longer than any password may be is kept as too long.
  package func append(_ letter: Character) { append(Array(letter.utf8), opensLetter: true) }

  /// One byte of a letter in UTF-8.
  package func append(_ byte: UInt8) { append([byte], opensLetter: byte & 0xC0 != 0x80) }

  private func append(_ bytes: [UInt8], opensLetter: Bool) {
    guard used + bytes.count <= Secret.room else { return }
    for byte in bytes {
      memory[used] = byte
      used += 1
    }
    if opensLetter || letters.isEmpty {
      letters.append(UInt8(bytes.count))
    } else {
      letters[letters.count - 1] += UInt8(bytes.count)
    }
  }

  package func dropLast() {
    guard let last = letters.popLast() else { return }
    used -= Int(last)
    ccrypt_wipe(memory + used, Int(last))
  }

  package func wipe() {
    ccrypt_wipe(memory, Secret.room)
    used = 0
    letters = []
  }

  /// The same in a new place; here nothing is left of it.
  package func handOver() -> Secret {
    let other = Secret()
    other.memory.update(from: memory, count: used)
    other.used = used
    other.letters = letters
    wipe()
    return other
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: used) }

  /// GEN-006: what is wrong with it as a new password.
  package func findings(for names: [String]) -> [Finding] {
    PasswordRules.findings(on: bytes, for: names)
  }

  package func isSame(as other: Secret) -> Bool { bytes.elementsEqual(other.bytes) }

  /// As C reads it; nil when it is longer than any password, or would end before its end.
  func withPhrase<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result? {
    guard used <= PasswordRules.longest, !bytes.contains(0) else { return nil }
    memory[used] = 0
    return memory.withMemoryRebound(to: CChar.self, capacity: Secret.room) { body($0) }
  }
}
