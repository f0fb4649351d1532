/// How fast the hash of trail and seals is: `verify`, `backup` and the making of large files wait
/// for it.
package enum HashBenchmark {
  /// Millions of bytes a second.
  package static func megabytesASecond(of bytes: Int = 32_000_000) -> Int {
    let content = [UInt8](repeating: 0x5A, count: bytes)
    let start = ContinuousClock.now
    _ = SHA256.digest(of: content)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return seconds > 0 ? Int(Double(bytes) / 1e6 / seconds) : 0
  }
}
