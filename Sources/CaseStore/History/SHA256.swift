import CCrypt

/// SHA-256 as FIPS 180-4 has it.
///
/// It hides nothing and holds no secret: if it were wrong the published examples would show it.
/// It runs for every entry of the trail and every sealed record, in builds without optimisation too,
/// so it goes by plain pointers and plain operations, which are fast in both, and by the processor's
/// own instructions where it has them, which are four times as fast.
package struct SHA256 {
  private static let hasInstructions = ccrypt_has_sha256() != 0

  private var state = SHA256.start
  /// What did not fill a block yet; always fewer than 64 bytes.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  package init() {}

  /// The digest of all of it at once.
  package static func digest(of bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { digest(of: $0) }
  }

  package static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
    var words = start
    let blocks = bytes.count / 64
    if blocks > 0, let first = bytes.baseAddress { mix(first, blocks: blocks, into: &words) }
    finish(bytes, from: blocks &* 64, of: UInt64(bytes.count), &words)
    return Digest(words: words)
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var taken = 0
    if !rest.isEmpty {
      taken = min(64 - rest.count, bytes.count)
      rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
      guard rest.count == 64 else { return }
      rest.withUnsafeBytes {
        if let full = $0.baseAddress { SHA256.mix(full, blocks: 1, into: &state) }
      }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - taken) / 64 * 64
    if whole > 0, let start = bytes.baseAddress {
      SHA256.mix(start + taken, blocks: whole / 64, into: &state)
      taken += whole
    }
    if taken < bytes.count {
      rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[taken...]))
    }
  }

  package func finished() -> Digest {
    var words = state
    rest.withUnsafeBytes { SHA256.finish($0, from: 0, of: length, &words) }
    return Digest(words: words)
  }

  /// What did not fill a block, one bit, zeros, and the length in bits at the end of a block.
  private static func finish(
    _ bytes: UnsafeRawBufferPointer, from start: Int, of length: UInt64,
    _ words: inout SIMD8<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { room in
      guard let end = room.baseAddress else { return }
      end.initialize(repeating: 0, count: 128)
      let left = bytes.count &- start
      if left > 0, let first = bytes.baseAddress {
        UnsafeMutableRawPointer(end).copyMemory(from: first + start, byteCount: left)
      }
      end[left] = 0x80
      let blocks = left < 56 ? 1 : 2
      var bits = length &* 8
      var place = blocks &* 64
      while bits > 0 {
        place &-= 1
        end[place] = UInt8(truncatingIfNeeded: bits)
        bits &>>= 8
      }
      mix(end, blocks: blocks, into: &words)
    }
  }

  private static func mix(
    _ bytes: UnsafeRawPointer, blocks: Int, into state: inout SIMD8<UInt32>
  ) {
    guard hasInstructions else { return mixPlainly(bytes, blocks: blocks, into: &state) }
    withUnsafeMutableBytes(of: &state) {
      ccrypt_sha256(
        $0.baseAddress?.assumingMemoryBound(to: UInt32.self),
        bytes.assumingMemoryBound(to: UInt8.self), blocks, constants)
    }
  }

  /// For processors without the instructions.
  static func mixPlainly(
    _ bytes: UnsafeRawPointer, blocks: Int, into state: inout SIMD8<UInt32>
  ) {
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        guard let k = constants.baseAddress, let w = schedule.baseAddress else { return }
        var words = (
          state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]
        )
        var block = bytes.assumingMemoryBound(to: UInt8.self)
        var left = blocks
        while left > 0 {
          unfold(block, into: w)
          turn(&words, w, k)
          block += 64
          left &-= 1
        }
        state = SIMD8(
          words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7)
      }
    }
  }

  /// The sixteen words of a block, and the 48 that follow from them.
  private static func unfold(_ block: UnsafePointer<UInt8>, into w: UnsafeMutablePointer<UInt32>) {
    var t = 0
    while t < 16 {
      let four = block + t &* 4
      w[t] =
        UInt32(truncatingIfNeeded: four[0]) &<< 24 | UInt32(truncatingIfNeeded: four[1]) &<< 16
        | UInt32(truncatingIfNeeded: four[2]) &<< 8 | UInt32(truncatingIfNeeded: four[3])
      t &+= 1
    }
    while t < 64 {
      let (x, y) = (w[t &- 15], w[t &- 2])
      let s0 = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ (x &>> 3)
      let s1 = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ (y &>> 10)
      w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
      t &+= 1
    }
  }

  private typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  /// One block.
  private static func turn(
    _ words: inout Words, _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>
  ) {
    var (a, b, c, d, e, f, g, h) = words
    var t = 0
    // Eight rounds at a time, each with the words in other places, so that none has to be moved.
    while t < 64 {
      round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
      round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
      t &+= 8
    }
    words.0 = words.0 &+ a
    words.1 = words.1 &+ b
    words.2 = words.2 &+ c
    words.3 = words.3 &+ d
    words.4 = words.4 &+ e
    words.5 = words.5 &+ f
    words.6 = words.6 &+ g
    words.7 = words.7 &+ h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let one = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    d = d &+ one
    h = one &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  static let start = SIMD8<UInt32>(
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}

/// The 32 bytes that stand for what was hashed.
package struct Digest: Hashable, Sendable {
  let words: SIMD8<UInt32>

  fileprivate init(words: SIMD8<UInt32>) { self.words = words }

  /// All zeros: stands before the first entry, and for a record that is gone.
  package static let none = Digest(words: SIMD8(repeating: 0))

  /// Nil unless there are 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = SIMD8<UInt32>(repeating: 0)
    for (place, byte) in bytes.enumerated() {
      words[place / 4] = words[place / 4] << 8 | UInt32(byte)
    }
    self.words = words
  }

  /// Nil unless there are 64 hexadecimal digits.
  package init?(hex: some StringProtocol) {
    guard hex.utf8.count == 64 else { return nil }
    var words = SIMD8<UInt32>(repeating: 0)
    for (place, digit) in hex.enumerated() {
      guard digit.isASCII, let value = digit.hexDigitValue else { return nil }
      words[place / 8] = words[place / 8] << 4 | UInt32(value)
    }
    self.words = words
  }

  var firstHalf: (UInt64, UInt64) {
    (
      UInt64(words[0]) << 32 | UInt64(words[1]), UInt64(words[2]) << 32 | UInt64(words[3])
    )
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for place in 0..<8 {
      withUnsafeBytes(of: words[place].bigEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// 64 hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
