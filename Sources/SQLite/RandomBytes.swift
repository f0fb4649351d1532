import CSQLite
import Glibc

/// Bytes from the kernel's generator, for ids that nobody can guess or repeat.
package enum RandomBytes {
  /// - Throws: `SQLiteError` when the kernel has none to give.
  package static func make(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard csqlite_random(&bytes, bytes.count) == 0 else { throw SQLiteError.system(errno) }
    return bytes
  }

  /// The same as lower-case hexadecimal text, two digits a byte.
  package static func hex(_ count: Int) throws -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = try make(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
