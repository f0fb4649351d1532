/// 128 bits of what was added; made to notice the same line again, not to withstand anybody.
struct Fingerprint {
  private var low: UInt64 = 0xCBF2_9CE4_8422_2325
  private var high: UInt64 = 0x9AE1_6A3B_2F90_404F

  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) {
    low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    high = (high ^ (UInt64(byte) &+ (low >> 56))) &* 0xC6A4_A793_5BD1_E995
    high ^= high >> 47
  }

  var text: String { String(low, radix: 36) + "." + String(high, radix: 36) }
}
