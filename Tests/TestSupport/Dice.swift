/// Random numbers that come again with the same seed, so that a failure can be found again.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  package mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

extension Dice {
  /// A file with one to four things spoilt, and never empty.
  ///
  /// A bit, a byte put in or taken out, a part doubled, or the end cut off.
  package mutating func spoilt(_ good: [UInt8]) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
      case 1: bytes.insert(UInt8.random(in: .min ... .max, using: &self), at: place)
      case 2: if bytes.count > 1 { bytes.remove(at: place) }
      case 3: bytes.insert(contentsOf: bytes[..<place], at: place)
      default: bytes.removeLast(bytes.count - max(1, place))
      }
    }
    return bytes
  }
}
